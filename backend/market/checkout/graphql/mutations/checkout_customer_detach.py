"""Make one's checkout a guest's."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import HeldLinesStay
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.customer_attach import customer_detach
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId


class CheckoutCustomerDetach(BaseMutation):
    class Meta:
        description = "Make the signed-in member's checkout a guest's."
        error_type = CheckoutError
        login_required = True

    class Arguments(id_arguments()):  # type: ignore[misc]
        pass

    raises = (NotFound, InvalidId, HeldLinesStay)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, **ids: Any) -> CheckoutCustomerDetach:
        return cls(checkout=customer_detach(checkout_id=checkout_key(ids), actor=info.context.actor))
