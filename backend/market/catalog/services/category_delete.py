"""Taking categories away."""

from __future__ import annotations

from django.db import transaction

from market.catalog.locks import category_tree_for_update, products_for_update
from market.catalog.models import Category, Product, ProductChannelListing
from market.catalog.services.category_save import products_below
from market.catalog.services.structure_changed import structure_changed
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import NotFound


def categories_delete(*, actor: Actor, category_ids: list[int], field: str = "id") -> list[Category]:
    """Delete these categories and all below them, all or none. The answer is the named ones as they were, with their keys.

    Their products stay, without a category and, as in Saleor, no longer published in any channel. Raises NotFound.
    """
    with transaction.atomic():
        named = list(category_tree_for_update().filter(pk__in=category_ids))
        if len(named) != len(set(category_ids)):
            raise NotFound(field)
        keys = [row.pk for row in named]
        products = list(products_for_update().filter(pk__in=products_below(*keys)).values_list("pk", flat=True))
        ProductChannelListing.objects.filter(product__in=products).update(is_published=False, published_at=None)
        Product.objects.filter(pk__in=products).update(category=None, updated_at=clock.now())
        below = Category.objects.filter(path__overlap=keys)
        gone = below.count()
        below.delete()
        for row in named:
            audit.record(
                actor=actor,
                action="catalog.category_delete",
                subject_type="Category",
                subject_id=row.pk,
                slug=row.slug,
                categories=gone,
                products=len(products),
            )
        structure_changed(products)
    return named
