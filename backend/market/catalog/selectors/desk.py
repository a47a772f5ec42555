"""What those who sell see of goods beyond what shoppers see: listings, prices, what waits."""

from __future__ import annotations

from collections.abc import Iterable

from market.catalog.models import (
    UNDECIDED,
    Product,
    ProductChannelListing,
    ProductProposal,
    ProductVariant,
    VariantChannelListing,
)
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.models import VendorMember


def deals_with(viewer: Actor, vendor_ids: Iterable[int]) -> set[int]:
    """Those of the enterprises whose goods the viewer sees from behind: all for staff who manage products, the own for members."""
    wanted = set(vendor_ids)
    if viewer.has_permission(MANAGE_PRODUCTS):
        return wanted
    if viewer.user_id is None:
        return set()
    rows = VendorMember.objects.filter(user_id=viewer.user_id, vendor__in=wanted)
    return set(rows.values_list("vendor_id", flat=True))


def listings_of_products(product_ids: Iterable[int]) -> list[ProductChannelListing]:
    return list(ProductChannelListing.objects.filter(product__in=list(product_ids)).order_by("channel_id"))


def prices_of_variants(variant_ids: Iterable[int]) -> list[VariantChannelListing]:
    return list(VariantChannelListing.objects.filter(variant__in=list(variant_ids)).order_by("channel_id"))


def vendors_of_variants(variant_ids: Iterable[int]) -> dict[int, int]:
    rows = ProductVariant.objects.filter(pk__in=list(variant_ids))
    return dict(rows.values_list("pk", "product__vendor_id"))


def undecided_proposals(product_ids: Iterable[int]) -> list[ProductProposal]:
    return list(ProductProposal.objects.filter(product__in=list(product_ids), status__in=UNDECIDED))


def product_key(*, id: int | None = None, external_reference: str | None = None) -> int:
    """The key of a product by its own or an outside key. Raises NotFound; whose it is, is asked by who changes it."""
    if id is not None:
        return id
    reference = (external_reference or "").replace("\x00", "")
    found = Product.objects.filter(external_reference=reference).values_list("pk", flat=True).first()
    if found is None:
        raise NotFound("externalReference")
    return found


def variant_key(
    *, id: int | None = None, external_reference: str | None = None, sku: str | None = None
) -> tuple[int, int]:
    """The keys of a variant and of its product. Raises NotFound."""
    if id is not None:
        rows, field = ProductVariant.objects.filter(pk=id), "id"
    elif sku is not None:
        rows, field = ProductVariant.objects.filter(sku=sku.replace("\x00", "")), "sku"
    else:
        reference = (external_reference or "").replace("\x00", "")
        rows, field = ProductVariant.objects.filter(external_reference=reference), "externalReference"
    found = rows.values_list("pk", "product_id").first()
    if found is None:
        raise NotFound(field)
    return found
