"""Where it goes."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.graphql.inputs import AddressInput
from market.checkout.errors import ShippingNotRequired
from market.checkout.graphql.inputs import CheckoutAddressValidationRules, address_checks, address_values
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.address_update import shipping_address_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId


class CheckoutShippingAddressUpdate(BaseMutation):
    class Meta:
        description = "Set the shipping address of a checkout."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        shipping_address = AddressInput(required=True, description="The address.")
        save_address = graphene.Boolean(description="Whether a member's address is kept; it is unless told otherwise.")
        validation_rules = CheckoutAddressValidationRules(description="Which checks it must pass.")

    raises = (NotFound, InvalidId, InvalidInput, Required, ShippingNotRequired)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(
        cls,
        info: Any,
        shipping_address: Any,
        save_address: bool | None = None,
        validation_rules: Any = None,
        **ids: Any,
    ) -> CheckoutShippingAddressUpdate:
        checkout = shipping_address_update(
            checkout_id=checkout_key(ids),
            values=address_values(shipping_address, info.context.actor) or {},
            actor=info.context.actor,
            checks=address_checks(validation_rules, shipping_address),
            save=save_address is not False,
        )
        return cls(checkout=checkout)
