"""The adapter: the events of MkDocs, each handed to the engine.

For each language they come in this order: ``on_config``; ``on_files``; ``on_page_read_source``, ``on_page_markdown`` and
``on_page_content`` of each page; ``on_env``; ``on_pre_template``, ``on_template_context`` and ``on_post_template`` of each template
without a page; ``on_page_context`` and ``on_post_page`` of each page; ``on_post_build``, in which static-i18n builds the next language.
"""

from __future__ import annotations

import gc
import logging
import sys
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

sys.path.insert(0, str(Path(__file__).parent))  # MkDocs imports hooks by path, with its own sys.path, which it resets afterwards

from generated_pages import file_in_memory
from live_answers import extend
from site_build import SiteBuild
from template_faults import report
from unmade_pages import NOTHING

AFTER_I18N = -200  # static-i18n acts at -100; what is set after it is final
UNUSED = (".js", ".css", ".map", ".png")  # of the theme's files: its own scripts, style sheets and mark, the sources of ours, source maps
BUILD = SiteBuild()
LOG = logging.getLogger("mkdocs.hooks.verbatim")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether this is a live server: its next build reloads an edited engine, no fault ends it, it sets books when asked."""
    BUILD.serving = command == "serve"
    if BUILD.serving:
        extend(serve, BUILD.book)


def on_shutdown() -> None:
    """Let the process end at once: Python would first look through all that a build made for cycles, for a twentieth of its time."""
    gc.freeze()


@event_priority(AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before a page is written; then set what differs between the languages."""
    BUILD.check(config)
    if config.extra["offline"]:
        config.use_directory_urls = False
    if not _i18n(config).building:
        BUILD.start(config, Path(__file__))
    site, lang = BUILD.site, _locale(config).lang
    config.site_url, config.site_name = site.options.url, site.renderer.text(lang, "site_name")
    config.nav = BUILD.assembly.nav(_locale(config))
    extensions: Any = config.markdown_extensions
    extensions[:] = [*(extension for extension in extensions if isinstance(extension, str)), *site.markdown_extensions(lang)]
    return config


def _without_idle_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the files of the theme that no page needs and the pages that stay as they are, before static-i18n looks at each."""
    locale = _locale(config)
    for file in [file for file in files if file.src_uri.endswith(UNUSED) or not BUILD.assembly.is_handed(locale, _name(file))]:
        files.remove(file)
    return files


@event_priority(AFTER_I18N)
def _with_pages_without_file(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that have no file."""
    locale = _locale(config)
    for name, place in BUILD.site.pages_without_file(locale).items():
        files.append(file_in_memory(config, locale.code, name, place, BUILD.site.front_matter(locale.lang, name)))
    return files


on_files = CombinedEvent(_without_idle_files, _with_pages_without_file)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Take a page of an event that is not made as what is known of it: then its file is not read."""
    return "" if BUILD.pages.take(page, _locale(config), _name(page.file)) else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leave to Markdown the page's own text, with a comment in each place where sentences, tables or lists belong."""
    if BUILD.pages.is_unmade(page):
        BUILD.pages.name(page)
        return ""
    page.meta["fragments"] = BUILD.site.fragments(_locale(config), _name(page.file), markdown)
    return str(page.meta["fragments"].markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the places in what Markdown made of the page, and give the table of contents their headings."""
    if BUILD.pages.is_unmade(page):
        BUILD.pages.link(page)
        return ""
    fragments = page.meta.pop("fragments")
    if page.toc.items:
        page.toc.items[0].children += [AnchorLink(title, anchor, level=2) for anchor, title in fragments.headings]
    return str(fragments.fill(html))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give templates without a page (404, sitemap) the interface strings of both languages, and leave out the lines of their tags."""
    env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = BUILD.engine.JSON
    env.globals |= BUILD.site.theme_globals()
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the theme's templates the interface strings and the page's address in each language."""
    if not BUILD.pages.is_unmade(page):
        context |= BUILD.site.page_context(_locale(config), _name(page.file))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out comments and indents, and note the page for later builds; of a page that is not made nothing is written."""
    page.content = None  # it has been used, and that of all pages together is much
    if BUILD.pages.is_unmade(page):
        return ""
    return str(BUILD.assembly.finished(_locale(config), _name(page.file), BUILD.engine.small_page(output)))


def on_pre_template(template: jinja2.Template, template_name: str, config: MkDocsConfig) -> jinja2.Template:
    """Fill the 404.html of the default language, which holds both, and the sitemap of a site whose address is known.

    A copy on disk has neither: no server answers there.  MkDocs writes no file for a template whose output is empty.
    """
    wanted = bool(config.site_url) if template_name == "sitemap.xml" else not _i18n(config).building
    return template if wanted and BUILD.site.share is None and not config.extra["offline"] else NOTHING


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Let 404.html find its files below the root of a live server, wherever the site will be found."""
    return {**context, "base_url": "/"} if BUILD.serving and template_name == "404.html" else context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Leave out comments and indents of a page."""
    return str(BUILD.engine.small_page(output_content)) if template_name == "404.html" else output_content


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Once, after the last language: write everything beside the pages."""
    if not _i18n(config).building:
        BUILD.write(config)


def on_build_error(error: Exception) -> None:
    """End a build that a template, an unreadable file or a draft with faults stops with a report of its place."""
    BUILD.abandon()
    found = "" if isinstance(error, Abort | PluginError) else report(error) or BUILD.faults()
    if found:
        LOG.error(found)
        raise Abort("the build stops at a template, a file or a draft") from None


def _i18n(config: MkDocsConfig) -> Any:
    """The plugin that builds the site once for each language."""
    return config.plugins["i18n"]


def _locale(config: MkDocsConfig) -> Any:
    """The locale being built."""
    return BUILD.engine.LOCALES[_i18n(config).current_language]


def _name(file: File) -> str:
    """The path of a page below the folder of its language, be it the one being built or another, without the ending."""
    language, _, below = file.src_uri.partition("/")
    return below.removesuffix(".md") if language in BUILD.engine.LOCALES else file.src_uri
