"""Whose figures a viewer may read."""

from __future__ import annotations

from market.core.actor import Actor
from market.core.permissions import MANAGE_REPORTS
from market.vendors.models import Vendor
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_member_or, may_act_for


def vendor_figures_of(*, vendor_id: int, viewer: Actor) -> Vendor | None:
    """The enterprise whose figures are asked for; None for another's as for none. Raises PermissionDenied for who is neither member nor staff."""
    ensure_member_or(viewer, MANAGE_REPORTS)
    if not may_act_for(vendor_id, viewer, Ability.SEE_FIGURES, MANAGE_REPORTS):
        return None
    return Vendor.objects.filter(pk=vendor_id).first()
