"""What the site requires of ``mkdocs.yml``, of its theme folder, its fonts and the packages that build it, checked before anything else.

``python hooks/configuration.py`` prints what is wrong in the project and carries out a command of the engine, if one follows, where nothing
is; ``--live``: for a live server.  ``./run check``, ``./run build`` and ``./run serve`` begin with it, because a configuration without the
line of the hooks runs none of them.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from verbatim.read.files import read_text  # beside this module, as MkDocs and ./run find it
from verbatim.text.epoch import wrong_epoch

VERSIONS = {"mkdocs": "1.6.", "mkdocs-static-i18n": "1."}
"""The versions that the adapter knows from within: others build something else, or nothing."""

EXTENSIONS = {"attr_list", "fenced_code", "tables", "toc"}
"""The Markdown extensions that the project or MkDocs names; another one could read files or let HTML through."""

VALIDATED = {
    ("links", "not_found"): "a broken link",
    ("links", "anchors"): "a link to a lost heading",
    ("links", "absolute_links"): "a link that leaves the site where it is not at the root of its host",
    ("links", "unrecognized_links"): "a link to a page by another name than its file",
    ("nav", "omitted_files"): "a page that nothing leads to",
    ("nav", "not_found"): "a page that is not there",
    ("nav", "absolute_links"): "a link of the navigation that leaves the site",
}
"""What MkDocs must find by itself, and what would be published otherwise."""

SETTINGS: Mapping[str, tuple[Any, str]] = {
    "hooks": (["hooks/mkdocs_hooks.py"], "no page would hold its sentences and tables"),
    "watch": (["data", "hooks", "overrides"], "the live server would not notice edits"),
    "theme.custom_dir": ("overrides", "templates that nothing checks would be used"),
    "theme.language": ("zh-Hant", "words of the theme would be in another language"),
    "theme.favicon": ("assets/mark.svg", "browsers would show the mark of the theme"),
    "theme.logo": ("assets/mark.svg", "pages would show the mark of the theme"),
    "plugins.i18n.languages": (
        [
            {"locale": "zh", "name": "中文", "default": True, "build": True, "theme": {"language": "zh-Hant"}},
            {"locale": "en", "name": "English", "build": True, "theme": {"language": "en"}},
        ],
        "pages of a language would be missing, or have words of another one",
    ),
    "markdown_extensions.toc": ({"permalink": ""}, "headings would end in a sign, or have no link"),
}
"""Settings as the file writes them, each with what would happen otherwise."""

REPORTED = {"plugins.i18n.languages": "i18n", "theme.custom_dir": "theme folder"}
"""Settings that a fault by this word reports already."""

KNOWN: Mapping[str, frozenset[str]] = {
    "": frozenset(("site_name", "strict", "watch", "hooks", "theme", "plugins", "markdown_extensions", "extra", "validation")),
    "theme": frozenset(("name", "custom_dir", "language", "font", "favicon", "logo")),
    "plugins": frozenset(("i18n",)),
    "plugins.i18n": frozenset(("docs_structure", "fallback_to_default", "languages")),
    "extra": frozenset(("generator", "address", "offline", "meta_policy", "drafts", "print")),
}
"""The keys that the site uses: another one could add pages, scripts or services that no check knows."""

SUMS = "fonts/SHA256SUMS"
"""The list of the fonts that ``tools/fonts.py`` made, each with its checksum."""


def checked(root: Path, locales: Sequence[str], files: Sequence[str], live: bool = False) -> list[str]:
    """What is wrong with the configuration of a project, read without running its hooks, or what MkDocs says where it cannot be read.

    ``live``: for a live server, which leaves unused files alone, because editor programs keep copies.
    """
    try:
        config, written = _loaded(root / "mkdocs.yml")
    except _Unreadable as error:
        return [f"mkdocs.yml: {error}\n    fix: correct it, or restore the project's own mkdocs.yml"]
    found = [*faults(config, locales, files)]
    more = [one for path, one in settings(written) if not any(REPORTED.get(path, path) in known for known in found)]
    left = () if live else unused(root / "overrides", files)
    return [*found, *more, *left, *fonts(root)]


class _Unreadable(Exception):
    """MkDocs cannot read the configuration."""


def _loaded(path: Path) -> tuple[Any, Any]:
    """The configuration as MkDocs takes it, and the file as it was written; raises ``_Unreadable`` with what MkDocs reports."""
    from mkdocs.config import load_config  # here, because a configuration that was checked before needs none of them
    from mkdocs.exceptions import Abort, ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    from reports import Reports

    with Reports() as reports:
        try:
            config = load_config(str(path), hooks=[], watch=[])
            return config, yaml_load(read_text(path))  # from a text nothing is inherited, so that another file would be reported
        except (ConfigurationError, Abort) as error:
            raise _Unreadable("\n".join(reports.texts) or str(error)) from None
        except OSError as error:
            raise _Unreadable(str(error.strerror)) from None


def settings(written: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the file says that the site does not use, and what it does not say: the path of the setting and the report.

    ``written`` is the file as it was read.
    """
    for path, known in KNOWN.items():
        found = _at(written, path)
        for key in found if isinstance(found, Mapping) else ():
            if key not in known:
                name = f"{path}.{key}".lstrip(".")
                yield name, f"mkdocs.yml: {name} is no setting that the site uses\n    fix: remove it"
    for path, (wanted, otherwise) in SETTINGS.items():
        found = _at(written, path)
        if found != wanted:
            yield path, f"mkdocs.yml: {path} is {found!r}, so that {otherwise}\n    fix: write {path}: {wanted!r}"


def _at(written: Any, path: str) -> Any:
    """The value at a path of keys; None where a key is missing."""
    for key in path.split(".") if path else ():
        written = written.get(key) if isinstance(written, Mapping) else None
    return written


def unused(folder: Path, files: Sequence[str]) -> Iterator[str]:
    """Files of the theme folder that no page uses, and links."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_dir() or name in files):
            yield f"{folder.name}/{name}: no page uses this file\n    fix: remove it, or list it in hooks/verbatim/html/sources.py"


def fonts(root: Path) -> Iterator[str]:
    """Fonts that are missing, or not those that were made."""
    listed = root / SUMS
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
    if not lines:
        yield f"{SUMS}: the list of the fonts is missing\n    fix: restore it, or run tools/fonts.py"
    for line in lines:
        wanted, _, name = line.partition("  ")
        font = root / "fonts" / name
        if not font.is_file() or hashlib.sha256(font.read_bytes()).hexdigest() != wanted:
            yield f"fonts/{name}: the font is missing, or not the one that was made\n    fix: restore it, or run tools/fonts.py"


def faults(config: Mapping[str, Any], locales: Sequence[str], files: Sequence[str]) -> Iterator[str]:
    """What is wrong with the configuration of MkDocs, each with what to do.

    ``locales`` are the languages of the site, the first at its root; ``files`` those that the theme folder of the project must have.
    """
    from logging import WARNING  # here, because a configuration that was checked before needs none of it

    for package, wanted in VERSIONS.items():
        found = _version(package)
        if found and not found.startswith(wanted):
            yield f"{package} {found} is installed, {wanted}x is required\n    fix: ./run build installs the versions in requirements.txt"
    epoch = wrong_epoch(os.environ.get("SOURCE_DATE_EPOCH", ""))
    if epoch:  # MkDocs ends with a traceback
        yield epoch
    yield from _plugin(config, locales)
    if not config["strict"]:
        yield "mkdocs.yml: strict is switched off, so that a broken link would be published\n    fix: write strict: true"
    for (group, key), lost in VALIDATED.items():
        if (config["validation"][group][key] or 0) < WARNING:
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
    for name in sorted(KNOWN["extra"] - {"generator"}):
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
    if not theme.custom_dir:
        yield "mkdocs.yml: the theme folder of the project is missing\n    fix: write custom_dir: overrides"
        return
    folder = Path(theme.custom_dir)
    for name in files:
        if not (folder / name).is_file() or not (folder / name).stat().st_size:
            yield f"{folder.name}/{name}: the file is missing or empty, and pages need it\n    fix: restore it"


def _version(package: str) -> str:
    from importlib import metadata  # here, because a configuration that was checked before needs none of it

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:  # another package answers for it
        return ""


def main(root: Path, live: bool = False) -> int:
    """Print what is wrong with the configuration of a project; 1 if anything is.  What was found right before is not checked again."""
    from verbatim.cache.checked import CONFIGURED, configuration_of, engine_state, keep, take

    state = configuration_of(root, os.environ, engine_state())
    if take(root, CONFIGURED, state):
        return 0
    from verbatim.site import LOCALES, OWN_FILES

    found = checked(root, [*LOCALES], OWN_FILES, live)
    if found:
        sys.stderr.write("\n\n".join(found) + "\n")
    elif not live and configuration_of(root, os.environ, engine_state()) == state:  # all was asked, and nothing was edited meanwhile
        keep(root, CONFIGURED, state, "no faults")
    return bool(found)


def begun(words: Sequence[str]) -> int:
    """Check the configuration of this project, then carry out the command of the engine that the words hold; 1 where either fails."""
    live = [*words] == ["--live"]
    wrong = main(Path(__file__).resolve().parents[1], live)
    if wrong or live or not words:
        return wrong
    from verbatim.__main__ import main as engine

    return engine([*words])


if __name__ == "__main__":
    gc.disable()  # what a check makes holds no cycles of references, and to look for them takes a third of its time, once more at its end
    sys.exit(begun(sys.argv[1:]))
