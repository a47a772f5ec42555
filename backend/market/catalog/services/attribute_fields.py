"""What an attribute and the values it offers may be."""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.utils.text import slugify

from market.catalog.errors import AlreadyTaken, ValueNamesRepeat, ValueNameTaken
from market.catalog.models import (
    REFERENCES,
    Attribute,
    AttributeEntityType,
    AttributeInputType,
    AttributeType,
    AttributeValue,
)
from market.catalog.selectors.structure import TYPES_WITH_CHOICES
from market.catalog.services.structure_fields import (
    LONGEST_NAME,
    external_reference_set,
    flag_of,
    name_and_slug_set,
)
from market.core.errors import InvalidInput, Required
from market.core.texts import text_clean

FLAGS = {
    "value_required": ("is_value_required", "valueRequired"),
    "is_variant_only": ("is_variant_only", "isVariantOnly"),
    "visible_in_storefront": ("is_visible_in_storefront", "visibleInStorefront"),
}
OF_SWATCHES = ("value", "file_url", "content_type")
LONGEST_VALUE, LONGEST_ADDRESS, LONGEST_CONTENT_TYPE, LONGEST_SLUG = 255, 200, 100, 200


def attribute_fields_set(attribute: Attribute, values: dict[str, Any]) -> None:
    """Put what is given on the attribute, unsaved; its types are set once, when it is new.

    Raises Required, InvalidInput, SlugTaken, AlreadyTaken.
    """
    if attribute.pk is None:
        attribute.type = AttributeType(values["type"])
        attribute.input_type = AttributeInputType(values.get("input_type") or AttributeInputType.DROPDOWN)
        _entity_set(attribute, values.get("entity_type"))
    name_and_slug_set(attribute, values)
    for name, (column, field) in FLAGS.items():
        if name in values:
            setattr(attribute, column, flag_of(values, name, field))
    if attribute.is_variant_only and attribute.type != AttributeType.PRODUCT_TYPE:
        raise InvalidInput(
            "isVariantOnly",
            "상품 속성만 옵션 전용으로 둘 수 있어요.",
            "Only product attributes can be for variants only.",
        )
    if "unit" in values:
        attribute.unit = values["unit"] or None
        if attribute.unit and attribute.input_type != AttributeInputType.NUMERIC:
            raise InvalidInput("unit", "단위는 숫자 속성에만 있어요.", "Only a numeric attribute has a unit.")
    external_reference_set(attribute, values)


def _entity_set(attribute: Attribute, entity_type: str | None) -> None:
    is_reference = attribute.input_type in REFERENCES
    if is_reference and not entity_type:
        raise Required("entityType")
    if entity_type and not is_reference:
        raise InvalidInput(
            "entityType", "참조 속성만 가리키는 종류가 있어요.", "Only reference attributes have an entity type."
        )
    attribute.entity_type = AttributeEntityType(entity_type) if entity_type else None


def values_add(attribute: Attribute, given: list[dict[str, Any]], *, field: str) -> list[AttributeValue]:
    """Offer these values after those there are. The attribute is saved and locked.

    Raises InvalidInput, Required, ValueNameTaken, ValueNamesRepeat, AlreadyTaken.
    """
    if not given:
        return []
    _ensure_offers_choices(attribute, field)
    rows = [value_of(attribute, values, field=field) for values in given]
    names = [row.name.casefold() for row in rows]
    if len(set(names)) != len(names):
        raise ValueNamesRepeat(field)
    offered = AttributeValue.objects.filter(attribute=attribute)
    _ensure_new(rows, offered, field)
    last = offered.aggregate(last=Max("sort_order"))["last"]
    taken = set(offered.values_list("slug", flat=True))
    for place, row in enumerate(rows, start=0 if last is None else last + 1):
        row.sort_order = place
        row.slug = free_slug(row.name, taken)
        taken.add(row.slug)
    return AttributeValue.objects.bulk_create(rows)


def _ensure_new(rows: list[AttributeValue], offered: Any, field: str) -> None:
    has = {name.casefold() for name in offered.values_list("name", flat=True)}
    for row in rows:
        if row.name.casefold() in has:
            raise ValueNameTaken(field, name=row.name)
    keys = [row.external_reference for row in rows if row.external_reference]
    if len(set(keys)) != len(keys):
        raise AlreadyTaken("externalReference")


def value_of(attribute: Attribute, values: dict[str, Any], *, field: str) -> AttributeValue:
    """An unsaved value without its slug. Raises Required, InvalidInput, AlreadyTaken."""
    row = AttributeValue(attribute=attribute)
    value_fields_set(row, values, attribute=attribute, field=field)
    return row


def value_fields_set(row: AttributeValue, values: dict[str, Any], *, attribute: Attribute, field: str) -> None:
    """Put what is given on a value, unsaved. Raises Required, InvalidInput, AlreadyTaken."""
    _ensure_offers_choices(attribute, field)
    if row.pk is None or "name" in values:
        row.name = text_clean(values.get("name"), field=field if row.pk is None else "name", longest=LONGEST_NAME)
    is_swatch = attribute.input_type == AttributeInputType.SWATCH
    if not is_swatch and any(values.get(name) for name in OF_SWATCHES):
        raise InvalidInput(
            field,
            "색과 무늬는 견본 속성에만 있어요.",
            "Value, file and content type are for swatch attributes only.",
        )
    if values.get("value") and values.get("file_url"):
        raise InvalidInput(field, "색과 파일 가운데 하나만 적어 주세요.", "Give either a value or a file for a swatch.")
    if "value" in values:
        row.value = text_clean(values["value"], field=field, longest=LONGEST_VALUE, is_required=False)
    if "file_url" in values:
        row.file_url = _address(values["file_url"], field)
    if "content_type" in values:
        text = text_clean(values["content_type"], field=field, longest=LONGEST_CONTENT_TYPE, is_required=False)
        row.content_type = text or None
    if values.get("value"):
        row.file_url = row.content_type = None
    elif values.get("file_url"):
        row.value = ""
    external_reference_set(row, values)


def _address(text: str | None, field: str) -> str | None:
    address = text_clean(text, field=field, longest=LONGEST_ADDRESS, is_required=False)
    if address and (not address.startswith("https://") or any(letter.isspace() for letter in address)):
        raise InvalidInput(
            field, "https:// 로 시작하는 주소를 적어 주세요.", "Give an address that starts with https://."
        )
    return address or None


def _ensure_offers_choices(attribute: Attribute, field: str) -> None:
    if attribute.input_type not in TYPES_WITH_CHOICES:
        raise InvalidInput(
            field,
            "고를 값을 두지 않는 종류의 속성이에요.",
            f"Values cannot be used with input type {attribute.input_type}.",
        )


def free_slug(name: str, taken: set[str]) -> str:
    """A slug of the name that is not taken."""
    base = slugify(name, allow_unicode=True)[:LONGEST_SLUG] or "value"
    return (
        base
        if base not in taken
        else next(f"{base}-{n}" for n in range(2, len(taken) + 3) if f"{base}-{n}" not in taken)
    )
