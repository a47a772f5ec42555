"""Put a purchase request up for approval: everything is checked and held, in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.agencies.models import AgencyMember
from market.agencies.selectors.policies import policy_on
from market.agencies.services.budget_use_set import budget_use_set
from market.checkout.models import Checkout
from market.checkout.services.checkout_hold import checkout_hold
from market.core import clock, outbox
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors, Required
from market.orders.models import Order, OrderLine
from market.papers.services.number_take import number_take, number_text
from market.procurement.enums import TrailAction
from market.procurement.errors import BasketGone
from market.procurement.events import ApprovalTurnCame
from market.procurement.models import (
    ApprovalStep,
    PurchaseRequest,
    RequestGround,
    RequestLine,
    RequestQuote,
    RequestStatus,
)
from market.procurement.route_answer import BasketRoute
from market.procurement.rules import Place
from market.procurement.selectors.approval_lines import line_for
from market.procurement.selectors.budget_reach import lines_open_to
from market.procurement.selectors.grounds import (
    ground_faults,
    held_quote_lines,
    order_routes,
    quote_rows,
    quotes_of_basket,
)
from market.procurement.services.request_locked import ensure_editable, own_request_locked
from market.procurement.services.request_status_set import request_status_set
from market.procurement.services.trail_write import trail_write
from market.quotes.models import QuoteLine

Line = Sequence[tuple[Place, AgencyMember]]


@dataclass(frozen=True, slots=True)
class Held:
    """What the basket became: its order, the way of each part, and by which quote lines its lines were bought."""

    order: Order
    routes: dict[int, BasketRoute]
    quoted: Mapping[UUID, QuoteLine]


def reference_of(request: PurchaseRequest) -> str:
    """The name under which the request uses its budget line."""
    return f"request:{request.pk}"


def request_submit(*, request_id: UUID, actor: Actor, expected_total: Decimal | None = None) -> PurchaseRequest:
    """The draft, or what was sent back, lapsed or withdrawn, goes to those who approve; a further time begins a new round.

    The basket becomes a held order (prices, campaign, stock), the budget line is held to the won, for as long as the agency's policy says.
    ``expected_total``: what the requester was shown (VAT and delivery included); another one is refused.

    Raises NotFound, PermissionDenied, NotEditable, NobodyToApprove, ApproverGone, BudgetExceeded, checkout's refusals (``checkout_hold``),
    and ManyErrors with all that is missing: Required, InvalidInput, OpenTenderNeeded, QuotesMissing, SplitReasonNeeded, ChoiceReasonNeeded.
    Then nothing has changed.
    """
    with transaction.atomic():
        request, member = own_request_locked(request_id, actor)
        ensure_editable(request)
        _ensure_complete(request)
        held = _hold(request, actor, expected_total)
        _, line = line_for(
            agency_id=request.agency_id,
            department_id=request.department_id,
            amount=held.order.total_gross,
            requester_id=request.requester_id,
        )
        is_again = request.round > 0
        _begin_round(request, held)
        _write_round(request, held, line)
        if request.number is None:
            series, year = f"PR-{request.agency_id}", clock.today().year
            request.number = number_text(series, year, number_take(series=series, year=year))
        budget_use_set(
            line_id=request.budget_line_id or 0,
            reference=reference_of(request),
            actor=actor,
            held=request.total_gross,
            note=request.number,
        )
        request.save()
        trail_write(
            request=request,
            action=TrailAction.RESUBMITTED if is_again else TrailAction.SUBMITTED,
            actor=actor,
            member=member,
            total=str(request.total_gross),
            order=str(held.order.pk),
        )
        outbox.publish(ApprovalTurnCame(request_id=request.pk, round=request.round, stage=1))
    return request


def _ensure_complete(request: PurchaseRequest) -> None:
    """What can be said before anything is held."""
    faults: list[DomainError] = [
        Required(field)
        for field, value in (
            ("title", request.title),
            ("purpose", request.purpose),
            ("budgetLine", request.budget_line_id),
            ("deliverBy", request.deliver_by),
        )
        if not value
    ]
    if request.deliver_by is not None and request.deliver_by < clock.today():
        faults.append(
            InvalidInput("deliverBy", "납품 희망일이 지났어요. 날짜를 고쳐 주세요.", "The delivery day has passed.")
        )
    if request.budget_line_id is not None:
        open_lines = lines_open_to(request.agency_id, request.department_id)
        if not open_lines.filter(pk=request.budget_line_id).exists():
            faults.append(
                InvalidInput(
                    "budgetLine",
                    "올해 이 부서가 쓸 수 있는 예산이 아니에요.",
                    "Not a line of this year and department.",
                )
            )
    if request.checkout_token is None or not Checkout.objects.filter(pk=request.checkout_token).exists():
        faults.append(BasketGone("checkoutId"))
    if faults:
        raise ManyErrors(faults)


def _hold(request: PurchaseRequest, actor: Actor, expected_total: Decimal | None) -> Held:
    assert request.checkout_token is not None  # _ensure_complete
    order = checkout_hold(checkout_id=request.checkout_token, actor=actor, expected_total=expected_total)
    routes = order_routes(order=order, agency_id=request.agency_id, department_id=request.department_id)
    lines = OrderLine.objects.filter(order=order)
    terms = {line.pk: line.private_metadata["quote"] for line in lines if line.private_metadata.get("quote")}
    quoted = held_quote_lines(terms, request.agency_id)
    _attach_own(request, quoted)
    quote_ids = list(RequestQuote.objects.filter(request=request).values_list("quote_id", flat=True))
    faults = ground_faults(
        routes=routes,
        quotes=quote_rows(quote_ids, request.agency_id),
        bought_by=[row.quote for row in quoted.values()],
        split_reason=request.split_reason,
        choice_reason=request.choice_reason,
    )
    if faults:
        raise ManyErrors(faults)
    return Held(order, routes, quoted)


def _attach_own(request: PurchaseRequest, quoted: Mapping[UUID, QuoteLine]) -> None:
    """The quotes that the basket was made of belong to it, with those they were compared with."""
    rows = [RequestQuote(request=request, quote_id=pk) for pk in sorted(quotes_of_basket(quoted.values()), key=str)]
    RequestQuote.objects.bulk_create(rows, ignore_conflicts=True)


def _begin_round(request: PurchaseRequest, held: Held) -> None:
    now, days = clock.now(), policy_on(request.agency_id, clock.today()).hold_days
    request_status_set(request=request, to=RequestStatus.IN_APPROVAL)
    request.round += 1
    request.order, request.checkout_token = held.order, None
    request.currency = held.order.currency
    request.total_net, request.total_gross = held.order.total_net, held.order.total_gross
    year_ends = clock.seoul_day_start(dt.date(clock.today().year + 1, 1, 1))  # its money is that of this fiscal year
    request.submitted_at, request.held_until = now, min(now + dt.timedelta(days=days), year_ends)
    request.decided_at = request.campaign_ended_told_at = None
    request.delivery_place = request.delivery_place or _place(held.order)


def _place(order: Order) -> str:
    address = order.shipping_address
    if address is None:
        return ""
    parts = (address.country_area, address.city, address.street_address_1, address.street_address_2)
    return " ".join(part for part in parts if part)[:250]


def _write_round(request: PurchaseRequest, held: Held, line: Line) -> None:
    """Copies of the lines and of the grounds as they were judged, and a step for each person."""
    order_lines = held.order.lines.select_related("vendor_order").order_by("vendor_order__number", "sort_order", "id")
    RequestLine.objects.bulk_create(
        _line(request, number, row, held.quoted.get(row.pk)) for number, row in enumerate(order_lines, start=1)
    )
    RequestGround.objects.bulk_create(
        RequestGround(
            request=request,
            round=request.round,
            vendor_id=part.vendor_id,
            shipping_net=part.shipping_net,
            shipping_gross=part.shipping_gross,
            estimated_price=held.routes[part.vendor_id].amount,
            judged_on=held.routes[part.vendor_id].judged_on,
            answer=held.routes[part.vendor_id].as_json(),
        )
        for part in held.order.vendor_orders.order_by("number")
    )
    ApprovalStep.objects.bulk_create(
        ApprovalStep(
            request=request, round=request.round, stage=place.stage, member_id=place.member_id, label=place.label
        )
        for place, _ in line
    )


def _line(request: PurchaseRequest, number: int, row: OrderLine, quoted: QuoteLine | None) -> RequestLine:
    return RequestLine(
        request=request,
        round=request.round,
        position=number,
        order_line_id=row.pk,
        variant_id=row.variant_id,
        vendor_id=row.vendor_order.vendor_id,
        quote_line=quoted,
        name=row.product_name,
        option=(quoted.specification if quoted is not None and quoted.specification else row.variant_name),
        artwork=row.artwork,
        quantity=row.quantity,
        tax_kind=row.tax_kind,
        unit_price_gross=row.unit_price_gross,
        total_net=row.total_net,
        total_gross=row.total_gross,
    )
