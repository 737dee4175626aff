"""What happens to a folder between its build and its publication, and how a published one is compared with the project."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..model.addresses import site_address
from ..read.cache_folder import CacheFolder
from . import folder as folders
from . import manifest, proof


def complete(new: Path, published: Path, root: Path, settings: Mapping[str, str]) -> None:
    """Prove a built folder, describe it, and add what only a published one has: files of earlier builds, compressed files.

    ``published`` is the folder that it will replace, ``root`` the project, ``settings`` the environment of the build.
    What takes long is kept in ``.cache``: what each group of pages refers to, and which compressed files are whose.
    Raises ``BuildError`` if the folder must not be published, and ``OSError``.
    """
    cache = root / ".cache"
    built = manifest.contents(new)
    proof.prove(new, built, site_address(settings.get("SITE_URL", "")), CacheFolder(cache / "proof", ".json"))
    manifest.describe(new, root, settings, built)
    manifest.keep(new, published)
    folders.compress(
        new, manifest.whole(new), folders.PackedBefore(published, manifest.whole(published), CacheFolder(cache / "packed", ".json"))
    )
    folders.readable(new)


def verify(folder: Path, build: Sequence[str], root: Path, environment: Mapping[str, str]) -> None:
    """Compare a published folder with its lists, with the project at ``root``, and with a build by the command ``build``.

    The command is run with the settings of the published build and takes no page that was kept (``FROM_SCRATCH``); the folder to build
    into is added to it as its last word.
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
        manifest.describe(again, root, settings)
        manifest.compare_builds(folder, again)
