"""An enterprise has seen an order (주문 확인), and packs it (상품 준비)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import DomainError
from market.core.locks import reset_lock_order
from market.orders.desk_rules import ensure_work_state
from market.orders.enums import WorkState
from market.orders.errors import NotReadyYet, TooManyRows
from market.orders.models import VendorOrder
from market.orders.services.part_locked import part_locked
from market.orders.services.vendor_orders_fulfill import MOST_AT_ONCE


@dataclass(frozen=True, slots=True)
class AdvanceDone:
    """What became of one row: the part as it stands now, or why nothing changed."""

    vendor_order_id: UUID
    vendor_order: VendorOrder | None
    error: DomainError | None = None


def vendor_order_advance(*, vendor_order_id: UUID, to: WorkState, actor: Actor) -> VendorOrder:
    """Move a part forward to CONFIRMED or PREPARING; what is there or further already stays as it is.

    Raises NotFound, PermissionDenied, NotReadyYet, WorkStateRefused for what was sent or has ended.
    """
    with transaction.atomic():
        _, part = part_locked(vendor_order_id, actor)
        if part.ready_at is None:
            raise NotReadyYet("id")
        if not ensure_work_state(part.status, part.work_state, to):
            return part
        now = clock.now()
        part.work_state = to
        part.confirmed_at = part.confirmed_at or now
        if to == WorkState.PREPARING:
            part.preparing_at = now
        part.save(update_fields=["work_state", "confirmed_at", "preparing_at"])
        audit.record(actor=actor, action=f"orders.part_{to}", subject_type="vendor_order", subject_id=part.pk)
    return part


def vendor_orders_advance(*, vendor_order_ids: Sequence[UUID], to: WorkState, actor: Actor) -> list[AdvanceDone]:
    """Move several parts, each for itself: a row that cannot move says why. Raises TooManyRows, PermissionDenied."""
    ids = list(dict.fromkeys(vendor_order_ids))
    if len(ids) > MOST_AT_ONCE:
        raise TooManyRows("ids", limit=MOST_AT_ONCE)
    done = []
    for pk in ids:
        reset_lock_order()  # each row is a transaction of its own
        try:
            done.append(AdvanceDone(pk, vendor_order_advance(vendor_order_id=pk, to=to, actor=actor)))
        except DomainError as error:
            done.append(AdvanceDone(pk, None, error))
    return done
