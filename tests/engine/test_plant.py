"""A few planted faults of every kind; `./run bench faults` plants them all."""

from __future__ import annotations

import random
from pathlib import Path

import plant
import pytest

SEED = 20
EACH = 2
"""How many faults of a kind are planted here: all of them take minutes."""


@pytest.fixture(scope="module")
def planter(tmp_path_factory: pytest.TempPathFactory) -> plant.Planter:
    return plant.Planter(plant.copied(tmp_path_factory.mktemp("planted")))


@pytest.mark.parametrize("kind", sorted(path.stem for path in plant.KINDS.glob("*.yml")))
def test_faults_are_stopped_and_what_is_right_is_not(planter: plant.Planter, kind: str) -> None:
    faults = list(plant.planted(kind, planter.texts, seed=1, most=1))
    chosen = random.Random(SEED).sample(faults, EACH)

    found = {f"{fault.about} ({fault.place})": planter.judge(fault)[0] for fault in chosen}

    assert set(found.values()) <= ({"passed", "inert"} if kind == "valid" else {"stopped", "elsewhere", "inert"}), found


def test_every_operator_finds_a_place(planter: plant.Planter) -> None:
    for path in sorted(plant.KINDS.glob("*.yml")):
        about = {fault.about for fault in plant.planted(path.stem, planter.texts, seed=1, most=1)}
        assert {operator["about"] for operator in plant.operators(path.stem)} == about, path.name


def test_a_fault_leaves_no_trace(planter: plant.Planter) -> None:
    fault = next(plant.planted("structure", planter.texts, seed=1))
    planter.judge(fault)

    assert {path: (planter.root / path).read_bytes() for path in planter.originals} == planter.originals
    assert isinstance(planter.root, Path)
