"""Public bodies and the people who buy for them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from market.accounts.models import User
from market.agencies.permissions import ALL_ABILITIES, AgencyAbility


class AgencyRegime(models.TextChoices):
    LOCAL = "local", "지방계약법"
    STATE = "state", "국가계약법"
    OWN_RULES = "own_rules", "기관 자체 규정"


class Agency(models.Model):
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True, default="")
    registration_number = models.CharField(max_length=10, unique=True, help_text="고유번호, ten digits")
    regime = models.CharField(max_length=10, choices=AgencyRegime.choices)
    email_domain = models.CharField(
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text="of official mail, in lower case, e.g. saesol.example",
    )
    representative = models.CharField(
        max_length=60, blank=True, default="", db_default="", help_text="기관장, as papers print it"
    )
    phone = models.CharField(max_length=20, blank=True, default="", db_default="")
    postal_code = models.CharField(max_length=5, blank=True, default="", db_default="")
    address = models.CharField(max_length=250, blank=True, default="", db_default="")
    is_active = models.BooleanField(default=True)
    is_sample = models.BooleanField(default=False)
    joined_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(registration_number__regex=r"^\d{10}$"), name="agency_number_shape"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Department(models.Model):
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="departments")
    name = models.CharField(max_length=80)
    is_active = models.BooleanField(default=True, db_default=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="department_once")]

    def __str__(self) -> str:
        return self.name


class AgencyMember(models.Model):
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="members")
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.SET_NULL, related_name="members")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="agency_memberships")
    job_title = models.CharField(max_length=60, blank=True, default="")
    abilities = ArrayField(
        models.CharField(max_length=12),
        default=list,
        db_default=[AgencyAbility.REQUEST.value],
        blank=True,
        help_text="what the person may do: values of permissions.AgencyAbility",
    )
    is_active = models.BooleanField(default=True)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "user"], name="agency_member_once"),
            models.CheckConstraint(
                condition=models.Q(abilities__contained_by=list(ALL_ABILITIES)), name="agency_member_abilities_known"
            ),
            models.CheckConstraint(
                condition=models.Q(is_active=True, left_at__isnull=True) | models.Q(is_active=False),
                name="agency_member_active_has_not_left",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} of {self.agency_id}"


class Deputy(models.Model):
    """Who acts for a member during an absence (대결): from the first day through the last, Seoul days."""

    member = models.ForeignKey(AgencyMember, on_delete=models.CASCADE, related_name="deputies")
    deputy = models.ForeignKey(AgencyMember, on_delete=models.CASCADE, related_name="deputy_for")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=200, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="deputy_ends_after_start"
            ),
            models.CheckConstraint(condition=~models.Q(member=models.F("deputy")), name="deputy_is_another"),
        ]
        indexes = [models.Index(fields=["deputy", "starts_on", "ends_on"], name="deputy_days")]

    def __str__(self) -> str:
        return f"{self.deputy_id} for {self.member_id}"
