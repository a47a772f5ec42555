"""Make a voucher."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.mutations import BaseMutation
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.graphql.errors import DiscountError
from market.promotions.graphql.inputs import VoucherInput
from market.promotions.graphql.mutations.voucher_wish import WRITE_ERRORS, voucher_wish
from market.promotions.graphql.vouchers import Voucher
from market.promotions.services.voucher_save import voucher_create


class VoucherCreate(BaseMutation):
    class Meta:
        description = "Make a voucher. It counts in no channel until it is listed there."
        error_type = DiscountError
        permissions = (MANAGE_DISCOUNTS,)

    class Arguments:
        input = VoucherInput(required=True, description="Its terms.")

    raises = WRITE_ERRORS
    voucher = graphene.Field(Voucher, description="The voucher.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> VoucherCreate:
        return cls(voucher=voucher_create(wish=voucher_wish(input), actor=info.context.actor))
