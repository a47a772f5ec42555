"""Reading checkouts."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.graphql.types import Checkout
from market.checkout.models import Checkout as CheckoutModel
from market.checkout.selectors.checkout_get import checkout_get
from market.core.global_ids import BadGlobalId, uuid_pk


class CheckoutQueries:
    checkout = graphene.Field(
        Checkout,
        id=graphene.ID(description="ID of the checkout."),
        description="One checkout: a guest's for whoever knows its ID, a member's for the member.",
    )

    @staticmethod
    def resolve_checkout(root: Any, info: Any, id: str | None = None) -> CheckoutModel | None:
        try:
            return checkout_get(checkout_id=uuid_pk(id or "", "Checkout"), viewer=info.context.actor)
        except BadGlobalId:
            return None
