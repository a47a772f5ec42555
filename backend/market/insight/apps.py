from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "market.insight"
    label = "insight"
