from django.apps import AppConfig


class VendorsConfig(AppConfig):
    name = "market.vendors"
    label = "vendors"
