from django.apps import AppConfig


class BasketsConfig(AppConfig):
    name = "market.baskets"
    label = "baskets"
