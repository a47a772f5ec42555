"""Differences in words: what the field is called, and its values as people read them. Names are looked up once for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from market.catalog.models import Attribute, Category, Collection, NoticeType, ProductVariant, ReturnPolicy
from market.catalog.rules.listing_paths import PARTS_OF_VARIANTS, Path, parse
from market.catalog.rules.listing_words import (
    LABELS,
    LISTING_WORDS,
    NEW_PICTURE,
    NEW_VARIANT,
    NO,
    NONE,
    PICTURE,
    PRICE_IN,
    QUANTITY_PRICES_IN,
    SHOWN_IN,
    TAX_WORDS,
    TRANSLATION,
    VARIANT_LABELS,
    YES,
)
from market.catalog.selectors.proposals import Difference
from market.channels.models import Channel
from market.core.rich_text import plain_text

Words = tuple[str, str]  # Korean, English


@dataclass
class Names:
    """Names of what differences point at, by kind and key."""

    channels: dict[int, Words] = field(default_factory=dict)
    attributes: dict[int, Words] = field(default_factory=dict)
    variants: dict[int, Words] = field(default_factory=dict)
    categories: dict[int, Words] = field(default_factory=dict)
    collections: dict[int, Words] = field(default_factory=dict)
    notices: dict[str, Words] = field(default_factory=dict)
    notice_fields: dict[str, Words] = field(default_factory=dict)


def names_for(differences: Iterable[Difference]) -> Names:
    """What the labels and values of these differences need, in a fixed number of statements."""
    names = Names(channels={row.pk: (row.name, row.name) for row in Channel.objects.all()})
    wanted: dict[str, set[int]] = {"attribute": set(), "variant": set(), "category": set(), "collection": set()}
    for one in differences:
        _collect(parse(one.path), one, wanted)
    names.attributes = _pairs(Attribute.objects.filter(pk__in=wanted["attribute"]))
    names.variants = _pairs(ProductVariant.objects.filter(pk__in=wanted["variant"]))
    names.categories = _pairs(Category.objects.filter(pk__in=wanted["category"]))
    names.collections = _pairs(Collection.objects.filter(pk__in=wanted["collection"]))
    for kind in NoticeType.objects.all():
        names.notices[kind.code] = (kind.name, kind.name_en)
        for one_field in kind.fields:
            names.notice_fields.setdefault(one_field["code"], (one_field["label"], one_field.get("label_en", "")))
    return names


def _pairs(rows: Any) -> dict[int, Words]:
    return {pk: (name, name_en or name) for pk, name, name_en in rows.values_list("pk", "name", "name_en")}


def _collect(path: Path, one: Difference, wanted: dict[str, set[int]]) -> None:
    values = [value for value in (one.old, one.new, one.now) if value is not None]
    if path.kind == "attribute":
        wanted["attribute"].add(path.pk)
    elif path.kind == "variant_attribute":
        wanted["attribute"].add(int(path.rest))
    elif path.rest == "category":
        wanted["category"].update(values)
    elif path.rest == "collections":
        wanted["collection"].update(pk for value in values for pk in value)
    if path.kind in ("variant", *PARTS_OF_VARIANTS.values()):
        if not path.is_new:
            wanted["variant"].add(path.pk)
        for value in values:
            if path.is_new and isinstance(value, dict):
                wanted["attribute"].update(int(name.split(":")[1]) for name in value if name.startswith("attribute:"))
    if path.rest in ("defaultVariant", "variantOrder"):
        for value in values:
            wanted["variant"].update(value if isinstance(value, list) else [value])


def label_of(text: str, names: Names) -> Words:
    """What a field is called: ``빨강 · 가격 (시민)``."""
    path = parse(text)
    if path.kind == "product":
        return LABELS[path.rest]
    if path.kind == "attribute":
        return names.attributes.get(path.pk, (text, text))
    if path.kind == "notice":
        return names.notice_fields.get(path.key, (path.key, path.key))
    if path.kind == "translation":
        return _joined(LABELS[path.rest], (f"{path.key} {TRANSLATION[0]}", f"{path.key} {TRANSLATION[1]}"))
    if path.kind == "media":
        return NEW_PICTURE if path.is_new else _joined(PICTURE, ("설명", "text")) if path.rest else PICTURE
    if path.kind == "listing":
        return _joined(SHOWN_IN, names.channels.get(path.pk, (path.key, path.key)))
    return _variant_label(path, names)


def _variant_label(path: Path, names: Names) -> Words:
    if path.is_new:
        return NEW_VARIANT
    whose = names.variants.get(path.pk, VARIANT_LABELS[""])
    if path.kind in ("price", "quantity_prices"):
        what = PRICE_IN if path.kind == "price" else QUANTITY_PRICES_IN
        return _joined(whose, what, names.channels.get(int(path.rest), (path.rest, path.rest)))
    if path.kind == "variant_attribute":
        return _joined(whose, names.attributes.get(int(path.rest), (path.rest, path.rest)))
    return _joined(whose, VARIANT_LABELS[path.rest]) if path.rest else whose


def _joined(*words: Words) -> Words:
    return " · ".join(word[0] for word in words), " · ".join(word[1] for word in words)


def words_of(text: str, value: Any, names: Names) -> Words:
    """A value as people read it; empty for none."""
    path = parse(text)
    if value is None or value in ("", [], {}):
        return "", ""
    if path.rest == "category":
        return names.categories.get(value, (str(value), str(value)))
    if path.rest == "taxKind":
        return TAX_WORDS.get(value, (value, value))
    if path.rest == "description":
        return (plain_text(value),) * 2
    if path.rest == "returnPolicy":
        label = str(ReturnPolicy(value["kind"]).label)
        return (f"{label} {value['note']}".strip(),) * 2
    if path.rest == "noticeType":
        return names.notices.get(value, (value, value))
    if path.rest == "collections":
        return _listed(names.collections.get(pk, (str(pk), str(pk))) for pk in value)
    if path.rest in ("defaultVariant", "variantOrder"):
        keys = value if isinstance(value, list) else [value]
        return _listed(names.variants.get(pk, (str(pk), str(pk))) for pk in keys)
    if path.kind in ("variant", "variant_attribute") and isinstance(value, dict):
        return _new_variant(value, names)
    return _plain(path, value, names)


def _plain(path: Path, value: Any, names: Names) -> Words:
    if isinstance(value, bool):
        return YES if value else NO
    if path.kind == "media" and isinstance(value, dict):
        return (value.get("alt") or value.get("image") or value.get("artwork") or "",) * 2
    if path.kind in ("price", "listing") and isinstance(value, dict):
        return _facts(value)
    if path.kind == "quantity_prices":
        korean = [f"{step['from']}개부터 {step['price']}" for step in value]
        return ", ".join(korean), ", ".join(f"from {step['from']}: {step['price']}" for step in value)
    if isinstance(value, list):
        return (", ".join(map(str, value)),) * 2
    if isinstance(value, dict):
        return (", ".join(f"{key}: {item}" for key, item in value.items()),) * 2
    return (str(value),) * 2


def _facts(value: Mapping[str, Any]) -> Words:
    shown = [(LISTING_WORDS[name], fact) for name, fact in value.items() if fact is not None and name in LISTING_WORDS]
    korean, english = [], []
    for (label, label_en), fact in shown:
        words = (YES if fact else NO) if isinstance(fact, bool) else (str(fact), str(fact))
        korean.append(f"{label} {words[0]}")
        english.append(f"{label_en} {words[1]}")
    return ", ".join(korean) or NONE[0], ", ".join(english) or NONE[1]


def _new_variant(value: Mapping[str, Any], names: Names) -> Words:
    """A whole variant in one line: its name, choices, SKU and prices."""
    parts: list[Words] = [(str(value["name"]),) * 2] if value.get("name") else []
    for name, fact in value.items():
        if name.startswith("attribute:"):
            label = names.attributes.get(int(name.split(":")[1]), (name, name))
            parts.append((f"{label[0]} {', '.join(fact)}", f"{label[1]} {', '.join(fact)}"))
        elif name.startswith("price:"):
            channel = names.channels.get(int(name.split(":")[1]), (name, name))
            facts = _facts(fact)
            parts.append((f"{channel[0]} {facts[0]}", f"{channel[1]} {facts[1]}"))
    if value.get("sku"):
        parts.append((f"SKU {value['sku']}",) * 2)
    return _joined(*parts) if parts else NONE


def _listed(words: Iterable[Words]) -> Words:
    found = list(words)
    return ", ".join(word[0] for word in found), ", ".join(word[1] for word in found)
