"""Change a voucher."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.mutations import BaseMutation, pk_from_id
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.graphql.errors import DiscountError
from market.promotions.graphql.inputs import VoucherInput
from market.promotions.graphql.mutations.voucher_wish import WRITE_ERRORS, voucher_wish
from market.promotions.graphql.vouchers import Voucher
from market.promotions.services.voucher_save import voucher_update


class VoucherUpdate(BaseMutation):
    class Meta:
        description = "Change a voucher's terms and add codes. How often it may be used cannot change once it was."
        error_type = DiscountError
        permissions = (MANAGE_DISCOUNTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the voucher.")
        input = VoucherInput(required=True, description="What is to change.")

    raises = WRITE_ERRORS
    voucher = graphene.Field(Voucher, description="The voucher after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> VoucherUpdate:
        key = pk_from_id(id, "Voucher")
        return cls(voucher=voucher_update(voucher_id=key, wish=voucher_wish(input), actor=info.context.actor))
