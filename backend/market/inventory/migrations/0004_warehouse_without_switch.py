from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("inventory", "0003_warehouses_serve_channels")]
    operations = [migrations.RemoveField(model_name="warehouse", name="is_active")]
