"""One run of MkDocs: the engine that it uses, and the site that it builds, read and checked before a page is written."""

from __future__ import annotations

import gc
import importlib
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from configuration import faults
from theme_environment import share_environment
from unmade_pages import UnmadePages

if TYPE_CHECKING:  # the engine itself is loaded by name, because it is loaded again when it was edited
    from verbatim.cache.built_folder import BuiltFolder
    from verbatim.site import Assembly, Site

FOLDER = str(Path(__file__).parent)
LOG = logging.getLogger("mkdocs.hooks.verbatim")
NEW_ALONE = 20_000, 10, 1_000_000
"""When cycles are looked for: among new objects alone.  What is older stays to the end, and to look through it took a fifth of a build."""


def _adapter() -> dict[str, bytes]:
    """The modules of the adapter, which MkDocs never loads again."""
    return {path.name: path.read_bytes() for path in Path(FOLDER).glob("*.py")}


ADAPTER = _adapter()
"""The adapter as it was loaded."""


class SiteBuild:
    """What a run of MkDocs keeps between its events.

    ``engine`` is the module ``verbatim.site``; ``site`` its site, ``assembly`` how that is put together, and ``pages`` those that are not
    made, there from the first build on and replaced whole by each; ``serving``: whether this is a live server, which builds again and
    again.
    """

    def __init__(self) -> None:
        self.serving = False
        self.engine: Any = importlib.import_module("verbatim.site")
        self.site: Site
        self.assembly: Assembly
        self.pages: UnmadePages
        self._process = os.getpid()
        self._elsewhere: TemporaryDirectory[str] | None = None
        self._empty: TemporaryDirectory[str] | None = None
        self._last: BuiltFolder | None = None
        self._known: Mapping[str, Any] = {}
        self._state = self.engine.engine_state()

    def check(self, config: MkDocsConfig) -> None:
        """Stop the build at a configuration that the site cannot be built with; an empty time in the environment is removed."""
        if os.environ.get("SOURCE_DATE_EPOCH") == "":  # it states nothing, and MkDocs would end with a traceback
            del os.environ["SOURCE_DATE_EPOCH"]
        found = [*faults(config, [*self.engine.LOCALES], self.engine.OWN_FILES)]
        if found:
            raise PluginError("the build stops at the configuration\n\n" + "\n\n".join(found))

    def start(self, config: MkDocsConfig, code: Path) -> None:
        """Read and check the project; every fault of it stops the build.

        ``code`` is the module that sets how templates of the theme are compiled.
        """
        if self.serving:
            self._reload_if_edited()
        else:
            gc.set_threshold(*NEW_ALONE)
        root = Path(config.config_file_path).parent
        with self.reporting():
            self.site = self.engine.load_site(root, self._options(config, root), self._known if self.serving else None)
        self.assembly = self.engine.Assembly(self.site, self._folder(config), self._last)
        self.assembly.abandon()  # what one left that was ended
        config.site_dir = str(self.assembly.staged)
        if self.site.project.faults:  # no warning, which would stop a strict build
            LOG.info("drafts with faults are displayed, and `build` refuses them\n\n%s", self.faults())
        if hasattr(self, "pages"):
            self.pages.close()
        self.pages = UnmadePages(self.assembly)
        # in a folder of its own: the engine compiles its templates with other settings
        share_environment(config.theme, self.engine.template_cache(self.site.options.cache / "theme", code))

    def _folder(self, config: MkDocsConfig) -> Path:
        """The folder that this build is put together in: another one where it makes a share of the events, of which no page is written."""
        if self.site.share is None:
            return Path(config.site_dir)
        self._elsewhere = TemporaryDirectory()  # which is removed when the process ends
        return Path(self._elsewhere.name)

    def faults(self) -> str:
        """The report of the faults of drafts that do not stop a live server; empty where there are none."""
        found = self.site.project.faults if hasattr(self, "site") else ()
        return str(self.engine.Faults(found).report()) if found else ""

    def _options(self, config: MkDocsConfig, root: Path) -> Any:
        """How the site is built."""
        return self.engine.Options(
            url=self._address(config),
            directory_urls=config.use_directory_urls,
            own=Path(config.theme.dirs[0]),
            cache=self._cache(root),
            books=config.extra["print"],
            policy_in_pages=config.extra["meta_policy"],
            epoch=os.environ.get("SOURCE_DATE_EPOCH", ""),
            copy=config.extra["offline"],
            drafts=self.serving or config.extra["drafts"],
            live=self.serving,
            configuration=self._configuration(config, root, self._state),
            engine=self._state,
            part=os.environ.get("PART", ""),
            workers=self.engine.number_of(os.environ.get("WORKERS", "")),
        )

    def _cache(self, root: Path) -> Path:
        """The folder in which is kept what the next build may take: that of the project, or for a build from scratch an empty one."""
        if os.environ.get("FROM_SCRATCH") == "true":
            self._empty = self._empty or TemporaryDirectory()  # which is removed when the first process ends
            return Path(self._empty.name)
        return root / str(self.engine.CACHE)

    def _configuration(self, config: MkDocsConfig, root: Path, engine: str) -> str:
        """A checksum of all that pages are made with beside the project's files and the options; ``engine`` is the engine as it is now.

        Empty, so that nothing is kept or taken, for another configuration than ``mkdocs.yml``, whose inputs are unknown, and for code
        edited since it was loaded.
        """
        own = Path(config.config_file_path).name == "mkdocs.yml"
        as_loaded = engine == self._state and _adapter() == ADAPTER
        others = {name: value for name, value in os.environ.items() if name not in self.engine.SETTINGS}  # which the options state
        return str(self.engine.configuration_of(root, others, engine)) if own and as_loaded else ""

    def write(self, config: MkDocsConfig) -> None:
        """Put the site together, and keep what the next build may take."""
        try:
            with self.reporting():
                self._last = None  # until all is written
                self.assembly.write()
                config.site_dir = str(self.assembly.folder)
                self.assembly.keep(self.pages.is_sound, self._is_as_read(config))
                self._last, self._known = self.assembly.built, self.site.events.taken
            self.end_if_forked(0)
        except OSError as error:
            place = error.filename or self.assembly.folder
            raise PluginError(f"cannot write {place}: {error.strerror}\n    fix: make it a place that can be written") from None

    def book(self, path: str) -> bytes | None:
        """A print edition of the site that was built last, by its path from the root; None where there is none.

        Raises ``PluginError`` with what stops it.
        """
        with self.reporting():
            made: bytes | None = self.engine.book(self.site, path)
            return made

    def abandon(self) -> None:
        """Leave nothing in the folder of the site of a build that was stopped."""
        if hasattr(self, "assembly"):
            self.assembly.abandon()
        self.end_if_forked(1)

    def end_if_forked(self, code: int) -> None:
        """End a process that the engine forked: what the first one has to go on with, a command or a test, is not for this one."""
        if os.getpid() != self._process:
            try:
                if self._elsewhere:
                    self._elsewhere.cleanup()
            finally:
                os._exit(code)

    def _is_as_read(self, config: MkDocsConfig) -> bool:
        """Whether all is still what the build read first: MkDocs opens pages and templates later, perhaps edited meanwhile."""
        root = self.site.project.root
        unedited = self._configuration(config, root, self.engine.engine_state()) == self.site.options.configuration
        return unedited and bool(self.engine.read_tree(root) == self.site.project.files)

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Let MkDocs print the report of what stops the engine, and no traceback."""
        try:
            yield
        except self.engine.BuildError as error:
            raise PluginError(f"the build stops at {error.subject}\n\n{error}") from None

    def _address(self, config: MkDocsConfig) -> str:
        """The address where the site will be found, or empty where it is not known; a live server displays what will be published."""
        address = str(self.engine.site_address(str(config.extra["address"] or "")))
        if not (address or self.serving):
            LOG.info(
                "SITE_URL is not set: citations take the address of whatever serves the site, links in data are relative, books hold none, "
                "and there is no sitemap.  For publishing: SITE_URL=https://your.host/path/ ./run build"
            )
        return address

    def _reload_if_edited(self) -> None:
        """Reload an engine that was edited since the last build, since MkDocs never reloads a hook; what it knows of texts is forgotten."""
        state = self.engine.engine_state()
        if self._state == state:
            return
        self._state = ""  # until all is loaded: an engine that cannot be loaded is loaded again by the next build
        for name in [name for name in sys.modules if name.partition(".")[0] == "verbatim"]:
            del sys.modules[name]
        sys.path.insert(0, FOLDER)
        try:
            self.engine = importlib.import_module("verbatim.site")
        finally:
            sys.path.remove(FOLDER)
        self._state = state
