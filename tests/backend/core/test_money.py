"""Money is exact, splits lose nothing, VAT and supply amount sum to what was paid."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.money import CurrencyMismatch, Money, TaxedMoney, allocate
from market.core.tax import TaxKind, rate_of, split_gross

weights = st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=30)


@given(total=st.integers(min_value=-(10**12), max_value=10**12), weights=weights)
def test_parts_sum_to_the_whole(total: int, weights: list[int]) -> None:
    assert sum(allocate(total, weights)) == total


@given(total=st.integers(min_value=0, max_value=10**12), weights=weights, data=st.data())
def test_permuting_lines_moves_at_most_one_unit(total: int, weights: list[int], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(weights))))
    straight, permuted = allocate(total, weights), allocate(total, [weights[i] for i in order])
    assert all(abs(permuted[place] - straight[i]) <= 1 for place, i in enumerate(order))


@given(total=st.integers(min_value=0, max_value=10**12), weights=weights.filter(any))
def test_each_part_is_within_one_unit_of_its_share(total: int, weights: list[int]) -> None:
    shares = [Decimal(total) * weight / sum(weights) for weight in weights]
    assert all(abs(part - share) < 1 for part, share in zip(allocate(total, weights), shares, strict=True))


@pytest.mark.parametrize("bad", [[], [1, -1]])
def test_allocate_refuses_impossible_weights(bad: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        allocate(10, bad)


def test_two_currencies_never_add() -> None:
    with pytest.raises(CurrencyMismatch):
        Money.of(1, "KRW") + Money.of(1, "USD")


def test_won_have_no_fraction_and_halves_go_up() -> None:
    assert Money.of(Decimal("10.5"), "KRW").amount == 11
    assert Money.of(Decimal("10.005"), "USD").amount == Decimal("10.01")


@pytest.mark.parametrize(
    ("gross", "net"), [(11000, 10000), (1000, 909), (10, 9), (1, 1), (0, 0), (19800, 18000), (105, 95)]
)
def test_supply_amount_is_the_gross_over_one_point_one_to_the_won(gross: int, net: int) -> None:
    split = split_gross(Money.of(gross, "KRW"), Decimal("0.1"))
    assert (split.net.amount, split.tax.amount) == (net, gross - net)


@given(gross=st.integers(min_value=0, max_value=10**12))
def test_net_and_tax_sum_to_the_gross(gross: int) -> None:
    split = split_gross(Money.of(gross, "KRW"), Decimal("0.1"))
    assert split.net + split.tax == split.gross
    assert abs(split.tax.amount * 11 - gross) <= 6  # within half a won of one eleventh


def test_exempt_and_zero_rated_lines_carry_no_tax() -> None:
    for kind in (TaxKind.EXEMPT, TaxKind.ZERO_RATED):
        assert split_gross(Money.of(5000, "KRW"), rate_of(kind, Decimal("0.1"))).tax.amount == 0


def test_taxed_money_adds_part_by_part() -> None:
    one = split_gross(Money.of(1000, "KRW"), Decimal("0.1"))
    assert (one + one).net.amount == 1818
    assert (one + TaxedMoney.zero("KRW")) == one
