"""Schemas and manuals are those of the code, and a file that the engine takes is one that its schema takes."""

from __future__ import annotations

import re
import typing
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar

import manuals
import pytest
import schema
import yaml
from fields import YAML_FILES, first_paragraph, keys, meanings
from fields import chinese as chinese_of
from jsonschema import Draft7Validator

from verbatim.analysis.bilingual import simplified_in
from verbatim.model import Record
from verbatim.model.faults import Faults
from verbatim.read.files import read_tree
from verbatim.read.load import load

from .draft_work import KINDS, Kind, drafted
from .example import ROOT, corpus, example

PROJECT = schema.material(ROOT)
SCALARS = {"bool": r"true|false", "int": r"[-+]?\d+", "float": r"[-+]?\d+\.\d+", "null": r"~|null|"}


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads scalars as the core schema of YAML 1.2 does, which language servers use: a date is a text, and so is ``no``."""

    yaml_implicit_resolvers: ClassVar[dict[Any, Any]] = {}


for name, pattern in SCALARS.items():
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(rf"(?:{pattern})\Z"), None)


@cache
def validator(name: str, of_example: bool = False) -> Draft7Validator:
    found = schema.file_schema(YAML_FILES[name], corpus() if of_example else PROJECT)
    Draft7Validator.check_schema(found)
    return Draft7Validator(found)


def errors(text: str, name: str, of_example: bool = False) -> list[str]:
    """What a schema says about the text of a file, each with the path of the value."""
    found = validator(name, of_example).iter_errors(yaml.load(text, Loader))
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


def yaml_files() -> Iterator[tuple[str, bool, str]]:
    for of_example, files in ((False, read_tree(ROOT)), (True, example())):
        for path, content in files.items():
            if path.endswith(".yml"):
                yield path, of_example, content.decode("utf-8")


FILES = [pytest.param(path, of_example, text, id=f"{'example/' * of_example}{path}") for path, of_example, text in yaml_files()]


@pytest.mark.parametrize(("path", "of_example", "text"), FILES)
def test_a_file_of_the_project_or_the_example_is_valid(path: str, of_example: bool, text: str) -> None:
    assert errors(text, path.rpartition("/")[2], of_example) == []


ENTRY = """\
- id: stops
  at: q1-a1-1
  quote: {zh: 三站, en: three stops}
  what: {zh: 車站, en: stops}
  kind: target
  field: FIELD
  amount: {operator: at_least, value: 3}
"""


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("kind: target", "kind: wish", "0.kind"),
        ("FIELD", "astrology", "0.field"),
        ("value: 3", "value: three", "0.amount.value"),
        ("at_least", "roughly", "0.amount.operator"),
        ("  at: q1-a1-1\n", "", "0"),
        (", en: stops}", "}", "0.what"),
        ("  kind:", "  colour: red\n  kind:", "0"),
        ("what: {zh: 車站, en: stops}", "what: stops", "0.what"),
    ],
)
def test_a_wrong_value_is_marked_where_it_is(old: str, new: str, path: str) -> None:
    field = next(iter(PROJECT.vocabulary.fields))
    right = ENTRY.replace("FIELD", field)

    assert errors(right, "targets.yml") == []
    found = errors(ENTRY.replace(old, new).replace("FIELD", field), "targets.yml")

    assert [error.partition(":")[0] for error in found] == [path]


def test_texts_that_look_like_numbers_are_texts_as_for_the_engine() -> None:
    assert errors("- {old: 2030, new: no}", "aliases.yml") == []


def test_ids_are_those_of_the_project_and_of_its_events() -> None:
    person = validator("event.yml").schema["properties"]["panel"]["items"]["anyOf"][0]["enum"]
    unit = validator("targets.yml").schema["items"]["properties"]["unit"]["anyOf"][0]["enum"]

    assert person == [*PROJECT.people]
    assert unit == [*PROJECT.units]


@pytest.mark.parametrize(("field", "right"), [("TODO", True), ("TODO FIELD", True), ("TODOS", False), ("no TODO", False)])
def test_what_is_open_is_no_fault_with_or_without_a_proposal(field: str, right: bool) -> None:
    text = ENTRY.replace("FIELD", field).replace("FIELD", next(iter(PROJECT.vocabulary.fields)))

    assert (errors(text, "targets.yml") == []) == right


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.what)
def test_a_draft_is_valid_with_the_people_and_units_that_it_adds(kind: Kind) -> None:
    files = {**example(), **drafted(kind)}
    faults = Faults()
    material = load(files, faults)
    assert material, faults.report()

    for path in (path for path in files if path.endswith(".yml") and kind.event in path):
        of_draft = Draft7Validator(schema.file_schema(YAML_FILES[path.rpartition("/")[2]], material))
        found = [error.message for error in of_draft.iter_errors(yaml.load(files[path], Loader))]
        assert found == [], path


@pytest.mark.parametrize("name", YAML_FILES)
def test_every_key_has_its_meaning(name: str) -> None:
    for record in {YAML_FILES[name].record, *held(YAML_FILES[name].record)}:
        assert all(key.text for key in keys(record))


def texts(name: str) -> set[str]:
    """Every text of a file: of its records and of their keys."""
    records = {YAML_FILES[name].record, *every(YAML_FILES[name].record)}
    return {first_paragraph(record) for record in records} | {key.text for record in records for key in keys(record)}


def every(record: Any) -> Iterator[Any]:
    """Every record in the keys of a record, those of one table cell among them."""
    for kind in (part for key in keys(record) for part in parts(key.type)):
        if isinstance(kind, type) and issubclass(kind, Record):
            yield kind
            yield from every(kind)


def parts(kind: Any) -> Iterator[Any]:
    """A type and those that it is made of."""
    yield kind
    for part in typing.get_args(kind):
        yield from parts(part)


def test_every_text_has_its_chinese_and_no_chinese_is_left_over() -> None:
    assert set(meanings()) == {text for name in YAML_FILES for text in texts(name)}


@pytest.mark.parametrize(("english", "chinese"), meanings().items())
def test_the_chinese_is_chinese_and_names_the_same_code_and_numbers(english: str, chinese: str) -> None:
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert not simplified_in(chinese)
    assert chinese[-1] in "。）"
    code = [Counter(re.findall(r"`[^`]+`", text)) for text in (english, chinese)]
    assert not code[0] - code[1]
    numbers = [set(re.findall(r"\d+", re.sub("`[^`]+`", "", text))) for text in (english, chinese)]
    assert numbers[0] <= numbers[1]


def test_a_schema_says_what_a_key_means_in_both_languages() -> None:
    found = validator("units.yml").schema

    assert found["description"] == "What a number counts.\n\n數字以什麼為單位。"
    assert found["items"]["properties"]["id"]["description"] == "Slug.\n\n小寫字母、數字與連字號組成的代號。"


def test_a_text_without_its_chinese_stops_the_schemas() -> None:
    with pytest.raises(ValueError, match=r"tools/meanings\.yml has no Chinese of 'What is new\.'"):
        chinese_of("What is new.")


def held(record: Any) -> Iterator[Any]:
    for key in keys(record):
        inner = manuals.held(key.type)
        if inner:
            yield inner
            yield from held(inner)


def is_written(path: str, text: str) -> bool:
    return (ROOT / path).exists() and (ROOT / path).read_text("utf-8") == text


def test_what_is_generated_is_up_to_date() -> None:
    stale = [path for path, text in schema.generated(ROOT).items() if not is_written(path, text)]

    assert stale == [], "./run schema writes them"


def test_no_schema_is_left_of_a_file_that_is_no_longer_read() -> None:
    assert {path.stem for path in (ROOT / schema.FOLDER).iterdir()} == {name.removesuffix(".yml") for name in YAML_FILES}


def test_every_data_file_has_a_place_in_the_dictionary() -> None:
    headings = " ".join(re.findall(r"^### (.*)$", (ROOT / "data/README.md").read_text("utf-8"), re.M))

    assert [name for name in YAML_FILES if f"`{name}`" not in headings] == []
