"""The only place where a transaction's amounts are set: from its events."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from market.core import clock
from market.core.actor import Actor
from market.payments.models import AMOUNTS, TransactionEvent, TransactionItem
from market.payments.rules import EventDraft, amounts_of


def events_add(
    *, item: TransactionItem, drafts: Iterable[EventDraft], actor: Actor, reason: str = ""
) -> list[TransactionEvent]:
    """Add events to a locked transaction. Amounts are in its currency."""
    now = clock.now()
    return TransactionEvent.objects.bulk_create(
        TransactionEvent(
            transaction=item,
            type=draft.type,
            amount=draft.amount,
            currency=item.currency,
            psp_reference=draft.psp_reference,
            request_key=draft.request_key,
            message=draft.message[:512],
            reason=reason[:500],
            external_url=item.external_url,
            actor_id=actor.user_id,
            created_at=now,
        )
        for draft in drafts
    )


def transaction_recalculate(*, item: TransactionItem) -> None:
    """Work the amounts of a locked transaction out anew and save them."""
    amounts = amounts_of(list(item.events.order_by("pk")))
    for name, value in dataclasses.asdict(amounts).items():
        setattr(item, name, value)
    item.save(update_fields=[*AMOUNTS, "modified_at"])
