"""What was given up is tried once more, because staff say so."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.payments.enums import ActionStatus, ProviderEventStatus
from market.payments.errors import ActionNotAvailable
from market.payments.locks import actions_for_update, provider_events_for_update
from market.payments.models import ProviderAction, ProviderEvent


@transaction.atomic
def action_retry(*, action_id: UUID, actor: Actor) -> ProviderAction:
    """Send an action again, under the same key, so that nothing is done twice. Raises NotFound, ActionNotAvailable."""
    action = actions_for_update().filter(pk=action_id).first()
    if action is None:
        raise NotFound("id")
    if action.status != ActionStatus.DEAD:
        raise ActionNotAvailable("id")
    action.status, action.attempts, action.due_at = ActionStatus.WAITING, 0, clock.now()
    action.save(update_fields=["status", "attempts", "due_at"])
    audit.record(actor=actor, action="payments.action_retry", subject_type="action", subject_id=action.pk)
    return action


@transaction.atomic
def provider_message_retry(*, event_pk: int, actor: Actor) -> ProviderEvent:
    """Act on a message again. Raises NotFound, ActionNotAvailable."""
    event = provider_events_for_update().filter(pk=event_pk).first()
    if event is None:
        raise NotFound("id")
    if event.status != ProviderEventStatus.DEAD:
        raise ActionNotAvailable("id")
    event.status, event.attempts, event.due_at = ProviderEventStatus.WAITING, 0, clock.now()
    event.save(update_fields=["status", "attempts", "due_at"])
    audit.record(actor=actor, action="payments.message_retry", subject_type="message", subject_id=event.pk)
    return event
