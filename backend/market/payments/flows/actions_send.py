"""Send what was asked of providers. Each action is sent under its own key until an answer is known."""

from __future__ import annotations

import logging
from uuid import UUID

from django.db.models import Q

from market.core.actor import SYSTEM
from market.core.locks import reset_lock_order
from market.core.sweeps import one_by_one
from market.payments.enums import ActionStatus, TransactionAction
from market.payments.errors import ProviderRefused, ProviderUnavailable
from market.payments.gateways.registry import providers
from market.payments.models import ProviderAction
from market.payments.ports import PaymentProvider, PaymentState
from market.payments.services.action_send import (
    Claimed,
    action_claim,
    action_hand_to_staff,
    action_postpone,
    action_refuse,
    action_sent,
    actions_due,
)
from market.payments.services.transaction_sync import transaction_sync

logger = logging.getLogger(__name__)


def actions_send(*, limit: int = 100) -> int:
    """Send everything that is due. Returns how many were tried. Safe in several workers at once."""
    return one_by_one(action_send, actions_due(limit=limit))


def actions_send_of(*, checkout_id: UUID | None, order_id: UUID | None) -> None:
    """Send what waits for one checkout or order at once; what cannot be sent now goes later."""
    mine = Q(transaction__order_id=order_id) if order_id else Q()
    if checkout_id:
        mine |= Q(transaction__checkout_token=checkout_id)
    for action_id in ProviderAction.objects.filter(mine, status=ActionStatus.WAITING).values_list("pk", flat=True):
        action_send(action_id)


def action_send(action_id: UUID) -> bool:
    """Send one action. Returns whether it was tried."""
    claimed = action_claim(action_id=action_id)
    if claimed is None:
        return False
    try:
        provider = providers().get(claimed.gateway)
        if provider is None or (not provider.is_remote and claimed.kind != TransactionAction.CANCEL):
            action_hand_to_staff(
                action_id=claimed.id
            )  # no interface, or one that was switched off: people carry it out
            return True
        state = _call(provider, claimed)
        transaction_sync(token=claimed.handle.transaction_token, state=state, actor=SYSTEM)
        action_sent(action_id=claimed.id)  # unless the state has ended it already
    except ProviderUnavailable as error:
        logger.warning("action %s: %s", claimed.id, error)
        action_postpone(action_id=claimed.id, error=str(error))
    except ProviderRefused as refusal:
        _refused(claimed, refusal)
    except Exception as error:
        # An answer that cannot be read, or rows that do not go together. The key makes it safe to ask again; in the end staff look.
        logger.exception("action %s", claimed.id)
        reset_lock_order()
        action_postpone(action_id=claimed.id, error=f"{type(error).__name__}: {error}")
    return True


def _call(provider: PaymentProvider, claimed: Claimed) -> PaymentState:
    handle, key = claimed.handle, claimed.id
    if claimed.kind == TransactionAction.REFUND:
        return provider.refund(handle, amount=claimed.amount, key=key, reason=claimed.reason)
    if claimed.kind == TransactionAction.CHARGE:
        return provider.charge(handle, amount=claimed.amount, key=key)
    return provider.cancel(handle, key=key, reason=claimed.reason)


def _refused(claimed: Claimed, refusal: ProviderRefused) -> None:
    """The refusal stands; then the books are read, because a refusal often means that they know more than we do."""
    action_refuse(action_id=claimed.id, detail=str(refusal.params.get("detail", "")))
    try:
        state = providers()[claimed.gateway].read(claimed.handle)
    except (ProviderUnavailable, ProviderRefused):
        return
    transaction_sync(token=claimed.handle.transaction_token, state=state, actor=SYSTEM)
