"""The adapter: the only module that knows MkDocs.

It hands the engine the project's files, and MkDocs what the engine makes of them.  Order of the events, once for each language
(static-i18n builds the second inside the first's ``on_post_build``): config, markdown of each page, context of each page, build.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

FOLDER = str(Path(__file__).parent)
sys.path.insert(0, FOLDER)  # MkDocs imports hooks by path, with its own sys.path, which it resets afterwards

import verbatim
import verbatim.data.chart_data
import verbatim.data.editions
import verbatim.data.tables
import verbatim.html.cite_data
import verbatim.html.concordance
import verbatim.html.foreign_words
import verbatim.html.navigation
import verbatim.html.page_head
import verbatim.html.reading_data
import verbatim.html.redirects
import verbatim.html.render
import verbatim.html.scripts
import verbatim.html.stylesheet
import verbatim.model.addresses
import verbatim.project
import verbatim.read.files
import verbatim.search.index
import verbatim.text.data_scripts

AFTER_I18N = -200  # static-i18n acts at -100; what is set after it is final
THEME_SHEETS = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")  # in their order
OUR_SHEETS = tuple(
    f"assets/stylesheets/{name}.css" for name in ("base", "page", "transcript", "register", "glossary", "charts", "home", "search", "print")
)  # in their order
THEME_TEMPLATES = (  # those of the theme's own that our pages are made of
    "base.html",
    *(f"partials/{name}.html" for name in ("content", "footer", "palette", "toc", "toc-item", "top")),
)
UNUSED = (".js", ".css", ".map")  # of the theme's files: its own scripts and style sheets, the sources of ours, source maps


@dataclass
class State:
    """What one build keeps between its events."""

    serving: bool = False
    renderer: Any = None
    woven: Any = None
    not_found: str | None = None
    stylesheet: tuple[str, str] = ("", "")
    scripts: Mapping[str, str] = field(default_factory=dict)
    twins: dict[str, str] = field(default_factory=dict)


STATE = State()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether this is a live server: then edited engine code is loaded anew with each build."""
    gc.set_threshold(200_000, 50, 50)  # a build makes much and frees little: looking for garbage at every 700 objects is a tenth of it
    STATE.serving = command == "serve"


@event_priority(AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before a page is written; then set what differs between the languages."""
    if config.extra["offline"]:
        config.use_directory_urls = False
    if not _i18n(config).building:
        if STATE.serving:
            _reload()
        STATE.renderer, STATE.not_found = _renderer(config), None
        STATE.stylesheet, STATE.twins = _stylesheet(config), {}
        STATE.scripts = _built(config)
        _share_environment(config)
    lang, text = _lang(config), STATE.renderer.text
    config.site_name = text(lang, "site_name")
    config.nav = verbatim.html.navigation.nav(STATE.renderer.corpus, lang)
    config.mdx_configs["toc"]["permalink_title"] = text(lang, "section_link")
    extensions: Any = config.markdown_extensions
    extensions[:] = [*(one for one in extensions if isinstance(one, str)), verbatim.html.foreign_words.ForeignWords(lang)]
    for palette, key in zip(config.theme["palette"], ("to_dark", "to_light"), strict=True):
        palette["toggle"]["name"] = text(lang, key)
    return config


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the files of the theme that no page needs."""
    for file in [file for file in files if file.src_uri.endswith(UNUSED)]:
        files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Weave sentences and tables into the page; Markdown sees only their places."""
    lang, name = _lang(config), _name(page, config)
    STATE.woven = STATE.renderer.page(lang, name, markdown)
    page.meta["twins"] = STATE.renderer.twins(STATE.woven, lang, name)
    return str(STATE.woven.markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the places in what Markdown made of the page, and tell the table of contents what they hold."""
    if page.toc.items:
        page.toc.items[0].children += [AnchorLink(title, anchor, level=2) for anchor, title in STATE.woven.headings]
    return str(STATE.woven.fill(html))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the theme's templates the interface words and the page's address in each language."""
    name, urls, lang = _name(page, config), STATE.renderer.urls, _lang(config)
    context["t"] = lambda key, **values: STATE.renderer.text(lang, key, **values)
    context["twins"] = {other: urls.page(other, name) for other in verbatim.model.addresses.TAGS}
    context["lang_code"] = lang
    context["editions"] = _editions(config, name)
    edition = dict(context["editions"]).get(lang)
    context["head"] = verbatim.html.page_head.Metadata(STATE.renderer.corpus, urls, config.site_url or "/").head(lang, name, edition)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Note the page's sentences in the other language, for a script; leave out the indents."""
    twins = page.meta["twins"]
    if twins:
        other = "en" if _lang(config) == "zh" else "zh"
        STATE.twins[STATE.renderer.urls.lines(other, _name(page, config))] = twins
    return str(verbatim.html.scripts.page(output))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give templates without a page (404, sitemap) the interface words of both languages, and leave out the lines of their tags."""
    env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = verbatim.html.render.JSON
    env.globals["word"] = STATE.renderer.text
    env.globals["stylesheet"] = f"assets/{STATE.stylesheet[0]}"
    env.globals["lang_tags"] = verbatim.model.addresses.TAGS
    env.globals["twin_urls"] = _twin_urls
    return env


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Both languages write the same 404.html: keep the one of the default language, which holds both."""
    if template_name != "404.html":
        return output_content
    if STATE.not_found is None:
        STATE.not_found = str(verbatim.html.scripts.page(output_content))
    return STATE.not_found


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Once, after the last language: everything beside the pages."""
    if _i18n(config).building:
        return
    renderer, site = STATE.renderer, Path(config.site_dir)
    data = verbatim.data.tables.exports(renderer.corpus, renderer.urls)
    verbatim.read.files.write_tree(site / "data", data)
    verbatim.read.files.write_tree(site / "data", verbatim.data.chart_data.files(renderer.corpus, renderer.urls))
    verbatim.read.files.write_tree(site, verbatim.html.redirects.pages(renderer))
    material = verbatim.read.files.read_tree(Path(config.config_file_path).parent)
    verbatim.read.files.write_tree(site, verbatim.text.data_scripts.data_scripts(STATE.twins))
    verbatim.read.files.write_tree(
        site / "assets/data", {"readings.js": verbatim.html.reading_data.reading_data(renderer.corpus, material)}
    )
    verbatim.read.files.write_tree(site / "assets/data", {"concordance.js": verbatim.html.concordance.script(renderer.corpus)})
    verbatim.read.files.write_tree(site, verbatim.data.tables.rows(renderer.corpus, renderer.urls))
    verbatim.read.files.write_tree(site, verbatim.html.cite_data.scripts(renderer))
    verbatim.read.files.write_tree(site, verbatim.search.index.scripts(renderer.corpus, renderer.urls))
    verbatim.read.files.write_tree(site / "assets", {f"{name}.js": text for name, text in STATE.scripts.items()})
    verbatim.read.files.write_tree(site / "assets", dict([STATE.stylesheet]))
    if config.extra["print"]:
        _print(config, site, data)


def _theme_files(config: MkDocsConfig, patterns: Iterable[str]) -> dict[str, str]:
    """The texts of the theme's files, ours and its own, that the patterns name, by path, in the order of the patterns."""
    found = ((path, folder) for pattern in patterns for folder in config.theme.dirs for path in sorted(Path(folder).glob(pattern)))
    return {path.relative_to(folder).as_posix(): verbatim.read.files.read_text(path) for path, folder in found}


def _stylesheet(config: MkDocsConfig) -> tuple[str, str]:
    """The style sheet of the site, its file name and its text; a fault in one of ours stops the build."""
    own, cache = Path(config.theme.custom_dir or ""), Path(config.config_file_path).parent / ".cache" / "stylesheet"
    folders = (own, verbatim.html.render.TEMPLATES)
    ours = [verbatim.read.files.read_text(path) for folder in folders for path in sorted(folder.rglob("*.html"))]
    users = [*_theme_files(config, THEME_TEMPLATES).values(), *ours, *_components(config).values()]
    sheets = {"data/design.yml": verbatim.html.stylesheet.tokens(STATE.renderer.corpus.design)}
    sheets |= {f"{own.name}/{path}": text for path, text in _theme_files(config, OUR_SHEETS).items()}
    try:
        found: tuple[str, str] = verbatim.html.stylesheet.stylesheet(_theme_files(config, THEME_SHEETS), sheets, users, cache)
    except ValueError as error:
        raise PluginError(f"a style sheet is at fault\n\n{error}\n    fix: correct the syntax there") from None
    return found


def _components(config: MkDocsConfig) -> dict[str, str]:
    """The sources of our scripts by name."""
    folder = Path(config.theme.custom_dir or "") / "assets"
    return {
        path.relative_to(folder).with_suffix("").as_posix(): verbatim.read.files.read_text(path) for path in sorted(folder.rglob("*.js"))
    }


def _built(config: MkDocsConfig) -> Mapping[str, str]:
    """The scripts of the site, made before a page is written: one that cannot be read stops the build."""
    try:
        scripts: Mapping[str, str] = verbatim.html.scripts.built(_components(config), f"{Path(config.theme.custom_dir or '').name}/assets/")
    except verbatim.html.scripts.InvalidScript as invalid:
        raise PluginError(f"a script is at fault\n\n{invalid}") from None
    return scripts


def _print(config: MkDocsConfig, site: Path, data: Mapping[str, str]) -> None:
    """Write the print editions, which carry some of the open ``data``, and the social cards."""
    root, corpus = Path(config.config_file_path).parent, STATE.renderer.corpus
    fonts, cache = root / "fonts", root / ".cache" / "print"
    typeset, card, unprintable = (_engine(f"print.{name}") for name in ("typeset", "card", "unprintable"))  # here: Typst loads slowly
    try:
        epoch = typeset.epoch_of(os.environ)
        builder = typeset.BookBuilder(corpus, STATE.renderer.urls, fonts, data, config.site_url or "", epoch, cache)
        typeset.write(site / "pdf", builder.books())
        typeset.write(site / "assets", card.cards(corpus, fonts))
    except unprintable.Unprintable as reason:
        raise PluginError(f"the print edition cannot be made\n\n{reason}") from None


def _editions(config: MkDocsConfig, name: str) -> list[tuple[str, str]]:
    """The print editions that a page leads to, name and address: its event's, or those of the only event."""
    events = list(STATE.renderer.corpus.transcripts)
    event = name.partition("/")[0]
    chosen = event if event in events else events[0] if len(events) == 1 else None
    found = verbatim.data.editions.editions_of(chosen) if chosen and config.extra["print"] else []
    return [(which, f"pdf/{file}") for which, file in found]


def _share_environment(config: MkDocsConfig) -> None:
    """Let both languages use one template environment: compiling and listing the theme twice is most of a small build."""
    theme: Any = config.theme
    environment: Any = type(theme).get_env(theme)
    environment.bytecode_cache = _cache(config, "theme")  # compiled with other settings than the engine's
    names = environment.loader.list_templates()
    environment.loader.list_templates = lambda: names
    theme.get_env = lambda: environment


def _renderer(config: MkDocsConfig) -> Any:
    """The renderer of the project's material; its faults stop the build."""
    try:
        corpus = verbatim.project.project(Path(config.config_file_path).parent)
    except verbatim.project.InvalidProject as faulty:
        raise PluginError(f"the words or data are at fault\n\n{faulty}") from None
    return verbatim.html.render.Renderer(corpus, verbatim.model.addresses.Urls(config.use_directory_urls), _cache(config))


def _cache(config: MkDocsConfig, name: str = "templates") -> jinja2.BytecodeCache:
    """Compiled templates, kept for the next build; each is found by the checksum of its source, so none can be stale."""
    folder = Path(config.config_file_path).parent / ".cache" / name
    folder.mkdir(parents=True, exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(folder))


def _i18n(config: MkDocsConfig) -> Any:
    """The plugin that builds the site once for each language."""
    return config.plugins["i18n"]


def _lang(config: MkDocsConfig) -> Any:
    """The language being built."""
    return _i18n(config).current_language


def _name(page: Page, config: MkDocsConfig) -> str:
    """The page's path below its language's folder, without the ending."""
    return page.file.src_uri.removeprefix(f"{_lang(config)}/").removesuffix(".md")


def _twin_urls(url: str) -> Mapping[str, str]:
    """From a page's address of either language, its address in each, for the sitemap."""
    bare = url.removeprefix("en/")
    return {"zh": bare, "en": f"en/{bare}"}


def _engine(name: str) -> Any:
    """A module of the engine that is not loaded at the start."""
    sys.path.insert(0, FOLDER)
    try:
        return importlib.import_module(f"verbatim.{name}")
    finally:
        sys.path.remove(FOLDER)


def _reload() -> None:
    """Load the engine's modules anew, so that an edit of the engine takes effect with the next rebuild."""
    names = [name for name in sys.modules if name == "verbatim" or name.startswith("verbatim.")]
    for name in names:
        del sys.modules[name]
    sys.path.insert(0, FOLDER)
    for name in names:
        importlib.import_module(name)
    sys.path.remove(FOLDER)
    globals()["verbatim"] = sys.modules["verbatim"]
