"""Delivery charges."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from market.core.tax import TaxKind
from market.shipping.rules import (
    DeliveryTerms,
    calculate_amount_to_free_delivery,
    calculate_delivery_charge,
    delivery_tax_kind,
)

amounts = st.integers(0, 200_000).map(Decimal)
terms = st.builds(DeliveryTerms, amounts, st.none() | amounts, amounts)
ORDINARY = DeliveryTerms(Decimal(3000), Decimal(50_000), Decimal(3000))


@given(terms, st.booleans())
def test_nothing_to_ship_costs_nothing(terms: DeliveryTerms, is_remote: bool) -> None:
    assert calculate_delivery_charge(terms, None, is_remote=is_remote) == 0
    assert calculate_amount_to_free_delivery(terms, None) is None


@given(terms, amounts, amounts)
def test_buying_more_never_costs_more_delivery(terms: DeliveryTerms, goods: Decimal, more: Decimal) -> None:
    less = calculate_delivery_charge(terms, goods, is_remote=False)
    assert calculate_delivery_charge(terms, goods + more, is_remote=False) <= less


@given(terms, amounts)
def test_buying_what_is_missing_makes_delivery_free(terms: DeliveryTerms, goods: Decimal) -> None:
    missing = calculate_amount_to_free_delivery(terms, goods)
    if missing is None:
        assert calculate_delivery_charge(terms, goods * 1000, is_remote=False) == terms.fee
    else:
        assert calculate_delivery_charge(terms, goods + missing, is_remote=False) == 0


@given(terms, amounts)
def test_a_remote_area_costs_its_surcharge_also_where_the_fee_is_waived(terms: DeliveryTerms, goods: Decimal) -> None:
    near, far = (calculate_delivery_charge(terms, goods, is_remote=remote) for remote in (False, True))
    assert far - near == terms.remote_area_surcharge


def test_the_threshold_itself_is_free() -> None:
    assert calculate_delivery_charge(ORDINARY, Decimal(49_999), is_remote=False) == 3000
    assert calculate_delivery_charge(ORDINARY, Decimal(50_000), is_remote=False) == 0
    assert calculate_delivery_charge(ORDINARY, Decimal(50_000), is_remote=True) == 3000


def test_delivery_is_exempt_only_with_goods_that_all_are() -> None:
    assert delivery_tax_kind([TaxKind.EXEMPT, TaxKind.EXEMPT]) == TaxKind.EXEMPT
    assert delivery_tax_kind([TaxKind.EXEMPT, TaxKind.TAXABLE]) == TaxKind.TAXABLE
    assert delivery_tax_kind([TaxKind.ZERO_RATED]) == TaxKind.TAXABLE
    assert delivery_tax_kind([]) == TaxKind.TAXABLE
