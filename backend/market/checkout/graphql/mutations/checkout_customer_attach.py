"""Make a guest's checkout one's own."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.customer_attach import customer_attach
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId


class CheckoutCustomerAttach(BaseMutation):
    class Meta:
        description = "Make a guest's checkout the signed-in member's."
        error_type = CheckoutError
        login_required = True

    class Arguments(id_arguments()):  # type: ignore[misc]
        pass

    raises = (NotFound, InvalidId)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, **ids: Any) -> CheckoutCustomerAttach:
        return cls(checkout=customer_attach(checkout_id=checkout_key(ids), actor=info.context.actor))
