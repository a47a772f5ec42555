"""Quotes of one basket belong together, invitations have a name of their own, and the eve of a deadline is told of once."""

import django.contrib.postgres.functions
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("quotes", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name='quote',
            name='bundle',
            field=models.UUIDField(blank=True, help_text='instant quotes that were made of one basket at once', null=True),
        ),
        migrations.AddField(
            model_name='quoteinvitation',
            name='token',
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True),
        ),
        migrations.AddField(
            model_name='quoterequest',
            name='reminded_of',
            field=models.DateTimeField(blank=True, help_text='the deadline whose eve was told of', null=True),
        ),
        migrations.AlterField(
            model_name='quoterequest',
            name='closed_at',
            field=models.DateTimeField(blank=True, help_text='from then on the agency sees the answers', null=True),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(condition=models.Q(('bundle__isnull', False)), fields=['bundle'], name='quote_of_bundle'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.UniqueConstraint(condition=models.Q(('chosen_at__isnull', False)), fields=('request',), name='quote_chosen_once'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('bundle__isnull', False), ('source', 'instant')), models.Q(('bundle__isnull', True), ('source', 'request')), _connector='OR'), name='quote_bundle_fits'),
        ),
    ]
