"""Write a purchase request (품의): begin it from a basket, change it, delete the draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from market.agencies.models import AgencyMember, BudgetLine
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import AUTHENTICATED_AGENCY_MEMBER
from market.agencies.selectors.memberships import membership_to_buy_with
from market.checkout.models import Checkout
from market.checkout.ports import is_for_agencies
from market.checkout.selectors.pricing import pricing_get
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors, NotFound, PermissionDenied
from market.core.texts import text_clean
from market.procurement.errors import BasketGone, BasketTaken, NotEditable
from market.procurement.models import PurchaseRequest, RequestQuote, RequestStatus
from market.procurement.selectors.budget_reach import lines_open_to
from market.procurement.services.request_locked import ensure_editable, own_request_locked
from market.quotes.selectors.quotes import quotes_for_agencies

LATEST = dt.timedelta(days=366)
# Column: (input field, longest, required).
TEXTS: dict[str, tuple[str, int, bool]] = {
    "title": ("title", 150, True),
    "purpose": ("purpose", 5_000, False),
    "delivery_place": ("deliveryPlace", 250, False),
    "choice_reason": ("choiceReason", 500, False),
    "split_reason": ("splitReason", 500, False),
}


@dataclass(frozen=True, slots=True)
class RequestWish:
    """What was written: columns that were given, the attached quotes (None: as they are)."""

    values: dict[str, Any]
    quote_ids: Sequence[UUID] | None = None


def request_create(*, checkout_id: UUID, wish: RequestWish, actor: Actor) -> PurchaseRequest:
    """A draft from the actor's basket in a channel for agencies, for the agency the person buys for.

    Raises PermissionDenied without REQUEST, NotFound for another's basket, BasketTaken, and ManyErrors with every fault of the input.
    """
    member = requesting_member(actor)
    with transaction.atomic():
        checkout = own_basket(checkout_id, actor)
        request = PurchaseRequest(
            agency_id=member.agency_id,
            department_id=member.department_id,
            requester=member,
            checkout_token=checkout.pk,
            currency=checkout.channel.currency_code,
        )
        _fill(request, {"title": "", **wish.values}, member)
        _total_up(request, checkout)
        try:
            with transaction.atomic():
                request.save(force_insert=True)
        except IntegrityError as error:
            raise BasketTaken("checkoutId") from error
        _attach(request, wish.quote_ids, actor)
        audit.record(
            actor=actor, action="procurement.request_create", subject_type="PurchaseRequest", subject_id=request.pk
        )
    return request


def request_update(
    *, request_id: UUID, wish: RequestWish, actor: Actor, checkout_id: UUID | None = None
) -> PurchaseRequest:
    """Change what is written, as long as it is not in approval; ``checkout_id``: another basket of the requester's.

    Raises NotFound, PermissionDenied, NotEditable, BasketTaken, ManyErrors.
    """
    with transaction.atomic():
        request, member = own_request_locked(request_id, actor)
        ensure_editable(request)
        if checkout_id is not None:
            request.checkout_token = own_basket(checkout_id, actor).pk
        _fill(request, wish.values, member)
        if request.checkout_token is not None:
            basket = Checkout.objects.select_related("channel").filter(pk=request.checkout_token).first()
            if basket is not None:
                _total_up(request, basket)
        try:
            with transaction.atomic():
                request.save()
        except IntegrityError as error:
            raise BasketTaken("checkoutId") from error
        _attach(request, wish.quote_ids, actor)
    return request


def request_delete(*, request_id: UUID, actor: Actor) -> PurchaseRequest:
    """Throw away a draft that was never put up; its basket stays. Raises NotFound, PermissionDenied, NotEditable."""
    with transaction.atomic():
        request, _ = own_request_locked(request_id, actor)
        if request.status != RequestStatus.DRAFT or request.round:
            raise NotEditable("id", status=RequestStatus(request.status).label)
        pk = request.pk
        audit.record(actor=actor, action="procurement.request_delete", subject_type="PurchaseRequest", subject_id=pk)
        request.delete()
        request.pk = pk
    return request


def requesting_member(actor: Actor) -> AgencyMember:
    """The membership the person buys with. Raises PermissionDenied for who has none, or may not file requests."""
    member = membership_to_buy_with(actor.user_id)
    if member is None or AgencyAbility.REQUEST.value not in member.abilities:
        raise PermissionDenied(AUTHENTICATED_AGENCY_MEMBER)
    return member


def own_basket(checkout_id: UUID | None, actor: Actor) -> Checkout:
    """The actor's checkout in a channel for agencies, a guest's that the actor knows included. Raises NotFound, and BasketGone for none."""
    if checkout_id is None:
        raise BasketGone("checkoutId")
    related = ("channel", "shipping_address", "billing_address", "shipping_method", "user")
    checkout = Checkout.objects.select_related(*related).filter(pk=checkout_id).first()
    if checkout is None or checkout.user_id not in (None, actor.user_id) or not is_for_agencies(checkout.channel):
        raise NotFound("checkoutId")
    return checkout


def _total_up(request: PurchaseRequest, checkout: Checkout) -> None:
    total = pricing_get(checkout=checkout).total
    request.total_net, request.total_gross = total.net.amount, total.gross.amount


def _fill(request: PurchaseRequest, values: dict[str, Any], member: AgencyMember) -> None:
    faults: list[DomainError] = []
    for name, value in values.items():
        try:
            _set(request, name, value, member)
        except DomainError as fault:
            faults.append(fault)
    if faults:
        raise ManyErrors(faults)


def _set(request: PurchaseRequest, name: str, value: Any, member: AgencyMember) -> None:
    if name in TEXTS:
        field, longest, is_required = TEXTS[name]
        setattr(request, name, text_clean(value, field=field, longest=longest, is_required=is_required))
    else:
        OTHERS[name](request, value, member)


def _set_day(request: PurchaseRequest, value: dt.date | None, member: AgencyMember) -> None:
    today = clock.today()
    if value is not None and not today <= value <= today + LATEST:
        raise InvalidInput("deliverBy", "오늘부터 1년 안의 날짜를 적어 주세요.", "Give a day from today within a year.")
    request.deliver_by = value


def _set_budget(request: PurchaseRequest, value: int | None, member: AgencyMember) -> None:
    line: BudgetLine | None = None
    if value is not None:
        line = lines_open_to(request.agency_id, request.department_id).filter(pk=value).first()
        if line is None:
            raise NotFound("budgetLine")
    request.budget_line = line


OTHERS: dict[str, Callable[[PurchaseRequest, Any, AgencyMember], None]] = {
    "deliver_by": _set_day,
    "budget_line_id": _set_budget,
}


def _attach(request: PurchaseRequest, quote_ids: Sequence[UUID] | None, actor: Actor) -> None:
    """Exactly these quotes of the own agency, as far as the actor may see them: no answer before its request has opened."""
    if quote_ids is None:
        return
    wanted = set(quote_ids)
    own = quotes_for_agencies(actor).filter(pk__in=wanted, agency_id=request.agency_id, withdrawn_at__isnull=True)
    if len(own) < len(wanted):
        raise NotFound("quotes")
    there = set(RequestQuote.objects.filter(request=request).values_list("quote_id", flat=True))
    RequestQuote.objects.filter(request=request, quote_id__in=there - wanted).delete()
    RequestQuote.objects.bulk_create(
        RequestQuote(request=request, quote_id=pk) for pk in sorted(wanted - there, key=str)
    )
