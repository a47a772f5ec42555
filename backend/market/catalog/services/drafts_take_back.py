"""Delete drafts that were entered by mistake."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from market.catalog.locks import lock_products
from market.catalog.models import Product, ProductChannelListing
from market.core import audit
from market.core.actor import Actor
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for


def drafts_take_back(*, vendor_id: int, product_ids: Sequence[int], actor: Actor) -> set[int]:
    """Delete those of the products that are still drafts nobody has seen or reviewed. Returns which were deleted."""
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_LISTINGS, field="vendor")
    with transaction.atomic():
        rows = Product.objects.filter(pk__in=product_ids, vendor_id=vendor_id, passed_review_at__isnull=True)
        seen = ProductChannelListing.objects.filter(product__in=product_ids, published_at__isnull=False)
        drafts = rows.exclude(pk__in=seen.values("product")).exclude(proposals__isnull=False)
        found = set(drafts.values_list("pk", flat=True))
        lock_products(sorted(found))
        audit.record_each(
            actor=actor,
            action="catalog.product_delete",
            subject_type="Product",
            changes={pk: {"vendor": vendor_id} for pk in found},
        )
        Product.objects.filter(pk__in=found).delete()
    return found
