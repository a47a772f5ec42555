from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "market.reports"
    label = "reports"
