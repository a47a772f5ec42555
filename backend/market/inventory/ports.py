"""What a room above does with a warehouse. Filled in by its ``apps.py``."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID


class ZoneKeeping(Protocol):
    """Keeps which shipping zones are served from which warehouses."""

    def join_all(self, warehouse_id: UUID) -> None:
        """Let every zone that shares a channel with the warehouse be served from it, in the caller's transaction."""
        ...

    def part(self, channel_id: int) -> None:
        """Part zones and warehouses that share no channel any more after the channel lost warehouses."""
        ...


_keepers: list[ZoneKeeping] = []


def register_zone_keeping(keeper: ZoneKeeping) -> None:
    _keepers[:] = [keeper]


def zone_keeping() -> ZoneKeeping:
    (keeper,) = _keepers
    return keeper
