"""What lies beside the pages of events in a built folder: mostly pages that lead on, of which there are some two hundred for an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..cache.built_folder import BuiltFolder, Unit
from ..cache.double import meanwhile
from . import outputs
from .pages import Site

MUCH = 8
"""Events of which so much is to be written that a process of its own is worth it."""
_SCRIPTS = "scripts"
"""The kind of unit that the scripts which pages of an event fetch are."""


class Beside:
    """Writes what lies beside the pages of the events of a site, or leaves it, in a folder that is ``built``."""

    def __init__(self, site: Site, built: BuiltFolder) -> None:
        self._site, self._built = site, built
        self._beside = outputs.beside(site)
        self._keys = site.events.keys(self._beside.kind, self._beside.facts)
        self._double: Callable[[], Mapping[str, Unit] | None] = lambda: None

    def begin(self) -> None:
        """Let a double of this process write what is kept, while this one does all else, where that is much and there are several cores.

        Not into a folder of an earlier build, where a file may belong to the one now and to the other before; nor in a live server, which
        goes on after a fault: the double might still be writing when it builds again.
        """
        options = self._site.options
        if len(self._keys) >= MUCH and options.workers > 1 and self._built.is_new and not options.live:
            self._double = meanwhile(self._put_kept)

    def files(self) -> Iterator[str]:
        """The files of events beside their pages, which are there when the first one is given.  Raises ``BuildError`` and ``OSError``."""
        units = self._double()
        if units is None:
            self._put()
        else:
            self._built.adopt(units)
        self._site.events.use(self._keys.values())  # where it was left it is of use for another folder
        yield from self._built.files(self._beside.kind, _SCRIPTS)

    def _put_kept(self) -> Mapping[str, Unit]:
        """As of ``_put``, in a double, which makes nothing that is not kept: the units that are there then."""
        self._site.events.only_kept()
        self._put()
        return self._built.units(self._beside.kind, _SCRIPTS)

    def _put(self) -> None:
        site, beside = self._site, self._beside
        self._built.update(beside.kind, self._keys, lambda events: ((event, site.events.made(beside, event)) for event in events))
        self._built.update(_SCRIPTS, site.folders, lambda events: ((event, site.scripts.files(event)) for event in events))
