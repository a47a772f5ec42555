"""The other half of agencies 0001: this room's own order rows now point there; the tables were renamed already."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("procurement", "0001_initial"), ("agencies", "0001_initial")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "agencyorder",
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="orders", to="agencies.agency"
                    ),
                ),
                migrations.AlterField(
                    "agencyorder",
                    "department",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="orders",
                        to="agencies.department",
                    ),
                ),
                migrations.DeleteModel("AgencyMember"),
                migrations.DeleteModel("Department"),
                migrations.DeleteModel("Agency"),
            ],
        ),
    ]
