"""Who is told when something happened. Each handler notes one mail; a task sends it."""

from __future__ import annotations

from uuid import UUID

from celery import current_app
from django.db import transaction

from market.accounts.events import (
    AccountConfirmationRequested,
    AccountDeletionRequested,
    AccountMailRequested,
    EmailChanged,
    EmailChangeRequested,
    PasswordChanged,
    PasswordResetRequested,
    RegistrationOnKnownAddress,
)
from market.core.events import Event, handles
from market.notifications.enums import MailKind
from market.notifications.services.account_mail_save import account_mail_save, email_change_mail_save
from market.notifications.services.order_mail_save import order_mail_save
from market.orders.events import (
    OrderCancelled,
    OrderExpired,
    OrderFulfilled,
    OrderPaid,
    OrderPlaced,
    OrderRefundGranted,
)
from market.payments.events import RefundSucceeded

SENDING_TASK = "market.notifications.tasks.send_due_mails"


def _nudge() -> None:
    """Ask a worker to send now. Without a worker of ours at hand the periodic sweep does it."""
    if current_app.main == "market":
        current_app.send_task(SENDING_TASK, expires=60)


def _nudge_when_noted(is_new: bool) -> None:
    if is_new:
        transaction.on_commit(_nudge, robust=True)


def _key(event: Event, *facts: object) -> str:
    return ":".join([event.topic, *map(str, facts)])


@handles(OrderPlaced, name="notifications.tell_order_placed")
def tell_order_placed(event: OrderPlaced) -> None:
    _order(event, MailKind.ORDER_PLACED, event.order_id)


@handles(OrderPaid, name="notifications.tell_order_paid")
def tell_order_paid(event: OrderPaid) -> None:
    _order(event, MailKind.ORDER_PAID, event.order_id)


@handles(OrderExpired, name="notifications.tell_order_expired")
def tell_order_expired(event: OrderExpired) -> None:
    _order(event, MailKind.ORDER_EXPIRED, event.order_id)


@handles(OrderCancelled, name="notifications.tell_order_cancelled")
def tell_order_cancelled(event: OrderCancelled) -> None:
    _nudge_when_noted(
        order_mail_save(
            kind=MailKind.ORDER_CANCELLED,
            order_id=event.order_id,
            event_key=_key(event, event.order_id),
            notes_received=True,
        )
    )


@handles(OrderFulfilled, name="notifications.tell_order_dispatched")
def tell_order_dispatched(event: OrderFulfilled) -> None:
    _nudge_when_noted(
        order_mail_save(
            kind=MailKind.ORDER_DISPATCHED,
            order_id=event.order_id,
            event_key=_key(event, event.fulfillment_id),
            params={"fulfillment_id": event.fulfillment_id},
        )
    )


@handles(OrderRefundGranted, name="notifications.tell_refund_granted")
def tell_refund_granted(event: OrderRefundGranted) -> None:
    _nudge_when_noted(
        order_mail_save(
            kind=MailKind.REFUND_GRANTED,
            order_id=event.order_id,
            event_key=_key(event, event.granted_refund_id),
            params={"granted_refund_id": event.granted_refund_id},
            notes_received=True,
        )
    )


@handles(RefundSucceeded, name="notifications.tell_refund_done")
def tell_refund_done(event: RefundSucceeded) -> None:
    """Money of a checkout that never became an order has no buyer to be told."""
    if event.order_id is None:
        return
    _nudge_when_noted(
        order_mail_save(
            kind=MailKind.REFUND_DONE,
            order_id=event.order_id,
            event_key=_key(event, event.transaction_token, event.psp_reference),
            params={"amount": event.amount, "currency": event.currency},
        )
    )


def _order(event: Event, kind: MailKind, order_id: UUID) -> None:
    _nudge_when_noted(order_mail_save(kind=kind, order_id=order_id, event_key=_key(event, order_id)))


@handles(AccountConfirmationRequested, name="notifications.ask_to_confirm_account")
def ask_to_confirm_account(event: AccountConfirmationRequested) -> None:
    _requested(event, MailKind.ACCOUNT_CONFIRM)


@handles(PasswordResetRequested, name="notifications.offer_password_reset")
def offer_password_reset(event: PasswordResetRequested) -> None:
    _requested(event, MailKind.PASSWORD_RESET)


@handles(AccountDeletionRequested, name="notifications.ask_to_confirm_deletion")
def ask_to_confirm_deletion(event: AccountDeletionRequested) -> None:
    _requested(event, MailKind.ACCOUNT_DELETION)


def _requested(event: AccountMailRequested, kind: MailKind) -> None:
    """Somebody may ask again and again: one unsent mail at a time, so no key."""
    params = {"redirect_url": event.redirect_url, "channel": event.channel}
    _nudge_when_noted(account_mail_save(kind=kind, user_id=event.user_id, params=params))


@handles(RegistrationOnKnownAddress, name="notifications.tell_known_address")
def tell_known_address(event: RegistrationOnKnownAddress) -> None:
    params = {"channel": event.channel}
    _nudge_when_noted(account_mail_save(kind=MailKind.ACCOUNT_KNOWN, user_id=event.user_id, params=params))


@handles(PasswordChanged, name="notifications.tell_password_changed")
def tell_password_changed(event: PasswordChanged) -> None:
    _nudge_when_noted(account_mail_save(kind=MailKind.PASSWORD_CHANGED, user_id=event.user_id))


@handles(EmailChangeRequested, name="notifications.ask_to_confirm_new_address")
def ask_to_confirm_new_address(event: EmailChangeRequested) -> None:
    """The new address is asked, the old one is told."""
    key = _key(event, event.request_id)
    params = {"redirect_url": event.redirect_url, "channel": event.channel}
    _nudge_when_noted(
        email_change_mail_save(
            kind=MailKind.EMAIL_CHANGE_CONFIRM, request_id=event.request_id, event_key=key, to_new=True, params=params
        )
    )
    _nudge_when_noted(
        email_change_mail_save(
            kind=MailKind.EMAIL_CHANGE_NOTICE,
            request_id=event.request_id,
            event_key=key,
            to_new=False,
            params={"channel": event.channel},
        )
    )


@handles(EmailChanged, name="notifications.tell_address_changed")
def tell_address_changed(event: EmailChanged) -> None:
    """The old address hears it last."""
    key = _key(event, event.request_id)
    _nudge_when_noted(
        email_change_mail_save(kind=MailKind.EMAIL_CHANGED, request_id=event.request_id, event_key=key, to_new=False)
    )
