"""Print packing lists and statements of an enterprise's orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from market.core.actor import Actor
from market.core.errors import NotFound, Required
from market.core.papers import paper_pdf
from market.orders.enums import PaperKind
from market.orders.errors import TooManyRows
from market.orders.models import VendorOrder
from market.orders.selectors.order_access import ensure_handles_part
from market.orders.selectors.paper_facts import packing_facts, printable_parts, statement_facts
from market.orders.services.part_opened import parts_opened

MOST_PAPERS = 100  # about a second of one core
TEMPLATES = Path(__file__).resolve().parents[1] / "papers"
FACTS: dict[PaperKind, Callable[[Sequence[VendorOrder]], dict[str, Any]]] = {
    PaperKind.PACKING: packing_facts,
    PaperKind.STATEMENT: statement_facts,
}


def vendor_order_papers(*, vendor_order_ids: Sequence[UUID], kind: PaperKind, actor: Actor) -> bytes:
    """One PDF with a paper for each of these parts of one enterprise, in the order given. Written down, since it shows receivers.

    Raises Required, TooManyRows, NotFound for what is another's, of different enterprises, or cancelled; PermissionDenied.
    """
    if not vendor_order_ids:
        raise Required("ids")
    if len(vendor_order_ids) > MOST_PAPERS:
        raise TooManyRows("ids", limit=MOST_PAPERS)
    parts = printable_parts(vendor_order_ids)
    seen: set[int] = set()
    for part in parts:  # one enterprise is asked about once, however many of its orders are printed
        if part.vendor_id not in seen or part.ready_at is None:
            ensure_handles_part(part, actor, field="ids")
            seen.add(part.vendor_id)
    if len(seen) > 1:
        raise NotFound("ids")
    facts = FACTS[kind](parts)
    parts_opened(parts=parts, actor=actor, how="printed")
    return paper_pdf(TEMPLATES / f"{kind}.typ", facts)
