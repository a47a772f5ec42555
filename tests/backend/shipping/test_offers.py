"""When a method is offered: Saleor's conditions, one by one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from market.shipping.rules import Consignment, MethodTerms, PostalRange, goes_to, is_offered


def goods(**facts: Any) -> Consignment:
    return Consignment(
        **{
            "postal_code": "08274",
            "price": Decimal(10_000),
            "grams": 2_000,
            "product_ids": frozenset({1, 2}),
            "shipped_variant_ids": frozenset({10}),
            **facts,
        }
    )


@pytest.mark.parametrize(
    ("terms", "offered"),
    [
        ({}, True),
        ({"minimum_price": Decimal(10_000)}, True),
        ({"minimum_price": Decimal(10_001)}, False),
        ({"maximum_price": Decimal(10_000)}, True),
        ({"maximum_price": Decimal(9_999)}, False),
        ({"minimum_grams": 2_001}, True),  # a method by price does not look at the weight
        ({"limits": "weight", "minimum_price": Decimal(10_001)}, True),
        ({"limits": "weight", "minimum_grams": 2_000, "maximum_grams": 2_000}, True),
        ({"limits": "weight", "minimum_grams": 2_001}, False),
        ({"limits": "weight", "maximum_grams": 1_999}, False),
        ({"excluded_products": frozenset({2})}, False),
        ({"excluded_products": frozenset({3})}, True),
        ({"out_of_reach": frozenset({10})}, False),
        ({"out_of_reach": frozenset({11})}, True),
    ],
)
def test_price_weight_goods_and_reach(terms: dict[str, Any], offered: bool) -> None:
    assert is_offered(MethodTerms(**{"limits": "price", **terms}), goods()) is offered


SEOUL, JEJU = PostalRange("01000", "09999", "include"), PostalRange("63000", "63644", "exclude")


@pytest.mark.parametrize(
    ("ranges", "postal_code", "goes"),
    [
        ([], "63000", True),
        ([JEJU], "63000", False),
        ([JEJU], "63645", True),
        ([SEOUL], "08274", True),
        ([SEOUL], "63645", False),
        ([SEOUL, PostalRange("08274", "08274", "exclude")], "08274", False),
        ([PostalRange("40000", "", "include")], "99999", True),
        ([PostalRange("40000", "", "include")], "39999", False),
        ([PostalRange("sw1a 1aa", "SW1A 9ZZ", "include")], "SW1A-2AA", True),
    ],
)
def test_postcodes_a_method_goes_to(ranges: list[PostalRange], postal_code: str, goes: bool) -> None:
    assert goes_to(ranges, postal_code) is goes
