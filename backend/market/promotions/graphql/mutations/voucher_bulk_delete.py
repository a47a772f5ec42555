"""Delete vouchers."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.graphql.errors import DiscountError
from market.promotions.services.voucher_delete import vouchers_delete


class VoucherBulkDelete(BaseMutation):
    class Meta:
        description = "Delete vouchers with their codes, all or none."
        error_type = DiscountError
        permissions = (MANAGE_DISCOUNTS,)

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the vouchers.")

    raises = (NotFound, InvalidId)
    count = graphene.Int(required=True, default_value=0, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> VoucherBulkDelete:
        keys = [pk_from_id(given, "Voucher", field="ids") for given in ids]
        return cls(count=len(vouchers_delete(voucher_ids=keys, actor=info.context.actor)))
