"""When a voucher counts and what it takes off; what gift cards pay. Pure; amounts are whole minor units (won)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from market.core.money import CURRENCY_PLACES, allocate
from market.promotions.enums import DiscountValueType, VoucherType
from market.promotions.errors import (
    CountryNotServed,
    DeliveryNotChosen,
    ForStaffOnly,
    MinimumSpentNotReached,
    NothingEligible,
    NothingToShip,
    TooFewPieces,
    UsedByCustomer,
    VoucherNotApplicable,
)

GIFT_CARD_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0, O, 1 and I, which people mix up
GIFT_CARD_LENGTH = 16  # 32 ** 16 codes: 80 bits
VOUCHER_CODE_LENGTH = 10


@dataclass(frozen=True, slots=True)
class BasketLine:
    """So many pieces of a variant at a price; ``unit`` in minor units."""

    variant_id: int
    vendor_id: int
    quantity: int
    unit: int

    @property
    def total(self) -> int:
        return self.unit * self.quantity


@dataclass(frozen=True, slots=True)
class Charge:
    """One vendor's delivery charge in minor units."""

    vendor_id: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """What a voucher is held against. Charges are empty as long as no way of delivery is chosen."""

    lines: tuple[BasketLine, ...]
    charges: tuple[Charge, ...] = ()
    is_shipping_required: bool = True
    has_delivery: bool = False
    country: str = ""
    is_staff: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherTerms:
    """A usable code in a channel, with all its conditions. ``value`` is minor units, or per cent; ``variants`` None: every variant."""

    voucher_id: int
    code_id: int
    code: str
    type: str
    value_type: str
    value: Decimal
    name: str = ""
    name_translations: Mapping[str, str] = field(default_factory=dict)
    min_spent: int | None = None
    min_quantity: int | None = None
    is_once_per_order: bool = False
    is_once_per_customer: bool = False
    is_used_by_customer: bool = False
    is_for_staff: bool = False
    countries: frozenset[str] = frozenset()
    vendor_id: int | None = None
    variants: frozenset[int] | None = None
    funder: str = "market"


@dataclass(frozen=True, slots=True)
class Discount:
    """What is taken off each line and each charge, in their order."""

    lines: tuple[int, ...]
    charges: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.lines) + sum(self.charges)


def no_discount(basket: Basket) -> Discount:
    return Discount((0,) * len(basket.lines), (0,) * len(basket.charges))


def eligible_lines(terms: VoucherTerms, basket: Basket) -> list[int]:
    """The places of the lines a voucher may count for."""
    return [
        place
        for place, line in enumerate(basket.lines)
        if terms.vendor_id in (None, line.vendor_id)
        and (terms.type != VoucherType.SPECIFIC_PRODUCT or terms.variants is None or line.variant_id in terms.variants)
    ]


def refusal_of(terms: VoucherTerms, basket: Basket) -> VoucherNotApplicable | None:
    """Why the voucher does not count for this basket; None where it does.

    Of a vendor's voucher only that vendor's goods count towards the least amount and the least number of pieces.
    """
    own = [line for line in basket.lines if terms.vendor_id in (None, line.vendor_id)]
    spent = sum(line.total for line in own)
    if terms.min_spent is not None and spent < terms.min_spent:
        return MinimumSpentNotReached("promoCode", amount=f"{terms.min_spent:,}")
    if terms.min_quantity is not None and sum(line.quantity for line in own) < terms.min_quantity:
        return TooFewPieces("promoCode", quantity=terms.min_quantity)
    if terms.is_once_per_customer and terms.is_used_by_customer:
        return UsedByCustomer("promoCode")
    if terms.is_for_staff and not basket.is_staff:
        return ForStaffOnly("promoCode")
    if terms.type == VoucherType.SHIPPING:
        return _shipping_refusal(terms, basket)
    if basket.lines and not eligible_lines(terms, basket):
        return NothingEligible("promoCode")
    return None


def _shipping_refusal(terms: VoucherTerms, basket: Basket) -> VoucherNotApplicable | None:
    if not basket.is_shipping_required:
        return NothingToShip("promoCode")
    if not basket.has_delivery:
        return DeliveryNotChosen("promoCode")
    if terms.countries and basket.country not in terms.countries:
        return CountryNotServed("promoCode")
    if not any(terms.vendor_id in (None, charge.vendor_id) for charge in basket.charges):
        return NothingEligible("promoCode")
    return None


def calculate_discount(terms: VoucherTerms, basket: Basket) -> Discount:
    """What an applicable voucher takes off each line and charge: never more than it costs, and in all exactly what it is worth.

    One amount for several lines (or charges) is spread in proportion to what they cost.
    """
    lines, charges = [0] * len(basket.lines), [0] * len(basket.charges)
    places = eligible_lines(terms, basket)
    if terms.type == VoucherType.SHIPPING:
        own = [place for place, charge in enumerate(basket.charges) if terms.vendor_id in (None, charge.vendor_id)]
        _spread(charges, own, [basket.charges[place].amount for place in own], terms)
    elif terms.is_once_per_order:
        if places:
            cheapest = min(places, key=lambda place: (basket.lines[place].unit, place))
            lines[cheapest] = _worth(terms, basket.lines[cheapest].unit)
    elif terms.type == VoucherType.SPECIFIC_PRODUCT:
        for place in places:  # off each piece, as Saleor has it
            lines[place] = _worth(terms, basket.lines[place].unit) * basket.lines[place].quantity
    else:
        _spread(lines, places, [basket.lines[place].total for place in places], terms)
    return Discount(tuple(lines), tuple(charges))


def _spread(into: list[int], places: Sequence[int], costs: Sequence[int], terms: VoucherTerms) -> None:
    whole = sum(costs)
    if not whole:
        return
    for place, part in zip(places, allocate(_worth(terms, whole), costs), strict=True):
        into[place] = part


def _worth(terms: VoucherTerms, cost: int) -> int:
    """What the voucher takes off something that costs so much."""
    if terms.value_type == DiscountValueType.FIXED:
        return min(int(terms.value), cost)
    share = Decimal(cost) * terms.value / 100
    return min(int(share.quantize(Decimal(1), rounding=ROUND_HALF_UP)), cost)


def calculate_card_payments(to_pay: int, balances: Iterable[int]) -> list[int]:
    """What each card pays, in the order they were added: the first as much as it can, and so on, never more than is to pay."""
    payments = []
    for balance in balances:
        payments.append(min(balance, to_pay))
        to_pay -= payments[-1]
    return payments


def minor_units(amount: Decimal, currency: str) -> int:
    """An amount column as whole minor units (KRW: won)."""
    return int(amount.scaleb(CURRENCY_PLACES.get(currency, 2)).to_integral_value(rounding=ROUND_HALF_UP))


def major_units(minor: int, currency: str) -> Decimal:
    """Whole minor units as an amount."""
    return Decimal(minor).scaleb(-CURRENCY_PLACES.get(currency, 2))


def code_limit(usage_limit: int | None, *, is_single_use: bool) -> int | None:
    """How often one code may be used."""
    return 1 if is_single_use else usage_limit


def is_expired(expiry_date: dt.date | None, today: dt.date) -> bool:
    return expiry_date is not None and expiry_date < today


def clean_code(code: str) -> str:
    """A code as people type it, without what the database cannot hold and blanks around it."""
    return code.replace("\x00", "").strip()[:255]


def card_digest(code: str) -> str:
    """The digest a gift card is found by; hyphens, blanks and letter case do not matter.

    A plain digest is enough: codes are random and of 80 bits, so nobody finds one by trying.
    """
    return hashlib.sha256(re.sub(r"[\s-]", "", code).upper().encode()).hexdigest()


def customer_digest(email: str) -> str:
    """What stands for a person in the record of uses; empty for none."""
    email = email.strip().lower()
    return hashlib.sha256(f"voucher customer {email}".encode()).hexdigest() if email else ""


def new_card_code() -> str:
    """A fresh gift card code in groups of four."""
    letters = "".join(secrets.choice(GIFT_CARD_ALPHABET) for _ in range(GIFT_CARD_LENGTH))
    return "-".join(letters[start : start + 4] for start in range(0, GIFT_CARD_LENGTH, 4))


def new_voucher_code() -> str:
    return "".join(secrets.choice(GIFT_CARD_ALPHABET) for _ in range(VOUCHER_CODE_LENGTH))
