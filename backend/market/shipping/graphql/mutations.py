"""What can be done with shipping zones and methods."""

from __future__ import annotations

from market.shipping.graphql import price_mutations as prices
from market.shipping.graphql import zone_mutations as zones


class ShippingMutations:
    shipping_zone_create = zones.ShippingZoneCreate.Field()
    shipping_zone_update = zones.ShippingZoneUpdate.Field()
    shipping_zone_delete = zones.ShippingZoneDelete.Field()
    shipping_zone_bulk_delete = zones.ShippingZoneBulkDelete.Field()
    assign_warehouse_shipping_zone = zones.WarehouseShippingZoneAssign.Field()
    unassign_warehouse_shipping_zone = zones.WarehouseShippingZoneUnassign.Field()
    shipping_price_create = prices.ShippingPriceCreate.Field()
    shipping_price_update = prices.ShippingPriceUpdate.Field()
    shipping_price_delete = prices.ShippingPriceDelete.Field()
    shipping_price_bulk_delete = prices.ShippingPriceBulkDelete.Field()
    shipping_price_exclude_products = prices.ShippingPriceExcludeProducts.Field()
    shipping_price_remove_product_from_exclude = prices.ShippingPriceRemoveProductFromExclude.Field()
    shipping_price_translate = prices.ShippingPriceTranslate.Field()
    shipping_method_channel_listing_update = prices.ShippingMethodChannelListingUpdate.Field()
