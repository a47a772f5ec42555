"""The catalogue's version becomes a sum of rows that are only added: one row that everybody raised made transactions meet crosswise."""

from django.db import migrations, models

FORWARD = "INSERT INTO core_cataloguechange (weight) SELECT GREATEST(number, 1) FROM core_catalogueversion WHERE id = 1"
BACKWARD = """
INSERT INTO core_catalogueversion (id, number) SELECT 1, COALESCE(sum(weight), 1) FROM core_cataloguechange
ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0002_append_only_audit_log")]
    operations = [
        migrations.CreateModel(
            name="CatalogueChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weight", models.BigIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(weight__gte=1), name="catalogue_change_counts")
                ],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.DeleteModel(name="CatalogueVersion"),
    ]
