"""What providers told us: stored first, acted on once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from market.core import clock
from market.payments.enums import ProviderEventStatus
from market.payments.locks import provider_events_for_update
from market.payments.models import ProviderEvent
from market.payments.rules import retry_seconds

MAX_ATTEMPTS = 12
LEASE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class ClaimedEvent:
    id: int
    gateway: str
    type: str
    psp_reference: str
    payload: Mapping[str, Any]


def provider_event_store(
    *, gateway: str, event_id: str, type: str, psp_reference: str, payload: Mapping[str, Any]
) -> int | None:
    """Keep a checked message. Returns its key, or None when the provider had sent it before."""
    now = clock.now()
    stored = ProviderEvent.objects.bulk_create(
        [
            ProviderEvent(
                gateway=gateway,
                event_id=event_id,
                type=type[:100],
                psp_reference=psp_reference,
                payload=dict(payload),
                due_at=now,
                received_at=now,
            )
        ],
        ignore_conflicts=True,
    )
    known = ProviderEvent.objects.filter(gateway=gateway, event_id=event_id, received_at=now).first()
    return known.pk if stored and known else None


def provider_events_due(*, limit: int = 100) -> list[int]:
    due = ProviderEvent.objects.filter(status=ProviderEventStatus.WAITING, due_at__lte=clock.now()).order_by("pk")
    return list(due.values_list("pk", flat=True)[:limit])


@transaction.atomic
def provider_event_claim(*, event_pk: int) -> ClaimedEvent | None:
    """Take a message for a minute; None when it is done, not due, or somebody else has it."""
    event = (
        provider_events_for_update()
        .filter(pk=event_pk, status=ProviderEventStatus.WAITING, due_at__lte=clock.now())
        .first()
    )
    if event is None:
        return None
    event.attempts += 1
    event.due_at = clock.now() + dt.timedelta(seconds=LEASE_SECONDS)
    event.save(update_fields=["attempts", "due_at"])
    return ClaimedEvent(event.pk, event.gateway, event.type, event.psp_reference, event.payload)


@transaction.atomic
def provider_event_done(*, event_pk: int) -> None:
    provider_events_for_update().filter(pk=event_pk).update(
        status=ProviderEventStatus.DONE, done_at=clock.now(), last_error=""
    )


@transaction.atomic
def provider_event_failed(*, event_pk: int, error: str) -> None:
    """Again later; after many tries staff must look."""
    event = provider_events_for_update().filter(pk=event_pk, status=ProviderEventStatus.WAITING).first()
    if event is None:
        return
    event.due_at = clock.now() + dt.timedelta(seconds=retry_seconds(event.attempts))
    event.last_error = error[:512]
    if event.attempts >= MAX_ATTEMPTS:
        event.status = ProviderEventStatus.DEAD
    event.save(update_fields=["due_at", "last_error", "status"])
