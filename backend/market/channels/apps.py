from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "market.channels"
    label = "channels"
