"""What is read only when more of it is asked for than is known."""

from __future__ import annotations

import copy
import dataclasses
from typing import Any

import pytest

from verbatim.model import OnDemand, Page
from verbatim.read.corpus import Transcript

PAGE = Page("docs/en/a.md", "en", "a", "Title", "", {}, (("targets", 3),), ((1, "Title"),))


class Source:
    """What gives the whole, and counts how often it did."""

    times = 0

    def page(self) -> Page:
        self.times += 1
        return PAGE


def known(source: Source) -> Page:
    return Page.known(source.page, lang="en", title="Title")


def test_nothing_is_read_for_what_is_known_and_all_is_read_once_for_the_rest() -> None:
    source = Source()
    page = known(source)

    assert (page.title, source.times) == ("Title", 0)
    assert (page.prose, page.sections, page.directives, source.times) == (((1, "Title"),), {}, (("targets", 3),), 1)


def test_it_is_equal_to_the_whole_and_can_be_changed_and_copied_like_it() -> None:
    assert known(Source()) == PAGE
    assert dataclasses.replace(known(Source()), name="b") == dataclasses.replace(PAGE, name="b")
    assert copy.copy(known(Source())) == PAGE


def test_a_name_that_is_no_field_is_none() -> None:
    page: Any = known(Source())
    for name in ("nothing", "__html__"):
        assert not hasattr(page, name)


@pytest.mark.parametrize("kind", [Page, Transcript])
def test_no_field_is_taken_for_known_because_of_a_default(kind: type[Any]) -> None:
    assert OnDemand in kind.__bases__
    assert [field.name for field in dataclasses.fields(kind) if hasattr(kind, field.name)] == []
