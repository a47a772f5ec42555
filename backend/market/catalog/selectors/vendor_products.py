"""An enterprise's goods as it sees them: published or not, with how they stand."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence

from market.catalog.ports import stock_keeping
from market.catalog.sql import Sql, all_of, any_of, fetch, select


class SaleState(enum.Enum):
    """How goods stand. The last two say what becomes of a proposal, beside one of the others."""

    SELLING = "selling"
    SOLD_OUT = "sold_out"
    HIDDEN = "hidden"
    DRAFT = "draft"
    UNDER_REVIEW = "under_review"
    SENT_BACK = "sent_back"


SALES = (SaleState.SELLING, SaleState.SOLD_OUT, SaleState.HIDDEN, SaleState.DRAFT)
PUBLISHED = Sql(
    "EXISTS (SELECT 1 FROM catalog_productchannellisting pl WHERE pl.product_id = p.id AND pl.is_published)"
)
UNPUBLISHED = Sql(f"NOT {PUBLISHED.text}")


def _proposal(status: str) -> Sql:
    return Sql(
        "EXISTS (SELECT 1 FROM catalog_productproposal pp WHERE pp.product_id = p.id AND pp.status = %s)", (status,)
    )


def of_state(state: SaleState) -> Sql:
    """The condition on a product ``p``. What is sold by quotation only never sells out."""
    if state in (SaleState.UNDER_REVIEW, SaleState.SENT_BACK):
        return _proposal("open" if state == SaleState.UNDER_REVIEW else "returned")
    if state in (SaleState.HIDDEN, SaleState.DRAFT):
        was_on_sale = (
            "p.first_published_at IS NOT NULL" if state == SaleState.HIDDEN else "p.first_published_at IS NULL"
        )
        return all_of([UNPUBLISHED, Sql(was_on_sale)])
    gone = all_of([Sql("NOT p.is_quote_only"), stock_keeping().sold_out()])
    return all_of([PUBLISHED, gone if state == SaleState.SOLD_OUT else Sql(f"NOT ({gone.text})", gone.params)])


def of_states(states: Sequence[SaleState]) -> Sql:
    return any_of([of_state(state) for state in states])


def of_vendor(vendor_id: int) -> Sql:
    return Sql("p.vendor_id = %s", (vendor_id,))


def with_words(words: str) -> list[Sql]:
    """Each word in the name, the slug, or the SKU of a variant."""
    found = []
    for word in words.replace("\x00", "")[:250].split():
        pattern = f"%{word.replace('%', '')}%"
        sku = "EXISTS (SELECT 1 FROM catalog_productvariant kv WHERE kv.product_id = p.id AND kv.sku ILIKE %s)"
        found.append(Sql(f"(p.name ILIKE %s OR p.slug ILIKE %s OR {sku})", (pattern, pattern, pattern)))
    return found


def state_counts(vendor_id: int) -> dict[str, int]:
    """How many goods of the enterprise are in each state, and in all, in one statement."""
    states = [of_state(state) for state in SaleState]
    counted = ", ".join(f"count(*) FILTER (WHERE {state.text})" for state in states)
    params = tuple(value for state in states for value in state.params)
    text = select(f"count(*), {counted}", "catalog_product p", "p.vendor_id = %s")
    row = fetch(text, (*params, vendor_id))[0]
    return {"all": row[0], **{state.value: count for state, count in zip(SaleState, row[1:], strict=True)}}


def sale_states(product_ids: Iterable[int]) -> dict[int, SaleState]:
    """How each product stands, proposals apart, in one statement."""
    wanted = sorted(set(product_ids))
    states = [of_state(state) for state in SALES]
    cases = " ".join(f"WHEN {state.text} THEN '{one.value}'" for one, state in zip(SALES, states, strict=True))
    params = tuple(value for state in states for value in state.params)
    text = select(f"p.id, CASE {cases} END", "catalog_product p", "p.id = ANY(%s::bigint[])")
    return {pk: SaleState(state) for pk, state in fetch(text, (*params, wanted))}
