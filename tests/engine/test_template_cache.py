from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from verbatim.html.template_cache import template_cache

SOURCE = "{{ 1 + 1 }}"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that were compiled, and not taken from the cache."""
    names: list[str] = []
    compile_ = jinja2.Environment.compile

    def noted(self: jinja2.Environment, source: str, name: str, *more: object) -> object:
        names.append(name)
        return compile_(self, source, name, *more)  # type: ignore[call-overload]

    monkeypatch.setattr(jinja2.Environment, "compile", noted)
    return names


def rendered(folder: Path, source: str = SOURCE, code: Path = Path(__file__)) -> str:
    environment = jinja2.Environment(loader=jinja2.DictLoader({"one": source}), bytecode_cache=template_cache(folder, code))
    return environment.get_template("one").render()


def test_a_template_is_compiled_once(tmp_path: Path, compiled: list[str]) -> None:
    assert [rendered(tmp_path), rendered(tmp_path)] == ["2", "2"]
    assert compiled == ["one"]


def test_an_edited_template_is_compiled_again(tmp_path: Path, compiled: list[str]) -> None:
    assert [rendered(tmp_path), rendered(tmp_path, "{{ 3 }}")] == ["2", "3"]
    assert compiled == ["one", "one"]


def test_a_template_compiled_by_other_code_is_compiled_again(tmp_path: Path, compiled: list[str]) -> None:
    (tmp_path / "code.py").write_text("other")
    assert [rendered(tmp_path), rendered(tmp_path, code=tmp_path / "code.py")] == ["2", "2"]
    assert compiled == ["one", "one"]


def test_a_process_reads_a_template_once_for_all_environments(tmp_path: Path, compiled: list[str]) -> None:
    cache = template_cache(tmp_path, Path(__file__))

    def given(source: str) -> str:
        return jinja2.Environment(loader=jinja2.DictLoader({"one": source}), bytecode_cache=cache).get_template("one").render()

    first = given(SOURCE)
    for path in [path for path in tmp_path.rglob("*") if path.is_file()]:
        path.unlink()

    assert [first, given(SOURCE), given("{{ 3 }}")] == ["2", "2", "3"]
    assert compiled == ["one", "one"]


@pytest.mark.parametrize("damage", [lambda content: b"", lambda content: content[:-20], lambda content: content[:-1] + b"?"])
def test_a_damaged_entry_counts_as_absent(tmp_path: Path, compiled: list[str], damage: object) -> None:
    rendered(tmp_path)
    [kept] = [path for path in tmp_path.rglob("*") if path.is_file()]
    kept.write_bytes(damage(kept.read_bytes()))  # type: ignore[operator]

    assert rendered(tmp_path) == "2"
    assert compiled == ["one", "one"]


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path, compiled: list[str]) -> None:
    (tmp_path / "cache").write_text("a file in the place of the folder")

    assert [rendered(tmp_path / "cache"), rendered(tmp_path / "cache")] == ["2", "2"]
    assert compiled == ["one", "one"]


def test_a_folder_whose_name_the_locale_cannot_write_is_no_hindrance(tmp_path: Path) -> None:
    name = b"\xe5\x88\xa5".decode("ascii", "surrogateescape")

    assert len(template_cache(tmp_path, Path(__file__)).get_cache_key("one.html", f"/{name}/one.html")) == 64
