"""Where a buyer wants the money back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from market.core import audit, clock
from market.core.actor import Actor
from market.core.banks import Bank
from market.core.errors import NotFound, Required
from market.core.permissions import HANDLE_PAYMENTS
from market.core.sealing import seal
from market.orders.models import Order
from market.orders.services.buyer_recognise import is_buyer
from market.payments.enums import ActionStatus, TransactionAction
from market.payments.errors import AccountNumberInvalid, RefundAccountNotNeeded
from market.payments.models import ProviderAction, RefundAccount
from market.payments.selectors.refunds_to_send import refunds_of_order

NUMBER = re.compile(r"^\d{10,16}$")
LIVING = (ActionStatus.WAITING, ActionStatus.SENT, ActionStatus.DEAD)


@transaction.atomic
def refund_account_set(
    *,
    order_id: UUID,
    bank: Bank,
    number: str,
    holder: str,
    actor: Actor,
    gateways: Sequence[str],
    email: str = "",
) -> RefundAccount:
    """Note (or replace) the account for an order's refund by transfer, while one waits to be sent with one of ``gateways``.

    A member's order: by the member. A guest's: by who knows its id and its e-mail address; staff may write down what they were told.
    Raises NotFound (never said which), TooManyGuesses, RefundAccountNotNeeded, AccountNumberInvalid, Required (no holder).
    """
    order = Order.objects.filter(pk=order_id).first()
    is_keeper = actor.has_permission(HANDLE_PAYMENTS)
    if order is None or not (is_keeper or is_buyer(order=order, actor=actor, email=email)):
        raise NotFound("orderId")
    if not refunds_of_order(order, gateways).exists():
        raise RefundAccountNotNeeded("orderId")
    digits = re.sub(r"[\s-]", "", number)
    if not NUMBER.match(digits) or not digits.isascii():
        raise AccountNumberInvalid("accountNumber")
    if not holder.strip():
        raise Required("holder")
    account, _ = RefundAccount.objects.update_or_create(
        order=order,
        defaults={
            "bank": bank,
            "sealed_number": seal(digits),
            "sealed_holder": seal(holder.strip()[:60]),
            "last_digits": digits[-4:],
            "set_at": clock.now(),
        },
    )
    audit.record(actor=actor, action="payments.refund_account_set", subject_type="order", subject_id=order.pk)
    return account


@transaction.atomic
def refund_accounts_forget() -> int:
    """Delete accounts whose last refund ended some days ago. Returns how many."""
    after = clock.now() - dt.timedelta(days=settings.REFUND_ACCOUNT_KEEP_DAYS)
    mine = Q(transaction__order_id=OuterRef("order_id")) | Q(
        transaction__checkout_token=OuterRef("order__checkout_token"), transaction__checkout_token__isnull=False
    )
    refunds = ProviderAction.objects.filter(mine, kind=TransactionAction.REFUND)
    needed = refunds.filter(Q(status__in=LIVING) | Q(ended_at__gte=after))
    old = RefundAccount.objects.filter(~Exists(needed), set_at__lt=after)
    deleted, _ = old.delete()
    return deleted
