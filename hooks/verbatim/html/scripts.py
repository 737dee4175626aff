"""Minifies pages and scripts, and joins our scripts into the files that pages load.

Pages and scripts are read by a parser (tdewolff's), so that strings, templates and patterns are never taken for code.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model.faults import BuildError, Faults

BUILT: Mapping[str, tuple[str, ...]] = {
    "site": (
        *("core/verbatim", "core/load", "core/store", "core/place", "core/keys", "core/notice"),
        *("language", "tools-offer", "cite-offer", "popover-offer"),
        *("frame/scheme", "frame/back", "frame/details", "frame/scrolling", "frame/search-box"),
    ),
    "scroll": ("frame/scroll",),
    "tools": ("core/painted", "core/shared", "tools"),  # which fetch the readings too
    "view": ("lines", "view"),
    "readings": ("reading-text", "readings"),
    "cite": ("core/own", "lines", "clipboard", "citation", "cite"),
    "glossary": ("core/painted", "core/shared", "far-parts", "term-filter", "glossary"),
    "context": ("core/own", "element", "context"),
    "popover": ("element", "core/own", "core/shared", "core/panels", "popover"),
    "astray": ("core/own", "core/shared", "core/panels", "typed-address", "astray"),
    "not-found": ("core/shared", "typed-address", "not-found"),
    "targets": ("core/painted", "far-parts", "register", "register-form", "sort-heads", "targets"),
    "download": ("download",),
    "search": (  # in the order that is smallest when compressed
        *("search/engine/words", "core/painted", "search/engine/suggest"),
        *(f"search/engine/{name}" for name in ("little", "query", "match", "rank", "documents")),
        *(f"search/engine/{name}" for name in ("results", "index", "exact", "fold", "finder")),
        *(
            "clipboard",
            "core/own",
            "core/shared",
            "core/panels",
            "element",
            "search/narrowing",
            "search/hits",
            "search/typing",
            "search/search",
        ),
    ),
    "questions": tuple(f"search/engine/{name}" for name in ("units", "graded", "vocabulary", "reader-words", "questions")),
    "near": ("search/engine/near",),
    "numbers": ("search/engine/numbers",),
    "pinyin": ("search/engine/pinyin",),
    "who": ("search/engine/who",),
    "about": ("search/engine/about",),
    "shelf": ("search/postings", "search/shelf"),
    "highlight": ("core/shared", "search/highlight"),
}
"""Each script of the site and the components joined into it, in the order in which they use one another."""

DRESSED = ("scroll", "search", "view", "cite", "popover", "highlight")
"""The scripts that bring a style sheet of the same name along."""

_PAGES = {
    "html-keep-whitespace": True,  # a run of spaces becomes one, and none becomes nothing
    "html-keep-document-tags": True,
    "html-keep-default-attr-vals": True,  # style rules and our scripts look for some of them
    "json-keep-numbers": True,
}


class InvalidScript(BuildError):
    """A script cannot be read."""

    subject = "a script"


def page(html: str) -> str:
    """A page without comments, indents and end tags that HTML implies; every word stays, and a space wherever there was one."""
    import minify  # only here and below: it brings threads, with which a process cannot be forked

    minify.config(_PAGES)
    small: str = minify.string("text/html", html)
    return small


def built(sources: Mapping[str, str], folder: str = "") -> Mapping[str, str]:
    """The scripts of ``BUILT`` by name, each one function around its components.

    ``sources`` are the components by name; ``folder`` is where they are, for the report.
    Raises ``InvalidScript`` with every component that is no JavaScript: file, line, what is wrong.
    """
    faults = Faults()
    small = {name: _small(f"{folder}{name}.js", text, faults) for name, text in sources.items()}
    if faults:
        raise InvalidScript(faults.report())
    return {name: f"(()=>{{{';'.join(small[part] for part in parts)}}})();\n" for name, parts in BUILT.items()}


def _small(path: str, text: str, faults: Faults) -> str:
    import minify

    try:
        small: str = minify.string("application/javascript", text)
    except minify.MinifyError as error:
        what = str(error).partition("\n")[0]
        message, _, line = what.partition(" on line ")
        faults.add(path, int(line.partition(" ")[0]), "JS", f"this is no JavaScript: {message}", "correct the script there")
        return ""
    return small.removesuffix(";")
