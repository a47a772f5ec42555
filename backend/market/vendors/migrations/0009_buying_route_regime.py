"""The law of local governments and that of the state stand side by side: a way is one of either."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vendors", "0008_certificate_rules")]

    operations = [
        migrations.AddField(
            model_name="buyingroute",
            name="regime",
            field=models.CharField(
                choices=[("local", "지방계약법"), ("state", "국가계약법")],
                db_default="local",
                default="local",
                max_length=10,
            ),
        ),
        migrations.RemoveConstraint(model_name="buyingroute", name="buying_route_once"),
        migrations.AddConstraint(
            model_name="buyingroute",
            constraint=models.UniqueConstraint(fields=("regime", "code", "effective_from"), name="buying_route_once"),
        ),
        migrations.AddConstraint(
            model_name="buyingroute",
            constraint=models.CheckConstraint(
                condition=models.Q(regime__in=["local", "state"]), name="buying_route_regime_known"
            ),
        ),
    ]
