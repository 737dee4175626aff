"""The adapter: the only module that knows MkDocs.

It hands the engine the project's files, and MkDocs what the engine makes of them.  Order of the events, once for each language
(static-i18n builds the second inside the first's ``on_post_build``): config, files, markdown of each page, context of each page, build.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

FOLDER = str(Path(__file__).parent)
sys.path.insert(0, FOLDER)  # MkDocs imports hooks by path, with its own sys.path, which it resets afterwards

import verbatim.site
from configuration import faults
from live_faults import display_faults
from template_faults import report
from theme_environment import share_environment

AFTER_I18N = -200  # static-i18n acts at -100; what is set after it is final
UNUSED = (".js", ".css", ".map")  # of the theme's files: its own scripts and style sheets, the sources of ours, source maps
SITE: Any = None  # of this build; replaced whole by the next one
SERVING = False
LOG = logging.getLogger("mkdocs.hooks.verbatim")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether this is a live server: then edited engine code is reloaded with each build."""
    globals()["SERVING"] = command == "serve"


@event_priority(AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before a page is written; then set what differs between the languages."""
    _check(config)
    if config.extra["offline"]:
        config.use_directory_urls = False
    if not _i18n(config).building:
        _start(config, _address(config))
    config.site_url = SITE.options.url
    lang, text = _locale(config).lang, SITE.renderer.text
    config.site_name = text(lang, "site_name")
    config.nav = SITE.nav(lang)
    config.mdx_configs["toc"]["permalink_title"] = text(lang, "section_link")
    extensions: Any = config.markdown_extensions
    extensions[:] = [*(extension for extension in extensions if isinstance(extension, str)), SITE.markdown_extension(lang)]
    for palette, key in zip(config.theme["palette"], ("to_dark", "to_light"), strict=True):
        palette["toggle"]["name"] = text(lang, key)
    return config


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> None:
    """Let the live server display a fault of a rebuild."""
    display_faults(server)


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the files of the theme that no page needs."""
    for file in [file for file in files if file.src_uri.endswith(UNUSED)]:
        files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Weave sentences and tables into the page; Markdown sees only their places."""
    page.meta["fragments"] = SITE.renderer.page(_locale(config), _name(page, config), markdown)
    return str(page.meta["fragments"].markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the places in what Markdown made of the page, and give the table of contents their headings."""
    fragments = page.meta["fragments"]
    if page.toc.items:
        page.toc.items[0].children += [AnchorLink(title, anchor, level=2) for anchor, title in fragments.headings]
    return str(fragments.fill(html))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give templates without a page (404, sitemap) the interface strings of both languages, and leave out the lines of their tags."""
    env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = verbatim.site.JSON
    env.globals |= SITE.theme_globals()
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the theme's templates the interface strings and the page's address in each language."""
    context |= SITE.page_context(_locale(config), _name(page, config))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out comments and indents."""
    return str(verbatim.site.small_page(output))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the 404.html of the default language, which holds both, and the sitemap of a site whose address is known.

    MkDocs writes no file for a template whose output is empty.
    """
    if template_name == "sitemap.xml" and (config.extra["offline"] or not config.site_url):
        return ""
    if template_name != "404.html":
        return output_content
    return "" if _i18n(config).building else str(verbatim.site.small_page(output_content))


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Once, after the last language: write everything beside the pages."""
    if _i18n(config).building:
        return
    try:
        verbatim.site.write(SITE, Path(config.site_dir))
    except verbatim.site.BuildError as error:
        raise _stopped(error) from None
    except OSError as error:
        place = error.filename or config.site_dir
        raise PluginError(f"cannot write {place}: {error.strerror}\n    fix: make it a place that can be written") from None


def on_build_error(error: Exception) -> None:
    """End a build that a template or an unreadable file stops with a report of its place."""
    found = "" if isinstance(error, Abort | PluginError) else report(error)
    if found:
        LOG.error(found)
        raise Abort("the build stops at a template or a file") from None


def _check(config: MkDocsConfig) -> None:
    """Stop the build at a configuration that the site cannot be built with."""
    found = [*faults(config, [*verbatim.site.LOCALES], verbatim.site.OWN_FILES)]
    if found:
        raise PluginError("the build stops at the configuration\n\n" + "\n\n".join(found))


def _address(config: MkDocsConfig) -> str:
    """The site's address, or empty where it is not known; a live server has set its own."""
    try:
        address = str(verbatim.site.site_address(str((config.site_url if SERVING else config.extra["address"]) or "")))
    except verbatim.site.BuildError as error:
        raise _stopped(error) from None
    if not address:
        LOG.info(
            "SITE_URL is not set: citations take the address of whatever serves the site, links in data are relative, books hold none, "
            "and there is no sitemap.  For publishing: SITE_URL=https://your.host/path/ ./run build"
        )
    return address


def _start(config: MkDocsConfig, address: str) -> None:
    """Read, check and prepare the project for a site at an address; every fault stops the build."""
    if SERVING:
        _reload()
    root, theme = Path(config.config_file_path).parent, tuple(map(Path, config.theme.dirs))
    options = verbatim.site.Options(
        url=address,
        directory_urls=config.use_directory_urls,
        theme=theme,
        books=config.extra["print"],
        policy_in_pages=config.extra["meta_policy"],
        epoch=os.environ.get("SOURCE_DATE_EPOCH", ""),
        copy=config.extra["offline"],
    )
    try:
        globals()["SITE"] = verbatim.site.load_site(root, options)
    except verbatim.site.BuildError as error:
        raise _stopped(error) from None
    share_environment(
        config.theme, verbatim.site.template_cache(root / ".cache" / "theme", Path(__file__))
    )  # apart: compiled with other settings


def _stopped(error: Any) -> PluginError:
    """What MkDocs prints when the engine stops the build."""
    return PluginError(f"the build stops at {error.subject}\n\n{error}")


def _reload() -> None:
    """Reload the engine, so that an edit of it takes effect with the next rebuild; MkDocs never reloads a hook."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "verbatim"]:
        del sys.modules[name]
    sys.path.insert(0, FOLDER)
    importlib.import_module("verbatim.site")
    sys.path.remove(FOLDER)
    globals()["verbatim"] = sys.modules["verbatim"]


def _i18n(config: MkDocsConfig) -> Any:
    """The plugin that builds the site once for each language."""
    return config.plugins["i18n"]


def _locale(config: MkDocsConfig) -> Any:
    """The locale being built."""
    return verbatim.site.LOCALES[_i18n(config).current_language]


def _name(page: Page, config: MkDocsConfig) -> str:
    """The page's path below its language's folder, without the ending."""
    return page.file.src_uri.removeprefix(f"{_locale(config).code}/").removesuffix(".md")
