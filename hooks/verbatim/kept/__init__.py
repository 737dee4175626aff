"""Kept events: what the site holds of each is kept in ``.cache/`` until something that it is made of changes."""
