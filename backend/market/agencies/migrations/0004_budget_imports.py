"""Workbooks of budget lines."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_append_only_entries"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BudgetImport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                ("file_name", models.CharField(max_length=150)),
                ("file_hash", models.CharField(help_text="SHA-256 of the file", max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[("checked", "확인"), ("applied", "반영"), ("undone", "되돌림")],
                        default="checked",
                        max_length=8,
                    ),
                ),
                ("rows", models.JSONField()),
                ("effects", models.JSONField(default=list)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="budget_imports",
                        to="agencies.agency",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "id"],
                "indexes": [models.Index(fields=["agency", "-created_at"], name="budget_import_of_agency")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["checked", "applied"])),
                        fields=("agency", "fiscal_year", "file_hash"),
                        name="budget_import_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("applied_at__isnull", True), ("status", "checked"), ("undone_at__isnull", True)),
                            models.Q(("applied_at__isnull", False), ("status", "applied"), ("undone_at__isnull", True)),
                            models.Q(("applied_at__isnull", False), ("status", "undone"), ("undone_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="budget_import_moments",
                    ),
                ],
            },
        ),
    ]
