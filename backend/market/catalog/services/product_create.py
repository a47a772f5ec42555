"""A new product: a draft, until it is published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from market.catalog.errors import ForStaffOnly
from market.catalog.models import Product, ProductType
from market.catalog.rules.listing_paths import STAFF_ONLY, Changes
from market.catalog.selectors.product_vendor import vendor_of_new_product
from market.catalog.services.goods_attributes_set import product_attributes_set
from market.catalog.services.listing_changes_apply import goods_race, listing_changes_apply
from market.catalog.services.products_touch import products_touch
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import ManyErrors, NotFound, Required
from market.core.permissions import MANAGE_PRODUCTS
from market.core.texts import slug_clean
from market.vendors.models import Vendor
from market.vendors.services.house_vendor import house_vendor


def product_create(*, product_type_id: int, vendor_id: int | None, changes: Changes, actor: Actor) -> Product:
    """Enter a product that nobody sees yet. ``changes`` by path, as for a change; what is not given takes the type's or the usual value.

    Raises NotFound (type, category, vendor), Required, SlugTaken, PermissionDenied, VendorUnclear, ForStaffOnly and what values may be
    wrong in.
    """
    with transaction.atomic():
        seller = vendor_of_new_product(vendor_id, actor)
        kind = ProductType.objects.filter(pk=product_type_id).first()
        if kind is None:
            raise NotFound("productType")
        _ensure_own_fields(changes, actor)
        vendor = house_vendor() if seller is None else Vendor.objects.get(pk=seller)
        product = _blank(kind, vendor, changes)
        values = {path: value for path, value in changes.items() if path != "slug"}
        given = {int(path[10:]): value for path, value in values.items() if path.startswith("attribute:")}
        with goods_race():
            product.save()
            product_attributes_set(product=product, given=given, is_new=True)
        rest = {path: value for path, value in values.items() if not path.startswith("attribute:")}
        listing_changes_apply(product=product, changes=rest, actor=actor)
        audit.record(
            actor=actor,
            action="catalog.product_create",
            subject_type="Product",
            subject_id=product.pk,
            vendor=vendor.pk,
        )
        products_touch([product.pk])
        product.refresh_from_db()
    return product


def _blank(kind: ProductType, vendor: Vendor, changes: Mapping[str, Any]) -> Product:
    name = str(changes.get("name") or "").replace("\x00", "").strip()
    if not name:
        raise Required("name")
    now, slug = clock.now(), changes.get("slug")
    product = Product(product_type=kind, vendor=vendor, name=name[:250], created_at=now, updated_at=now)
    product.slug = slug_clean(slug, rows=Product.objects.all(), source=name, is_given=slug is not None)
    product.dispatch_days = vendor.dispatch_days
    if kind.tax_kind:
        product.tax_kind = kind.tax_kind
    return product


def _ensure_own_fields(changes: Changes, actor: Actor) -> None:
    refused = sorted(STAFF_ONLY & set(changes))
    if refused and not actor.has_permission(MANAGE_PRODUCTS):
        raise ManyErrors([ForStaffOnly(name) for name in refused])
