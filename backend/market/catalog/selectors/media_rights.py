"""Who may change the pictures of a product, and whether somebody else must look at the change first."""

from __future__ import annotations

from market.catalog.errors import NeedsProposal
from market.catalog.models import Product, ProductChannelListing
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.models import Vendor
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for


def ensure_changes_media(product: Product, actor: Actor, *, field: str, is_reviewed: bool = True) -> None:
    """Staff with MANAGE_PRODUCTS, and members who manage the enterprise's listings.

    Raises NotFound for another's product as for none, PermissionDenied for a role without the ability, and NeedsProposal where a member
    of an enterprise that is not trusted would change what shoppers see; ``is_reviewed=False`` for changes that need no second look.
    """
    ensure_acts_for(product.vendor_id, actor, Ability.MANAGE_LISTINGS, MANAGE_PRODUCTS, field=field)
    if is_reviewed and not actor.has_permission(MANAGE_PRODUCTS) and needs_proposal(product):
        raise NeedsProposal(field)


def media_product_get(product_id: int, actor: Actor, *, field: str) -> Product:
    """The product whose pictures the actor may change. Raises as ``ensure_changes_media``."""
    product = Product.objects.filter(pk=product_id).first()
    if product is None:
        raise NotFound(field)
    ensure_changes_media(product, actor, field=field)
    return product


def needs_proposal(product: Product) -> bool:
    """Whether it is on sale somewhere, by an enterprise whose changes are looked at first."""
    if Vendor.objects.filter(pk=product.vendor_id, is_trusted=True).exists():
        return False
    return ProductChannelListing.objects.filter(product_id=product.pk, is_published=True).exists()
