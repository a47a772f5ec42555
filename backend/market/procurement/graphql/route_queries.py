"""By which way the parts of a basket may be bought, for members of agencies."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene

from market.agencies.selectors.membership import ensure_agency_member_or
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.scalars import Date
from market.core.graphql.types import non_null_list
from market.procurement.graphql.route_types import PurchaseRoute
from market.procurement.route_answer import BasketRoute
from market.procurement.selectors.checkout_routes import checkout_routes


class RouteQueries:
    purchase_routes = graphene.Field(
        non_null_list(PurchaseRoute),
        checkout_id=graphene.ID(required=True, description="ID of the checkout."),
        agency=graphene.ID(
            description="For which of the member's agencies; the one orders are placed for unless told."
        ),
        on=Date(description="By the rules and certificates of this Seoul day; today unless given."),
        description="How the part of each enterprise in a basket may be bought (수의계약), for members of agencies; null for a checkout "
        "that is not theirs and for another's agency.",
    )

    @staticmethod
    def resolve_purchase_routes(
        root: Any, info: Any, checkout_id: str, agency: str | None = None, on: dt.date | None = None
    ) -> list[BasketRoute] | None:
        actor = info.context.actor
        ensure_agency_member_or(actor)
        try:
            checkout = uuid_pk(checkout_id, "Checkout")
            agency_id = int_pk(agency, "Agency") if agency is not None else None
        except BadGlobalId:
            return None
        return checkout_routes(checkout_id=checkout, agency_id=agency_id, on=on, viewer=actor)
