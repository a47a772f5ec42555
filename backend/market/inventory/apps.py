from django.apps import AppConfig


class InventoryConfig(AppConfig):
    name = "market.inventory"
    label = "inventory"
