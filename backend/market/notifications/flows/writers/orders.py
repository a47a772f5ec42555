"""Mails to buyers about their orders: what each reads and which words it takes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

from market.notifications.enums import MailKind, MailStatus
from market.notifications.flows.writers.registry import Writer, writes
from market.notifications.letters import orders, refunds, withdrawals
from market.notifications.letters.letter import Letter, NothingToSay, OtherMailFirst
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail
from market.notifications.selectors.mails import order_mail
from market.notifications.selectors.order_facts import (
    OrderFacts,
    dispatch_facts,
    order_facts,
    part_refund,
    refund_facts,
)
from market.notifications.selectors.vendor_order_facts import cancelled_facts, reason_of_part, reasons_of_order
from market.notifications.selectors.withdrawal_facts import WithdrawalFacts, withdrawal_facts


def _order(mail: Mail) -> tuple[OrderFacts, Voice]:
    facts = order_facts(mail.order_id, mail.language) if mail.order_id else None
    if facts is None:
        raise NothingToSay("the order is gone")
    return facts, Voice(mail.language, facts.is_public)


def _received(mail: Mail) -> Decimal:
    """What had been paid when the event was told; by now it may have gone back."""
    return Decimal(mail.params.get("received", "0"))


@writes(MailKind.ORDER_PLACED)
def _order_placed(mail: Mail) -> Letter:
    return orders.order_placed(*_order(mail))


@writes(MailKind.ORDER_PAID)
def _order_paid(mail: Mail) -> Letter:
    """Nobody is told twice: a confirmation that was written after the payment has said it already."""
    facts, voice = _order(mail)
    confirmation = order_mail(order_id=facts.id, kind=MailKind.ORDER_PLACED)
    if confirmation is not None and confirmation.status == MailStatus.WAITING:
        raise OtherMailFirst
    if confirmation is not None and confirmation.told.get("is_paid"):
        raise NothingToSay("the confirmation said so")
    return orders.order_paid(facts, voice)


@writes(MailKind.ORDER_DISPATCHED)
def _order_dispatched(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    dispatch = dispatch_facts(facts, mail.params["fulfillment_id"], mail.language)
    if dispatch is None:
        raise NothingToSay("the dispatch is gone")
    return orders.order_dispatched(facts, dispatch, voice)


@writes(MailKind.DISPATCH_UPDATED)
def _dispatch_updated(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    dispatch = dispatch_facts(facts, mail.params["fulfillment_id"], mail.language)
    if dispatch is None:
        raise NothingToSay("the dispatch is gone")
    return orders.order_dispatched(facts, dispatch, voice, is_update=True)


@writes(MailKind.PART_CANCELLED)
def _part_cancelled(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    wanted = UUID(mail.params["vendor_order_id"])
    part = next((part for part in facts.vendors if part.vendor_order_id == wanted), None)
    if part is None:
        raise NothingToSay("the part is gone")
    if "cancellation_id" in mail.params:
        cancelled = cancelled_facts(mail.params["cancellation_id"], mail.language)
        if cancelled is None:
            raise NothingToSay("the cancellation is gone")
        return refunds.lines_cancelled(facts, part, cancelled, _received(mail), voice)
    return refunds.part_cancelled(facts, part, part_refund(wanted), _received(mail), voice, reason_of_part(wanted))


@writes(MailKind.ORDER_CANCELLED)
def _order_cancelled(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    return orders.order_cancelled(facts, _received(mail), voice, reasons_of_order(facts.id))


@writes(MailKind.ORDER_EXPIRED)
def _order_expired(mail: Mail) -> Letter:
    return orders.order_expired(*_order(mail))


@writes(MailKind.REFUND_GRANTED)
def _refund_granted(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    refund = refund_facts(facts, mail.params["granted_refund_id"], mail.language)
    if refund is None:
        raise NothingToSay("the refund is gone")
    done = order_mail(order_id=facts.id, kind=MailKind.REFUND_DONE)
    if done is not None and done.created_at >= mail.created_at:
        raise NothingToSay("the money has gone back already, and another mail tells it")
    return refunds.refund_granted(facts, refund, _received(mail), voice)


@writes(MailKind.REFUND_DONE)
def _refund_done(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    return refunds.refund_done(facts, Decimal(mail.params["amount"]), mail.params["currency"], voice)


def _withdrawal(words: Callable[[OrderFacts, WithdrawalFacts, Voice], Letter]) -> Writer:
    """A writer for one step of a withdrawal."""

    def write(mail: Mail) -> Letter:
        facts, voice = _order(mail)
        withdrawal = withdrawal_facts(facts, UUID(mail.params["withdrawal_id"]), mail.language)
        if withdrawal is None:
            raise NothingToSay("the withdrawal is gone")
        return words(facts, withdrawal, voice)

    return write


for _kind, _words in (
    (MailKind.WITHDRAWAL_REQUESTED, withdrawals.withdrawal_requested),
    (MailKind.WITHDRAWAL_ACCEPTED, withdrawals.withdrawal_accepted),
    (MailKind.WITHDRAWAL_REJECTED, withdrawals.withdrawal_rejected),
    (MailKind.WITHDRAWAL_CANCELLED, withdrawals.withdrawal_cancelled),
    (MailKind.WITHDRAWAL_RECEIVED, withdrawals.withdrawal_received),
):
    writes(_kind)(_withdrawal(_words))
