"""An enterprise answers a request, takes its answer back, or declines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.channels.models import Audience, Channel
from market.checkout.selectors.offers import Offer, offers_get
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors
from market.core.money import quantize
from market.core.texts import text_clean
from market.quotes.errors import (
    AlreadyAnswered,
    ForeignListing,
    ItemsMismatch,
    NothingToWithdraw,
    VendorNotSelling,
)
from market.quotes.events import QuoteAnswered
from market.quotes.models import InvitationStatus, Quote, QuoteInvitation, QuoteRequestItem
from market.quotes.rules import LONGEST_VALIDITY, MOST_DELIVERY_DAYS, MOST_UNIT_PRICE
from market.quotes.services.quote_issue import CURRENCY, OfferedLine, QuoteTerms, quote_issue
from market.quotes.services.quote_request_close import close_when_due
from market.quotes.services.request_locked import invitation_locked
from market.vendors.models import VendorStatus


@dataclass(frozen=True, kw_only=True)
class AnsweredItem:
    """The price of one requested item, VAT included, as a listing of the enterprise's own."""

    item_id: int
    variant_id: int
    unit_price: Decimal
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class AnswerTerms:
    valid_until: dt.date
    delivery_days: int
    delivery: Decimal = Decimal(0)
    remarks: str = ""


def quote_submit(*, token: UUID, items: Sequence[AnsweredItem], terms: AnswerTerms, actor: Actor) -> Quote:
    """Answer with a price for each item. An answer given before is replaced; until the request opens only the enterprise reads it.

    When nobody owes an answer any more the request closes at once. Raises NotFound, PermissionDenied, RequestNotOpen, VendorNotSelling,
    ItemsMismatch, ForeignListing, and ManyErrors with InvalidInput for values that cannot be.
    """
    with transaction.atomic():
        invitation = invitation_locked(token=token, actor=actor)
        if invitation.vendor.status != VendorStatus.ACTIVE:
            raise VendorNotSelling("id")
        lines = _lines(invitation, items)
        remarks = _checked(invitation, terms)
        before = _standing(invitation)
        if before is not None:
            before.replaced_at = clock.now()
            before.save(update_fields=["replaced_at"])
        request = invitation.request
        quote = quote_issue(
            terms=QuoteTerms(
                agency_id=request.agency_id,
                department_id=request.department_id,
                member_id=request.requester_id,
                vendor_id=invitation.vendor_id,
                title=request.title,
                valid_until=terms.valid_until,
                delivery=terms.delivery,
                delivery_days=terms.delivery_days,
                remarks=remarks,
                place=request.delivery_place,
                request_id=request.pk,
                invitation_id=invitation.pk,
                replaces=before.paper if before is not None else None,
            ),
            lines=lines,
            actor=actor,
        )
        _set_status(invitation, InvitationStatus.ANSWERED)
        _note(actor, "quotes.submit", quote, replaces=before.number if before is not None else "")
        outbox.publish(QuoteAnswered(request_id=request.pk, vendor_id=invitation.vendor_id, quote_id=quote.pk))
        close_when_due(request)
    return quote


def quote_withdraw(*, token: UUID, actor: Actor) -> QuoteInvitation:
    """Take the answer back while answers are taken; once they are open an offer binds (민법 §527).

    Raises NotFound, PermissionDenied, RequestNotOpen, NothingToWithdraw.
    """
    with transaction.atomic():
        invitation = invitation_locked(token=token, actor=actor)
        quote = _standing(invitation)
        if quote is None:
            raise NothingToWithdraw("id")
        quote.withdrawn_at = clock.now()
        quote.save(update_fields=["withdrawn_at"])
        _set_status(invitation, InvitationStatus.SEEN)
        _note(actor, "quotes.withdraw", quote)
    return invitation


def invitation_decline(*, token: UUID, reason: str, actor: Actor) -> QuoteInvitation:
    """Say that no answer will come, and why. Raises NotFound, PermissionDenied, RequestNotOpen, AlreadyAnswered, Required, InvalidInput."""
    with transaction.atomic():
        invitation = invitation_locked(token=token, actor=actor)
        if invitation.status in (InvitationStatus.ANSWERED, InvitationStatus.DECLINED):
            raise AlreadyAnswered("id")
        invitation.decline_reason = text_clean(reason, field="reason", longest=500)
        _set_status(invitation, InvitationStatus.DECLINED)
        audit.record(
            actor=actor,
            action="quotes.decline",
            subject_type="QuoteRequest",
            subject_id=invitation.request_id,
            vendor=invitation.vendor_id,
        )
        outbox.publish(QuoteAnswered(request_id=invitation.request_id, vendor_id=invitation.vendor_id))
        close_when_due(invitation.request)
    return invitation


def invitation_seen(*, token: UUID, actor: Actor) -> QuoteInvitation:
    """Somebody of the enterprise has opened it; the first time is remembered. Raises NotFound, PermissionDenied."""
    with transaction.atomic():
        invitation = invitation_locked(token=token, actor=actor, is_open_needed=False)
        if invitation.status == InvitationStatus.INVITED:
            invitation.status, invitation.seen_at = InvitationStatus.SEEN, clock.now()
            invitation.save(update_fields=["status", "seen_at"])
    return invitation


def _lines(invitation: QuoteInvitation, answers: Sequence[AnsweredItem]) -> list[OfferedLine]:
    wanted = list(QuoteRequestItem.objects.filter(request=invitation.request).order_by("position", "id"))
    given = {answer.item_id: answer for answer in answers}
    if len(given) != len(answers) or set(given) != {item.pk for item in wanted}:
        raise ItemsMismatch("items")
    offers = offers_get(variant_ids=[answer.variant_id for answer in answers], channel=_public_channel())
    faults: list[DomainError] = []
    lines = []
    for item in wanted:
        answer = given[item.pk]
        offer = offers.get(answer.variant_id)
        if offer is None or offer.vendor.pk != invitation.vendor_id or offer.held_refusal is not None:
            faults.append(ForeignListing("items"))
        elif not _is_price(answer.unit_price):
            faults.append(_bad_price("items"))
        else:
            lines.append(_line(item, answer, offer))
    if faults:
        raise ManyErrors(faults)
    return lines


def _line(item: QuoteRequestItem, answer: AnsweredItem, offer: Offer) -> OfferedLine:
    return OfferedLine(
        item_id=item.pk,
        variant_id=answer.variant_id,
        name=item.name,
        specification=item.specification,
        unit=item.unit,
        quantity=item.quantity,
        tax_kind=offer.product.tax_kind,
        unit_price=answer.unit_price,
        remark=text_clean(answer.remark, field="items", longest=200, is_required=False),
    )


def _public_channel() -> Channel:
    return Channel.objects.filter(audience=Audience.PUBLIC, is_active=True).order_by("pk")[0]


def _is_price(amount: Decimal) -> bool:
    return 0 <= amount <= MOST_UNIT_PRICE and quantize(amount, CURRENCY) == amount


def _bad_price(field: str) -> InvalidInput:
    return InvalidInput(
        field, "금액은 0원부터 10억원까지 원 단위로 적어 주세요.", "Amounts are whole won, from 0 to 1,000,000,000."
    )


def _checked(invitation: QuoteInvitation, terms: AnswerTerms) -> str:
    """The remarks as they are kept. Raises ManyErrors."""
    faults: list[DomainError] = []
    today, reply_by = clock.today(), invitation.request.reply_by
    first = reply_by.astimezone(clock.SEOUL).date() if reply_by is not None else today
    if not first <= terms.valid_until <= today + LONGEST_VALIDITY:
        faults.append(
            InvalidInput(
                "validUntil",
                "유효기간은 답 마감일부터 1년 안으로 정해 주세요.",
                "The last day must lie between the deadline and a year from now.",
            )
        )
    if not 0 <= terms.delivery_days <= MOST_DELIVERY_DAYS:
        faults.append(InvalidInput("deliveryDays", "납품은 0~365일로 적어 주세요.", "Delivery takes 0 to 365 days."))
    if not _is_price(terms.delivery):
        faults.append(_bad_price("delivery"))
    remarks = ""
    try:
        remarks = text_clean(terms.remarks, field="remarks", longest=2_000, is_required=False)
    except DomainError as fault:
        faults.append(fault)
    if faults:
        raise ManyErrors(faults)
    return remarks


def _standing(invitation: QuoteInvitation) -> Quote | None:
    rows = Quote.objects.filter(invitation=invitation, replaced_at__isnull=True, withdrawn_at__isnull=True)
    return rows.select_related("paper").first()


def _set_status(invitation: QuoteInvitation, status: InvitationStatus) -> None:
    """Under the lock of the request."""
    invitation.status = status
    is_answer = status in (InvitationStatus.ANSWERED, InvitationStatus.DECLINED)
    invitation.answered_at = clock.now() if is_answer else None
    invitation.seen_at = invitation.seen_at or clock.now()
    if status != InvitationStatus.DECLINED:
        invitation.decline_reason = ""
    invitation.save(update_fields=["status", "answered_at", "seen_at", "decline_reason"])


def _note(actor: Actor, action: str, quote: Quote, **data: object) -> None:
    audit.record(actor=actor, action=action, subject_type="Quote", subject_id=quote.pk, number=quote.number, **data)
