"""What checkout must ask of rooms above it. They fill the ports in their ``apps.py``."""

from __future__ import annotations

from typing import Protocol

from market.channels.models import Audience, Channel
from market.core.actor import Actor
from market.orders.models import Order


class PurchaserGate(Protocol):
    """Who may buy for an organisation. Filled by procurement."""

    def may_purchase(self, actor: Actor, channel: Channel) -> str:
        """The name of the organisation the actor buys for; raises a DomainError when there is none."""

    def on_order_created(self, order: Order, actor: Actor) -> None:
        """Note for whom the order was placed, in the transaction that places it."""


_gates: list[PurchaserGate] = []


def set_purchaser_gate(gate: PurchaserGate) -> None:
    """The last one set counts."""
    _gates[:] = [gate]


def purchaser_gate() -> PurchaserGate | None:
    """The filled port; None: nobody can buy for an organisation."""
    return _gates[0] if _gates else None


def is_for_agencies(channel: Channel) -> bool:
    return channel.audience == Audience.PUBLIC
