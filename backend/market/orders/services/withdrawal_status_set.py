"""The only place where a withdrawal's status changes, and what every step of one begins with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.enums import WithdrawalStatus
from market.orders.locks import orders_for_update
from market.orders.models import Order, OrderLine, Withdrawal
from market.orders.rules import WITHDRAWAL_ENDED, ensure_withdrawal_transition
from market.orders.selectors.order_access import ensure_handles_part


def withdrawal_locked(withdrawal_id: UUID) -> tuple[Order, Withdrawal]:
    """The withdrawal with its order, read after the order's lock. Raises NotFound."""
    order_id = Withdrawal.objects.filter(pk=withdrawal_id).values_list("order_id", flat=True).first()
    if order_id is None:
        raise NotFound("id")
    order = orders_for_update().get(pk=order_id)
    return order, Withdrawal.objects.select_related("vendor_order").get(pk=withdrawal_id)


def ensure_handler(withdrawal: Withdrawal, actor: Actor) -> None:
    """Raise NotFound unless the actor may act for the seller, as if there were no such withdrawal."""
    ensure_handles_part(withdrawal.vendor_order, actor)


def withdrawal_status_set(
    *, withdrawal: Withdrawal, to: WithdrawalStatus, actor: Actor, values: Mapping[str, Any] | None = None
) -> None:
    """Move a withdrawal of a locked order along the table, with what this step knows, and note it. Raises WithdrawalStatusRefused."""
    ensure_withdrawal_transition(withdrawal.status, to)
    changes = {"status": to, **(values or {})}
    if to in WITHDRAWAL_ENDED:
        changes["ended_at"] = clock.now()
    for name, value in changes.items():
        setattr(withdrawal, name, value)
    withdrawal.save(update_fields=list(changes))
    audit.record(actor=actor, action=f"orders.withdrawal_{to}", subject_type="withdrawal", subject_id=withdrawal.pk)


def pieces_keep(withdrawal: Withdrawal) -> None:
    """The pieces of a withdrawal that came to nothing stay with the buyer, who may ask again."""
    quantities = dict(withdrawal.lines.order_by().values_list("order_line_id", "quantity"))
    lines = list(OrderLine.objects.filter(pk__in=quantities))
    for line in lines:
        line.quantity_withdrawn -= quantities[line.pk]
    OrderLine.objects.bulk_update(lines, ["quantity_withdrawn"])
