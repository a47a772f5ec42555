"""Every open warehouse serves every channel, as it did before warehouses were assigned to channels."""

from django.db import migrations


def assign(apps, schema_editor):
    Warehouse = apps.get_model("inventory", "Warehouse")
    WarehouseChannel = apps.get_model("inventory", "WarehouseChannel")
    channels = list(apps.get_model("channels", "Channel").objects.values_list("pk", flat=True))
    keys = Warehouse.objects.filter(is_active=True).order_by("pk").values_list("pk", flat=True)
    links = [WarehouseChannel(warehouse_id=key, channel_id=channel) for key in keys for channel in channels]
    WarehouseChannel.objects.bulk_create(links, batch_size=2_000)


def take_back(apps, schema_editor):
    """A warehouse that serves nobody was a closed one."""
    Warehouse = apps.get_model("inventory", "Warehouse")
    Warehouse.objects.filter(channel_links=None).update(is_active=False)


class Migration(migrations.Migration):
    dependencies = [("inventory", "0002_places"), ("channels", "0002_places")]
    operations = [migrations.RunPython(assign, take_back)]
