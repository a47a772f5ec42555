"""One order for all row locks: the room order from top to bottom, then the primary key.

A service locks its own rows first and then calls down. A lock taken upward could meet another transaction half-way, so it raises
where a test can see it instead of becoming a deadlock in production.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TypeVar

from django.db import connection, models, transaction

M = TypeVar("M", bound=models.Model)

# From the top of the house to its floor; market/pyproject.toml holds the same order as an import contract.
LOCK_ORDER = (
    "notifications",
    "insight",
    "procurement",
    "quotes",
    "baskets",
    "payments",
    "checkout",
    "orders",
    "campaigns",
    "promotions",
    "content",
    "listings",
    "shipping",
    "inventory",
    "catalog",
    "papers",
    "agencies",
    "vendors",
    "accounts",
    "channels",
    "core",
)
_last_locked: ContextVar[tuple[int, str] | None] = ContextVar("last_locked", default=None)


class LockOrderViolation(RuntimeError):
    """A transaction tried to lock a room above one it has locked already."""


def locked(queryset: models.QuerySet[M], *, of: tuple[str, ...] = ("self",)) -> models.QuerySet[M]:
    """The queryset FOR UPDATE, ordered by pk. Only for use inside a transaction and from a room's ``locks.py``."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("rows are locked inside a transaction only")
    room = queryset.model._meta.app_label
    depth = LOCK_ORDER.index(room)
    last = _last_locked.get()
    if last is not None and depth < last[0]:
        raise LockOrderViolation(f"{room} may not be locked after {last[1]}")
    if last is None:
        transaction.on_commit(_forget)
    _last_locked.set((depth, room))
    return queryset.select_for_update(of=of).order_by("pk")


def _forget() -> None:
    _last_locked.set(None)


def reset_lock_order() -> None:
    """Start a request or task with a clean record (a rolled-back transaction runs no on_commit)."""
    _last_locked.set(None)
