"""Error types of the room's mutations."""

from __future__ import annotations

import graphene

from market.core.graphql.mutations import SaleorError
from market.core.graphql.types import non_null_list
from market.promotions.graphql.enums import DiscountErrorCode, GiftCardErrorCode, VoucherCodeBulkDeleteErrorCode


class DiscountError(SaleorError):
    """What went wrong with a voucher."""

    code = graphene.Field(DiscountErrorCode, required=True, description="The error's code.")
    channels = non_null_list(graphene.ID, description="Channels the error is about.")
    products = non_null_list(graphene.ID, description="Products the error is about.")
    voucher_codes = non_null_list(graphene.String, description="Codes the error is about.")


class GiftCardError(SaleorError):
    """What went wrong with a gift card."""

    code = graphene.Field(GiftCardErrorCode, required=True, description="The error's code.")
    tags = non_null_list(graphene.String, description="Tags the error is about.")


class VoucherCodeBulkDeleteError(SaleorError):
    """What went wrong with deleting codes."""

    code = graphene.Field(VoucherCodeBulkDeleteErrorCode, required=True, description="The error's code.")
    voucher_codes = non_null_list(graphene.ID, description="IDs of the codes the error is about.")
