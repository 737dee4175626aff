"""Handing over: the words and the lists of a project for the programs in which others work, and what comes back from these."""
