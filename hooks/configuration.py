"""What the site requires of ``mkdocs.yml``, of its theme folder and of the packages that build it, checked before anything else."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

VERSIONS = {"mkdocs": "1.6.", "mkdocs-static-i18n": "1."}
"""The versions that the adapter knows from within: others build something else, or nothing."""

EXTENSIONS = {"attr_list", "fenced_code", "tables", "toc"}
"""The Markdown extensions that the project or MkDocs names; another one could read files or let HTML through."""

VALIDATED = {
    ("links", "not_found"): "a broken link",
    ("links", "anchors"): "a link to a lost heading",
    ("nav", "omitted_files"): "a page that nothing leads to",
}
"""What MkDocs must find by itself, and what would be published otherwise."""


def faults(config: Mapping[str, Any], locales: Sequence[str], files: Sequence[str]) -> Iterator[str]:
    """What is wrong with the configuration of MkDocs, each with what to do.

    ``locales`` are the languages of the site, the first at its root; ``files`` those that the theme folder of the project must have.
    """
    for package, wanted in VERSIONS.items():
        found = _version(package)
        if found and not found.startswith(wanted):
            yield f"{package} {found} is installed, {wanted}x is required\n    fix: ./run build installs the versions in requirements.txt"
    yield from _plugin(config, locales)
    if not config["strict"]:
        yield "mkdocs.yml: strict is switched off, so that a broken link would be published\n    fix: write strict: true"
    for (group, key), lost in VALIDATED.items():
        if (config["validation"][group][key] or 0) < logging.WARNING:
            yield f"mkdocs.yml: validation.{group}.{key} is no warning, so that {lost} would be published\n    fix: write {key}: warn"
    yield from _extra(config["extra"])
    for name, there in (("attr_list", "attr_list" in config["markdown_extensions"]), ("toc", "toc" in config["mdx_configs"])):
        if not there:
            yield f"mkdocs.yml: the Markdown extension {name} is missing\n    fix: write it as in the project's own mkdocs.yml"
    yield from _more(config)
    yield from _theme(config["theme"], files)


def _more(config: Mapping[str, Any]) -> Iterator[str]:
    """Nothing is read or fetched beyond what the checks know: pages by these extensions, no scripts and sheets but our own."""
    for name in config["markdown_extensions"]:
        if isinstance(name, str) and name not in EXTENSIONS:  # an object is ours
            yield f"mkdocs.yml: the checks of pages do not know the Markdown extension {name}\n    fix: remove it"
    for key in ("extra_css", "extra_javascript"):
        if config.get(key):
            yield f"mkdocs.yml: {key} adds files that the pages' policy refuses\n    fix: remove it; ours are in overrides/assets/"


def _plugin(config: Mapping[str, Any], locales: Sequence[str]) -> Iterator[str]:
    """Both languages are built from folders of their own, the first at the root, and none stands in for the other."""
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
    if plugin.fallback_to_default:
        yield "mkdocs.yml: i18n would show a page without translation in Chinese\n    fix: write fallback_to_default: false"


def _extra(extra: Mapping[str, Any]) -> Iterator[str]:
    """The settings of the project's own are there; switches are true or false."""
    for name in ("address", "offline", "print", "meta_policy", "drafts"):
        if name not in extra:
            yield f"mkdocs.yml: extra has no {name}\n    fix: write it as in the project's own mkdocs.yml"
        elif name != "address" and not isinstance(extra[name], bool):
            yield f"mkdocs.yml: extra.{name} is {extra[name]!r}\n    fix: write true or false, also in the environment"
    if extra.get("generator") is not False:
        yield "mkdocs.yml: the theme would advertise itself\n    fix: write generator: false under extra"


def _theme(theme: Any, files: Sequence[str]) -> Iterator[str]:
    """The theme is the one that the templates extend, fetches nothing, and the project's own folder is complete."""
    if theme.name != "material":
        yield f"mkdocs.yml: the theme is {theme.name}, which our templates do not extend\n    fix: write name: material"
        return
    if theme["font"] is not False:
        yield "mkdocs.yml: the theme would fetch fonts from a company\n    fix: write font: false"
    if len(theme["palette"] or ()) != 2:
        yield "mkdocs.yml: the theme has not two palettes\n    fix: write a light one and a dark one"
    if not theme.custom_dir:
        yield "mkdocs.yml: the theme folder of the project is missing\n    fix: write custom_dir: overrides"
        return
    for name in files:
        if not (Path(theme.custom_dir) / name).is_file():
            yield f"{Path(theme.custom_dir).name}/{name}: the file is missing, and pages need it\n    fix: restore it"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:  # another package answers for it
        return ""
