"""Texts of a product and its variants in other languages: for translators of the market, too."""

from __future__ import annotations

from django.db import transaction

from market.catalog.locks import product_for_update
from market.catalog.rules.listing_paths import Changes
from market.catalog.selectors.listing_values import listing_values
from market.catalog.services.listing_change import Outcome, listing_change
from market.catalog.services.listing_changes_make import listing_changes_make
from market.core.actor import Actor
from market.core.permissions import MANAGE_PRODUCTS, MANAGE_TRANSLATIONS


def goods_translate(*, product_id: int, changes: Changes, actor: Actor) -> Outcome:
    """Write translations: at once for staff who translate, as any change for others. Raises what ``listing_change`` raises."""
    if not actor.has_permission(MANAGE_TRANSLATIONS) or actor.has_permission(MANAGE_PRODUCTS):
        return listing_change(product_id=product_id, changes=changes, actor=actor)
    with transaction.atomic():
        product = product_for_update(product_id)
        before = listing_values(product_id)
        made = listing_changes_make(product=product, changes=changes, before=before, actor=actor, is_strict=False)
        return Outcome(product, made)
