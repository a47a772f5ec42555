"""Whom papers are made out to."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.graphql.inputs import AddressInput
from market.checkout.graphql.inputs import CheckoutAddressValidationRules, address_checks, address_values
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.address_update import billing_address_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId


class CheckoutBillingAddressUpdate(BaseMutation):
    class Meta:
        description = "Set the billing address of a checkout."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        billing_address = AddressInput(required=True, description="The address.")
        save_address = graphene.Boolean(description="Whether a member's address is kept; it is unless told otherwise.")
        validation_rules = CheckoutAddressValidationRules(description="Which checks it must pass.")

    raises = (NotFound, InvalidId, InvalidInput, Required)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(
        cls, info: Any, billing_address: Any, save_address: bool | None = None, validation_rules: Any = None, **ids: Any
    ) -> CheckoutBillingAddressUpdate:
        checkout = billing_address_update(
            checkout_id=checkout_key(ids),
            values=address_values(billing_address, info.context.actor) or {},
            actor=info.context.actor,
            checks=address_checks(validation_rules, billing_address),
            save=save_address is not False,
        )
        return cls(checkout=checkout)
