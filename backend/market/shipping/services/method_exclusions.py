"""Goods that a method does not take."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from market.catalog.models import Product
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound
from market.shipping.locks import methods_for_update
from market.shipping.models import ShippingMethodType


def method_exclusions_change(
    *, method_id: int, product_ids: Sequence[int], exclude: bool, actor: Actor
) -> ShippingMethodType:
    """Exclude products from a method, or take them again. Raises NotFound for the method or a product."""
    with transaction.atomic():
        method = methods_for_update().filter(pk=method_id).first()
        if method is None:
            raise NotFound("id")
        wanted = set(product_ids)
        if Product.objects.filter(pk__in=wanted).count() != len(wanted):
            raise NotFound("products")
        if exclude:
            method.excluded_products.add(*wanted)
        else:
            method.excluded_products.remove(*wanted)
        audit.record(
            actor=actor,
            action="shipping.method_exclude" if exclude else "shipping.method_include",
            subject_type="ShippingMethod",
            subject_id=method.pk,
            products=sorted(wanted),
        )
        catalogue_version.bump()  # what costs how much, and when it is there, is shown to everybody
    return method
