"""Attempts to pay that nothing was heard of: looked up at the provider, and called off when they lead nowhere."""

from __future__ import annotations

import datetime as dt
import logging
from uuid import UUID

from django.conf import settings

from market.core.actor import SYSTEM
from market.core.locks import reset_lock_order
from market.core.sweeps import one_by_one
from market.payments.enums import PaymentStatus
from market.payments.errors import GatewayUnknown, ProviderRefused, ProviderUnavailable
from market.payments.flows.actions_send import actions_send_of
from market.payments.gateways.registry import provider_named, remote_gateways
from market.payments.models import TransactionItem
from market.payments.services.action_send import handle_of
from market.payments.services.attempts_call_off import attempt_abandon, attempts_abandoned
from market.payments.services.transaction_sync import transaction_sync

logger = logging.getLogger(__name__)


def attempts_sweep(*, limit: int = 100) -> int:
    """Deal with attempts that stand open without a word. Returns how many were called off. Safe in several workers at once."""
    age = dt.timedelta(minutes=settings.PAYMENT_ABANDONED_AFTER_MINUTES)
    return one_by_one(_sweep, attempts_abandoned(gateways=remote_gateways(), older_than=age, limit=limit))


def _sweep(token: UUID) -> bool:
    item = TransactionItem.objects.get(pk=token)
    if item.psp_reference and not _is_idle(item):
        return False
    reset_lock_order()
    called_off = attempt_abandon(token=token)
    actions_send_of(checkout_id=item.checkout_token, order_id=item.order_id)
    return called_off


def _is_idle(item: TransactionItem) -> bool:
    """Whether the provider, too, only waits for the shopper. What it knows better is followed."""
    try:
        state = provider_named(item.gateway).read(handle_of(item))
    except (ProviderUnavailable, ProviderRefused, GatewayUnknown) as fault:
        logger.warning("attempt %s: %s", item.pk, fault)
        return False
    reset_lock_order()
    transaction_sync(token=item.pk, state=state, actor=SYSTEM)
    return state.status == PaymentStatus.ACTION_REQUIRED
