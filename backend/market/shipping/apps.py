from django.apps import AppConfig


class ShippingConfig(AppConfig):
    name = "market.shipping"
    label = "shipping"

    def ready(self) -> None:
        from market.channels.ports import register_link_keeper
        from market.inventory.ports import register_zone_keeping
        from market.shipping.services.zone_links import ChannelZones, WarehouseZones

        register_link_keeper("shipping_zones", ChannelZones())
        register_zone_keeping(WarehouseZones())
