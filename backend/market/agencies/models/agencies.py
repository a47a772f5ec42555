"""Public bodies and the people who buy for them."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Value
from django.utils import timezone

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
    user = models.ForeignKey(
        User,
        null=True,
        on_delete=models.SET_NULL,
        related_name="agency_memberships",
        help_text="null: the account was deleted; what the person did stays with the agency",
    )
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
            models.CheckConstraint(
                condition=models.Q(is_active=False) | models.Q(user__isnull=False),
                name="agency_member_active_is_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} of {self.agency_id}"


class AgencyInvitation(models.Model):
    """An invitation to one address of the agency's domain. Its link is signed; only an account of that confirmed address can take it."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(help_text="in lower case")
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    job_title = models.CharField(max_length=60, blank=True, default="")
    abilities = ArrayField(models.CharField(max_length=12), help_text="values of permissions.AgencyAbility")
    invited_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    mailed_at = models.DateTimeField(default=timezone.now, help_text="when its mail was asked for last")
    mailed_count = models.PositiveSmallIntegerField(default=1)
    accepted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "email"],
                condition=models.Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="agency_invitation_once",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(revoked_at__isnull=True),
                name="agency_invitation_one_end",
            ),
            models.CheckConstraint(
                condition=models.Q(abilities__contained_by=list(ALL_ABILITIES)),
                name="agency_invitation_abilities_known",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk} to {self.agency_id}"


class Deputy(models.Model):
    """Who acts for a member during an absence (대결): from the first day through the last, Seoul days.

    A member has one deputy a day (the database refuses overlapping days that were not revoked).
    """

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
            # Ranges on both sides: PostgreSQL's own GiST classes are enough, no extension is needed.
            ExclusionConstraint(
                name="deputy_one_a_day",
                expressions=[
                    (
                        Func(
                            F("member_id"),
                            F("member_id"),
                            Value("[]"),
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            F("starts_on"),
                            F("ends_on"),
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=models.Q(revoked_at__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["deputy", "starts_on", "ends_on"], name="deputy_days")]

    def __str__(self) -> str:
        return f"{self.deputy_id} for {self.member_id}"
