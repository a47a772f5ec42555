"""Take one line out of a checkout, as older clients do."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import ForeignLine
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.lines_delete import lines_delete
from market.core.errors import NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id


class CheckoutLineDelete(BaseMutation):
    class Meta:
        description = "Take one line out of a checkout; `checkoutLinesDelete` takes several."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        line_id = graphene.ID(description="ID of the line.")

    raises = (NotFound, InvalidId, Required, ForeignLine)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, line_id: str | None = None, **ids: Any) -> CheckoutLineDelete:
        if not line_id:
            raise Required("lineId")
        line = uuid_from_id(line_id, "CheckoutLine", field="lineId")
        return cls(checkout=lines_delete(checkout_id=checkout_key(ids), line_ids=[line], actor=info.context.actor))
