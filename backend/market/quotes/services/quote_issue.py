"""Write a quote down and print it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from market.channels.selectors.tax_rates import HOME_COUNTRY, standard_rate
from market.core import clock
from market.core.actor import Actor
from market.core.money import TaxedMoney
from market.core.tax import rate_of
from market.papers.models import Paper, PaperKind
from market.papers.services.number_take import number_take, number_text
from market.papers.services.paper_issue import paper_issue
from market.quotes.models import Quote, QuoteLine, QuoteSource
from market.quotes.rules import SERIES, PricedItem, calculate_amounts
from market.quotes.selectors.paper_facts import quote_facts

TEMPLATES = Path(__file__).resolve().parents[1] / "papers"
CURRENCY = "KRW"


@dataclass(frozen=True, kw_only=True)
class OfferedLine:
    """One line as it is offered; ``unit_price`` of one, VAT included."""

    variant_id: int
    name: str
    specification: str
    quantity: int
    tax_kind: str
    unit_price: Decimal
    unit: str = "개"
    remark: str = ""
    item_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class QuoteTerms:
    """To whom, by whom and on what terms. ``delivery``: the charge, VAT included; ``place``: 납품 장소, where it is known."""

    agency_id: int
    department_id: int | None
    member_id: int
    vendor_id: int
    title: str
    valid_until: dt.date
    delivery: Decimal
    delivery_days: int | None
    remarks: str = ""
    place: str = ""
    bundle: UUID | None = None
    request_id: UUID | None = None
    invitation_id: int | None = None
    replaces: Paper | None = None


def quote_issue(*, terms: QuoteTerms, lines: Sequence[OfferedLine], actor: Actor) -> Quote:
    """The quote with its lines, number and PDF. Inside a transaction; who may is asked, and values are checked, by the caller."""
    today = clock.today()
    rate = standard_rate(HOME_COUNTRY, today)
    items = [PricedItem(line.unit_price, line.quantity, line.tax_kind) for line in lines]
    amounts = calculate_amounts(items, terms.delivery, rate, CURRENCY)
    number = number_text(SERIES, today.year, number_take(series=SERIES, year=today.year))
    quote = Quote.objects.create(
        number=number,
        source=QuoteSource.INSTANT if terms.request_id is None else QuoteSource.REQUEST,
        agency_id=terms.agency_id,
        department_id=terms.department_id,
        member_id=terms.member_id,
        vendor_id=terms.vendor_id,
        request_id=terms.request_id,
        invitation_id=terms.invitation_id,
        bundle=terms.bundle,
        title=terms.title[:200],
        issued_on=today,
        valid_until=terms.valid_until,
        delivery_days=terms.delivery_days,
        remarks=terms.remarks,
        currency=CURRENCY,
        delivery_gross=amounts.delivery.gross.amount,
        delivery_net=amounts.delivery.net.amount,
        total_net=amounts.total.net.amount,
        total_gross=amounts.total.gross.amount,
        issued_by_id=actor.user_id,
    )
    _lines_create(quote, lines, amounts.lines, rate)
    quote.paper = paper_issue(
        kind=PaperKind.QUOTE,
        number=number,
        title=f"견적서 {terms.title}".strip(),
        template=TEMPLATES / "quote.typ",
        facts=quote_facts(quote, place=terms.place),
        agency_id=terms.agency_id,
        vendor_id=terms.vendor_id,
        subject_type="Quote",
        subject_id=quote.pk,
        actor=actor,
        replaces=terms.replaces,
    )
    quote.save(update_fields=["paper"])
    return quote


def _lines_create(quote: Quote, lines: Sequence[OfferedLine], amounts: Sequence[TaxedMoney], rate: Decimal) -> None:
    QuoteLine.objects.bulk_create(
        QuoteLine(
            quote=quote,
            position=position,
            item_id=line.item_id,
            variant_id=line.variant_id,
            name=line.name,
            specification=line.specification,
            unit=line.unit,
            quantity=line.quantity,
            tax_kind=line.tax_kind,
            tax_rate=rate_of(line.tax_kind, rate),
            unit_price_gross=line.unit_price,
            total_net=amount.net.amount,
            total_gross=amount.gross.amount,
            remark=line.remark,
        )
        for position, (line, amount) in enumerate(zip(lines, amounts, strict=True), start=1)
    )
