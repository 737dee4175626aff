"""The adapter: the only module that knows MkDocs.

It hands the engine the project's files, and MkDocs what the engine makes of them.  Order of the events, once for each language
(static-i18n builds the second inside the first's ``on_post_build``): config, markdown of each page, context of each page, build.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

FOLDER = str(Path(__file__).parent)
sys.path.insert(0, FOLDER)  # MkDocs imports hooks by path, with its own sys.path, which it resets afterwards

import verbatim
import verbatim.aliases
import verbatim.export
import verbatim.files
import verbatim.gate
import verbatim.navigation
import verbatim.render
import verbatim.urls

AFTER_I18N = -200  # static-i18n acts at -100; what is set after it is final
UNUSED = ("*.map", "wordcut.js", "tinyseg.js")  # source maps, and word segmenters of languages that are not here


@dataclass
class State:
    """What one build keeps between its events."""

    serving: bool = False
    renderer: Any = None
    woven: Any = None
    not_found: str | None = None


STATE = State()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether this is a live server: then edited engine code is loaded anew with each build."""
    STATE.serving = command == "serve"


@event_priority(AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before a page is written; then set what differs between the languages."""
    if not config.plugins["i18n"].building:
        if STATE.serving:
            _reload()
        STATE.renderer, STATE.not_found = _renderer(config), None
        _share_environment(config)
    lang, text = _lang(config), STATE.renderer.text
    config.nav = verbatim.navigation.nav(STATE.renderer.corpus, lang)
    config.mdx_configs["toc"]["permalink_title"] = text(lang, "section_link")
    for palette, key in zip(config.theme["palette"], ("to_dark", "to_light"), strict=True):
        palette["toggle"]["name"] = text(lang, key)
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Weave sentences and tables into the page; Markdown sees only their places."""
    STATE.woven = STATE.renderer.page(_lang(config), _name(page, config), markdown)
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
    context["twins"] = {other: urls.page(other, name) for other in verbatim.urls.TAGS}
    context["lang_code"] = lang
    return context


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give templates without a page (404, sitemap) the interface words of both languages."""
    env.globals["word"] = STATE.renderer.text
    env.globals["lang_tags"] = verbatim.urls.TAGS
    env.globals["twin_urls"] = _twin_urls
    return env


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Both languages write the same 404.html: keep the one of the default language, which holds both."""
    if template_name != "404.html":
        return output_content
    STATE.not_found = STATE.not_found or output_content
    return STATE.not_found


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Once, after the last language: open data, pages for renamed places, and away with what nobody asks for."""
    if config.plugins["i18n"].building:
        return
    renderer, site = STATE.renderer, Path(config.site_dir)
    data = verbatim.export.exports(renderer.corpus, renderer.urls)
    verbatim.files.write_tree(site / "data", data)
    verbatim.files.write_tree(site, verbatim.aliases.pages(renderer))
    for pattern in UNUSED:
        verbatim.files.remove(site, pattern)


def _share_environment(config: MkDocsConfig) -> None:
    """Let both languages use one template environment: compiling and listing the theme twice is most of a small build."""
    environment = type(config.theme).get_env(config.theme)
    names = environment.loader.list_templates()
    environment.loader.list_templates = lambda: names
    config.theme.get_env = lambda: environment


def _renderer(config: MkDocsConfig) -> Any:
    """The renderer of the project's material; its faults stop the build."""
    try:
        corpus = verbatim.gate.project(Path(config.config_file_path).parent)
    except verbatim.gate.Faulty as faulty:
        raise PluginError(f"the words or data are at fault\n\n{faulty}") from None
    return verbatim.render.Renderer(corpus, verbatim.urls.Urls(config.use_directory_urls))


def _lang(config: MkDocsConfig) -> Any:
    """The language being built."""
    return config.plugins["i18n"].current_language


def _name(page: Page, config: MkDocsConfig) -> str:
    """The page's path below its language's folder, without the ending."""
    return page.file.src_uri.removeprefix(f"{_lang(config)}/").removesuffix(".md")


def _twin_urls(url: str) -> Mapping[str, str]:
    """From a page's address of either language, its address in each, for the sitemap."""
    bare = url.removeprefix("en/")
    return {"zh": bare, "en": f"en/{bare}"}


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
