"""The door of every change of goods: at once for staff, trusted enterprises, drafts and harmless fields; otherwise as a proposal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from market.catalog.errors import ForStaffOnly
from market.catalog.locks import product_for_update
from market.catalog.models import Product, ProductProposal
from market.catalog.rules.listing_paths import Changes, is_change, is_staff_only, parse, passes_at_once, shows_more
from market.catalog.selectors.listing_values import listing_values
from market.catalog.services.listing_changes_apply import Made
from market.catalog.services.listing_changes_make import is_live, listing_changes_make, live_listings
from market.catalog.services.proposal_join import proposal_join, proposal_touch, undecided_paths
from market.core.actor import Actor
from market.core.errors import ManyErrors
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.models import Vendor
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for


@dataclass(frozen=True)
class Outcome:
    """What became of a change: what was made by path, and what waits, if anything does."""

    product: Product
    made: Made = field(default_factory=dict)
    proposal: ProductProposal | None = None


def listing_change(*, product_id: int, changes: Changes, actor: Actor, field: str = "id") -> Outcome:
    """Change a product by paths (rules/listing_paths.py).

    Raises NotFound for another's product as for none, PermissionDenied for a role without the ability, ForStaffOnly, and everything that
    the values themselves may be wrong in; then nothing is changed and nothing proposed.
    """
    with transaction.atomic():
        product = product_for_update(product_id, field=field)
        ensure_acts_for(product.vendor_id, actor, Ability.MANAGE_LISTINGS, MANAGE_PRODUCTS, field=field)
        before = listing_values(product_id)
        real = {path: value for path, value in changes.items() if is_change(path, before, value)}
        if actor.has_permission(MANAGE_PRODUCTS) or is_trusted(product.vendor_id):
            is_strict = not actor.has_permission(MANAGE_PRODUCTS)
            _ensure_own_fields(real, actor)
            if not real:
                return Outcome(product)
            made = listing_changes_make(product=product, changes=real, before=before, actor=actor, is_strict=is_strict)
            return Outcome(product, made)
        _ensure_own_fields(real, actor)
        now, later = _split(product, real, before)
        later |= {
            path: changes[path] for path in undecided_paths(product_id) & (set(changes) - set(real))
        }  # taken back
        made = _make_now(product, now, before, actor) if now else {}
        proposal = proposal_join(product=product, changes=later, actor=actor) if later else None
        return Outcome(product, made, proposal)


def is_trusted(vendor_id: int) -> bool:
    return Vendor.objects.filter(pk=vendor_id, is_trusted=True).exists()


def _ensure_own_fields(changes: Changes, actor: Actor) -> None:
    if actor.has_permission(MANAGE_PRODUCTS):
        return
    refused = sorted({parse(text).rest for text in changes if is_staff_only(text)})
    if refused:
        raise ManyErrors([ForStaffOnly(name) for name in refused])


def _split(product: Product, changes: Changes, before: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What passes at once, and what waits."""
    now: dict[str, Any] = {}
    later: dict[str, Any] = {}
    for text, value in changes.items():
        path, old = parse(text), before.get(text)
        if path.kind == "listing" and shows_more(old, value):
            if product.passed_review_at is not None and old and old.get("publishedAt"):
                now[text] = value  # shown before and unchanged since
            else:
                now[text] = {**value, "isPublished": False}
                later[text] = value
        elif not _is_shown(text, before) or passes_at_once(text, old, value):
            now[text] = value
        else:
            later[text] = value
    return now, later


def _is_shown(text: str, before: Mapping[str, Any]) -> bool:
    """Whether shoppers see what this path changes."""
    path = parse(text)
    if path.kind in ("price", "quantity_prices"):
        return bool(live_listings(before).get(int(path.rest), {}).get("isPublished"))
    return is_live(before)


def _make_now(product: Product, changes: Changes, before: Mapping[str, Any], actor: Actor) -> Made:
    made = listing_changes_make(product=product, changes=changes, before=before, actor=actor, is_strict=True)
    if is_live(before):
        return made
    after = listing_values(product.pk)
    different = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    told = {path for path in different if _is_told(path, before.get(path), after.get(path))}
    if told and not is_live(after):
        product.passed_review_at = None
        product.save(update_fields=["passed_review_at"])
        proposal_touch(product=product, before=before, after=after, paths=told, actor=actor)
    return made


def _is_told(text: str, old: Any, new: Any) -> bool:
    """Whether a draft says something else by this, so that who looked at it must look again."""
    path = parse(text)
    return path.kind not in ("listing",) and not passes_at_once(text, old, new)
