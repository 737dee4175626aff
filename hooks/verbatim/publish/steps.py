"""What happens to a folder between its build and its publication, and how a published one is compared with the project."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..model.addresses import site_address
from ..read.cache_folder import CacheFolder
from ..read.files import CACHE
from . import folder as folders
from . import manifest, proof


class Publication:
    """What is done to a folder around its build, so that it can be published.

    ``root`` is the project, ``settings`` the environment of the build.  What takes long is kept in ``.cache``: what each group of pages
    refers to, and which compressed files are whose.
    """

    def __init__(self, root: Path, settings: Mapping[str, str]) -> None:
        self._root, self._settings = root, settings
        self._left: manifest.Left = {}

    def begin(self, new: Path) -> None:
        """Remove from a folder of an earlier build what that did not write; compressed files stay until it is known which are needed.

        Raises ``OSError``.
        """
        self._left = manifest.begin(new, self._packed(new).packed)

    def complete(self, new: Path, published: Path) -> None:
        """Prove a built folder, describe it, and add what only a published one has: files of earlier builds, compressed files.

        ``published`` is the folder that it will replace.
        Raises ``BuildError`` if the folder must not be published, and ``OSError``.
        """
        left = manifest.still_left(new, self._left)
        built = {name: digest for name, digest in manifest.contents(new).items() if name not in left}
        proof.prove(new, built, site_address(self._settings.get("SITE_URL", "")), self._cache("proof"))
        manifest.describe(new, self._root, self._settings, built)
        manifest.keep(new, published)
        folders.compress(new, manifest.whole(new), self._packed(published), left)
        folders.readable(new)

    def _packed(self, folder: Path) -> folders.PackedBefore:
        return folders.PackedBefore(folder, manifest.whole(folder), self._cache("packed"))

    def _cache(self, name: str) -> CacheFolder:
        return CacheFolder(self._root / CACHE / name)


def verify(folder: Path, build: Sequence[str], root: Path, environment: Mapping[str, str]) -> None:
    """Compare a published folder with its lists, with the project at ``root``, and with a build by the command ``build``.

    The command is run with the settings of the published build, and neither takes nor keeps anything in the cache (``FROM_SCRATCH``); the
    folder to build into is added to it as its last word.
    Raises ``BuildError`` with what differs.
    """
    manifest.compare(folder)
    settings = manifest.compare_inputs(folder, root)
    bare = {name: value for name, value in environment.items() if name not in manifest.SETTINGS} | {"FROM_SCRATCH": "true"}
    with tempfile.TemporaryDirectory() as temporary:
        again = Path(temporary, "site")
        done = subprocess.run([*build, str(again)], env={**bare, **settings}, capture_output=True, text=True, check=False)
        if done.returncode:
            raise manifest.Unproved(f"the build for comparison ended with {done.returncode}\n{done.stderr}")
        manifest.compare_builds(folder, again)
