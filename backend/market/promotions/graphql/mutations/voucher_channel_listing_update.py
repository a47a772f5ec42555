"""Where a voucher counts."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.errors import ChannelsError, ChannelTwice, ChannelValueRequired
from market.promotions.graphql.errors import DiscountError
from market.promotions.graphql.inputs import VoucherChannelListingInput
from market.promotions.graphql.vouchers import Voucher
from market.promotions.services.voucher_channels_change import ListingWish, voucher_channels_change


class VoucherChannelListingUpdate(BaseMutation):
    class Meta:
        description = "List a voucher in channels, change what it is worth there, or take it out."
        error_type = DiscountError
        permissions = (MANAGE_DISCOUNTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the voucher.")
        input = VoucherChannelListingInput(required=True, description="The channels.")

    raises = (NotFound, InvalidId, ChannelsError, ChannelTwice, ChannelValueRequired)
    voucher = graphene.Field(Voucher, description="The voucher after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> VoucherChannelListingUpdate:
        key = pk_from_id(id, "Voucher")
        voucher = voucher_channels_change(
            voucher_id=key,
            add=[_wish(given) for given in input.get("add_channels") or ()],
            remove=[
                pk_from_id(given, "Channel", field="removeChannels") for given in input.get("remove_channels") or ()
            ],
            actor=info.context.actor,
        )
        return cls(voucher=voucher)


def _wish(given: Any) -> ListingWish:
    return ListingWish(
        channel_id=pk_from_id(given["channel_id"], "Channel", field="channelId"),
        discount_value=given.get("discount_value"),
        min_spent=given.get("min_amount_spent"),
        has_min_spent="min_amount_spent" in given,
    )
