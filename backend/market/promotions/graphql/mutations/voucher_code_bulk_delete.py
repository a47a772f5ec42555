"""Delete codes."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.graphql.errors import VoucherCodeBulkDeleteError
from market.promotions.services.voucher_delete import voucher_codes_delete


class VoucherCodeBulkDelete(BaseMutation):
    class Meta:
        description = "Delete codes of vouchers, all or none."
        error_type = VoucherCodeBulkDeleteError
        permissions = (MANAGE_DISCOUNTS,)

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the codes.")

    raises = (NotFound, InvalidId)
    count = graphene.Int(required=True, default_value=0, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> VoucherCodeBulkDelete:
        keys = [pk_from_id(given, "VoucherCode", field="ids") for given in ids]
        return cls(count=voucher_codes_delete(code_ids=keys, actor=info.context.actor))
