"""How products and variants stand in channels, for those who sell them; notice types; what uploads and bulk answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.errors import ProductErrorCode
from market.catalog.graphql.goods_inputs import ReturnPolicyEnum
from market.catalog.graphql.quantity_prices import KeptStep, ListedQuantityPrice, kept_steps
from market.catalog.models import NoticeType as NoticeTypeModel
from market.catalog.selectors.vendor_products import SaleState
from market.channels.models import Channel as ChannelModel
from market.core import clock
from market.core.graphql.batch import batch
from market.core.graphql.enums import error_code_enum
from market.core.graphql.languages import language_argument, localized
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, non_null_list
from market.core.money import Money as MoneyValue

BULK_CODES = """ATTRIBUTE_ALREADY_ASSIGNED ATTRIBUTE_CANNOT_BE_ASSIGNED ATTRIBUTE_VARIANTS_DISABLED DUPLICATED_INPUT_ITEM GRAPHQL_ERROR
    INVALID INVALID_PRICE NOT_PRODUCTS_VARIANT NOT_FOUND REQUIRED UNIQUE PRODUCT_NOT_ASSIGNED_TO_CHANNEL STOCK_ALREADY_EXISTS"""
ProductVariantBulkErrorCode = error_code_enum("ProductVariantBulkErrorCode", BULK_CODES)


_STATES = {
    SaleState.SELLING: "Published and to be had.",
    SaleState.SOLD_OUT: "Published, with no piece left.",
    SaleState.HIDDEN: "Taken off sale.",
    SaleState.DRAFT: "Never on sale yet.",
    SaleState.UNDER_REVIEW: "With changes that wait for a review; beside one of the others.",
    SaleState.SENT_BACK: "With changes that were sent back; beside one of the others.",
}


def _state_words(member: Any) -> str:
    return _STATES[SaleState(member.value)] if member is not None else "How an enterprise's goods stand."


SaleStateEnum = graphene.Enum(
    "SaleStateEnum", [(state.name, state.value) for state in SaleState], description=_state_words
)


class ProductChannelListingError(SaleorError):
    """What went wrong with a listing."""

    code = graphene.Field(ProductErrorCode, required=True, description="The error's code.")
    attributes = non_null_list(graphene.ID, description="IDs of the attributes the error is about.")
    values = non_null_list(graphene.ID, description="IDs of the attribute values the error is about.")
    channels = non_null_list(graphene.ID, description="IDs of the channels the error is about.")
    variants = non_null_list(graphene.ID, description="IDs of the variants the error is about.")


class ProductVariantBulkError(SaleorError):
    """What went wrong with one of several variants."""

    code = graphene.Field(ProductVariantBulkErrorCode, required=True, description="The error's code.")
    path = graphene.String(description="The input field the error belongs to.")
    attributes = non_null_list(graphene.ID, description="IDs of the attributes the error is about.")
    values = non_null_list(graphene.ID, description="IDs of the attribute values the error is about.")
    warehouses = non_null_list(graphene.ID, description="IDs of the warehouses the error is about.")
    channels = non_null_list(graphene.ID, description="IDs of the channels the error is about.")


class ProductVariantBulkResult(graphene.ObjectType):
    """What became of one of several variants."""

    product_variant = graphene.Field(
        "market.catalog.graphql.variants.ProductVariant", description="The variant, if it was made."
    )
    errors = non_null_list(ProductVariantBulkError, description="What went wrong with it.")


def channels_of(parents: Sequence[Any], info: Any) -> list[Any]:
    found = info.context.remember("channels.all", lambda: ChannelModel.objects.in_bulk())
    return [found.get(parent.channel_id) for parent in parents]


class ProductChannelListing(ModelObjectType):
    """How a product stands in a channel."""

    class Meta:
        interfaces = (Node,)

    channel = graphene.Field("market.channels.graphql.types.Channel", required=True, description="The channel.")
    is_published = graphene.Boolean(required=True, description="Whether shoppers see it.")
    published_at = DateTime(description="Since when shoppers see it.")
    publication_date = Date(description="The day since when shoppers see it; older than `publishedAt`.")
    visible_in_listings = graphene.Boolean(required=True, description="Whether lists show it.")
    available_for_purchase_at = DateTime(description="Since when it can be bought.")
    is_available_for_purchase = graphene.Boolean(description="Whether its sale has begun.")

    @batch
    def resolve_channel(parents: Sequence[Any], info: Any) -> list[Any]:
        return channels_of(parents, info)

    @staticmethod
    def resolve_publication_date(root: Any, info: Any) -> Any:
        return root.published_at.astimezone(clock.SEOUL).date() if root.published_at else None

    @staticmethod
    def resolve_is_available_for_purchase(root: Any, info: Any) -> bool:
        begins = root.available_for_purchase_at
        return begins is not None and begins <= clock.now()


class ProductVariantChannelListing(ModelObjectType):
    """What a variant costs in a channel."""

    class Meta:
        interfaces = (Node,)

    channel = graphene.Field("market.channels.graphql.types.Channel", required=True, description="The channel.")
    price = graphene.Field(Money, description="The price, VAT included; none: not sold yet.")
    cost_price = graphene.Field(Money, description="What it costs the enterprise.")
    prior_price = graphene.Field(Money, description="What it cost before.")
    discounted_price = graphene.Field(Money, description="What it costs now, if less than the price.")
    quantity_prices = graphene.Field(
        non_null_list(ListedQuantityPrice),
        required=True,
        description="What each costs from more pieces on, by quantity.",
    )

    @batch
    def resolve_quantity_prices(parents: Sequence[Any], info: Any) -> list[list[KeptStep]]:
        return kept_steps(parents)

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return ProductVariantChannelListing.global_id(root.pk)

    @batch
    def resolve_channel(parents: Sequence[Any], info: Any) -> list[Any]:
        return channels_of(parents, info)

    @staticmethod
    def resolve_price(root: Any, info: Any) -> MoneyValue | None:
        return _money(root.price_amount, root.currency)

    @staticmethod
    def resolve_cost_price(root: Any, info: Any) -> MoneyValue | None:
        return _money(root.cost_price_amount, root.currency)

    @staticmethod
    def resolve_prior_price(root: Any, info: Any) -> MoneyValue | None:
        return _money(root.prior_price_amount, root.currency)

    @staticmethod
    def resolve_discounted_price(root: Any, info: Any) -> MoneyValue | None:
        is_less = root.discounted_price_amount is not None and root.discounted_price_amount != root.price_amount
        return _money(root.discounted_price_amount, root.currency) if is_less else None


def _money(amount: Any, currency: str) -> MoneyValue | None:
    return MoneyValue.of(amount, currency) if amount is not None else None


class ProductReturnPolicy(graphene.ObjectType):
    """Whether goods can be withdrawn without a reason (청약철회)."""

    kind = graphene.Field(ReturnPolicyEnum, required=True, description="The rule that holds.")
    label = graphene.String(required=True, language_code=language_argument(), description="The rule in words.")
    note = graphene.String(required=True, description="The terms of an exception, as shown before an order.")

    @staticmethod
    def resolve_label(root: Any, info: Any, language_code: Any = None) -> str:
        return localized(root["label"], root["label_en"], info, language_code)


class NoticeField(graphene.ObjectType):
    """A fact that a notice asks for."""

    code = graphene.String(required=True, description="Code of the fact.")
    label = graphene.String(required=True, language_code=language_argument(), description="Its name in the notice.")
    is_required = graphene.Boolean(required=True, description="Whether it must be stated before goods go on sale.")
    is_safety_mark = graphene.Boolean(
        required=True, description="Whether it is a KC mark: the certificate's number, or why there is none."
    )

    @staticmethod
    def resolve_label(root: Any, info: Any, language_code: Any = None) -> str:
        return localized(root["label"], root.get("label_en", ""), info, language_code)

    @staticmethod
    def resolve_is_required(root: Any, info: Any) -> bool:
        return bool(root.get("required", True))

    @staticmethod
    def resolve_is_safety_mark(root: Any, info: Any) -> bool:
        return root.get("kind") == "kc"


class NoticeType(graphene.ObjectType):
    """A type of legal product notice (상품정보제공고시)."""

    code = graphene.String(required=True, description="Code of the type.")
    name = graphene.String(required=True, language_code=language_argument(), description="Name of the type.")
    fields = graphene.Field(non_null_list(NoticeField), required=True, description="What it asks for, in order.")

    @staticmethod
    def resolve_name(root: NoticeTypeModel, info: Any, language_code: Any = None) -> str:
        return localized(root.name, root.name_en, info, language_code)
