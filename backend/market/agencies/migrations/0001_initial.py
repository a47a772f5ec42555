"""Agencies, departments and members move here from procurement: the tables are renamed, nothing is copied."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

MOVED = ("agency", "department", "agencymember")


def rename(source: str, target: str) -> list[migrations.RunSQL]:
    return [
        migrations.RunSQL(
            f"ALTER TABLE {source}_{name} RENAME TO {target}_{name};"
            f"ALTER SEQUENCE {source}_{name}_id_seq RENAME TO {target}_{name}_id_seq;",
            f"ALTER TABLE {target}_{name} RENAME TO {source}_{name};"
            f"ALTER SEQUENCE {target}_{name}_id_seq RENAME TO {source}_{name}_id_seq;",
        )
        for name in MOVED
    ]


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("procurement", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=rename("procurement", "agencies"),
            state_operations=[
                migrations.CreateModel(
                    name="Agency",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=120)),
                        ("name_en", models.CharField(blank=True, default="", max_length=160)),
                        ("registration_number", models.CharField(help_text="고유번호, ten digits", max_length=10, unique=True)),
                        (
                            "regime",
                            models.CharField(
                                choices=[("local", "지방계약법"), ("state", "국가계약법"), ("own_rules", "기관 자체 규정")],
                                max_length=10,
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                        ("is_sample", models.BooleanField(default=False)),
                        ("joined_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("registration_number__regex", "^\\d{10}$")), name="agency_number_shape"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Department",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=80)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="departments", to="agencies.agency"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "name"), name="department_once")],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyMember",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("job_title", models.CharField(blank=True, default="", max_length=60)),
                        ("is_active", models.BooleanField(default=True)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="members", to="agencies.agency"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agency_memberships",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "department",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="members",
                                to="agencies.department",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("agency", "user"), name="agency_member_once")]
                    },
                ),
            ],
        ),
    ]
