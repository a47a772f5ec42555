"""Whom to write to."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.email_update import email_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId


class CheckoutEmailUpdate(BaseMutation):
    class Meta:
        description = "Set the e-mail address of a checkout."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        email = graphene.String(required=True, description="The e-mail address.")

    raises = (NotFound, InvalidId, InvalidInput, Required)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, email: str, **ids: Any) -> CheckoutEmailUpdate:
        return cls(checkout=email_update(checkout_id=checkout_key(ids), email=email, actor=info.context.actor))
