"""What holds for computed numbers whatever they are computed from."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from verbatim.analysis.statistics import base

WHOLES = st.decimals(1, 10**12, places=0) | st.decimals("0.1", 10**6, places=1)
MULTIPLES = st.decimals("1.1", 50, places=1) | st.decimals("0.01", 9, places=2) | st.integers(1, 99).map(Decimal)


@given(WHOLES, MULTIPLES)
@example(Decimal(360000), Decimal("2.5"))
@example(Decimal(1), Decimal(1) / 3)
def test_a_computed_base_lies_within_its_bounds(whole: Decimal, multiple: Decimal) -> None:
    found = base(whole, multiple)

    assert found.low <= found.value <= found.high
    assert "E" not in f"{found.value}{found.low}{found.high}"


@given(WHOLES, MULTIPLES)
def test_a_computed_base_claims_one_digit_more_than_its_multiple_at_most(whole: Decimal, multiple: Decimal) -> None:
    claimed = len(base(whole, multiple).value.normalize().as_tuple().digits)

    assert claimed <= len(multiple.as_tuple().digits) + 2  # 9.96 to two digits is 10.0
