from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "market.papers"
    label = "papers"
