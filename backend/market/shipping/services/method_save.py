"""Making a way of delivery and changing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors, NotFound, Required
from market.core.rich_text import clean_rich_text
from market.core.tax import TaxKind
from market.core.texts import text_clean
from market.shipping.errors import PostcodesTwice, TaxFollowsGoods, WeightsCrossed
from market.shipping.locks import methods_for_update
from market.shipping.models import (
    PostalCodeRule,
    ShippingMethodChannelListing,
    ShippingMethodType,
    ShippingZone,
)

LONGEST_NAME, LONGEST_CODE, LONGEST_WAIT, MOST_RULES = 100, 32, 365, 500


def method_create(*, values: Mapping[str, Any], actor: Actor) -> ShippingMethodType:
    """Make a method in a zone; it is offered once it is listed in a channel. Raises Required, InvalidInput, NotFound, WeightsCrossed,
    PostcodesTwice, TaxFollowsGoods."""
    missing: list[DomainError] = [
        Required(field) for name, field in (("name", "name"), ("shipping_zone", "shippingZone")) if not values.get(name)
    ]
    if missing:
        raise ManyErrors(missing)
    with transaction.atomic():
        method = ShippingMethodType()
        _apply(method, values)
        method.save()
        _apply_rules(method, values)
        _record(method, values, actor, "shipping.method_create")
        catalogue_version.bump()  # what costs how much, and when it is there, is shown to everybody
    return method


def method_update(*, method_id: int, values: Mapping[str, Any], actor: Actor) -> ShippingMethodType:
    """Change what is given of a method. Raises NotFound and what ``method_create`` raises."""
    with transaction.atomic():
        method = methods_for_update().filter(pk=method_id).first()
        if method is None:
            raise NotFound("id")
        old_zone = method.zone_id
        _apply(method, values)
        method.save()
        if method.zone_id != old_zone:
            reached = method.zone.channels.values("pk")
            ShippingMethodChannelListing.objects.filter(method_id=method.pk).exclude(channel_id__in=reached).delete()
        _apply_rules(method, values)
        _record(method, values, actor, "shipping.method_update")
        catalogue_version.bump()  # what costs how much, and when it is there, is shown to everybody
    return method


def methods_delete(*, method_ids: Sequence[int], actor: Actor) -> list[ShippingMethodType]:
    """Delete methods; orders keep their names. Returns them as they were, with their zones. Raises NotFound for one there is not."""
    with transaction.atomic():
        methods = list(methods_for_update().filter(pk__in=set(method_ids)))
        if len(methods) != len(set(method_ids)):
            raise NotFound("id")
        ShippingMethodType.objects.filter(pk__in=[method.pk for method in methods]).delete()
        for method in methods:
            _record(method, {}, actor, "shipping.method_delete")
        catalogue_version.bump()  # what costs how much, and when it is there, is shown to everybody
    return methods


def _apply(method: ShippingMethodType, values: Mapping[str, Any]) -> None:
    if values.get("tax_kind", TaxKind.TAXABLE) not in (None, TaxKind.TAXABLE):
        raise TaxFollowsGoods("taxClass")
    if values.get("name") is not None:
        method.name = text_clean(values["name"], field="name", longest=LONGEST_NAME)
    if "description" in values:
        method.description = clean_rich_text(values["description"], field="description")
    if values.get("type") is not None:
        method.limits = values["type"]
    if values.get("shipping_zone") is not None:
        zone = ShippingZone.objects.filter(pk=values["shipping_zone"]).first()
        if zone is None:
            raise NotFound("shippingZone")
        method.zone = zone
    for name in ("minimum_order_weight", "maximum_order_weight"):
        if name in values:
            setattr(method, f"{name}_grams", values[name])
    least, most = method.minimum_order_weight_grams, method.maximum_order_weight_grams
    if least is not None and most is not None and most <= least:
        raise WeightsCrossed("maximumOrderWeight")
    _apply_days(method, values)


def _apply_days(method: ShippingMethodType, values: Mapping[str, Any]) -> None:
    given = {name: values[name] for name in ("minimum_delivery_days", "maximum_delivery_days") if name in values}
    for name, days in given.items():
        if days is not None and not 0 <= days <= LONGEST_WAIT:
            field = "minimumDeliveryDays" if name.startswith("min") else "maximumDeliveryDays"
            raise InvalidInput(field, f"0일부터 {LONGEST_WAIT}일까지예요.", f"Between 0 and {LONGEST_WAIT} days.")
        setattr(method, name, days)
    least, most = method.minimum_delivery_days, method.maximum_delivery_days
    if least is not None and most is not None and least > most:
        is_least = given.get("minimum_delivery_days") is not None
        raise InvalidInput(
            "minimumDeliveryDays" if is_least else "maximumDeliveryDays",
            "가장 빠른 날은 가장 늦은 날보다 늦을 수 없어요.",
            "Minimum delivery days should be lower than maximum delivery days.",
        )


def _apply_rules(method: ShippingMethodType, values: Mapping[str, Any]) -> None:
    """Postcodes: first those to go, then those to come."""
    if values.get("delete_postal_code_rules"):
        PostalCodeRule.objects.filter(method_id=method.pk, pk__in=values["delete_postal_code_rules"]).delete()
    new = values.get("add_postal_code_rules") or ()
    if not new:
        return
    if values.get("inclusion_type") is None:
        raise Required("inclusionType")
    kept = set(PostalCodeRule.objects.filter(method_id=method.pk).values_list("start", "end"))
    rules = []
    for given in new:
        start = text_clean(given["start"], field="addPostalCodeRules", longest=LONGEST_CODE)
        end = text_clean(given.get("end"), field="addPostalCodeRules", longest=LONGEST_CODE, is_required=False)
        if (start, end) in kept:
            raise PostcodesTwice("addPostalCodeRules")
        kept.add((start, end))
        rules.append(PostalCodeRule(method_id=method.pk, start=start, end=end, inclusion=values["inclusion_type"]))
    if len(kept) > MOST_RULES:
        raise InvalidInput(
            "addPostalCodeRules", f"우편번호 범위는 {MOST_RULES}개까지예요.", f"At most {MOST_RULES} ranges."
        )
    PostalCodeRule.objects.bulk_create(rules)


def _record(method: ShippingMethodType, values: Mapping[str, Any], actor: Actor, action: str) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject_type="ShippingMethod",
        subject_id=method.pk,
        zone=method.zone_id,
        name=method.name,
        fields=sorted(values),
    )
