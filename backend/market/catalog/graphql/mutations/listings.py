"""Products, variants and how they stand in channels."""

from __future__ import annotations

from market.catalog.graphql.mutations.channel_listings import (
    ProductChannelListingUpdate,
    ProductVariantChannelListingUpdate,
    VariantQuantityPricesUpdate,
)
from market.catalog.graphql.mutations.goods_translate import ProductTranslate, ProductVariantTranslate
from market.catalog.graphql.mutations.picture_upload import ProductPictureUpload
from market.catalog.graphql.mutations.products import ProductBulkDelete, ProductCreate, ProductDelete, ProductUpdate
from market.catalog.graphql.mutations.variant_bulk_create import ProductVariantBulkCreate
from market.catalog.graphql.mutations.variants import (
    ProductVariantBulkDelete,
    ProductVariantCreate,
    ProductVariantDelete,
    ProductVariantReorder,
    ProductVariantSetDefault,
    ProductVariantUpdate,
)


class ListingMutations:
    product_create = ProductCreate.Field()
    product_update = ProductUpdate.Field()
    product_delete = ProductDelete.Field()
    product_bulk_delete = ProductBulkDelete.Field()
    product_variant_create = ProductVariantCreate.Field()
    product_variant_update = ProductVariantUpdate.Field()
    product_variant_delete = ProductVariantDelete.Field()
    product_variant_bulk_delete = ProductVariantBulkDelete.Field()
    product_variant_bulk_create = ProductVariantBulkCreate.Field()
    product_variant_reorder = ProductVariantReorder.Field()
    product_variant_set_default = ProductVariantSetDefault.Field()
    product_channel_listing_update = ProductChannelListingUpdate.Field()
    product_variant_channel_listing_update = ProductVariantChannelListingUpdate.Field()
    variant_quantity_prices_update = VariantQuantityPricesUpdate.Field()
    product_translate = ProductTranslate.Field()
    product_variant_translate = ProductVariantTranslate.Field()
    product_picture_upload = ProductPictureUpload.Field()
