"""What can be done with warehouses and stocks."""

from __future__ import annotations

from market.inventory.graphql.stock_mutations import (
    ProductVariantStocksCreate,
    ProductVariantStocksDelete,
    ProductVariantStocksUpdate,
    StockBulkUpdate,
)
from market.inventory.graphql.warehouse_mutations import (
    ChannelReorderWarehouses,
    WarehouseCreate,
    WarehouseDelete,
    WarehouseUpdate,
)


class InventoryMutations:
    create_warehouse = WarehouseCreate.Field()
    update_warehouse = WarehouseUpdate.Field()
    delete_warehouse = WarehouseDelete.Field()
    channel_reorder_warehouses = ChannelReorderWarehouses.Field()
    product_variant_stocks_create = ProductVariantStocksCreate.Field()
    product_variant_stocks_update = ProductVariantStocksUpdate.Field()
    product_variant_stocks_delete = ProductVariantStocksDelete.Field()
    stock_bulk_update = StockBulkUpdate.Field()
