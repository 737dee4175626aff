"""English words that deny what is said."""

import re

NOT = re.compile(r"\b(?:not|no(?!\.)|none|neither|nor|never|nothing|nobody|cannot|without|\w+n[’']t)\b", re.I)
"""A word alone; “No. 3” is a number."""
