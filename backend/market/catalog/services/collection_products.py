"""The products of a collection and their order."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from market.catalog.errors import ProductWithoutVariant
from market.catalog.locks import collections_for_update
from market.catalog.models import Collection, CollectionProduct, Product, ProductVariant
from market.catalog.rules.ordering import moved
from market.catalog.services.structure_changed import structure_changed
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.global_ids import to_global_id


def collection_products_add(*, actor: Actor, collection_id: int, product_ids: list[int]) -> Collection:
    """Add products after those there are; who is in it already stays where it is. Raises NotFound, ProductWithoutVariant."""
    with transaction.atomic():
        collection = _locked(collection_id)
        added = products_append(collection, product_ids)
        _done(actor, "add_products", collection, added)
    return collection


def collection_products_remove(*, actor: Actor, collection_id: int, product_ids: list[int]) -> Collection:
    """Take products out; who is not in it is no mistake, as in Saleor. Raises NotFound for a product there is not."""
    with transaction.atomic():
        collection = _locked(collection_id)
        _ensure_products(product_ids)
        links = CollectionProduct.objects.filter(collection=collection, product__in=product_ids)
        removed = list(links.values_list("product_id", flat=True))
        links.delete()
        _done(actor, "remove_products", collection, removed)
    return collection


def collection_products_reorder(*, actor: Actor, collection_id: int, moves: list[tuple[int, int]]) -> Collection:
    """Move products by so many places. Raises NotFound for one that is not in the collection."""
    with transaction.atomic():
        collection = _locked(collection_id)
        rows = CollectionProduct.objects.filter(collection=collection).order_by("sort_order", "id")
        links = {row.product_id: row for row in rows}
        if any(pk not in links for pk, _ in moves):
            raise NotFound("moves")
        for place, pk in enumerate(moved(list(links), moves)):
            links[pk].sort_order = place
        CollectionProduct.objects.bulk_update(links.values(), ["sort_order"], batch_size=1_000)
        _done(actor, "reorder_products", collection, [pk for pk, _ in moves])
    return collection


def products_append(collection: Collection, product_ids: list[int]) -> list[int]:
    """Put products at the end of a saved and locked collection. The answer is who was not in it. Raises NotFound, ProductWithoutVariant."""
    wanted = list(dict.fromkeys(product_ids))
    _ensure_products(wanted)
    sold = ProductVariant.objects.filter(product__in=wanted).values_list("product_id", flat=True).distinct()
    without = sorted(set(wanted) - set(sold))
    if without:
        raise ProductWithoutVariant("products", products=[to_global_id("Product", pk) for pk in without])
    links = CollectionProduct.objects.filter(collection=collection)
    has = set(links.filter(product__in=wanted).values_list("product_id", flat=True))
    last = links.aggregate(last=Max("sort_order"))["last"]
    added = [pk for pk in wanted if pk not in has]
    start = 0 if last is None else last + 1
    CollectionProduct.objects.bulk_create(
        [
            CollectionProduct(collection=collection, product_id=pk, sort_order=place)
            for place, pk in enumerate(added, start=start)
        ]
    )
    return added


def _locked(collection_id: int) -> Collection:
    collection = collections_for_update().filter(pk=collection_id).first()
    if collection is None:
        raise NotFound("collectionId")
    return collection


def _ensure_products(product_ids: list[int]) -> None:
    if Product.objects.filter(pk__in=product_ids).count() != len(set(product_ids)):
        raise NotFound("products")


def _done(actor: Actor, verb: str, collection: Collection, product_ids: list[int]) -> None:
    audit.record(
        actor=actor,
        action=f"catalog.collection_{verb}",
        subject_type="Collection",
        subject_id=collection.pk,
        products=product_ids,
    )
    structure_changed(product_ids)
