"""An order and the end of an enterprise's selling, at the same moment."""

from __future__ import annotations

from market.checkout.errors import ProductUnavailable, VariantError, VendorOnHoliday
from market.checkout.selectors.pricing import Pricing
from market.core import clock
from market.core.errors import ManyErrors
from market.vendors.locks import vendors_held
from market.vendors.models import Vendor, VendorStatus
from market.vendors.states import is_on_holiday


def ensure_still_selling(pricing: Pricing) -> None:
    """Hold the enterprises until the order is committed: one that is being closed waits and then sees it. Raises ManyErrors for those that
    stopped selling since the offers were read. Call it last but for locks of rooms below."""
    faults: list[VariantError] = []
    groups = {group.vendor.pk: group for group in pricing.groups}
    for vendor in vendors_held(groups):
        lines, refusal = groups[vendor.pk].lines, _refusal(vendor)
        if refusal is VendorOnHoliday:
            lines = tuple(line for line in lines if not line.line.is_held)  # a quote outlives holidays
        if refusal is not None and lines:
            faults.append(refusal([line.line.variant_id for line in lines]))
    if faults:
        raise ManyErrors([*faults])


def _refusal(vendor: Vendor) -> type[VariantError] | None:
    if vendor.status != VendorStatus.ACTIVE:
        return ProductUnavailable
    return VendorOnHoliday if is_on_holiday(vendor, clock.today()) else None
