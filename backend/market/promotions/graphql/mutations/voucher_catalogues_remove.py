"""Take goods off a voucher."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.graphql.errors import DiscountError
from market.promotions.graphql.inputs import CatalogueInput
from market.promotions.graphql.mutations.voucher_wish import catalogues_of
from market.promotions.graphql.vouchers import Voucher
from market.promotions.services.voucher_catalogues_change import voucher_catalogues_change


class VoucherRemoveCatalogues(BaseMutation):
    class Meta:
        description = "Take goods off a voucher."
        error_type = DiscountError
        permissions = (MANAGE_DISCOUNTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the voucher.")
        input = CatalogueInput(required=True, description="The goods.")

    raises = (NotFound, InvalidId)
    voucher = graphene.Field(Voucher, description="The voucher after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> VoucherRemoveCatalogues:
        key = pk_from_id(id, "Voucher")
        voucher = voucher_catalogues_change(
            voucher_id=key, catalogues=catalogues_of(input), actor=info.context.actor, is_removal=True
        )
        return cls(voucher=voucher)
