from __future__ import annotations

from pathlib import Path

import pytest

from verbatim.html.delivery import Delivery
from verbatim.read.files import replace_in

SHEETS = {"a.css": ".a{top:0}.b{top:0}.c{top:0}", "b.css": ".lit{left:0}.far{left:0}"}
SCRIPTS = {"one.js": 'load("two.js"); add("lit");', "two.js": 'load("one.js"); add("far");'}


def test_pages_of_a_kind_share_a_sheet_that_holds_what_any_of_them_uses(tmp_path: Path) -> None:
    delivery = Delivery(SHEETS, SCRIPTS, tmp_path)
    delivery.see("speech", '<p class="a">')
    delivery.see("speech", '<p class="b">')
    delivery.see("list", '<p class="c">')

    assert delivery.sheet("speech")[1] == ".a{top:0}.b{top:0}"
    assert delivery.sheet("list")[1] == ".c{top:0}"


def test_a_page_uses_what_its_script_and_the_scripts_fetched_by_it_bring_in(tmp_path: Path) -> None:
    delivery = Delivery(SHEETS, SCRIPTS, tmp_path)
    delivery.see("page", '<p class="a"><script src="one.js">')

    assert delivery.sheet("page")[1] == ".a{top:0}.lit{left:0}.far{left:0}"


def test_a_sheet_is_kept_for_the_next_build_and_its_name_changes_with_it(tmp_path: Path) -> None:
    names = []
    for sheets in (SHEETS, SHEETS, {"a.css": ".a{top:1px}"}):
        delivery = Delivery(sheets, {}, tmp_path)
        delivery.see("page", '<p class="a">')
        names.append(delivery.sheet("page")[0])

    assert names[0] == names[1] != names[2]
    assert len(list(tmp_path.glob("*.css"))) == 2


@pytest.mark.parametrize("fault", ["p{top:0}}", "p{top}", "@media print{.x{top}}", "@import 'x.css';", "[href=x]{top}"])
def test_a_sheet_that_cannot_be_cut_is_told_before_any_page_is_seen(tmp_path: Path, fault: str) -> None:
    with pytest.raises(ValueError, match=r"two\.css: line 1"):
        Delivery({"one.css": "p{top:0}a[href=x]{top:0}", "two.css": fault}, {}, tmp_path)


def test_words_in_a_file_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes("電車 cut.css\r\n".encode())

    replace_in(tmp_path / "page.html", "cut.css", "cut.1.css")

    assert (tmp_path / "page.html").read_bytes() == "電車 cut.1.css\r\n".encode()
