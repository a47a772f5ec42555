"""Which workbooks a viewer may see."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from market.core.actor import Actor
from market.core.permissions import MANAGE_PRODUCTS
from market.listings.models import ListingImport
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import vendor_ids_with


def imports_of(viewer: Actor) -> QuerySet[ListingImport]:
    """Those of the viewer's enterprises; all for staff who manage products."""
    if viewer.has_permission(MANAGE_PRODUCTS):
        return ListingImport.objects.all()
    return ListingImport.objects.filter(vendor_id__in=vendor_ids_with(viewer, Ability.MANAGE_LISTINGS))


def import_get(*, import_id: UUID, viewer: Actor) -> ListingImport | None:
    return imports_of(viewer).filter(pk=import_id).first()
