"""Take lines out of a checkout."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import ForeignLine
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.lines_delete import lines_delete
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.graphql.types import non_null_list


class CheckoutLinesDelete(BaseMutation):
    class Meta:
        description = "Take lines out of a checkout."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        lines_ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the lines.")

    raises = (NotFound, InvalidId, ForeignLine)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, lines_ids: list[str], **ids: Any) -> CheckoutLinesDelete:
        line_ids = [uuid_from_id(line_id, "CheckoutLine", field="linesIds") for line_id in lines_ids]
        return cls(checkout=lines_delete(checkout_id=checkout_key(ids), line_ids=line_ids, actor=info.context.actor))
