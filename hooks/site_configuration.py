"""What the site needs of ``mkdocs.yml`` and of the project's own templates and assets, checked before anything is read or built.

As a program it prints what does not fit, and fails: ``./run check`` and ``./run build`` run it first, since a hook that is lost from
``mkdocs.yml`` could not say so itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from verbatim.html.scripts import BUILT
from verbatim.site import SHEETS

NEEDED: Mapping[str, tuple[Any, str]] = {
    "strict": (True, "a broken link would be published"),
    "theme.name": ("material", "the templates extend its own"),
    "theme.font": (False, "the theme would fetch fonts from a company"),
    "extra.generator": (False, "the theme would advertise itself"),
    "validation.links.not_found": ("warn", "a broken link would be published"),
    "validation.links.anchors": ("warn", "a link to a lost heading would be published"),
    "validation.nav.omitted_files": ("warn", "a page that nothing leads to would be published"),
    "plugins.i18n.docs_structure": ("folder", "pages are in docs/zh and docs/en"),
    "plugins.i18n.fallback_to_default": (False, "a page that is not translated would be shown in Chinese"),
}
"""Settings with the value that the site needs, and why."""
LANGUAGES = (("zh", True), ("en", False))
"""The languages in their order, each with whether it is the default one."""
FILES = (
    *("main.html", "404.html", "sitemap.xml", "assets/mark.svg"),
    *("partials/search.html", "partials/header.html", "partials/nav.html", "partials/alternate.html"),
)
"""Files of the project's own theme folder that no other check looks for."""


def faults(root: Path) -> list[str]:
    """What of the configuration of the project in a folder does not fit, each with how to fix it."""
    try:
        with (root / "mkdocs.yml").open("rb") as stream:
            settings = yaml_load(stream)
    except (OSError, UnicodeDecodeError):
        return ["mkdocs.yml:1: the file is missing or cannot be read\n    fix: restore it, in UTF-8"]
    except ConfigurationError as error:
        line = getattr(getattr(error.__context__, "problem_mark", None), "line", 0) + 1
        return [f"mkdocs.yml:{line}: this is not YAML\n    fix: correct the syntax"]
    return [*_settings(settings), *_files(settings, root)]


def _settings(settings: Mapping[str, Any]) -> Iterator[str]:
    """The settings that do not fit."""
    for key, (wanted, reason) in NEEDED.items():
        found = _value(settings, key)
        if found != wanted:
            yield f"mkdocs.yml:1: {key} is {found!r}: {reason}\n    fix: write {key}: {_written(wanted)}"
    yield from _languages(_value(settings, "plugins.i18n.languages") or [])
    for key in ("print", "offline"):
        found = _value(settings, f"extra.{key}")
        if not isinstance(found, bool):
            yield f"mkdocs.yml:1: extra.{key} is {found!r}, neither true nor false\n    fix: write one of them, also in the environment"
    if _value(settings, "extra.address") is None:
        yield 'mkdocs.yml:1: extra.address is missing\n    fix: write address: !ENV [SITE_URL, ""]'
    for name in ("attr_list", "toc"):
        if name not in (settings.get("markdown_extensions") or ()):
            yield f"mkdocs.yml:1: the Markdown extension {name} is missing\n    fix: add it; ids of headings need it"
    if len(_value(settings, "theme.palette") or ()) != 2:
        yield "mkdocs.yml:1: theme.palette does not have two palettes\n    fix: write a light and a dark one"
    if "hooks/mkdocs_hooks.py" not in (settings.get("hooks") or ()):
        yield "mkdocs.yml:1: the hook is missing, without which nothing is checked\n    fix: write hooks: [hooks/mkdocs_hooks.py]"


def _languages(languages: Any) -> Iterator[str]:
    """Both languages are built, the first is the default."""
    found = tuple((one.get("locale"), bool(one.get("default", False))) for one in languages if one.get("build", True))
    if found != LANGUAGES:
        yield (
            f"mkdocs.yml:1: the languages built are {', '.join(str(name) for name, _ in found) or 'none'}\n"
            "    fix: build zh, with `default: true`, and en, in this order"
        )


def _files(settings: Mapping[str, Any], root: Path) -> Iterator[str]:
    """The project's own templates and assets are there."""
    folder = str(_value(settings, "theme.custom_dir") or "")
    if Path(folder).name != "overrides":
        yield f"mkdocs.yml:1: theme.custom_dir is {folder!r}\n    fix: write custom_dir: overrides"
    scripts = {f"assets/{part}.js" for parts in BUILT.values() for part in parts}
    for name in (*FILES, *SHEETS, *sorted(scripts)):
        if not (root / "overrides" / name).is_file():
            yield f"overrides/{name}:1: the file is missing\n    fix: restore it; pages need it"


def _value(settings: Mapping[str, Any], key: str) -> Any:
    """The value of a key with dots, None where it is not written."""
    found: Any = settings
    for name in key.split("."):
        found = found.get(name) if hasattr(found, "get") else None
    return found


def _written(value: object) -> str:
    """A value as YAML has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    FOUND = faults(Path(__file__).resolve().parents[1])
    sys.stderr.write("\n\n".join(FOUND) + "\n" * bool(FOUND))
    sys.exit(bool(FOUND))
