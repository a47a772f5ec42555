"""What the catalogue says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ProductsChanged(Event):
    """Something that lists, facets or search show of these products is different now: text, place, price, listing, claims."""

    topic: ClassVar[str] = "catalog.products_changed"
    product_ids: list[int]

    @property
    def key(self) -> str:
        return f"products:{min(self.product_ids, default=0)}"


@dataclass(frozen=True, kw_only=True)
class ProposalEvent(Event):
    """Something about one proposal; events of one keep their order."""

    topic: ClassVar[str] = "catalog.proposal_event"
    proposal_id: int
    proposal_version: int

    @property
    def key(self) -> str:
        return f"proposal:{self.proposal_id}"


@dataclass(frozen=True, kw_only=True)
class ProposalApproved(ProposalEvent):
    """What was proposed is carried out, perhaps with edits."""

    topic: ClassVar[str] = "catalog.proposal_approved"


@dataclass(frozen=True, kw_only=True)
class ProposalReturned(ProposalEvent):
    """Sent back to be mended, or declined."""

    topic: ClassVar[str] = "catalog.proposal_returned"
