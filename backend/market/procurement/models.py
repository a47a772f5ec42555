"""Public bodies and the people who buy for them."""

from __future__ import annotations

from django.db import models

from market.accounts.models import User
from market.orders.models import Order


class AgencyRegime(models.TextChoices):
    LOCAL = "local", "지방계약법"
    STATE = "state", "국가계약법"
    OWN_RULES = "own_rules", "기관 자체 규정"


class Agency(models.Model):
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True, default="")
    registration_number = models.CharField(max_length=10, unique=True, help_text="고유번호, ten digits")
    regime = models.CharField(max_length=10, choices=AgencyRegime.choices)
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
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "user"], name="agency_member_once")]

    def __str__(self) -> str:
        return f"{self.user_id} of {self.agency_id}"


class AgencyOrder(models.Model):
    """Which agency and department an order of the public channel was placed for."""

    order = models.OneToOneField(Order, on_delete=models.CASCADE, related_name="agency_order")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="orders")
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.SET_NULL, related_name="orders")

    class Meta:
        indexes = [models.Index(fields=["agency", "order"], name="agency_orders")]

    def __str__(self) -> str:
        return f"{self.order_id} for {self.agency_id}"
