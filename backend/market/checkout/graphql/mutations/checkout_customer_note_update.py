"""A word to the enterprises."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.note_update import note_update
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId


class CheckoutCustomerNoteUpdate(BaseMutation):
    class Meta:
        description = "Set the buyer's note of a checkout."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        customer_note = graphene.String(required=True, description="The note.")

    raises = (NotFound, InvalidId, InvalidInput)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, customer_note: str, **ids: Any) -> CheckoutCustomerNoteUpdate:
        return cls(checkout=note_update(checkout_id=checkout_key(ids), note=customer_note, actor=info.context.actor))
