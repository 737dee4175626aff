"""The cache: what a check or a build leaves in ``.cache/`` for the next one, each by a checksum of all that it follows from."""
