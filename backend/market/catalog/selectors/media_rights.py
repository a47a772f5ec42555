"""Who may change the pictures of a product."""

from __future__ import annotations

from market.catalog.models import Product
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for


def media_product_get(product_id: int, actor: Actor, *, field: str) -> Product:
    """The product, for staff with MANAGE_PRODUCTS and members who manage the enterprise's listings.

    Raises NotFound for another's product as for none, PermissionDenied for a role without the ability.
    """
    product = Product.objects.filter(pk=product_id).first()
    if product is None:
        raise NotFound(field)
    ensure_acts_for(product.vendor_id, actor, Ability.MANAGE_LISTINGS, MANAGE_PRODUCTS, field=field)
    return product
