from django.apps import AppConfig


class InventoryConfig(AppConfig):
    name = "market.inventory"
    label = "inventory"

    def ready(self) -> None:
        from market.inventory import handlers  # noqa: F401 - registers what inventory listens to
