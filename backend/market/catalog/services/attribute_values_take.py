"""The values that something takes of an attribute: found among the offered ones, or made for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from market.catalog.errors import AttributeValueUnfit
from market.catalog.models import Attribute, AttributeInputType, AttributeValue
from market.catalog.services.attribute_references import NoSuchThing, Pointed, references_take
from market.core.clock import SEOUL
from market.core.global_ids import to_global_id
from market.core.rich_text import clean_rich_text, plain_text

LONGEST_NAME, LONGEST_TEXT, LONGEST_FILE = 250, 20_000, 200
Given = Mapping[str, Any]


def attribute_values_take(*, attribute_id: int, owner: str, given: Given) -> list[int]:
    """Keys of the values in the order they were given; none when nothing was given, which takes the attribute's values away.

    ``given`` has the fields of AttributeValueInput (``dropdown``, ``numeric``, …; choices with ``value_id`` or ``value``). A text, a number, a
    date or a file is the owner's own value and overwrites its earlier one; a choice, yes or no, or a collection is shared.
    Raises AttributeValueUnfit for a field of another kind of attribute and for values out of bounds.
    """
    attribute = Attribute.objects.get(pk=attribute_id)
    field, take = TAKERS[AttributeInputType(attribute.input_type)]
    if attribute.input_type == AttributeInputType.RICH_TEXT and given.get("rich_text") is None:
        field = "plain_text"
    strange = sorted(name for name, value in given.items() if value is not None and name != field)
    if strange:
        raise _unfit(attribute, f"{attribute.input_type} 속성이에요.", f"it is of type {attribute.input_type}.")
    value = given.get(field)
    if value is None or value in ("", [], {}):
        return []
    with transaction.atomic():
        return take(attribute, owner, value)


def attribute_values_forget(*, owner: str) -> None:
    """Delete the values that belong to this owner alone, for when the owner goes."""
    AttributeValue.objects.filter(slug__startswith=f"{owner}_").delete()


def _unfit(attribute: Attribute, reason_ko: str, reason_en: str) -> AttributeValueUnfit:
    ids = [to_global_id("Attribute", attribute.pk)]
    return AttributeValueUnfit("attributes", attributes=ids, reason_ko=reason_ko, reason_en=reason_en)


def _choice(attribute: Attribute, owner: str, value: Any) -> list[int]:
    return [_one_choice(attribute, value)]


def _choices(attribute: Attribute, owner: str, value: Any) -> list[int]:
    return list(dict.fromkeys(_one_choice(attribute, item) for item in value))


def _one_choice(attribute: Attribute, item: Given) -> int:
    """An offered value by its key or its name; a new name is offered from now on."""
    offered = AttributeValue.objects.filter(attribute=attribute)
    if item.get("external_reference"):
        known = offered.filter(external_reference=str(item["external_reference"]).replace("\x00", ""))
        by_reference = known.values_list("pk", flat=True).first()
        if by_reference is not None:
            return by_reference
        if not item.get("value"):
            raise _unfit(attribute, "고를 수 있는 값이 아니에요.", "no such value is offered.")
    if item.get("value_id") is not None:
        if not offered.filter(pk=item["value_id"]).exists():
            raise _unfit(attribute, "고를 수 있는 값이 아니에요.", "no such value is offered.")
        return int(item["value_id"])
    name = _text(attribute, str(item.get("value") or "").strip(), LONGEST_NAME)
    if not name:
        raise _unfit(attribute, "값의 id나 이름을 적어 주세요.", "name the value, or give its id.")
    found = offered.filter(name=name).values_list("pk", flat=True).first()
    if found is not None:
        return found
    last = offered.aggregate(last=Max("sort_order"))["last"]
    base = slugify(name, allow_unicode=True)[:200] or "value"
    slug = base if not offered.filter(slug=base).exists() else f"{base}-{offered.count() + 1}"
    return AttributeValue.objects.create(
        attribute=attribute, name=name, slug=slug, sort_order=0 if last is None else last + 1
    ).pk


def _own(attribute: Attribute, owner: str, name: str, **fields: Any) -> list[int]:
    """The owner's own value of the attribute, brought up to date."""
    value, _ = AttributeValue.objects.update_or_create(
        attribute=attribute, slug=f"{owner}_{attribute.pk}", defaults={"name": name[:LONGEST_NAME], **fields}
    )
    return [value.pk]


def _text(attribute: Attribute, text: str, longest: int) -> str:
    if len(text) > longest or "\x00" in text:
        raise _unfit(attribute, f"{longest:,}자까지 쓸 수 있어요.", f"at most {longest:,} characters.")
    return text


def _plain_text(attribute: Attribute, owner: str, value: str) -> list[int]:
    return _own(attribute, owner, value, plain_text=_text(attribute, value, LONGEST_TEXT))


def _rich_text(attribute: Attribute, owner: str, value: Any) -> list[int]:
    """A document with its words beside it; a plain text is kept as it is."""
    if isinstance(value, str):
        return _own(attribute, owner, value, plain_text=_text(attribute, value, LONGEST_TEXT), rich_text=None)
    document = clean_rich_text(value, field="attributes")
    words = plain_text(document)
    return _own(attribute, owner, words, plain_text=words, rich_text=document)


def _number(attribute: Attribute, owner: str, value: str) -> list[int]:
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
        raise _unfit(attribute, "숫자가 아니거나 너무 커요.", "not a number, or too large.")
    return _own(attribute, owner, value, numeric=float(number))


def _boolean(attribute: Attribute, owner: str, value: bool) -> list[int]:
    word = "true" if value else "false"
    made, _ = AttributeValue.objects.get_or_create(
        attribute=attribute, slug=f"{attribute.pk}_{word}", defaults={"name": word, "boolean": value}
    )
    return [made.pk]


def _date(attribute: Attribute, owner: str, value: dt.date) -> list[int]:
    return _own(attribute, owner, str(value), date_time=dt.datetime.combine(value, dt.time(), tzinfo=SEOUL))


def _moment(attribute: Attribute, owner: str, value: dt.datetime) -> list[int]:
    return _own(attribute, owner, value.isoformat(), date_time=value)


def _file(attribute: Attribute, owner: str, value: str) -> list[int]:
    if not value.startswith("https://") or any(letter.isspace() for letter in value):
        raise _unfit(
            attribute, "https:// 로 시작하는 주소를 적어 주세요.", "give an address that starts with https://."
        )
    return _own(attribute, owner, value.rsplit("/", 1)[-1], file_url=_text(attribute, value, LONGEST_FILE))


def _reference(attribute: Attribute, owner: str, value: Pointed) -> list[int]:
    return _references(attribute, owner, [value])


def _references(attribute: Attribute, owner: str, value: list[Pointed]) -> list[int]:
    try:
        return references_take(attribute, value)
    except NoSuchThing as error:
        raise _unfit(
            attribute, "가리킬 것이 없거나 종류가 달라요.", "there is no such thing, or it is of another kind."
        ) from error


TAKERS: dict[AttributeInputType, tuple[str, Callable[[Attribute, str, Any], list[int]]]] = {
    AttributeInputType.DROPDOWN: ("dropdown", _choice),
    AttributeInputType.SWATCH: ("swatch", _choice),
    AttributeInputType.MULTISELECT: ("multiselect", _choices),
    AttributeInputType.PLAIN_TEXT: ("plain_text", _plain_text),
    AttributeInputType.RICH_TEXT: ("rich_text", _rich_text),
    AttributeInputType.NUMERIC: ("numeric", _number),
    AttributeInputType.BOOLEAN: ("boolean", _boolean),
    AttributeInputType.DATE: ("date", _date),
    AttributeInputType.DATE_TIME: ("date_time", _moment),
    AttributeInputType.FILE: ("file", _file),
    AttributeInputType.SINGLE_REFERENCE: ("reference", _reference),
    AttributeInputType.REFERENCE: ("references", _references),
}
