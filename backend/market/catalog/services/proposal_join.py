"""What waits for one product: the first change opens a proposal, later ones join it, each is written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from market.catalog.locks import undecided_proposal_for_update
from market.catalog.models import Product, ProductProposal, ProposalAction, ProposalKind, ProposalStatus, ProposalStep
from market.catalog.rules.listing_paths import PARTS_OF_VARIANTS, Changes, parse
from market.catalog.selectors.listing_values import listing_values
from market.catalog.services.listing_changes_apply import listing_changes_apply
from market.catalog.services.listing_changes_make import listings_check
from market.core import clock
from market.core.actor import Actor
from market.core.permissions import MANAGE_PRODUCTS

Entries = dict[str, dict[str, Any]]  # path -> old, new, payload


def proposal_join(*, product: Product, changes: Changes, actor: Actor, replace: bool = False) -> ProductProposal | None:
    """Add changes to what waits for the locked product, field by field; ``replace``: these are all of them.

    They are tried first, together with those that wait, and rolled back: what cannot be approved is not proposed. Changes that change
    nothing (any more) fall away; when none is left, the proposal is withdrawn. Raises what trying raises.
    """
    found = undecided_proposal_for_update(product.pk)
    said_before = found.changes if found is not None else {}
    waiting = {} if replace else payloads(said_before)
    entries = entries_of(product, {**waiting, **changes}, actor)
    for path, entry in entries.items():
        if path in said_before and said_before[path]["payload"] == entry["payload"]:
            entry["old"] = said_before[path][
                "old"
            ]  # what it was proposed against; if that has changed since, somebody must choose
    if found is None:
        return _opened(product, entries, actor) if entries else None
    if entries == said_before:
        return found
    found.changes = entries
    found.product_name = product.name
    if not entries:
        found.status, found.decided_at = ProposalStatus.WITHDRAWN, clock.now()
        return step(found, ProposalAction.WITHDRAWN, actor)
    different = {path: plain(entry) for path, entry in entries.items() if said_before.get(path) != entry}
    return step(found, _joining(found), actor, changes=different)


def proposal_touch(
    *, product: Product, before: Mapping[str, Any], after: Mapping[str, Any], paths: Iterable[str], actor: Actor
) -> None:
    """A draft that waits to be published was changed: whoever looked at it must look again."""
    found = undecided_proposal_for_update(product.pk)
    if found is not None:
        found.product_name = product.name
        changes = {path: {"old": before.get(path), "new": after.get(path)} for path in sorted(paths)}
        step(found, _joining(found), actor, changes=changes)


def undecided_paths(product_id: int) -> set[str]:
    """The fields that wait for a locked product."""
    found = undecided_proposal_for_update(product_id)
    return set(found.changes) if found is not None else set()


def _joining(proposal: ProductProposal) -> ProposalAction:
    return ProposalAction.MENDED if proposal.status == ProposalStatus.RETURNED else ProposalAction.JOINED


def _opened(product: Product, entries: Entries, actor: Actor) -> ProductProposal:
    is_first = product.first_published_at is None
    proposal = ProductProposal(
        product=product,
        product_name=product.name,
        vendor_id=product.vendor_id,
        kind=ProposalKind.NEW_LISTING if is_first and _shows(entries) else ProposalKind.CHANGE,
        changes=entries,
        version=0,
        submitted_at=clock.now(),
    )
    changes = {path: plain(entry) for path, entry in entries.items()}
    return step(proposal, ProposalAction.SUBMITTED, actor, changes=changes)


def _shows(entries: Entries) -> bool:
    return any(path.startswith("listing:") for path in entries)


def step(
    proposal: ProductProposal,
    action: ProposalAction,
    actor: Actor,
    *,
    changes: Mapping[str, Any] | None = None,
    comment: str = "",
    reasons: Mapping[str, str] | None = None,
) -> ProductProposal:
    """Save the proposal as one version further, with its line in the history."""
    proposal.version += 1
    proposal.save()
    ProposalStep.objects.create(
        proposal=proposal,
        action=action,
        by_staff=actor.has_permission(MANAGE_PRODUCTS),
        actor_id=actor.user_id,
        version=proposal.version,
        changes=dict(changes or {}),
        comment=comment,
        reasons=dict(reasons or {}),
    )
    return proposal


def plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"old": entry.get("old"), "new": entry.get("new")}


def payloads(changes: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be written, by path."""
    return {path: entry["payload"] for path, entry in changes.items()}


class _Tried(Exception):
    """Ends a trial."""


def entries_of(product: Product, changes: Changes, actor: Actor) -> Entries:
    """The difference that the changes would make today, found by making it and rolling it back; changes of what is gone fall away."""
    before = listing_values(product.pk)
    wanted = {path: value for path, value in changes.items() if is_there(path, before)}
    after: dict[str, Any] = {}
    tried = Product.objects.select_related("notice_type").get(pk=product.pk)
    try:
        with transaction.atomic():
            made = listing_changes_apply(product=tried, changes=wanted, actor=actor)
            listings_check(product=tried, changes=wanted, before=before, is_strict=True)
            after = _read(listing_values(product.pk), made)
            raise _Tried
    except _Tried:
        pass
    entries = {
        path: {"old": before.get(path), "new": after.get(path), "payload": value} for path, value in wanted.items()
    }
    return {path: entry for path, entry in entries.items() if entry["old"] != entry["new"]}


def is_there(text: str, values: Mapping[str, Any]) -> bool:
    """Whether what the path belongs to is there, or is to be made."""
    path = parse(text)
    if path.is_new or path.kind not in ("variant", *PARTS_OF_VARIANTS.values(), "media"):
        return True
    order = values["mediaOrder"] if path.kind == "media" else values["variantOrder"]
    return path.pk in order


def _read(values: Mapping[str, Any], made: Mapping[str, int]) -> dict[str, Any]:
    """Values by path; what was made stands under the path that made it, as one value."""
    read = dict(values)
    for path, pk in made.items():
        head = f"{path.split(':')[0]}:{pk}"
        parts = {text[len(head) + 1 :]: value for text, value in values.items() if text.startswith(f"{head}:")}
        own = values.get(head)
        read[path] = {**parts, **own} if isinstance(own, dict) else parts
    names = {pk: path for path, pk in made.items() if path.startswith("media:")}
    read["mediaOrder"] = [names.get(pk, pk) for pk in values["mediaOrder"]]
    return read
