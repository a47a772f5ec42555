"""What the rooms above keep for each channel. Filled in by their ``apps.py``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class LinkKeeper(Protocol):
    """Keeps which of its things serve a channel: warehouses, shipping zones."""

    def change(self, *, channel_id: int, add: Sequence[Any], remove: Sequence[Any]) -> None:
        """Assign things to a channel and take others from it, in the caller's transaction. Raises NotFound for what there is not."""
        ...


class ChannelUser(Protocol):
    """Holds things that a channel cannot simply take along when it is deleted."""

    def hand_over(self, *, channel_id: int, to_channel_id: int | None) -> None:
        """Move what it holds, in the caller's transaction. Raises a DomainError when that cannot be, or there is nowhere to move it."""
        ...


_keepers: dict[str, LinkKeeper] = {}
_users: dict[str, ChannelUser] = {}


def register_link_keeper(name: str, keeper: LinkKeeper) -> None:
    """``name``: what it keeps, as in Saleor's ``add…`` and ``remove…`` (warehouses, shipping_zones)."""
    _keepers[name] = keeper


def link_keeper(name: str) -> LinkKeeper:
    return _keepers[name]


def register_channel_user(name: str, user: ChannelUser) -> None:
    """``name``: the room."""
    _users[name] = user


def channel_users() -> list[ChannelUser]:
    return list(_users.values())
