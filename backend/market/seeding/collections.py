"""Which products stand in which collection."""

from __future__ import annotations

from market.catalog.models import CollectionProduct
from market.seeding.copier import Copier
from market.seeding.products import ProductPlan
from market.seeding.reference import Reference
from market.seeding.vendors import VendorPlan

MOST = 600
FOR_THANKS = ("답례",)
FOR_MEETINGS = ("catering/event", "print/banner", "event/rental", "gift/souvenir", "catering/lunchbox", "food/drink")
NEW_VENDORS = 30


def load_collections(
    copier: Copier, products: list[ProductPlan], vendors: list[VendorPlan], reference: Reference
) -> None:
    newest = {plan.id for plan in sorted(vendors, key=lambda plan: (plan.joined_at, plan.id))[-NEW_VENDORS:]}
    members: dict[str, list[ProductPlan]] = {
        code: [plan for plan in products if code in plan.value_codes] for code in reference.themes
    }
    members["gifts-to-say-thanks"] = [plan for plan in products if any(word in plan.name for word in FOR_THANKS)]
    members["meetings-and-events"] = [
        plan for plan in products if plan.base["category"] in FOR_MEETINGS and plan.id % 4 == 0
    ]
    members["new-enterprises"] = [plan for plan in products if plan.vendor_id in newest]
    rows = (
        (reference.collections[slug], plan.id, order)
        for slug, found in members.items()
        for order, plan in enumerate(found if slug in reference.themes else found[:MOST])
    )
    copier.copy(CollectionProduct, ("collection", "product", "sort_order"), rows)
