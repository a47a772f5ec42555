"""In whose name a new product is entered."""

from __future__ import annotations

from market.catalog.errors import VendorUnclear
from market.core.actor import Actor
from market.core.errors import NotFound, PermissionDenied
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.models import Vendor
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import AUTHENTICATED_VENDOR_MEMBER, ensure_acts_for, vendor_ids_with


def vendor_of_new_product(named: int | None, actor: Actor) -> int | None:
    """The enterprise that sells it; None when staff name none: then it is the market's own shop.

    Raises NotFound for one the actor does not act for, PermissionDenied for a role without the ability, VendorUnclear for somebody who
    works for several and names none.
    """
    if named is not None:
        ensure_acts_for(named, actor, Ability.MANAGE_LISTINGS, MANAGE_PRODUCTS, field="vendor")
        if not Vendor.objects.filter(pk=named).exists():
            raise NotFound("vendor")
        return named
    if actor.has_permission(MANAGE_PRODUCTS):
        return None
    own = vendor_ids_with(actor, Ability.MANAGE_LISTINGS)
    if not own:
        raise PermissionDenied(AUTHENTICATED_VENDOR_MEMBER)
    if len(own) > 1:
        raise VendorUnclear("vendor")
    return own[0]
