"""Tests of the engine alone: no MkDocs, no browser, no built site."""
