"""Take variants away."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from market.catalog.locks import lock_products
from market.catalog.models import ProductVariant
from market.catalog.selectors.listing_values import listing_values
from market.catalog.services.listing_changes_make import listing_changes_make
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for


def variants_delete(*, variant_ids: Sequence[int], actor: Actor, field: str = "id") -> None:
    """Delete all of these variants, or none. Taking off sale is always allowed, so it waits for nobody.

    Raises NotFound for another's as for none, PermissionDenied.
    """
    wanted = sorted(set(variant_ids))
    with transaction.atomic():
        owners = dict(ProductVariant.objects.filter(pk__in=wanted).values_list("pk", "product_id"))
        products = lock_products(owners.values())
        for pk in wanted:
            product = products.get(owners.get(pk, 0))
            ensure_acts_for(
                product.vendor_id if product else None, actor, Ability.MANAGE_LISTINGS, MANAGE_PRODUCTS, field=field
            )
        there = set(ProductVariant.objects.filter(pk__in=wanted).values_list("pk", flat=True))
        if there != set(wanted):
            raise NotFound(field)
        for product_id, product in products.items():
            own = [pk for pk in wanted if owners[pk] == product_id]
            changes = {f"variant:{pk}": None for pk in own}
            before = listing_values(product_id)
            listing_changes_make(product=product, changes=changes, before=before, actor=actor, is_strict=False)
            audit.record(
                actor=actor,
                action="catalog.variants_delete",
                subject_type="Product",
                subject_id=product_id,
                variants=own,
            )
