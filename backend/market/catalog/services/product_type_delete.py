"""Taking kinds of products away."""

from __future__ import annotations

from django.db import transaction

from market.catalog.errors import TypeInUse
from market.catalog.locks import product_types_for_update
from market.catalog.models import Product, ProductType
from market.catalog.services.structure_changed import structure_changed
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound


def product_types_delete(*, actor: Actor, product_type_ids: list[int], field: str = "id") -> list[ProductType]:
    """Delete these product types, all or none. The answer is the types as they were, with their keys.

    Raises NotFound, and TypeInUse while products are of one: unlike Saleor, where they go too, since here they are enterprises'.
    """
    with transaction.atomic():
        found = list(product_types_for_update().filter(pk__in=product_type_ids))
        if len(found) != len(set(product_type_ids)):
            raise NotFound(field)
        count = Product.objects.filter(product_type__in=found).count()
        if count:
            raise TypeInUse(field, count=count)
        ProductType.objects.filter(pk__in=[row.pk for row in found]).delete()
        for row in found:
            audit.record(
                actor=actor,
                action="catalog.product_type_delete",
                subject_type="ProductType",
                subject_id=row.pk,
                slug=row.slug,
            )
        structure_changed()
    return found
