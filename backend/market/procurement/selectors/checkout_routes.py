"""The ways of a checkout's parts, for the member whose basket it is."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from market.agencies.selectors.membership import membership_in
from market.agencies.selectors.memberships import membership_to_buy_with
from market.checkout.selectors.checkout_get import checkout_get
from market.checkout.selectors.pricing import pricing_get
from market.core.actor import Actor
from market.procurement.route_answer import BasketRoute
from market.procurement.selectors.basket_routes import basket_routes, parts_of_pricing


def checkout_routes(
    *, checkout_id: UUID, agency_id: int | None, on: dt.date | None, viewer: Actor
) -> list[BasketRoute] | None:
    """One answer for each enterprise of the basket, in its order; None where the checkout or the agency is not the viewer's."""
    member = membership_to_buy_with(viewer.user_id) if agency_id is None else membership_in(agency_id, viewer)
    checkout = checkout_get(checkout_id=checkout_id, viewer=viewer) if member is not None else None
    if member is None or checkout is None:
        return None
    parts = parts_of_pricing(pricing_get(checkout=checkout))
    found = basket_routes(parts=parts, agency_id=member.agency_id, department_id=member.department_id, on=on)
    return [found[part.vendor_id] for part in parts]
