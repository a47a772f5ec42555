"""Ways of delivery for a checkout."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.graphql.types import DeliveryOptionsCalculateError, offered_deliveries
from market.checkout.selectors.checkout_get import checkout_get
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.graphql.types import non_null_list
from market.shipping.graphql.types import Delivery


class DeliveryOptionsCalculate(BaseMutation):
    class Meta:
        description = "Work out how a checkout can be delivered, and at what price."
        error_type = DeliveryOptionsCalculateError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the checkout.")

    raises = (NotFound, InvalidId)
    deliveries = graphene.Field(
        non_null_list(Delivery),
        required=True,
        description="Ways to choose from; empty where nothing is shipped.",
    )

    @staticmethod
    def resolve_deliveries(root: Any, info: Any) -> list[Any]:
        return root.deliveries or []

    @classmethod
    def perform(cls, info: Any, id: str) -> DeliveryOptionsCalculate:
        checkout = checkout_get(checkout_id=uuid_from_id(id, "Checkout"), viewer=info.context.actor)
        if checkout is None:
            raise NotFound("id")
        return cls(deliveries=offered_deliveries([checkout], info)[0])
