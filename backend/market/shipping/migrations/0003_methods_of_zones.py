"""Methods move into zones: one for each set of countries, with the channels of its methods and every warehouse that serves one."""

from django.db import migrations

NAMES = {("KR",): "대한민국"}


def into_zones(apps, schema_editor):
    Zone = apps.get_model("shipping", "ShippingZone")
    Method = apps.get_model("shipping", "ShippingMethod")
    Listing = apps.get_model("shipping", "ShippingMethodChannelListing")
    warehouses = list(
        apps.get_model("inventory", "Warehouse").objects.exclude(channel_links=None).order_by("pk").values_list("pk", flat=True)
    )
    zones = {}
    for method in Method.objects.order_by("pk").prefetch_related("channels"):
        countries = tuple(sorted(method.countries))
        if countries not in zones:
            name = NAMES.get(countries, ", ".join(countries) or "-")[:100]
            zones[countries] = Zone.objects.create(name=name, countries=list(countries))
            zones[countries].warehouses.set(warehouses)
        zone, channels = zones[countries], list(method.channels.all())
        zone.channels.add(*channels)
        Listing.objects.bulk_create(
            Listing(method_id=method.pk, channel_id=channel.pk, currency=channel.currency_code) for channel in channels
        )
        method.zone = zone
        method.save(update_fields=["zone"])


def out_of_zones(apps, schema_editor):
    Method = apps.get_model("shipping", "ShippingMethod")
    for method in Method.objects.order_by("pk").select_related("zone").prefetch_related("channel_listings"):
        method.countries = method.zone.countries
        method.channels.set([listing.channel_id for listing in method.channel_listings.all()])
        method.save(update_fields=["countries"])


class Migration(migrations.Migration):
    dependencies = [("shipping", "0002_places"), ("inventory", "0003_warehouses_serve_channels")]
    operations = [migrations.RunPython(into_zones, out_of_zones)]
