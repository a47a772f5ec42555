"""Mails about purchases of agencies: to who approves, to who asked, and to the enterprises."""

from __future__ import annotations

from uuid import UUID

from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, writes
from market.notifications.letters import purchases
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail
from market.notifications.selectors.purchase_facts import (
    PurchaseFacts,
    change_of,
    purchase_facts,
    purchase_order_facts,
    step_waits,
    trail_event,
)
from market.procurement.models import ChangeStatus, PurchaseOrder, PurchaseOrderStatus, RequestStatus
from market.vendors.models import VendorMember


def _request(mail: Mail) -> tuple[PurchaseFacts, Voice]:
    _, voice = account_of(mail)
    facts = purchase_facts(UUID(mail.params["request_id"]))
    if facts is None:
        raise NothingToSay("the request is gone")
    return facts, voice


def _running(mail: Mail) -> tuple[PurchaseFacts, Voice]:
    """For who is to decide: not when it was decided, or put up anew, meanwhile."""
    facts, voice = _request(mail)
    is_running = facts.request.status == RequestStatus.IN_APPROVAL and facts.request.round == mail.params["round"]
    if not is_running or not step_waits(mail.params["step_id"]):
        raise NothingToSay("it was decided")
    return facts, voice


def _order(mail: Mail) -> tuple[PurchaseOrder, Voice]:
    user, voice = account_of(mail)
    order = purchase_order_facts(UUID(mail.params["purchase_order_id"]))
    if order is None:
        raise NothingToSay("the purchase order is gone")
    vendor_id = mail.params.get("vendor_id")
    if vendor_id is not None and not VendorMember.objects.filter(vendor_id=vendor_id, user=user).exists():
        raise NothingToSay("works there no longer")
    return order, voice


@writes(MailKind.APPROVAL_TURN)
def _turn(mail: Mail) -> Letter:
    return purchases.approval_turn(*_running(mail))


@writes(MailKind.APPROVAL_ENDS_SOON)
def _ends_soon(mail: Mail) -> Letter:
    return purchases.approval_ends_soon(*_running(mail))


@writes(MailKind.PURCHASE_APPROVED)
def _approved(mail: Mail) -> Letter:
    return purchases.approved(*_request(mail))


@writes(MailKind.PURCHASE_RETURNED)
def _returned(mail: Mail) -> Letter:
    facts, voice = _request(mail)
    event = trail_event(mail.params["event_id"])
    if event is None:
        raise NothingToSay("nobody knows why")
    return purchases.returned(facts, event, voice)


@writes(MailKind.PURCHASE_LINES_REJECTED)
def _lines_rejected(mail: Mail) -> Letter:
    facts, voice = _request(mail)
    event = trail_event(mail.params["event_id"])
    if event is None:
        raise NothingToSay("nobody knows why")
    return purchases.lines_rejected(facts, event, voice)


@writes(MailKind.PURCHASE_CAMPAIGN_ENDED)
def _campaign_ended(mail: Mail) -> Letter:
    facts, voice = _request(mail)
    if facts.request.status != RequestStatus.IN_APPROVAL:
        raise NothingToSay("it was decided")
    return purchases.campaign_ended(facts, voice)


@writes(MailKind.PURCHASE_ORDER_NEW)
def _order_new(mail: Mail) -> Letter:
    order, voice = _order(mail)
    if order.status == PurchaseOrderStatus.CANCELED:
        raise NothingToSay("it was cancelled")
    return purchases.order_new(order, voice)


@writes(MailKind.PURCHASE_ORDER_ACCEPTED)
def _order_accepted(mail: Mail) -> Letter:
    return purchases.order_accepted(*_order(mail))


@writes(MailKind.PURCHASE_ORDER_CHANGE)
def _order_change(mail: Mail) -> Letter:
    order, voice = _order(mail)
    change = change_of(mail.params["change_id"])
    if change is None or change.status != ChangeStatus.PROPOSED:
        raise NothingToSay("it was answered, or proposed otherwise")
    return purchases.order_change(order, change, voice)


@writes(MailKind.PURCHASE_ORDER_CHANGE_DECIDED)
def _order_change_decided(mail: Mail) -> Letter:
    order, voice = _order(mail)
    change = change_of(mail.params["change_id"])
    if change is None or change.status not in (ChangeStatus.AGREED, ChangeStatus.REFUSED):
        raise NothingToSay("nothing was answered")
    return purchases.order_change_decided(order, change, voice)


@writes(MailKind.PURCHASE_ORDER_CANCELED)
def _order_canceled(mail: Mail) -> Letter:
    return purchases.order_canceled(*_order(mail))
