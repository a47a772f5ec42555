from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "market.orders"
    label = "orders"

    def ready(self) -> None:
        from market.core.files.sweep import files_named_by
        from market.orders import handlers  # noqa: F401 - registers what orders listens to
        from market.orders.selectors.pictures import pictures_on_orders

        files_named_by("pictures", "products", pictures_on_orders)
