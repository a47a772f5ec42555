"""Workbooks that enterprises upload, row by row, and what became of each row."""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import User
from market.vendors.models import Vendor


class ImportStatus(models.TextChoices):
    CHECKING = "checking", "확인하는 중"
    CHECKED = "checked", "확인 끝"
    APPLYING = "applying", "올리는 중"
    DONE = "done", "올림"
    UNDOING = "undoing", "되돌리는 중"
    UNDONE = "undone", "되돌림"


class ListingImport(models.Model):
    """One uploaded workbook. Its check changes nothing; good rows are kept when it is applied, bad ones are told."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="listing_imports")
    uploaded_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    actor = models.JSONField(help_text="in whose name it is applied: {user_id, email, ip_address}")
    file_name = models.CharField(max_length=150)
    status = models.CharField(max_length=10, choices=ImportStatus.choices, default=ImportStatus.CHECKING)
    row_count = models.PositiveIntegerField()
    processed = models.PositiveIntegerField(default=0, help_text="rows of the present step that are through")
    asks_for_review = models.BooleanField(
        default=False, help_text="new goods are sent for review when they are entered"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    worked_at = models.DateTimeField(auto_now=True, help_text="when a worker last did something for it")

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(processed__lte=models.F("row_count")), name="import_progress"),
            models.UniqueConstraint(
                fields=["vendor"],
                condition=models.Q(status__in=["checking", "applying", "undoing"]),
                name="import_one_at_work",
            ),
        ]
        indexes = [
            models.Index(fields=["vendor", "-created_at"], name="import_of_vendor"),
            models.Index(
                fields=["worked_at"],
                name="import_at_work",
                condition=models.Q(status__in=["checking", "applying", "undoing"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name}: {self.status}"


class RowStatus(models.TextChoices):
    WAITING = "waiting", "확인 전"
    BAD = "bad", "고칠 것 있음"
    SAME = "same", "바뀐 것 없음"
    GOOD = "good", "올릴 수 있음"
    APPLIED = "applied", "올림"
    PROPOSED = "proposed", "심사로 보냄"
    FAILED = "failed", "올리지 못함"
    UNDONE = "undone", "되돌림"
    KEPT = "kept", "되돌리지 않음"


class RowAction(models.TextChoices):
    CREATE = "create", "새 상품"
    ADD_VARIANT = "add_variant", "옵션 더하기"
    UPDATE = "update", "고치기"


class ListingImportRow(models.Model):
    """One row of a workbook, as it was typed and as it was understood."""

    listing_import = models.ForeignKey(ListingImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="its number in the sheet")
    group = models.PositiveIntegerField(default=0, help_text="number of the row its product begins with")
    cells = models.JSONField(help_text="{column: text as typed}")
    status = models.CharField(max_length=10, choices=RowStatus.choices, default=RowStatus.WAITING)
    action = models.CharField(max_length=12, choices=RowAction.choices, blank=True, default="")
    problems = models.JSONField(default=list, help_text="[{column, code, ko, en}]")
    payload = models.JSONField(default=dict, help_text="what is to be written")
    product_id = models.BigIntegerField(null=True, blank=True)
    variant_id = models.BigIntegerField(null=True, blank=True)
    before = models.JSONField(default=dict, help_text="{path: value} before, for undoing")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["listing_import", "number"], name="import_row_once")]
        indexes = [models.Index(fields=["listing_import", "status", "number"], name="import_row_status")]

    def __str__(self) -> str:
        return f"{self.listing_import_id} row {self.number}"
