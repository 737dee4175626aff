"""What the site requires of ``mkdocs.yml`` and of the packages that build it, checked before anything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from typing import Any

VERSIONS = {"mkdocs": "1.6.", "mkdocs-static-i18n": "1."}
"""The versions that the adapter knows from within: others build something else, or nothing."""


def faults(config: Mapping[str, Any], locales: Sequence[str]) -> Iterator[str]:
    """What is wrong with the configuration of MkDocs, each with what to do.

    ``locales`` are the languages of the site, the first at its root.
    """
    for package, wanted in VERSIONS.items():
        found = _version(package)
        if found and not found.startswith(wanted):
            yield f"{package} {found} is installed, {wanted}x is required\n    fix: ./run build installs the versions in requirements.txt"
    if "i18n" not in config["plugins"]:
        yield "mkdocs.yml: the plugin i18n is missing\n    fix: list it under plugins, with its languages"
        return
    plugin = config["plugins"]["i18n"].config
    languages = [language.locale for language in plugin.languages if language.build]
    if languages != [*locales] or not plugin.languages[0].default:
        built = ", ".join(languages) or "no language"
        yield f"mkdocs.yml: i18n builds {built}\n    fix: list {', '.join(locales)}, the first with default: true"
    if plugin.docs_structure != "folder":
        yield "mkdocs.yml: i18n expects pages elsewhere than in docs/<language>/\n    fix: write docs_structure: folder"
    if not config["strict"]:
        yield "mkdocs.yml: strict is switched off, so that a broken link would be published\n    fix: write strict: true"
    for name in ("address", "offline", "print", "meta_policy", "drafts"):
        if name not in config["extra"]:
            yield f"mkdocs.yml: extra has no {name}\n    fix: write it as in the project's own mkdocs.yml"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:  # another package answers for it
        return ""
