"""Delete a voucher."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.graphql.errors import DiscountError
from market.promotions.graphql.vouchers import Voucher
from market.promotions.services.voucher_delete import vouchers_delete


class VoucherDelete(BaseMutation):
    class Meta:
        description = "Delete a voucher with its codes. Orders keep what they were granted."
        error_type = DiscountError
        permissions = (MANAGE_DISCOUNTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the voucher.")

    raises = (NotFound, InvalidId)
    voucher = graphene.Field(Voucher, description="The voucher that was deleted.")

    @classmethod
    def perform(cls, info: Any, id: str) -> VoucherDelete:
        key = pk_from_id(id, "Voucher")
        (voucher,) = vouchers_delete(voucher_ids=[key], actor=info.context.actor)
        return cls(voucher=voucher)
