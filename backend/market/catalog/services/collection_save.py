"""A new collection, changing one, and taking them away."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.catalog.locks import collections_for_update
from market.catalog.models import Collection, CollectionProduct
from market.catalog.services.collection_products import products_append
from market.catalog.services.structure_changed import structure_changed
from market.catalog.services.structure_fields import name_and_slug_set, showcase_set, taken_meanwhile
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound


def collection_create(*, actor: Actor, values: dict[str, Any]) -> Collection:
    """Make a collection of ``products`` (keys, in their order). No channel shows it before it is listed there.

    Raises Required, InvalidInput, SlugTaken, NotFound, ProductWithoutVariant.
    """
    with transaction.atomic():
        collection = Collection()
        _fields_set(collection, values)
        with taken_meanwhile():
            collection.save()
        added = products_append(collection, values.get("products") or [])
        _record(actor, "create", collection)
        structure_changed(added)
    return collection


def collection_update(*, actor: Actor, collection_id: int, values: dict[str, Any]) -> Collection:
    """Change what is given. Raises NotFound, Required, InvalidInput, SlugTaken."""
    with transaction.atomic():
        collection = collections_for_update().filter(pk=collection_id).first()
        if collection is None:
            raise NotFound("id")
        _fields_set(collection, values)
        with taken_meanwhile():
            collection.save()
        _record(actor, "update", collection, fields=sorted(values))
        structure_changed()
    return collection


def collections_delete(*, actor: Actor, collection_ids: list[int], field: str = "id") -> list[Collection]:
    """Delete these collections, all or none; their products stay. The answer is what there was, with its keys. Raises NotFound."""
    with transaction.atomic():
        found = list(collections_for_update().filter(pk__in=collection_ids))
        if len(found) != len(set(collection_ids)):
            raise NotFound(field)
        links = CollectionProduct.objects.filter(collection__in=found)
        touched = set(links.values_list("product_id", flat=True))
        Collection.objects.filter(pk__in=[row.pk for row in found]).delete()
        for row in found:
            _record(actor, "delete", row, products=len(touched))
        structure_changed(touched)
    return found


def _fields_set(collection: Collection, values: dict[str, Any]) -> None:
    name_and_slug_set(collection, values)
    showcase_set(collection, values)


def _record(actor: Actor, verb: str, collection: Collection, **data: Any) -> None:
    audit.record(
        actor=actor,
        action=f"catalog.collection_{verb}",
        subject_type="Collection",
        subject_id=collection.pk,
        slug=collection.slug,
        **data,
    )
