"""What mutations of products, variants and listings take: Saleor's inputs, and ours as optional fields beside them."""

from __future__ import annotations

import graphene

from market.catalog.graphql.attribute_value_inputs import AttributeValueInput, AttributeValueSelectableTypeInput
from market.catalog.graphql.enums import TaxKindEnum
from market.catalog.graphql.stock_input import StockInput
from market.catalog.models import ReturnPolicy
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import Date, DateTime, JSONString, PositiveDecimal
from market.core.graphql.seo import SeoInput
from market.core.graphql.types import MetadataInput, non_null_list
from market.core.graphql.weights import WeightScalar

ReturnPolicyEnum = enum_from_choices(
    "ReturnPolicyEnum",
    ReturnPolicy,
    "Whether a buyer may withdraw without a reason (청약철회), or which exception of the law holds.",
)


class ProductNoticeValueInput(graphene.InputObjectType):
    """One fact of the legal product notice."""

    code = graphene.String(required=True, description="Code of the fact, as the notice type names it.")
    value = graphene.String(required=True, description="What is stated; empty takes it away.")


class ProductNoticeInput(graphene.InputObjectType):
    """The legal product notice (상품정보제공고시)."""

    type = graphene.String(description="Code of the notice type; facts that it does not ask for go.")
    values = non_null_list(ProductNoticeValueInput, description="Facts; what is not named stays as it is.")


class ProductReturnPolicyInput(graphene.InputObjectType):
    """Whether goods can be withdrawn. An exception holds only as it is shown before the order (전자상거래법 §17⑥)."""

    kind = ReturnPolicyEnum(required=True, description="The rule that holds.")
    note = graphene.String(description="The terms as shown before an order; required for an exception.")


class ProductPictureInput(graphene.InputObjectType):
    """A picture of the product: one it has, by its ID, or a new one, by the key that productPictureUpload answered."""

    media = graphene.ID(description="ID of a picture that the product has.")
    upload = graphene.String(description="Key of an uploaded picture.")
    alt = graphene.String(description="What it shows, for those who cannot see it.")


class ProductInput(graphene.InputObjectType):
    """What may be given of a product. Fields that are not given stay as they are."""

    attributes = non_null_list(AttributeValueInput, description="Values of the type's attributes.")
    category = graphene.ID(description="ID of the category; null takes it out of any.")
    collections = non_null_list(graphene.ID, description="IDs of the collections that hold it; for staff.")
    description = JSONString(description="Description as EditorJS; markup that is not harmless is taken out.")
    name = graphene.String(description="Name of the product.")
    slug = graphene.String(description="Slug for addresses; made of the name when missing.")
    tax_class = graphene.ID(description="ID of the tax class; the same as taxKind.")
    seo = SeoInput(description="Texts for search engines.")
    weight = WeightScalar(description="Weight of one piece.")
    rating = graphene.Float(description="Mean of its reviews; for staff.")
    metadata = non_null_list(MetadataInput, description="Public metadata to add.")
    private_metadata = non_null_list(MetadataInput, description="Private metadata to add; for staff.")
    external_reference = graphene.String(description="Its key in an outside system.")
    summary = graphene.String(description="The product in one sentence, in Korean.")
    tax_kind = TaxKindEnum(description="How VAT applies to it.")
    is_quote_only = graphene.Boolean(
        description="Sold by quotation only (services, things made to order): no checkout takes it."
    )
    minimum_order_quantity = graphene.Int(description="The least that can be ordered at once.")
    dispatch_days = graphene.Int(description="Working days from order to dispatch.")
    origin_country = graphene.String(description="Where it is made.")
    legal_notice = ProductNoticeInput(description="The legal product notice.")
    return_policy = ProductReturnPolicyInput(description="Whether it can be withdrawn.")
    pictures = non_null_list(
        ProductPictureInput, description="All its pictures in their order; what is not named is taken off."
    )


class ProductCreateInput(ProductInput):
    """What is given of a new product."""

    product_type = graphene.ID(required=True, description="ID of the product type.")
    vendor = graphene.ID(
        description="ID of the enterprise that sells it. Members of one enterprise need not name it; staff who name none enter it for the "
        "market's own shop."
    )


class ProductVariantChannelListingAddInput(graphene.InputObjectType):
    """What a variant costs in a channel."""

    channel_id = graphene.ID(required=True, description="ID of the channel.")
    price = PositiveDecimal(required=True, description="The price, VAT included.")
    cost_price = PositiveDecimal(description="What it costs the enterprise; shown to nobody else.")
    prior_price = PositiveDecimal(description="What it cost before.")
    discounted_price = PositiveDecimal(
        description="What it costs now, if less than the price; without it, the price holds."
    )


class ProductVariantInput(graphene.InputObjectType):
    """What may be given of a variant. Fields that are not given stay as they are."""

    attributes = non_null_list(AttributeValueInput, description="Values of the type's variant attributes.")
    sku = graphene.String(description="Stock keeping unit.")
    name = graphene.String(description="Name of the variant; made of its choices when missing.")
    track_inventory = graphene.Boolean(description="Whether its pieces are counted.")
    weight = WeightScalar(description="Weight of one piece.")
    quantity_limit_per_customer = graphene.Int(description="At most so many in one checkout.")
    metadata = non_null_list(MetadataInput, description="Public metadata to add.")
    private_metadata = non_null_list(MetadataInput, description="Private metadata to add; for staff.")
    external_reference = graphene.String(description="Its key in an outside system.")


class ProductVariantCreateInput(ProductVariantInput):
    """What is given of a new variant."""

    attributes = non_null_list(
        AttributeValueInput, required=True, description="Values of the type's variant attributes."
    )
    product = graphene.ID(required=True, description="ID of the product.")
    stocks = non_null_list(StockInput, description="How many pieces lie where.")


class BulkAttributeValueInput(graphene.InputObjectType):
    """An attribute and what a variant has of it. Give the one field that fits the attribute's type."""

    id = graphene.ID(description="ID of the attribute.")
    external_reference = graphene.String(description="Key of the attribute in an outside system.")
    dropdown = AttributeValueSelectableTypeInput(description="Choice of a dropdown.")
    swatch = AttributeValueSelectableTypeInput(description="Choice of a swatch.")
    multiselect = non_null_list(AttributeValueSelectableTypeInput, description="Choices of a multiselect.")
    numeric = graphene.String(description="A number.")
    file = graphene.String(description="Address of a file.")
    content_type = graphene.String(description="Media type of the file.")
    reference = graphene.ID(description="ID of the thing a single reference points at.")
    references = non_null_list(graphene.ID, description="IDs of the things a reference points at.")
    rich_text = JSONString(description="Rich text as EditorJS.")
    plain_text = graphene.String(description="A text.")
    boolean = graphene.Boolean(description="Yes or no.")
    date = Date(description="A date.")
    date_time = DateTime(description="An instant.")


class ProductVariantBulkCreateInput(graphene.InputObjectType):
    """One of several new variants."""

    attributes = non_null_list(
        BulkAttributeValueInput, required=True, description="Values of the type's variant attributes."
    )
    sku = graphene.String(description="Stock keeping unit.")
    name = graphene.String(description="Name of the variant; made of its choices when missing.")
    track_inventory = graphene.Boolean(description="Whether its pieces are counted.")
    weight = WeightScalar(description="Weight of one piece.")
    quantity_limit_per_customer = graphene.Int(description="At most so many in one checkout.")
    metadata = non_null_list(MetadataInput, description="Public metadata to add.")
    private_metadata = non_null_list(MetadataInput, description="Private metadata to add; for staff.")
    external_reference = graphene.String(description="Its key in an outside system.")
    stocks = non_null_list(StockInput, description="How many pieces lie where.")
    channel_listings = non_null_list(
        ProductVariantChannelListingAddInput, description="What it costs where; the product must be in these channels."
    )


class ProductChannelListingAddInput(graphene.InputObjectType):
    """How a product stands in a channel. Fields that are not given stay as they are."""

    channel_id = graphene.ID(required=True, description="ID of the channel.")
    is_published = graphene.Boolean(description="Whether shoppers see it.")
    published_at = DateTime(description="Since when shoppers see it.")
    visible_in_listings = graphene.Boolean(description="Whether lists show it.")
    is_available_for_purchase = graphene.Boolean(
        description="Whether it can be bought: now, unless an instant is given."
    )
    available_for_purchase_at = DateTime(description="Since when it can be bought.")
    add_variants = non_null_list(graphene.ID, description="IDs of variants to be sold there; their prices follow.")
    remove_variants = non_null_list(graphene.ID, description="IDs of variants no longer sold there.")


class ProductChannelListingUpdateInput(graphene.InputObjectType):
    """In which channels a product stands, and how."""

    update_channels = non_null_list(ProductChannelListingAddInput, description="Channels to put it into or to change.")
    remove_channels = non_null_list(graphene.ID, description="IDs of channels to take it out of.")
