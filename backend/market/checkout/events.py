"""What checkouts tell the other rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class CheckoutTotalChanged(Event):
    """A checkout for which a payment had begun costs something else now."""

    topic: ClassVar[str] = "checkout.checkout_total_changed"
    checkout_id: UUID

    @property
    def key(self) -> str:
        return f"checkout:{self.checkout_id}"
