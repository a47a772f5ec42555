"""What a basket needs before it may be put up: the legal way of each part, quotes, and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from market.catalog.models import Product
from market.core.errors import DomainError
from market.orders.models import Order, OrderLine, VendorOrder
from market.procurement.errors import ChoiceReasonNeeded, OpenTenderNeeded, QuotesMissing, SplitReasonNeeded
from market.procurement.route_answer import BasketRoute, RouteWarning
from market.procurement.route_rules import Verdict
from market.procurement.rules import AttachedQuote, is_lowest, quotes_counting
from market.procurement.selectors.basket_routes import RouteLine, VendorPart, basket_routes
from market.quotes.models import Quote, QuoteLine


@dataclass(frozen=True)
class QuoteRow:
    """A quote with what the rules read of it."""

    quote: Quote
    facts: AttachedQuote


def order_routes(*, order: Order, agency_id: int, department_id: int | None) -> dict[int, BasketRoute]:
    """The answer for each part of a held order, which is itself no past purchase."""
    return basket_routes(
        parts=_parts(order), agency_id=agency_id, department_id=department_id, except_order_ids={order.pk}
    )


def _parts(order: Order) -> list[VendorPart]:
    lines = order.lines.select_related("variant__product__product_type").order_by("sort_order", "id")
    own: dict[UUID, list[RouteLine]] = {}
    for line in lines:
        own.setdefault(line.vendor_order_id, []).append(_line(line))
    parts = VendorOrder.objects.filter(order=order, pk__in=own).select_related("vendor").order_by("number")
    return [
        VendorPart(
            vendor_id=part.vendor_id,
            name=part.vendor.name,
            name_en=part.vendor.name_en or part.vendor.name,
            lines=tuple(own[part.pk]),
        )
        for part in parts
    ]


def _line(line: OrderLine) -> RouteLine:
    product: Product | None = line.variant.product if line.variant is not None else None
    return RouteLine(
        name=line.product_name,
        category_id=product.category_id if product is not None else None,
        is_service=product is not None and product.product_type.is_service,
        net=line.total_net,
    )


def quote_rows(quote_ids: Sequence[UUID], agency_id: int) -> list[QuoteRow]:
    """The agency's quotes among these that stand: neither withdrawn nor replaced by a newer answer."""
    rows = Quote.objects.filter(
        pk__in=quote_ids, agency_id=agency_id, withdrawn_at__isnull=True, replaced_at__isnull=True
    )
    return [
        QuoteRow(quote, AttachedQuote(quote.vendor_id, quote.request_id, quote.total_gross))
        for quote in rows.select_related("vendor").order_by("created_at", "id")
    ]


def held_quote_lines(references: Mapping[UUID, Mapping[str, str]], agency_id: int) -> dict[UUID, QuoteLine]:
    """By what (an order line's or a checkout line's id) each line with held terms was quoted; ``references`` as ``order_draft`` writes them."""
    wanted: dict[UUID, UUID] = {}
    for line, terms in references.items():
        try:
            wanted[line] = UUID(terms["reference"].rsplit(":", 1)[-1])
        except (KeyError, ValueError):
            continue
    found = QuoteLine.objects.filter(pk__in=wanted.values(), quote__agency_id=agency_id).select_related("quote__vendor")
    by_id = {row.pk: row for row in found}
    return {line: by_id[pk] for line, pk in wanted.items() if pk in by_id}


def quotes_of_basket(lines: Iterable[QuoteLine]) -> set[UUID]:
    """The quotes these lines were taken from, and the other answers that stand to the same requests: they are what it was compared with."""
    quotes = [line.quote for line in lines]
    requests = {quote.request_id for quote in quotes if quote.request_id is not None}
    answers = Quote.objects.filter(request_id__in=requests, replaced_at__isnull=True, withdrawn_at__isnull=True)
    return {quote.pk for quote in quotes} | set(answers.values_list("pk", flat=True))


def ground_faults(
    *,
    routes: Mapping[int, BasketRoute],
    quotes: Sequence[QuoteRow],
    bought_by: Sequence[Quote],
    split_reason: str,
    choice_reason: str,
) -> list[DomainError]:
    """Everything that is missing. ``bought_by``: quotes the basket was made of, whose price is compared with the others asked for the same."""
    given = [row.facts for row in quotes]
    faults: list[DomainError] = []
    for vendor_id, route in routes.items():
        if route.verdict == Verdict.OPEN_TENDER:
            faults.append(OpenTenderNeeded("checkoutId", vendor=route.vendor_name))
            continue
        attached = len(quotes_counting(vendor_id, routes.keys(), given))
        if attached < route.quotes:
            faults.append(QuotesMissing("quotes", vendor=route.vendor_name, needed=route.quotes, attached=attached))
        if route.has(RouteWarning.SPLIT_PURCHASE) and not split_reason:
            faults.append(SplitReasonNeeded("splitReason", vendor=route.vendor_name))
    faults += _choice_faults(given, bought_by, choice_reason)
    return faults


def _choice_faults(given: Sequence[AttachedQuote], bought_by: Sequence[Quote], reason: str) -> list[DomainError]:
    if reason:
        return []
    return [
        ChoiceReasonNeeded("choiceReason", vendor=quote.vendor.name)
        for quote in {quote.pk: quote for quote in bought_by}.values()
        if not quote.chosen_reason
        and not is_lowest(AttachedQuote(quote.vendor_id, quote.request_id, quote.total_gross), given)
    ]
