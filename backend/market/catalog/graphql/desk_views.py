"""How those who sell look at goods: their own whole, published or not; staff who manage products at all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from market.catalog.graphql.views import in_channel, view_of_slug
from market.catalog.models import Product, ProductVariant
from market.catalog.selectors.products import product_get, products_in_view
from market.catalog.selectors.variants import variant_get, variants_in_view
from market.catalog.selectors.view import View, sees_all_products
from market.catalog.sql import Sql, all_of
from market.channels.models import Channel
from market.vendors.models import VendorMember


def desk_view(info: Any, channel: Channel | None = None) -> View:
    """For goods that the viewer may change: whole for staff; for members own goods only."""
    return View(channel, sees_all=True) if sees_all_products(info.context.actor) else View(channel, is_own=True)


def own_vendor_ids(info: Any) -> list[int]:
    """The enterprises the viewer works for, in whatever role."""
    user_id = info.context.actor.user_id
    if user_id is None:
        return []
    found: list[int] = info.context.remember(
        ("vendors.own", user_id),
        lambda: list(VendorMember.objects.filter(user_id=user_id).values_list("vendor_id", flat=True)),
    )
    return found


def own_product(info: Any, condition: Sql, *, channel: str | None, heavy: Iterable[str] = ()) -> Product | None:
    """The product that meets the condition, if the viewer's own enterprise sells it: whole, through the channel where one is named."""
    vendors = own_vendor_ids(info)
    if not vendors or sees_all_products(info.context.actor):
        return None
    view = _own_view(info, channel)
    if view is None:
        return None
    mine = Sql("p.vendor_id = ANY(%s::bigint[])", (vendors,))
    return product_get(view=view, condition=all_of([condition, mine]), heavy=heavy)


def own_variant(info: Any, condition: Sql, *, channel: str | None) -> ProductVariant | None:
    """The same for a variant."""
    vendors = own_vendor_ids(info)
    if not vendors or sees_all_products(info.context.actor):
        return None
    view = _own_view(info, channel)
    if view is None:
        return None
    mine = Sql(
        "v.product_id IN (SELECT op.id FROM catalog_product op WHERE op.vendor_id = ANY(%s::bigint[]))", (vendors,)
    )
    return variant_get(view=view, condition=all_of([condition, mine]))


def _own_view(info: Any, channel: str | None) -> View | None:
    if channel is None:
        return View(None, is_own=True)
    found = view_of_slug(info, channel)
    return View(found.channel, is_own=True) if found is not None else None


def whole_product(info: Any, product_id: int) -> Product | None:
    """A product that a mutation changed, for its answer."""
    return products_in_view([product_id], desk_view(info)).get(product_id)


def whole_variants(info: Any, variant_ids: Iterable[int]) -> list[ProductVariant]:
    """Variants that a mutation made or changed, in the given order."""
    wanted = list(variant_ids)
    found = variants_in_view(wanted, desk_view(info))
    return [in_channel(found[pk], desk_view(info)) for pk in wanted if pk in found]
