from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "market.orders"
    label = "orders"

    def ready(self) -> None:
        from market.orders import handlers  # noqa: F401 - registers what orders listens to
