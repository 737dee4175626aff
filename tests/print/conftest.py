"""What the tests of the print edition share: the files as the build wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Site
from engine.example import ROOT, several
from verbatim.data.editions import BOOKS
from verbatim.data.tables import exports
from verbatim.model.addresses import Published
from verbatim.print.typeset import BookBuilder
from verbatim.read.corpus import Corpus


@pytest.fixture(scope="session")
def pdf(site: Site) -> Path:
    """The folder of the print editions."""
    return site.folder / "pdf"


@pytest.fixture(scope="session")
def books(pdf: Path) -> dict[str, bytes]:
    """The print editions of every event, file name to content."""
    return {path.name: path.read_bytes() for path in sorted(pdf.iterdir())}


@pytest.fixture(scope="session")
def corpus(site: Site) -> Corpus:
    """The project's material."""
    return site.corpus


@pytest.fixture(params=BOOKS)
def book(request: pytest.FixtureRequest, books: dict[str, bytes], corpus: Corpus) -> tuple[str, bytes]:
    """Each edition of the first event: its name and the file."""
    return request.param, books[f"{next(iter(corpus.transcripts))}-{request.param}.pdf"]


@pytest.fixture(scope="session")
def others() -> dict[str, bytes]:
    """The print editions of the made-up events, file name to content: without a target or notes, of several speakers, with tables."""
    published = Published("https://example.org/")
    return BookBuilder(several(), published, ROOT / "fonts", exports(several(), Published()), 0).books()
