"""Prices and limits of a checkout. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from market.catalog.models import ReturnPolicy
from market.core.money import Money, TaxedMoney
from market.core.tax import rate_of, split_gross


def price_line(unit: Money, quantity: int, tax_kind: str, standard_rate: Decimal) -> tuple[TaxedMoney, TaxedMoney]:
    """A line's unit price and total, each with supply amount and VAT.

    VAT is split once for each line, from the line's gross total, and every sum above it (vendor order, tax kind, order) adds the lines
    up: so the lines of a paper always sum to its totals, and no total is ever split again. The unit's split is for display only.
    """
    rate = rate_of(tax_kind, standard_rate)
    return split_gross(unit, rate), split_gross(unit * quantity, rate)


def discounted_line(unit: Money, quantity: int, discount: Money, rate: Decimal) -> tuple[TaxedMoney, TaxedMoney]:
    """A line's unit price and total after its part of a voucher; VAT is split anew from what is left of the gross total.

    The unit price is the total divided by the pieces, rounded, and for display only: what is charged is the total.
    """
    total = unit * quantity - discount
    return split_gross(Money.of(total.amount / quantity, total.currency), rate), split_gross(total, rate)


def held_delivery_of(charges: Iterable[tuple[str, Decimal]]) -> Decimal:
    """What the quotes of one enterprise charge for delivery: each ``(quote, charge)`` once, the highest where its lines differ."""
    by_quote: dict[str, Decimal] = {}
    for quote, charge in charges:
        by_quote[quote] = max(charge, by_quote.get(quote, charge))
    return sum(by_quote.values(), Decimal(0))


def quantity_limit(variant_limit: int | None, market_limit: int) -> int:
    """How many of a variant one checkout may hold."""
    return min(variant_limit, market_limit) if variant_limit is not None else market_limit


CONSENT_KEY = "madeToOrderTerms"  # metadata of a line: the terms of a made-to-order product that its buyer agreed to


def is_consented(policy: str, terms: str, metadata: Mapping[str, str]) -> bool:
    """Whether the buyer agreed to just these terms of goods that are made to order (전자상거래법 시행령 §21); other terms do not bind."""
    return policy == ReturnPolicy.MADE_TO_ORDER and metadata.get(CONSENT_KEY, "").strip() == terms.strip()


class Funds(Protocol):
    """What was paid for a checkout so far, in the currency of its channel."""

    charged_amount: Decimal
    authorized_amount: Decimal


def is_covered(funds: Funds, total: Money) -> bool:
    """Whether money received or promised by a provider reaches the total."""
    return funds.charged_amount + funds.authorized_amount >= total.amount


class Pieces(Protocol):
    """So many of a variant."""

    variant_id: int
    quantity: int


def pieces_of(lines: Iterable[Pieces]) -> dict[int, int]:
    """Pieces by variant."""
    pieces: dict[int, int] = {}
    for line in lines:
        pieces[line.variant_id] = pieces.get(line.variant_id, 0) + line.quantity
    return pieces


@dataclass(frozen=True, slots=True)
class LineRequest:
    """A buyer's wish: so many of a variant."""

    variant_id: int
    quantity: int
    force_new_line: bool = False
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A line at a price that an enterprise named in a quote (견적), for just so many pieces.

    ``unit_price`` and ``delivery`` include VAT. ``reference`` names the line of the quote, once in a checkout; ``delivery`` is the charge
    of the whole quote and is the same on all its lines: it is charged once for each ``quote`` while any of its lines is there. ``note``:
    what was agreed on besides, e.g. the specification.
    """

    variant_id: int
    quantity: int
    unit_price: Decimal
    until: dt.datetime
    reference: str
    quote: str
    delivery: Decimal = Decimal(0)
    note: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineChange:
    """A new quantity (0 removes the line) or metadata for a line, named by its id or by its variant."""

    line_id: UUID | None = None
    variant_id: int | None = None
    quantity: int | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
