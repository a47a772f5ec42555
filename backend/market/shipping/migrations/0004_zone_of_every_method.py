import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shipping", "0003_methods_of_zones")]
    operations = [
        migrations.RemoveField(model_name="shippingmethod", name="channels"),
        migrations.RemoveField(model_name="shippingmethod", name="countries"),
        migrations.AlterField(
            model_name="shippingmethod",
            name="zone",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="methods", to="shipping.shippingzone"
            ),
        ),
    ]
