"""Workbooks of budget lines (예산 엑셀): read and shown first, applied at once, taken back while nothing was bought from them."""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import User
from market.agencies.models.agencies import Agency


class BudgetImportStatus(models.TextChoices):
    CHECKED = "checked", "확인"
    APPLIED = "applied", "반영"
    UNDONE = "undone", "되돌림"


class BudgetImport(models.Model):
    """One workbook for one fiscal year. The same file is taken once for a year until it is undone.

    ``rows``: [[number in the sheet, {column: text as typed}]]. ``effects``: what applying it did, for undoing: [{line, created,
    appropriated: [before, after], name: [before, after], was_active}].
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="budget_imports")
    fiscal_year = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=150)
    file_hash = models.CharField(max_length=64, help_text="SHA-256 of the file")
    status = models.CharField(max_length=8, choices=BudgetImportStatus.choices, default=BudgetImportStatus.CHECKED)
    rows = models.JSONField()
    effects = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "fiscal_year", "file_hash"],
                condition=models.Q(status__in=["checked", "applied"]),
                name="budget_import_once",
            ),
            models.CheckConstraint(
                condition=models.Q(status="checked", applied_at__isnull=True, undone_at__isnull=True)
                | models.Q(status="applied", applied_at__isnull=False, undone_at__isnull=True)
                | models.Q(status="undone", applied_at__isnull=False, undone_at__isnull=False),
                name="budget_import_moments",
            ),
        ]
        indexes = [models.Index(fields=["agency", "-created_at"], name="budget_import_of_agency")]

    def __str__(self) -> str:
        return f"{self.file_name} for {self.fiscal_year}"
