"""Change a locked product for good: write, ask whether it may stand as it is, and tell who must know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from market.catalog.errors import ProductWithoutCategory
from market.catalog.models import Product, ProductChannelListing
from market.catalog.rules.listing_paths import Changes, parse, shows_more
from market.catalog.services.listing_changes_apply import Made, listing_changes_apply
from market.catalog.services.product_listing_prices_update import product_listing_prices_update
from market.catalog.services.products_touch import products_touch
from market.catalog.services.publication_check import notice_errors, publication_check
from market.core import clock
from market.core.actor import Actor
from market.core.errors import ManyErrors


def listing_changes_make(
    *, product: Product, changes: Changes, before: Mapping[str, Any], actor: Actor, is_strict: bool
) -> Made:
    """Apply the changes and all that follows from them. ``before``: the product's values until now; ``is_strict``: as of an enterprise.

    Raises what ``listing_changes_apply`` and ``publication_check`` raise. The product is locked, in the caller's transaction.
    """
    made = listing_changes_apply(product=product, changes=changes, actor=actor)
    listings_check(product=product, changes=changes, before=before, is_strict=is_strict)
    _review_note(product, before)
    product_listing_prices_update([product.pk])
    products_touch([product.pk])
    product.refresh_from_db(fields=["updated_at"])
    return made


def listings_check(*, product: Product, changes: Changes, before: Mapping[str, Any], is_strict: bool) -> None:
    """What is asked of goods that are shown: before they are, and again when category, notice or price change while they are."""
    paths = [parse(text) for text in changes]
    shown = [
        path.pk for path in paths if path.kind == "listing" and shows_more(before.get(path.text), changes[path.text])
    ]
    if shown:
        publication_check(product=product, channel_ids=shown, is_strict=is_strict)
    if not is_live(before):
        return
    fields = {path.rest for path in paths if path.kind == "product"}
    if "category" in fields and product.category_id is None:
        raise ProductWithoutCategory("category")
    touches_notice = "noticeType" in fields or any(path.kind == "notice" for path in paths)
    if touches_notice and (is_strict or product.notice_type is not None):
        errors = notice_errors(product)
        if errors:
            raise ManyErrors(errors)


def is_live(values: Mapping[str, Any]) -> bool:
    """Whether the product is published in some channel."""
    return any(listing["isPublished"] for listing in live_listings(values).values())


def live_listings(values: Mapping[str, Any]) -> dict[int, Any]:
    """How the product stands in the channels it stands in, by channel."""
    return {int(path[8:]): listing for path, listing in values.items() if path.startswith("listing:") and listing}


def _review_note(product: Product, before: Mapping[str, Any]) -> None:
    """What was on sale, or is from now on, has passed review: hiding it and showing it again unchanged needs none."""
    was_live = is_live(before)
    shown = ProductChannelListing.objects.filter(product=product, is_published=True)
    first = shown.order_by("published_at").values_list("published_at", flat=True).first()
    if was_live or first is not None:
        product.passed_review_at = clock.now()
        product.first_published_at = product.first_published_at or first or clock.now()
        product.save(update_fields=["passed_review_at", "first_published_at"])
