"""Prices of lines."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from market.checkout.rules import price_line, quantity_limit
from market.core.money import Money, TaxedMoney
from market.core.tax import TaxKind

prices = st.integers(0, 10_000_000).map(lambda amount: Money.of(amount, "KRW"))
lines = st.tuples(prices, st.integers(1, 9_999), st.sampled_from(list(TaxKind)))


@given(st.lists(lines, min_size=1, max_size=30))
def test_lines_sum_to_their_total_and_each_splits_without_a_rest(lines: list[tuple[Money, int, TaxKind]]) -> None:
    totals = [price_line(unit, quantity, kind, Decimal("0.1"))[1] for unit, quantity, kind in lines]
    whole = sum(totals, TaxedMoney.zero("KRW"))
    assert whole.gross.amount == sum(unit.amount * quantity for unit, quantity, _ in lines)
    assert whole.net.amount + whole.tax.amount == whole.gross.amount
    assert whole.tax.amount == sum(total.tax.amount for total in totals)


@given(lines)
def test_only_what_is_taxable_holds_vat_and_never_more_than_an_eleventh(line: tuple[Money, int, TaxKind]) -> None:
    unit, quantity, kind = line
    _, total = price_line(unit, quantity, kind, Decimal("0.1"))
    if kind is not TaxKind.TAXABLE:
        assert total.tax.amount == 0
    assert abs(total.tax.amount * 11 - (total.gross.amount if kind is TaxKind.TAXABLE else 0)) <= 11


def test_a_variants_own_limit_counts_when_it_is_lower() -> None:
    assert (quantity_limit(None, 50), quantity_limit(3, 50), quantity_limit(80, 50)) == (50, 3, 50)
