"""What an agency may spend, line by line (예산과목). Do NOT write held, committed or spent but through ``services/budget_use_set.py``.

A line's sums are kept beside it under a CHECK, and equal the sums of its uses and entries.
"""

from __future__ import annotations

from decimal import Decimal

from django.db import models

from market.agencies.models.agencies import Agency, Department
from market.agencies.models.policies import WON


class BudgetLine(models.Model):
    """One line of one fiscal year (회계연도 = 1 January to 31 December), of a department or of the whole agency. Amounts in won, VAT included."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="budget_lines")
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="budget_lines", help_text="null: all"
    )
    fiscal_year = models.PositiveSmallIntegerField()
    account = models.CharField(max_length=60, help_text="회계, e.g. 일반회계")
    project = models.CharField(max_length=120, blank=True, default="", help_text="세부사업")
    code = models.CharField(max_length=20, help_text="편성목-통계목, e.g. 201-01")
    name = models.CharField(max_length=80, help_text="e.g. 사무관리비")
    appropriated = models.DecimalField(**WON, default=0, help_text="예산현액")
    held = models.DecimalField(**WON, default=0, help_text="by requests in approval (품의 중)")
    committed = models.DecimalField(**WON, default=0, help_text="ordered, not yet paid (원인행위)")
    spent = models.DecimalField(**WON, default=0, help_text="paid (지출)")
    is_active = models.BooleanField(default=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-fiscal_year", "account", "code", "project", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "fiscal_year", "department", "account", "project", "code"],
                name="budget_line_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=models.Q(appropriated__gte=0, held__gte=0, committed__gte=0, spent__gte=0),
                name="budget_line_not_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(appropriated__gte=models.F("held") + models.F("committed") + models.F("spent")),
                name="budget_line_within_appropriation",
            ),
        ]
        indexes = [models.Index(fields=["agency", "fiscal_year", "department"], name="budget_line_of_agency")]

    @property
    def available(self) -> Decimal:
        """What is left to hold, in won."""
        return self.appropriated - self.held - self.committed - self.spent

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.code} {self.name}"


class BudgetUse(models.Model):
    """What one purchase uses of a line at the moment; ``reference`` names the purchase, so that doing it twice changes nothing."""

    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="uses")
    reference = models.CharField(max_length=80, unique=True, help_text="e.g. request:<uuid>")
    held = models.DecimalField(**WON, default=0)
    committed = models.DecimalField(**WON, default=0)
    spent = models.DecimalField(**WON, default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(held__gte=0, committed__gte=0, spent__gte=0), name="budget_use_not_negative"
            )
        ]

    def __str__(self) -> str:
        return self.reference


class BudgetEntry(models.Model):
    """One movement of a line; only ever added to (the database refuses changes). Deltas in won."""

    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="entries")
    reference = models.CharField(max_length=80, help_text="a use's reference, or import:<id>, or edit")
    appropriated = models.DecimalField(**WON, default=0)
    held = models.DecimalField(**WON, default=0)
    committed = models.DecimalField(**WON, default=0)
    spent = models.DecimalField(**WON, default=0)
    note = models.CharField(max_length=200, blank=True, default="")
    actor_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["line", "-id"], name="budget_entry_of_line")]

    def __str__(self) -> str:
        return f"{self.reference} on {self.line_id}"
