"""What staff send to write vouchers and gift cards."""

from __future__ import annotations

import graphene

from market.core.graphql.scalars import Date, DateTime, PositiveDecimal
from market.core.graphql.types import MetadataInput, non_null_list
from market.promotions.graphql.enums import (
    DiscountStatusEnum,
    DiscountValueTypeEnum,
    VoucherFunderEnum,
    VoucherTypeEnum,
)


class VoucherInput(graphene.InputObjectType):
    """The terms of a voucher."""

    type = graphene.InputField(VoucherTypeEnum, description="What it takes something off.")
    name = graphene.String(description="What it is called.")
    code = graphene.String(description="One code; older than `addCodes`.")
    add_codes = non_null_list(graphene.String, description="Codes to add; an empty one is made up.")
    start_date = DateTime(description="From when it counts; from now on unless told.")
    end_date = DateTime(description="Until when it counts.")
    discount_value_type = graphene.InputField(DiscountValueTypeEnum, description="An amount or a share.")
    products = non_null_list(graphene.ID, description="Products it counts for.")
    variants = non_null_list(graphene.ID, description="Variants it counts for.")
    collections = non_null_list(graphene.ID, description="Collections it counts for.")
    categories = non_null_list(graphene.ID, description="Categories it counts for, with those below them.")
    min_checkout_items_quantity = graphene.Int(description="How many pieces must be bought at least.")
    countries = non_null_list(graphene.String, description="Codes of the countries whose delivery it counts for.")
    apply_once_per_order = graphene.Boolean(description="Whether it counts for the cheapest piece only.")
    apply_once_per_customer = graphene.Boolean(description="Whether each buyer may use it once only.")
    only_for_staff = graphene.Boolean(description="Whether only staff may use it.")
    single_use = graphene.Boolean(description="Whether each code counts only once.")
    usage_limit = graphene.Int(description="How often each code may be used.")
    funder = graphene.InputField(VoucherFunderEnum, description="Who bears the discount; the market unless told.")
    vendor = graphene.ID(description="The enterprise whose goods and delivery alone it counts for.")


class CatalogueInput(graphene.InputObjectType):
    """Goods of a voucher."""

    products = non_null_list(graphene.ID, description="Products.")
    categories = non_null_list(graphene.ID, description="Categories.")
    collections = non_null_list(graphene.ID, description="Collections.")
    variants = non_null_list(graphene.ID, description="Variants.")


class VoucherChannelListingAddInput(graphene.InputObjectType):
    """What a voucher is worth in a channel."""

    channel_id = graphene.ID(required=True, description="ID of the channel.")
    discount_value = PositiveDecimal(description="An amount of the channel's currency, or per cent.")
    min_amount_spent = PositiveDecimal(description="What must be bought for at least.")


class VoucherChannelListingInput(graphene.InputObjectType):
    """Where a voucher counts."""

    add_channels = non_null_list(VoucherChannelListingAddInput, description="Channels to list it in or change.")
    remove_channels = non_null_list(graphene.ID, description="Channels to take it out of.")


class VoucherFilterInput(graphene.InputObjectType):
    """Narrows a list of vouchers."""

    status = non_null_list(DiscountStatusEnum, description="Where they stand in time.")
    discount_type = non_null_list(VoucherTypeEnum, description="What they take something off.")
    search = graphene.String(description="Words of the name, or a code.")
    ids = non_null_list(graphene.ID, description="Only these.")


class PriceInput(graphene.InputObjectType):
    """An amount of money."""

    currency = graphene.String(required=True, description="ISO 4217 code.")
    amount = PositiveDecimal(required=True, description="The amount.")


class GiftCardCreateInput(graphene.InputObjectType):
    """A card to issue."""

    add_tags = non_null_list(graphene.String, description="Words to sort by.")
    expiry_date = Date(description="The last day on which it pays.")
    metadata = non_null_list(MetadataInput, description="Public metadata.")
    private_metadata = non_null_list(MetadataInput, description="Metadata for staff only.")
    balance = graphene.InputField(PriceInput, required=True, description="What it is issued with.")
    user_email = graphene.String(
        description="Whom it is meant for, as a note. The code is not mailed: it is in this answer and nowhere else."
    )
    channel = graphene.String(description="Slug of a channel; unused, as no mail is sent.")
    is_active = graphene.Boolean(required=True, description="Whether it may be used at once.")
    note = graphene.String(description="A note for its history.")
    assigned_to = graphene.ID(description="The member who alone may use it.")


class GiftCardUpdateInput(graphene.InputObjectType):
    """Changes to a card."""

    add_tags = non_null_list(graphene.String, description="Words to add.")
    remove_tags = non_null_list(graphene.String, description="Words to take away.")
    expiry_date = Date(description="The last day on which it pays; null: for ever.")
    balance_amount = PositiveDecimal(description="A new worth, of a card that has never paid.")


class GiftCardBulkCreateInput(graphene.InputObjectType):
    """Cards to issue together."""

    count = graphene.Int(required=True, description="How many.")
    balance = graphene.InputField(PriceInput, required=True, description="What each is issued with.")
    tags = non_null_list(graphene.String, description="Words to sort by.")
    expiry_date = Date(description="The last day on which they pay.")
    is_active = graphene.Boolean(required=True, description="Whether they may be used at once.")


class GiftCardFilterInput(graphene.InputObjectType):
    """Narrows a list of gift cards."""

    is_active = graphene.Boolean(description="Whether they may be used.")
    used = graphene.Boolean(description="Whether anything was paid with them.")
    currency = graphene.String(description="Their currency.")
    code = graphene.String(description="A whole code, or its last four characters.")
    tags = non_null_list(graphene.String, description="Any of these tags.")
