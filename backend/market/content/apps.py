from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "market.content"
    label = "content"
