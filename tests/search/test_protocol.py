"""The seams in the theme that the search relies on; a failure here says that the theme has changed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import material  # type: ignore[import-untyped]
from javascript import ROOT

TEMPLATES = Path(material.__file__).parent / "templates"


def keys(template: str) -> list[str]:
    """The keys of the configuration that a template hands to the theme's script."""
    block = re.search(r"{% block config %}(.*?){% endblock %}", template, re.S)
    assert block
    return re.findall(r'^\s*"([a-z.]+)":', block[1], re.M)


def source(name: str) -> str:
    """A file of the theme's script, from its source map."""
    (path,) = TEMPLATES.glob("assets/javascripts/bundle.*.min.js.map")
    sources = json.loads(path.read_text("utf-8"))
    (number,) = [at for at, one in enumerate(sources["sources"]) if one.endswith(name)]
    return str(sources["sourcesContent"][number])


def test_our_configuration_has_the_keys_of_the_theme_s() -> None:
    assert keys((ROOT / "overrides/main.html").read_text("utf-8")) == keys((TEMPLATES / "base.html").read_text("utf-8"))


def test_the_theme_starts_its_worker_from_the_configuration() -> None:
    assert re.search(r'"search": "assets/javascripts/workers/search\.\w+\.min\.js" \| url', (TEMPLATES / "base.html").read_text("utf-8"))
    assert "setupSearchWorker(config.search, index$)" in source("components/search/_/index.ts")


def test_the_messages_are_setup_ready_query_result_in_this_order() -> None:
    messages = source("integrations/search/worker/message/index.ts")
    assert re.findall(r"^  (SETUP|READY|QUERY|RESULT)\b", messages, re.M) == ["SETUP", "READY", "QUERY", "RESULT"]
    assert "data: SearchResult " in messages


def test_the_list_shows_the_title_of_a_single_document_as_html() -> None:
    item = source("templates/search/index.tsx")
    assert "<h1>{document.title}</h1>" in item
    assert "document.location, config.base" in item
    assert 'feature("search.highlight")' in item


def test_the_box_hears_keys_and_the_index_is_fetched_from_where_ours_lies() -> None:
    assert 'fromEvent(el, "keyup")' in source("components/search/query/index.ts")
    assert '"search/search_index.json"' in source("bundle.ts")
    assert '"search/search_index.js"' in source("bundle.ts")
