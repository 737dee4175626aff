"""Drafts: an event made from a text file, with everything that only a person can decide left open and marked."""
