"""Staff sent a refund by transfer."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core.actor import Actor
from market.core.errors import NotFound
from market.payments.enums import ActionStatus, TransactionAction, TransactionEventType
from market.payments.errors import ActionNotAvailable
from market.payments.models import ProviderAction
from market.payments.services.transaction_report import transaction_report

OPEN = (ActionStatus.WAITING, ActionStatus.SENT)


@transaction.atomic
def refund_mark_sent(*, action_id: UUID, actor: Actor, reference: str = "") -> ProviderAction:
    """Report the refund under this action as done; ``reference`` is the bank's, if it has one. Safe to repeat.

    Raises NotFound, ActionNotAvailable (it failed, or is not a refund by transfer), DuplicatedReport (the reference stands for another).
    """
    action = ProviderAction.objects.filter(pk=action_id, kind=TransactionAction.REFUND).first()
    if action is None:
        raise NotFound("id")
    if action.status == ActionStatus.DONE:
        return action
    if action.status not in OPEN:
        raise ActionNotAvailable("id")
    transaction_report(
        token=action.transaction_id,
        type=TransactionEventType.REFUND_SUCCESS,
        amount=action.amount,
        psp_reference=f"transfer:{action.pk}",
        actor=actor,
        message=reference.strip(),
        action_id=action.pk,
    )
    action.refresh_from_db()
    return action
