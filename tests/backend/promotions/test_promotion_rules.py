"""What a voucher takes off and what gift cards pay: sums that must always hold, and every reason to refuse."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.promotions.errors import (
    CountryNotServed,
    DeliveryNotChosen,
    ForStaffOnly,
    MinimumSpentNotReached,
    NothingEligible,
    NothingToShip,
    TooFewPieces,
    UsedByCustomer,
)
from market.promotions.rules import (
    GIFT_CARD_ALPHABET,
    Basket,
    BasketLine,
    Charge,
    VoucherTerms,
    calculate_card_payments,
    calculate_discount,
    card_digest,
    clean_code,
    customer_digest,
    eligible_lines,
    new_card_code,
    refusal_of,
)

LINES = st.lists(
    st.builds(
        BasketLine,
        variant_id=st.integers(1, 6),
        vendor_id=st.integers(1, 3),
        quantity=st.integers(1, 50),
        unit=st.integers(0, 500_000),
    ),
    min_size=1,
    max_size=12,
)
CHARGES = st.lists(st.builds(Charge, vendor_id=st.integers(1, 3), amount=st.integers(0, 10_000)), max_size=4)


def terms(**fields: Any) -> VoucherTerms:
    given_: dict[str, Any] = {"voucher_id": 1, "code_id": 1, "code": "X", "type": "entire_order", "value_type": "fixed"}
    return VoucherTerms(**{**given_, "value": Decimal(1_000), **fields})


VOUCHERS = st.builds(
    lambda kind, share, value, once, vendor, variants: terms(
        type=kind,
        value_type="percentage" if share else "fixed",
        value=Decimal(min(value, 100) if share else value),
        is_once_per_order=once,
        vendor_id=vendor,
        variants=variants,
    ),
    st.sampled_from(["entire_order", "specific_product", "shipping"]),
    st.booleans(),
    st.integers(0, 3_000_000),
    st.booleans(),
    st.sampled_from([None, 1, 2]),
    st.one_of(st.none(), st.frozensets(st.integers(1, 6))),
)


def basket(lines: list[BasketLine], charges: list[Charge]) -> Basket:
    return Basket(lines=tuple(lines), charges=tuple(charges), has_delivery=True, country="KR")


@given(VOUCHERS, LINES, CHARGES)
def test_nothing_is_taken_off_twice_or_below_zero(voucher: VoucherTerms, lines: Any, charges: Any) -> None:
    held = basket(lines, charges)
    discount = calculate_discount(voucher, held)
    assert all(0 <= off <= line.total for off, line in zip(discount.lines, held.lines, strict=True))
    assert all(0 <= off <= charge.amount for off, charge in zip(discount.charges, held.charges, strict=True))
    places = set(eligible_lines(voucher, held))
    assert all(not off or place in places for place, off in enumerate(discount.lines))
    if voucher.type == "shipping":
        assert not any(discount.lines)
    else:
        assert not any(discount.charges)


@given(LINES, st.integers(0, 3_000_000))
def test_an_amount_off_the_order_is_spread_to_the_last_won(lines: list[BasketLine], value: int) -> None:
    discount = calculate_discount(terms(value=Decimal(value)), basket(lines, []))
    assert discount.total == min(value, sum(line.total for line in lines))


@given(LINES, st.integers(0, 100))
def test_a_share_of_the_order_is_rounded_once(lines: list[BasketLine], percent: int) -> None:
    discount = calculate_discount(terms(value_type="percentage", value=Decimal(percent)), basket(lines, []))
    assert abs(Decimal(discount.total) - Decimal(sum(line.total for line in lines)) * percent / 100) <= Decimal("0.5")


@given(st.data(), LINES, st.integers(0, 3_000_000))
def test_the_order_of_lines_moves_one_won_at_most(data: Any, lines: list[BasketLine], value: int) -> None:
    order = data.draw(st.permutations(range(len(lines))))
    voucher = terms(value=Decimal(value))
    before = calculate_discount(voucher, basket(lines, [])).lines
    after = calculate_discount(voucher, basket([lines[place] for place in order], [])).lines
    assert all(abs(before[place] - after[new]) <= 1 for new, place in enumerate(order))


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=5), st.integers(0, 60_000))
def test_what_delivery_costs_less_is_spread_over_the_vendors(amounts: list[int], value: int) -> None:
    held = basket([BasketLine(1, 1, 1, 1_000)], [Charge(vendor, amount) for vendor, amount in enumerate(amounts, 1)])
    assert calculate_discount(terms(type="shipping", value=Decimal(value)), held).total == min(value, sum(amounts))


@given(st.integers(0, 1_000_000), st.lists(st.integers(0, 500_000), max_size=5))
def test_cards_pay_in_their_order_and_never_too_much(to_pay: int, balances: list[int]) -> None:
    paid = calculate_card_payments(to_pay, balances)
    assert sum(paid) == min(to_pay, sum(balances))
    assert all(0 <= part <= balance for part, balance in zip(paid, balances, strict=True))
    assert all(paid[place] == balances[place] or not any(paid[place + 1 :]) for place in range(len(paid)))


def test_once_per_order_is_one_piece_of_the_cheapest_line() -> None:
    lines = [BasketLine(1, 1, 3, 9_000), BasketLine(2, 1, 2, 4_000), BasketLine(3, 2, 5, 4_000)]
    discount = calculate_discount(
        terms(value_type="percentage", value=Decimal(50), is_once_per_order=True), basket(lines, [])
    )
    assert discount.lines == (0, 2_000, 0)


def test_specific_products_are_cheaper_by_the_piece() -> None:
    lines = [BasketLine(1, 1, 3, 9_000), BasketLine(2, 1, 2, 400)]
    voucher = terms(type="specific_product", value=Decimal(500), variants=frozenset({1, 2}))
    assert calculate_discount(voucher, basket(lines, [])).lines == (1_500, 800)


CART = [BasketLine(1, 1, 2, 10_000), BasketLine(2, 2, 1, 5_000)]
CASES: list[tuple[str, dict[str, Any], dict[str, Any], type | None]] = [
    ("fits", {}, {}, None),
    ("least amount met", {"min_spent": 25_000}, {}, None),
    ("least amount missed by a won", {"min_spent": 25_001}, {}, MinimumSpentNotReached),
    ("least amount of a vendor's own goods", {"min_spent": 5_001, "vendor_id": 2}, {}, MinimumSpentNotReached),
    ("least pieces met", {"min_quantity": 3}, {}, None),
    ("one piece too few", {"min_quantity": 4}, {}, TooFewPieces),
    ("used by the customer", {"is_once_per_customer": True, "is_used_by_customer": True}, {}, UsedByCustomer),
    ("new customer", {"is_once_per_customer": True}, {}, None),
    ("for staff", {"is_for_staff": True}, {}, ForStaffOnly),
    ("staff", {"is_for_staff": True}, {"is_staff": True}, None),
    ("other goods", {"type": "specific_product", "variants": frozenset({9})}, {}, NothingEligible),
    ("names no goods", {"type": "specific_product", "variants": None}, {}, None),
    ("another vendor's", {"vendor_id": 7}, {}, NothingEligible),
    ("delivery", {"type": "shipping"}, {}, None),
    ("delivery not chosen", {"type": "shipping"}, {"has_delivery": False, "charges": ()}, DeliveryNotChosen),
    ("nothing to ship", {"type": "shipping"}, {"is_shipping_required": False}, NothingToShip),
    ("delivery elsewhere", {"type": "shipping", "countries": frozenset({"US"})}, {}, CountryNotServed),
    ("delivery here", {"type": "shipping", "countries": frozenset({"KR"})}, {}, None),
    ("delivery of another vendor", {"type": "shipping", "vendor_id": 3}, {}, NothingEligible),
]


@pytest.mark.parametrize(("voucher", "place", "refusal"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_when_a_voucher_counts(voucher: dict[str, Any], place: dict[str, Any], refusal: type | None) -> None:
    held: dict[str, Any] = {"charges": (Charge(1, 3_000), Charge(2, 0)), "has_delivery": True, "country": "KR"}
    found = refusal_of(terms(**voucher), Basket(lines=tuple(CART), **{**held, **place}))
    assert type(found) is (refusal or type(None))


def test_card_codes_are_random_and_found_however_they_are_typed() -> None:
    codes = {new_card_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(
        re.fullmatch(rf"(?:[{GIFT_CARD_ALPHABET}]{{4}}-){{3}}[{GIFT_CARD_ALPHABET}]{{4}}", code) for code in codes
    )
    code = codes.pop()
    assert card_digest(code) == card_digest(f" {code.replace('-', ' ').lower()} ")
    assert code not in card_digest(code)


def test_customers_are_digests_and_letter_case_does_not_make_a_new_one() -> None:
    assert (
        customer_digest("Me@ieum.example ") == customer_digest("me@ieum.example") != customer_digest("you@ieum.example")
    )
    assert customer_digest("") == ""
    assert clean_code(" a\x00b ") == "ab"
