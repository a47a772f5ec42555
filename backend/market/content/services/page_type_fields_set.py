"""Name, slug and attributes of a page type."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from market.catalog.models import Attribute
from market.content.errors import DuplicatedInputItem
from market.content.models import PageAttributeValue, PageType, PageTypeAttribute
from market.core.errors import NotFound
from market.core.global_ids import to_global_id
from market.core.texts import slug_clean, text_clean

LONGEST_NAME = 250


def page_type_fields_set(*, page_type: PageType, values: dict[str, Any]) -> None:
    """Put name and slug on the type, unsaved. Raises Required, InvalidInput, SlugTaken."""
    is_new = page_type.pk is None
    if is_new or "name" in values:
        page_type.name = text_clean(values.get("name"), field="name", longest=LONGEST_NAME)
    if is_new or "slug" in values:
        others = PageType.objects.exclude(pk=page_type.pk)
        is_given = values.get("slug") is not None or not is_new
        page_type.slug = slug_clean(values.get("slug"), rows=others, source=page_type.name, is_given=is_given)


def page_type_attributes_set(*, page_type: PageType, add: list[int], remove: list[int]) -> None:
    """Add attributes at the end and take others away; values that pages have of those go too. The type is saved.

    Raises DuplicatedInputItem for one that is both added and removed, NotFound for an unknown one.
    """
    both = sorted({pk for pk in add if pk in remove or add.count(pk) > 1})
    if both:
        raise DuplicatedInputItem("addAttributes", attributes=[to_global_id("Attribute", pk) for pk in both])
    if Attribute.objects.filter(pk__in=add).count() != len(add):
        raise NotFound("addAttributes")
    links = PageTypeAttribute.objects.filter(page_type=page_type)
    has = set(links.values_list("attribute_id", flat=True))
    start = (links.aggregate(last=Max("sort_order"))["last"] or 0) + 1
    PageTypeAttribute.objects.bulk_create(
        [
            PageTypeAttribute(page_type=page_type, attribute_id=pk, sort_order=start + place)
            for place, pk in enumerate(add)
            if pk not in has
        ]
    )
    if remove:
        links.filter(attribute__in=remove).delete()
        PageAttributeValue.objects.filter(page__page_type=page_type, value__attribute__in=remove).delete()
