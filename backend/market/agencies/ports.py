"""What agencies must ask of rooms above them: whose work lies where. They fill the port in their ``apps.py``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from market.agencies.permissions import AgencyAbility
from market.core.actor import Actor
from market.core.locks import LOCK_ORDER


@dataclass(frozen=True, kw_only=True)
class Work:
    """So many things of one kind in somebody's hands. ``kind`` is a value of GraphQL's AgencyWorkKindEnum."""

    kind: str
    count: int
    needs: AgencyAbility | None = None  # what the successor must hold to take it


@dataclass(frozen=True, kw_only=True)
class Blocked:
    """One thing this successor may not take, and why: ``own_request`` (nobody approves the own request) or ``in_line`` (stands in the
    approval of it already). ``name`` is the number or title of the request."""

    kind: str
    name: str
    reason: str


class WorkKeeper(Protocol):
    """Knows what a member of an agency has in hand in one room. Filled by baskets, quotes and procurement."""

    def work_of(self, member_id: int) -> Sequence[Work]:
        """What the member has in hand; kinds with nothing are left out."""

    def blocked_for(self, from_id: int, to_id: int) -> Sequence[Blocked]:
        """What would stay behind if ``to_id`` took over from ``from_id``."""

    def hand_over(self, from_id: int, to_id: int, actor: Actor) -> int:
        """Move it all but what is blocked, in the transaction of the caller; locks its rows first. Returns how many things moved."""


_keepers: dict[str, WorkKeeper] = {}


def register_work_keeper(room: str, keeper: WorkKeeper) -> None:
    """``room`` is its name in the order of locks; the last one set for a room counts."""
    _keepers[room] = keeper


def work_keepers() -> list[WorkKeeper]:
    """In the order of locks, the room at the top first."""
    return [_keepers[room] for room in sorted(_keepers, key=LOCK_ORDER.index)]


def work_of(member_id: int) -> list[Work]:
    """What the member has in hand in all rooms."""
    return [work for keeper in work_keepers() for work in keeper.work_of(member_id)]


def blocked_for(from_id: int, to_id: int) -> list[Blocked]:
    return [blocked for keeper in work_keepers() for blocked in keeper.blocked_for(from_id, to_id)]
