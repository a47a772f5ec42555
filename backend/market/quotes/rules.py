"""What quotes are made of and when they count. Pure: no clock, no tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from market.core.money import Money, TaxedMoney
from market.core.tax import rate_of, split_gross
from market.shipping.rules import delivery_tax_kind

SERIES, REQUEST_SERIES = "EQ", "QR"
INSTANT_DAYS = 14  # an instant quote stands so many days after its own, unless a campaign ends before
MOST_ITEMS, MOST_VENDORS, MOST_FILES, MOST_QUESTIONS = 50, 10, 5, 20
LONGEST_REPLY = dt.timedelta(days=60)
LONGEST_VALIDITY = dt.timedelta(days=365)
MOST_DELIVERY_DAYS = 365
MOST_UNIT_PRICE = Decimal(1_000_000_000)  # won; fifty lines of so much and so many still fit numeric(18,3)
MOST_PIECES = 10_000


class Asked(Protocol):
    """What of a request decides whether its answers may be seen."""

    status: str
    reply_by: dt.datetime | None
    closed_at: dt.datetime | None


def is_open(request: Asked, now: dt.datetime) -> bool:
    """Whether answers are taken: sent, not ended, and before the deadline, also when nobody has closed it yet."""
    return request.status == "open" and request.reply_by is not None and now < request.reply_by


def is_opened(request: Asked, now: dt.datetime) -> bool:
    """Whether the agency sees prices: the deadline has passed or everybody has answered. One called off before that stays sealed."""
    if request.closed_at is not None:
        return True
    return request.status == "open" and request.reply_by is not None and request.reply_by <= now


@dataclass(frozen=True, slots=True)
class PricedItem:
    """One line: ``unit`` of one, VAT included."""

    unit: Decimal
    quantity: int
    tax_kind: str


@dataclass(frozen=True, slots=True)
class QuoteAmounts:
    """A quote in money: of each line, of the delivery, and their sum. VAT is split once a line (ADR 0006)."""

    lines: tuple[TaxedMoney, ...]
    delivery: TaxedMoney
    total: TaxedMoney


def calculate_amounts(
    items: Sequence[PricedItem], delivery: Decimal, standard_rate: Decimal, currency: str
) -> QuoteAmounts:
    """Amounts of a quote. Delivery shares the tax kind of its goods: exempt when all of them are."""
    lines = tuple(
        split_gross(Money.of(item.unit * item.quantity, currency), rate_of(item.tax_kind, standard_rate))
        for item in items
    )
    rate = rate_of(delivery_tax_kind(item.tax_kind for item in items), standard_rate)
    charge = split_gross(Money.of(delivery, currency), rate)
    return QuoteAmounts(lines, charge, sum(lines, TaxedMoney.zero(currency)) + charge)


def instant_validity(today: dt.date, ends: Iterable[dt.date]) -> dt.date:
    """The last day of an instant quote: a fortnight, or what ends before; never before today."""
    return max(today, min([today + dt.timedelta(days=INSTANT_DAYS), *ends]))


class Offered(Protocol):
    total_gross: Decimal


def lowest_total(quotes: Iterable[Offered]) -> Decimal | None:
    """The lowest total, VAT included; None of none."""
    return min((quote.total_gross for quote in quotes), default=None)


def is_lowest(quote: Offered, quotes: Iterable[Offered]) -> bool:
    """Whether none of the quotes is cheaper: several may be the lowest."""
    least = lowest_total(quotes)
    return least is not None and quote.total_gross <= least


@dataclass(frozen=True, slots=True)
class Identity:
    """What of an enterprise is compared with another's; empty strings are never alike."""

    vendor_id: int
    representative: str
    address: str
    email: str
    phone: str
    account: str  # a keyed digest, never the number
    member_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class SharedTraits:
    """Two enterprises that may not be independent, and in what they are alike: values of ``TRAITS``."""

    first_id: int
    second_id: int
    traits: tuple[str, ...]


TRAITS = ("representative", "address", "account", "email", "phone", "member")


def shared_traits(identities: Sequence[Identity]) -> list[SharedTraits]:
    """Each pair that has something in common, in the order given."""
    found = []
    for place, first in enumerate(identities):
        for second in identities[place + 1 :]:
            traits = tuple(trait for trait in TRAITS if _is_alike(trait, first, second))
            if traits:
                found.append(SharedTraits(first.vendor_id, second.vendor_id, traits))
    return found


def _is_alike(trait: str, first: Identity, second: Identity) -> bool:
    if trait == "member":
        return bool(first.member_ids & second.member_ids)
    return bool(getattr(first, trait)) and plain(getattr(first, trait)) == plain(getattr(second, trait))


def plain(text: str) -> str:
    """Letters and digits in lower case: 서울시 구로구 1-2 and 서울시구로구 1 - 2 are one place."""
    return "".join(letter for letter in text.lower() if letter.isalnum())
