"""Runs the command that is asked for.

Only its own module is loaded, because to load all that the others need takes longer than a check after an edit.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from ..model.faults import BuildError


def carried_out(given: argparse.Namespace) -> int:
    """Run one command; 0 where all is well, 1 with the faults on standard error where not.  Raises ``OSError``."""
    try:
        code: int = import_module(f".{given.command}", __package__).run(given)
        return code
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
