"""The transactional outbox: publish inside the transaction, relay afterwards, never lose, never do twice."""

from __future__ import annotations

import datetime as dt
import logging

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from market.core import clock
from market.core.events import Event, event_from, handler_named, handlers_of
from market.core.locks import reset_lock_order
from market.core.models import DeliveryStatus, OutboxDelivery, OutboxEvent

logger = logging.getLogger(__name__)
MAX_ATTEMPTS = 8
FIRST_PAUSE_SECONDS = 5


class PublishedOutsideTransaction(RuntimeError):
    """An event was published where nothing guarantees that its fact is committed with it."""


def publish(event: Event) -> None:
    """Write the event beside the fact it tells. Raises PublishedOutsideTransaction where there is no transaction."""
    if not connection.in_atomic_block:
        raise PublishedOutsideTransaction(event.topic)
    OutboxEvent.objects.create(topic=event.topic, key=event.key, version=event.version, payload=event.payload())


def fan_out(limit: int = 500) -> int:
    """Make one delivery row per waiting event and handler. Returns how many events were taken."""
    with transaction.atomic():
        events = list(
            OutboxEvent.objects.select_for_update(skip_locked=True).filter(is_fanned_out=False).order_by("id")[:limit]
        )
        due = clock.now()
        OutboxDelivery.objects.bulk_create(
            [
                OutboxDelivery(event=event, handler=name, key=event.key, due_at=due)
                for event in events
                for name in handlers_of(event.topic)
            ],
            ignore_conflicts=True,
        )
        OutboxEvent.objects.filter(pk__in=[event.pk for event in events]).update(is_fanned_out=True)
    return len(events)


def deliver_due(limit: int = 500) -> int:
    """Run the handlers of what is due, each in one transaction with its own record. Returns how many were tried."""
    tried = 0
    while tried < limit and _deliver_next():
        tried += 1
    return tried


def _deliver_next() -> bool:
    reset_lock_order()  # a handler that failed leaves a record of locks that are gone
    with transaction.atomic():
        delivery = _claim_next()
        if delivery is None:
            return False
        _run(delivery)
    return True


def _claim_next() -> OutboxDelivery | None:
    """The oldest due delivery whose key has no older one still waiting for the same handler."""
    rows = OutboxDelivery.objects.raw(
        """
        SELECT d.* FROM core_outboxdelivery d
        WHERE d.status = 'waiting' AND d.due_at <= %s AND NOT EXISTS (
            SELECT 1 FROM core_outboxdelivery o
            WHERE o.handler = d.handler AND o.key = d.key AND o.status = 'waiting' AND o.id < d.id)
        ORDER BY d.due_at, d.id FOR UPDATE OF d SKIP LOCKED LIMIT 1
        """,
        [clock.now()],
    )
    return next(iter(rows), None)


def forget_done(*, older_than: dt.timedelta, batch: int = 1_000) -> int:
    """Delete events, and their deliveries, that were all delivered and published so long ago. Returns how many events.

    What waits, or was given up, stays with its event. In small transactions, so that nobody waits for it.
    """
    before, forgotten = clock.now() - older_than, 0
    unfinished = OutboxDelivery.objects.filter(event=OuterRef("pk")).exclude(status=DeliveryStatus.DONE)
    done = OutboxEvent.objects.filter(~Exists(unfinished), is_fanned_out=True, created_at__lt=before)
    while keys := list(done.order_by("pk").values_list("pk", flat=True)[:batch]):
        OutboxEvent.objects.filter(pk__in=keys).delete()
        forgotten += len(keys)
    return forgotten


def _run(delivery: OutboxDelivery) -> None:
    event = delivery.event
    delivery.attempts += 1
    try:
        with transaction.atomic():
            handler_named(event.topic, delivery.handler)(event_from(event.topic, event.payload))
    except Exception as error:
        logger.exception("delivery %s to %s failed", delivery.pk, delivery.handler)
        delivery.last_error = f"{type(error).__name__}: {error}"[:2000]
        if delivery.attempts >= MAX_ATTEMPTS:
            delivery.status = DeliveryStatus.DEAD
        delivery.due_at = clock.now() + dt.timedelta(seconds=FIRST_PAUSE_SECONDS * 2**delivery.attempts)
    else:
        delivery.status, delivery.done_at, delivery.last_error = DeliveryStatus.DONE, clock.now(), ""
    delivery.save(update_fields=["attempts", "status", "due_at", "last_error", "done_at"])
