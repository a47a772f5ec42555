"""Proposals, and what they would change, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from market.catalog.models import UNDECIDED, ProductProposal, ProposalStep
from market.catalog.rules.listing_paths import parse
from market.catalog.selectors.listing_values import listing_values_of
from market.core.actor import Actor
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import vendor_ids_with


@dataclass(frozen=True)
class Difference:
    """One field of a proposal: what it was when it was proposed, what is proposed, what is on sale now."""

    path: str
    old: Any
    new: Any
    payload: Any
    now: Any
    is_conflict: bool
    reason: str


def proposals_seen(viewer: Actor) -> QuerySet[ProductProposal]:
    """Staff who manage products see all; members those of enterprises whose listings they manage."""
    rows = ProductProposal.objects.all()
    if viewer.has_permission(MANAGE_PRODUCTS):
        return rows
    return rows.filter(vendor__in=vendor_ids_with(viewer, Ability.MANAGE_LISTINGS))


def proposals_narrowed(
    rows: QuerySet[ProductProposal],
    *,
    statuses: Sequence[str] | None = None,
    kinds: Sequence[str] | None = None,
    vendor_ids: Sequence[int] | None = None,
    product_ids: Sequence[int] | None = None,
    search: str = "",
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
) -> QuerySet[ProductProposal]:
    if statuses is not None:
        rows = rows.filter(status__in=statuses)
    if kinds is not None:
        rows = rows.filter(kind__in=kinds)
    if vendor_ids is not None:
        rows = rows.filter(vendor__in=vendor_ids)
    if product_ids is not None:
        rows = rows.filter(product__in=product_ids)
    if since is not None:
        rows = rows.filter(submitted_at__gte=since)
    if until is not None:
        rows = rows.filter(submitted_at__lte=until)
    for word in search.replace("\x00", "")[:250].split():
        rows = rows.filter(product_name__icontains=word)
    return rows


def differences_of(proposals: Sequence[ProductProposal]) -> dict[int, list[Difference]]:
    """What each proposal changes, field by field, against what is on sale now; of decided ones, as they were decided on."""
    live = {proposal.product_id for proposal in proposals if proposal.status in UNDECIDED and proposal.product_id}
    values = listing_values_of(pk for pk in live if pk is not None)
    return {proposal.pk: _differences(proposal, values.get(proposal.product_id or 0)) for proposal in proposals}


def _differences(proposal: ProductProposal, values: Mapping[str, Any] | None) -> list[Difference]:
    found = []
    for path, entry in sorted(proposal.changes.items(), key=lambda item: _place(item[0])):
        now = entry["old"] if values is None else values.get(path)
        is_conflict = values is not None and now not in (entry["old"], entry["new"])
        reason = proposal.reasons.get(path, "")
        found.append(Difference(path, entry["old"], entry["new"], entry["payload"], now, is_conflict, reason))
    return found


ORDER = (
    "product", "attribute", "notice", "media", "variant", "variant_attribute", "price", "quantity_prices", "translation", "listing",
)  # fmt: skip


def _place(text: str) -> tuple[int, str]:
    return ORDER.index(parse(text).kind), text


def steps_of(proposal_ids: Iterable[int]) -> list[ProposalStep]:
    return list(ProposalStep.objects.filter(proposal__in=list(proposal_ids)).order_by("id"))


def proposal_pictures_named(keys: Iterable[str]) -> set[str]:
    """Those of the keys of kept pictures that a proposal shows: one that waits for a decision, or was decided on."""
    wanted, named = set(keys), set()
    rows = ProductProposal.objects.annotate(text=Cast("changes", TextField())).filter(text__contains='"image"')
    for changes in rows.values_list("changes", flat=True).iterator():
        for path, entry in changes.items():
            payload = entry.get("payload")
            if path.startswith("media:") and isinstance(payload, dict) and payload.get("image") in wanted:
                named.add(payload["image"])
    return named


def vendor_of_proposal(proposal_id: int) -> int | None:
    return ProductProposal.objects.filter(pk=proposal_id).values_list("vendor_id", flat=True).first()
