"""The values that a page has of its type's attributes."""

from __future__ import annotations

from typing import Any

from market.catalog.models import Attribute
from market.catalog.services.attribute_values_take import attribute_values_take
from market.content.errors import AttributeNotOfType, DuplicatedInputItem
from market.content.models import Page, PageAttributeValue
from market.core.global_ids import to_global_id


def owner_name(page_id: int) -> str:
    """How the catalogue knows which values belong to a page alone."""
    return f"page-{page_id}"


def page_attributes_set(*, page: Page, given: list[dict[str, Any]]) -> None:
    """Replace the page's values of each named attribute; others stay. The page is saved and locked.

    Raises DuplicatedInputItem for an attribute named twice, AttributeNotOfType for one that the page's type has not, and AttributeValueUnfit.
    """
    named = [entry["attribute_id"] for entry in given]
    ids = [to_global_id("Attribute", pk) for pk in named]
    if len(set(named)) != len(named):
        raise DuplicatedInputItem("attributes", attributes=sorted({one for one in ids if ids.count(one) > 1}))
    known = set(Attribute.objects.filter(page_types=page.page_type_id, pk__in=named).values_list("pk", flat=True))
    if known != set(named):
        raise AttributeNotOfType(
            "attributes", attributes=[to_global_id("Attribute", pk) for pk in named if pk not in known]
        )
    for entry in given:
        values = {name: value for name, value in entry.items() if name != "attribute_id"}
        taken = attribute_values_take(attribute_id=entry["attribute_id"], owner=owner_name(page.pk), given=values)
        PageAttributeValue.objects.filter(page=page, value__attribute=entry["attribute_id"]).delete()
        PageAttributeValue.objects.bulk_create(
            [PageAttributeValue(page=page, value_id=value, sort_order=place) for place, value in enumerate(taken)]
        )
