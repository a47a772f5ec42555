from django.apps import AppConfig


class InventoryConfig(AppConfig):
    name = "market.inventory"
    label = "inventory"

    def ready(self) -> None:
        from market.catalog.ports import register_stock_keeping
        from market.channels.ports import register_link_keeper
        from market.inventory import handlers  # noqa: F401 - registers what inventory listens to
        from market.inventory.services.channel_warehouses import ChannelWarehouses
        from market.inventory.services.stocks_begin import StockBook

        register_stock_keeping(StockBook())
        register_link_keeper("warehouses", ChannelWarehouses())
