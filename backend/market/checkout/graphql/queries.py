"""Reading checkouts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene

from market.checkout.graphql.types import Checkout
from market.checkout.models import Checkout as CheckoutModel
from market.checkout.selectors.checkout_get import checkout_get
from market.core.global_ids import BadGlobalId, uuid_pk
from market.core.graphql import scalars


class CheckoutQueries:
    checkout = graphene.Field(
        Checkout,
        id=graphene.ID(description="ID of the checkout."),
        token=scalars.UUID(description="Key of the checkout; older than `id`."),
        description="One checkout: a guest's for whoever knows its ID, a member's for the member.",
    )

    @staticmethod
    def resolve_checkout(
        root: Any, info: Any, id: str | None = None, token: UUID | None = None
    ) -> CheckoutModel | None:
        try:
            key = token if token is not None and not id else uuid_pk(id or "", "Checkout")
        except BadGlobalId:
            return None
        return checkout_get(checkout_id=key, viewer=info.context.actor)
