"""What putting a basket up for approval would do, and what stands in its way. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from market.agencies.models import AgencyMember, BudgetLine
from market.agencies.selectors.memberships import membership_to_buy_with
from market.agencies.selectors.policies import policy_on
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.selectors.checkout_get import checkout_get
from market.checkout.selectors.deliveries import delivery_options
from market.checkout.selectors.pricing import PricedLine, Pricing, pricing_get
from market.core import clock
from market.core.actor import Actor
from market.core.errors import DomainError
from market.core.money import TaxedMoney
from market.procurement.models import PurchaseRequest, RequestLine
from market.procurement.route_answer import BasketRoute
from market.procurement.rules import Place
from market.procurement.selectors.approval_lines import line_for
from market.procurement.selectors.basket_routes import basket_routes, parts_of_pricing
from market.procurement.selectors.budget_reach import lines_open_to
from market.procurement.selectors.grounds import ground_faults, held_quote_lines, quote_rows, quotes_of_basket
from market.quotes.models import Quote
from market.quotes.selectors.quotes import quotes_for_agencies


@dataclass(frozen=True)
class Difference:
    """How an item of the last round stands now: its price of one with VAT (None: not in the basket any more), and the pieces that are free."""

    name: str
    quantity: int
    price_before: Decimal
    price_now: Decimal | None
    free: int | None


@dataclass(frozen=True)
class RequestPreview:
    """``total`` with delivery, in the channel's currency. ``needs_approval``: whether the agency's policy asks for a request at all."""

    total: TaxedMoney
    needs_approval: bool
    direct_order_up_to: Decimal | None
    hold_days: int
    line: tuple[tuple[Place, AgencyMember], ...]
    line_fault: DomainError | None
    routes: tuple[BasketRoute, ...]
    faults: tuple[DomainError, ...]
    quotes: tuple[Quote, ...]
    budget_lines: tuple[BudgetLine, ...]
    differences: tuple[Difference, ...]


def request_preview(*, checkout_id: UUID, viewer: Actor, quote_ids: tuple[UUID, ...] = ()) -> RequestPreview | None:
    """For the owner of the basket; None for everybody else. A request that is written from it counts with its quotes and reasons."""
    member = membership_to_buy_with(viewer.user_id)
    checkout = checkout_get(checkout_id=checkout_id, viewer=viewer) if member is not None else None
    if member is None or checkout is None or checkout.user_id not in (None, viewer.user_id):
        return None
    request = PurchaseRequest.objects.filter(checkout_token=checkout.pk, requester=member).first()
    pricing = priced_with_delivery(checkout)
    parts = parts_of_pricing(pricing)
    department_id = request.department_id if request is not None else member.department_id
    routes = basket_routes(parts=parts, agency_id=member.agency_id, department_id=department_id)
    lines = [line.line for line in pricing.lines]
    faults, quotes = _faults(request, lines, member.agency_id, routes, quote_ids, viewer)
    # Until a way of delivery is chosen a checkout shows none; what is held has its charge (``checkout_hold``).
    total = pricing.total if pricing.has_delivery else pricing.subtotal + pricing.delivery_charges
    line, line_fault = _line(member, department_id, total.gross.amount)
    policy = policy_on(member.agency_id, clock.today())
    return RequestPreview(
        total=total,
        needs_approval=not policy.orders_directly(total.gross.amount),
        direct_order_up_to=policy.direct_order_up_to,
        hold_days=policy.hold_days,
        line=line,
        line_fault=line_fault,
        routes=tuple(routes[part.vendor_id] for part in parts),
        faults=tuple(faults),
        quotes=tuple(quotes),
        budget_lines=tuple(lines_open_to(member.agency_id, department_id)),
        differences=_differences(request, pricing),
    )


def priced_with_delivery(checkout: Checkout) -> Pricing:
    """The prices with the delivery that holding the basket would take: the chosen way, else the cheapest (``checkout_hold``)."""
    pricing = pricing_get(checkout=checkout)
    if checkout.shipping_method_id is None and pricing.is_shipping_required and checkout.shipping_address is not None:
        options = delivery_options(checkout=checkout, pricing=pricing)
        if options:
            checkout.shipping_method = min(options, key=lambda one: (one.price.amount, one.method.pk)).method
            pricing = pricing_get(checkout=checkout)
    return pricing


def _line(
    member: AgencyMember, department_id: int | None, total: Decimal
) -> tuple[tuple[tuple[Place, AgencyMember], ...], DomainError | None]:
    try:
        _, line = line_for(
            agency_id=member.agency_id, department_id=department_id, amount=total, requester_id=member.pk
        )
    except DomainError as fault:
        return (), fault
    return tuple(line), None


def _faults(
    request: PurchaseRequest | None,
    lines: list[CheckoutLine],
    agency_id: int,
    routes: dict[int, BasketRoute],
    quote_ids: tuple[UUID, ...],
    viewer: Actor,
) -> tuple[list[DomainError], list[Quote]]:
    terms = {line.pk: {"reference": line.held_reference} for line in lines if line.is_held}
    quoted = held_quote_lines(terms, agency_id)
    wanted = {*quote_ids, *quotes_of_basket(quoted.values())}
    if request is not None:
        wanted |= set(request.quotes.values_list("quote_id", flat=True))
    rows = quote_rows(list(quotes_for_agencies(viewer).filter(pk__in=wanted).values_list("pk", flat=True)), agency_id)
    faults = ground_faults(
        routes=routes,
        quotes=rows,
        bought_by=[row.quote for row in quoted.values()],
        split_reason=request.split_reason if request is not None else "",
        choice_reason=request.choice_reason if request is not None else "",
    )
    return faults, [row.quote for row in rows]


def _differences(request: PurchaseRequest | None, pricing: Pricing) -> tuple[Difference, ...]:
    """What of the last round's standing items costs something else now, is gone, or is short."""
    if request is None or not request.round:
        return ()
    before = RequestLine.objects.filter(request=request, round=request.round, status="requested").order_by("position")
    now: dict[int, PricedLine] = {}
    for priced in pricing.lines:
        now.setdefault(priced.line.variant_id, priced)
    found = []
    for row in before:
        line = now.get(row.variant_id) if row.variant_id is not None else None
        price = line.base_unit.gross.amount if line is not None and line.refusal is None else None
        free = line.offer.free if line is not None else 0
        if price != row.unit_price_gross or (free is not None and free < row.quantity):
            found.append(Difference(row.name, row.quantity, row.unit_price_gross, price, free))
    return tuple(found)
