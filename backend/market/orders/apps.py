from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "market.orders"
    label = "orders"

    def ready(self) -> None:
        from market.channels.ports import register_channel_user
        from market.core.files.sweep import files_named_by
        from market.orders import handlers  # noqa: F401 - registers what orders listens to
        from market.orders.selectors.open_work import OrderBook
        from market.orders.selectors.pictures import pictures_on_orders
        from market.orders.services.orders_hand_over import OrdersOfChannel
        from market.vendors.ports import register_work_book

        files_named_by("pictures", "products", pictures_on_orders)
        register_work_book(OrderBook())
        register_channel_user("orders", OrdersOfChannel())
