from django.apps import AppConfig


class QuotesConfig(AppConfig):
    name = "market.quotes"
    label = "quotes"
