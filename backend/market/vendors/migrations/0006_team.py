import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """How often an invitation was mailed, and which paper an account was checked against."""

    dependencies = [("vendors", "0005_application_review")]

    operations = [
        migrations.AddField(
            model_name="vendorinvitation",
            name="mailed_at",
            field=models.DateTimeField(default=django.utils.timezone.now, help_text="when it was asked for last"),
        ),
        migrations.AddField(
            model_name="vendorinvitation",
            name="mailed_count",
            field=models.PositiveSmallIntegerField(
                default=1, help_text="how often its mail was asked for; one mail each"
            ),
        ),
        migrations.AddField(
            model_name="vendorbankaccount",
            name="bankbook_copy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="vendors.vendordocument",
            ),
        ),
    ]
