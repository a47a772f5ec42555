"""Mails to the people of an enterprise about the orders they have to serve."""

from __future__ import annotations

from uuid import UUID

from market.core import clock
from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, writes
from market.notifications.letters import vendor_orders
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail
from market.notifications.selectors.vendor_order_facts import asked_back, due_counts, due_facts, part_facts
from market.orders.enums import WithdrawalStatus
from market.procurement.models import PurchaseOrder
from market.vendors.models import VendorMember


def _voice(mail: Mail) -> tuple[str, Voice]:
    """The enterprise's name, for who works there still."""
    user, voice = account_of(mail)
    member = VendorMember.objects.select_related("vendor").filter(vendor_id=mail.params["vendor_id"], user=user).first()
    if member is None:
        raise NothingToSay("works there no longer")
    return member.vendor.name, voice


@writes(MailKind.VENDOR_ORDER_NEW)
def _order_new(mail: Mail) -> Letter:
    _, voice = _voice(mail)
    part = part_facts(UUID(mail.params["vendor_order_id"]), mail.language)
    if part is None or not part.is_living:
        raise NothingToSay("nothing of it is to be sent any more")
    if PurchaseOrder.objects.filter(vendor_order_id=part.id).exists():
        raise NothingToSay("the purchase order tells it")
    return vendor_orders.new_order(part, voice)


@writes(MailKind.VENDOR_ORDER_DUE)
def _order_due(mail: Mail) -> Letter:
    name, voice = _voice(mail)
    vendor_id, today = mail.params["vendor_id"], clock.today()
    if mail.params["day"] != today.isoformat():
        raise NothingToSay("the day is over")
    due, late = due_counts(vendor_id, today)
    if not due + late:
        raise NothingToSay("all is sent")
    return vendor_orders.due_today(name, due, late, due_facts(vendor_id, today), voice)


@writes(MailKind.VENDOR_WITHDRAWAL_NEW)
def _withdrawal_new(mail: Mail) -> Letter:
    _, voice = _voice(mail)
    found = asked_back(UUID(mail.params["withdrawal_id"]), mail.language)
    if found is None or found[0].status == WithdrawalStatus.CANCELED:
        raise NothingToSay("it was called off")
    return vendor_orders.withdrawal_new(*found, voice)
