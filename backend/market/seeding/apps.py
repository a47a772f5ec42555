from django.apps import AppConfig


class SeedingConfig(AppConfig):
    name = "market.seeding"
    label = "seeding"
