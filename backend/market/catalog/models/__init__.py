"""What is sold. Saleor's catalogue, plus what a social-economy market must say: vendor, tax kind, notice, checked value claims.

Do NOT read prices from variant listings for a list: the product listing holds the computed range.
"""

from __future__ import annotations

from market.catalog.models.attributes import (
    REFERENCES,
    Attribute,
    AttributeEntityType,
    AttributeInputType,
    AttributeType,
    AttributeValue,
)
from market.catalog.models.categories import Category
from market.catalog.models.collections import Collection, CollectionChannelListing, CollectionProduct
from market.catalog.models.listings import MONEY, NO_PRICE, ProductChannelListing, QuantityPrice, VariantChannelListing
from market.catalog.models.media import MediaType, ProductMedia, VariantMedia
from market.catalog.models.products import (
    NoticeType,
    Product,
    ProductAttributeValue,
    ProductTranslation,
    ProductType,
    ProductTypeKind,
    ProductTypeProductAttribute,
    ProductTypeVariantAttribute,
    ProductVariant,
    ReturnPolicy,
    VariantAttributeValue,
)
from market.catalog.models.proposals import (
    UNDECIDED,
    ProductProposal,
    ProposalAction,
    ProposalKind,
    ProposalStatus,
    ProposalStep,
)
from market.catalog.models.structure_texts import (
    AttributeTranslation,
    AttributeValueTranslation,
    CategoryTranslation,
    CollectionTranslation,
)
from market.catalog.models.values import ValueClaim, ValueTheme

__all__ = [
    "MONEY",
    "NO_PRICE",
    "REFERENCES",
    "UNDECIDED",
    "Attribute",
    "AttributeEntityType",
    "AttributeInputType",
    "AttributeTranslation",
    "AttributeType",
    "AttributeValue",
    "AttributeValueTranslation",
    "Category",
    "CategoryTranslation",
    "Collection",
    "CollectionChannelListing",
    "CollectionProduct",
    "CollectionTranslation",
    "MediaType",
    "NoticeType",
    "Product",
    "ProductAttributeValue",
    "ProductChannelListing",
    "ProductMedia",
    "ProductProposal",
    "ProductTranslation",
    "ProductType",
    "ProductTypeKind",
    "ProductTypeProductAttribute",
    "ProductTypeVariantAttribute",
    "ProductVariant",
    "ProposalAction",
    "ProposalKind",
    "ProposalStatus",
    "ProposalStep",
    "QuantityPrice",
    "ReturnPolicy",
    "ValueClaim",
    "ValueTheme",
    "VariantAttributeValue",
    "VariantChannelListing",
    "VariantMedia",
]
