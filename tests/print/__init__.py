"""Tests of the print edition; they need the built site."""
