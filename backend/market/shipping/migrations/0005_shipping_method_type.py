from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("shipping", "0004_zone_of_every_method")]
    operations = [
        migrations.CreateModel(
            name="ShippingMethodType",
            fields=[],
            options={"proxy": True, "indexes": [], "constraints": []},
            bases=("shipping.shippingmethod",),
        ),
    ]
