from django.apps import AppConfig


class PromotionsConfig(AppConfig):
    name = "market.promotions"
    label = "promotions"
