"""Taking attributes away."""

from __future__ import annotations

from django.db import transaction

from market.catalog.locks import attributes_for_update
from market.catalog.models import Attribute, AttributeValue
from market.catalog.services.structure_changed import products_with_values, structure_changed
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound


def attributes_delete(*, actor: Actor, attribute_ids: list[int], field: str = "id") -> list[Attribute]:
    """Delete these attributes with their values and whatever has them, all or none. The answer is what there was, with its keys.

    Raises NotFound.
    """
    with transaction.atomic():
        found = list(attributes_for_update().filter(pk__in=attribute_ids))
        if len(found) != len(set(attribute_ids)):
            raise NotFound(field)
        values = AttributeValue.objects.filter(attribute__in=found).values_list("pk", flat=True)
        touched = products_with_values(values)
        Attribute.objects.filter(pk__in=[row.pk for row in found]).delete()
        for row in found:
            audit.record(
                actor=actor,
                action="catalog.attribute_delete",
                subject_type="Attribute",
                subject_id=row.pk,
                slug=row.slug,
                products=len(touched),
            )
        structure_changed(touched)
    return found
