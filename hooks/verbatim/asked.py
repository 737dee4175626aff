"""What the code and the templates of the engine ask of a project: interface strings, and pages on which a directive may stand.

What follows from the engine alone is found once and kept (``text.cache``), because to load what makes pages takes longer than a check.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .model.faults import BuildError
from .read.files import read_text
from .text.cache import cached


class InvalidTemplate(BuildError):
    """A template cannot be read."""

    subject = "a template"


Strings = Mapping[str, frozenset[str]]
"""Keys of interface strings, each with the names of the ``{placeholders}`` that are filled in."""


def merged(*strings: Strings) -> Strings:
    """The strings that any asks for, with the placeholders that any fills in."""
    found: dict[str, frozenset[str]] = {}
    for one in strings:
        for key, names in one.items():
            found[key] = found.get(key, frozenset()) | names
    return found


def used_strings(folder: Path) -> Strings:
    """The interface strings that the templates below a folder use; raises ``InvalidTemplate``."""
    return merged(*({key: names} for path in sorted(folder.rglob("*.html")) for key, names in _strings_in(path)))


def _strings_in(path: Path) -> tuple[tuple[str, frozenset[str]], ...]:
    """The interface strings that a template uses, some of them several times; raises ``InvalidTemplate``."""
    try:
        return _strings_of(read_text(path))
    except SyntaxError as error:
        raise InvalidTemplate(f"{path}:{error.lineno}: {error.msg}\n    fix: correct the template there") from None
    except (TypeError, IndexError, KeyError) as error:
        what = f"a string is called by no key that is known ({error})"
        raise InvalidTemplate(f"{path}: {what}\n    fix: call strings by a key that is written out") from None
    except OSError as error:
        raise InvalidTemplate(f"{path}: {error.strerror}") from None


@cached(512)
def _strings_of(source: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What ``strings_of`` finds."""
    from .html.strings import strings_of

    return strings_of(source)


@cached(1)
def engine_strings() -> Strings:
    """The interface strings that the engine uses, in its templates and in its code."""
    from .analysis import register, status
    from .data import columns
    from .html import across_pages, charts, cite_data, render
    from .print import strings as print_strings
    from .search import index

    named = (across_pages, charts, cite_data, print_strings, columns, status)
    plain = dict.fromkeys(("nav_home", "site_name", *index.STRING_KEYS.values()), frozenset[str]())
    return merged(used_strings(render.TEMPLATES), register.TIME_STRINGS, plain, *(one.STRINGS for one in named))


@cached(1)
def directives() -> Mapping[str, bool]:
    """Each directive, and whether it may stand on a page that belongs to no event."""
    from .html.directives import DIRECTIVES

    return {name: directive.anywhere for name, directive in DIRECTIVES.items()}
