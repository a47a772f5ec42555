"""Differences between the books: noted once, kept while they stand, settled when they do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import NotFound, Required
from market.payments.book_rules import DifferenceFound
from market.payments.locks import differences_for_update
from market.payments.models import BookComparison, BookDifference


@transaction.atomic
def differences_note(
    *, gateway: str, psp_reference: str, token: UUID | None, currency: str, found: Sequence[DifferenceFound]
) -> list[BookDifference]:
    """Make the open differences of one payment those that were found now. Returns them.

    One that staff have explained is not opened again while it says the same.
    """
    now = clock.now()
    rows = differences_for_update().filter(gateway=gateway, psp_reference=psp_reference)
    known = {row.kind: row for row in rows.filter(settled_at__isnull=True)}
    standing: list[BookDifference] = []
    for one in found:
        row = known.pop(one.kind, None)
        if row is None and _is_explained(gateway, psp_reference, one):
            continue
        row = row or BookDifference(gateway=gateway, psp_reference=psp_reference, kind=one.kind, found_at=now)
        row.transaction_id, row.currency = token, currency
        row.here, row.there, row.seen_at = one.here[:100], one.there[:100], now
        row.save()
        standing.append(row)
    for row in known.values():
        row.settled_at = now
        row.save(update_fields=["settled_at"])
    return standing


def _is_explained(gateway: str, psp_reference: str, one: DifferenceFound) -> bool:
    last = BookDifference.objects.filter(gateway=gateway, psp_reference=psp_reference, kind=one.kind).first()
    return last is not None and last.settled_by_id is not None and (last.here, last.there) == (one.here, one.there)


@transaction.atomic
def difference_settle(*, difference_id: int, note: str, actor: Actor) -> BookDifference:
    """Staff say why a difference may stand. Settled already: nothing changes. Raises NotFound, Required (no note)."""
    row = differences_for_update().filter(pk=difference_id).first()
    if row is None:
        raise NotFound("id")
    if not note.strip():
        raise Required("note")
    if row.settled_at is None:
        row.settled_at, row.settled_by_id, row.note = clock.now(), actor.user_id, note.strip()[:500]
        row.save(update_fields=["settled_at", "settled_by_id", "note"])
        audit.record(actor=actor, action="payments.difference_settle", subject_type="difference", subject_id=row.pk)
    return row


def comparison_note(
    *, gateway: str, since: dt.datetime, until: dt.datetime, checked: int, healed: int, error: str = ""
) -> BookComparison:
    """Write down that, and how, the books were compared."""
    standing = BookDifference.objects.filter(gateway=gateway, settled_at__isnull=True).count()
    return BookComparison.objects.create(
        gateway=gateway,
        since=since,
        until=until,
        checked=checked,
        healed=healed,
        standing=standing,
        error=error[:512],
        ended_at=clock.now(),
    )
