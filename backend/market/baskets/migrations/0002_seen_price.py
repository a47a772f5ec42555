"""What a thing on a list cost when somebody looked last, so that a changed price can be told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("baskets", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="sharedlistitem",
            name="seen_price",
            field=models.DecimalField(
                blank=True,
                decimal_places=3,
                help_text="what one cost when it was put here or into a basket last, VAT included",
                max_digits=18,
                null=True,
            ),
        ),
    ]
