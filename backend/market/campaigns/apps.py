from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "market.campaigns"
    label = "campaigns"
