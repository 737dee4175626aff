"""A few planted faults; `./run bench faults` plants them all, which takes minutes."""

from __future__ import annotations

import plant
import pytest

CHOSEN = {
    "configuration": "strict switched off",
    "data": "turn deleted",
    "register": "term unknown",
    "valid": None,
}
"""Some kinds, each with the operator that is planted here; the first one of a kind where none is named."""


@pytest.fixture(scope="module")
def planter(tmp_path_factory: pytest.TempPathFactory) -> plant.Planter:
    return plant.Planter(plant.copied(tmp_path_factory.mktemp("planted")))


def test_faults_are_stopped_what_is_right_is_not_and_neither_leaves_a_trace(planter: plant.Planter) -> None:
    for kind, about in CHOSEN.items():
        fault = next(fault for fault in plant.planted(kind, planter.texts, seed=1, most=1) if about in (None, fault.about))

        outcome, report = planter.judge(fault)

        assert outcome in ({"passed", "inert"} if fault.valid else {"stopped", "elsewhere"}), (fault.about, report)
    assert {path: (planter.root / path).read_bytes() for path in planter.originals} == planter.originals


def test_every_operator_finds_a_place(planter: plant.Planter) -> None:
    for path in sorted(plant.KINDS.glob("*.yml")):
        about = {fault.about for fault in plant.planted(path.stem, planter.texts, seed=1, most=1)}
        assert {operator["about"] for operator in plant.operators(path.stem)} == about, path.name
