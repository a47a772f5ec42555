from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "market.search"
    label = "search"
