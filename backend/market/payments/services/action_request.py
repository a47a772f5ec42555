"""Something is to be asked of a provider."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

from market.core import clock
from market.core.actor import Actor
from market.payments.enums import ActionStatus, TransactionAction
from market.payments.models import ProviderAction, TransactionItem
from market.payments.rules import REQUEST_OF, EventDraft
from market.payments.services.transaction_recalculate import events_add, transaction_recalculate


def action_request(
    *,
    item: TransactionItem,
    kind: TransactionAction,
    amount: Decimal,
    actor: Actor,
    reason: str = "",
    is_given_up: bool = False,
) -> ProviderAction:
    """Save what a provider is to be asked for a locked transaction; a task sends it after the commit, under the action's id as key.

    ``amount`` is in the transaction's currency. The request stands in the transaction's events at once and counts as pending.
    ``is_given_up``: nothing is sent until staff say so (``dead_retry``).
    """
    now = clock.now()
    action = ProviderAction.objects.create(
        id=uuid4(),
        transaction=item,
        kind=kind,
        amount=amount,
        reason=reason[:500],
        status=ActionStatus.DEAD if is_given_up else ActionStatus.WAITING,
        last_error="refused before" if is_given_up else "",
        due_at=now,
        actor_id=actor.user_id,
        created_at=now,
    )
    draft = EventDraft(REQUEST_OF[kind], amount, request_key=action.pk)
    events_add(item=item, drafts=[draft], actor=actor, reason=reason)
    transaction_recalculate(item=item)
    return action
