"""Every paper the market issued, once and for all. Do NOT change a row: a corrected paper is a new one that names the old (``replaces``)."""

from __future__ import annotations

import uuid

from django.db import models

from market.agencies.models import Agency
from market.vendors.models import Vendor


class PaperKind(models.TextChoices):
    QUOTE = "quote", "견적서"
    QUOTE_REQUEST = "quote_request", "견적요청서"
    COMPARISON = "comparison", "비교견적서"
    PURCHASE_REQUEST = "purchase_request", "품의서"
    PURCHASE_ORDER = "purchase_order", "발주서"


class NumberSeries(models.Model):
    """The last number given in a series of a year: locked while one is taken, so numbers have no gaps."""

    series = models.CharField(max_length=40, help_text="e.g. EQ, or PR-12 for an agency's own")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "year"], name="number_series_once")]

    def __str__(self) -> str:
        return f"{self.series}-{self.year}: {self.last}"


class Paper(models.Model):
    """One issued PDF. ``agency`` and ``vendor`` say whose members may read it; ``facts`` is what was printed, so it can be printed again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=PaperKind.choices)
    number = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="papers")
    vendor = models.ForeignKey(Vendor, null=True, blank=True, on_delete=models.PROTECT, related_name="papers")
    subject_type = models.CharField(max_length=40, help_text="what it is about, e.g. Quote")
    subject_id = models.CharField(max_length=64)
    key = models.CharField(max_length=200, unique=True, help_text="in the private storage")
    size = models.PositiveIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    facts = models.JSONField()
    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    issued_by_id = models.BigIntegerField(null=True, help_text="the user; no foreign key, since a row never changes")
    issued_at = models.DateTimeField()

    class Meta:
        ordering = ["issued_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="paper_number_once"),
            models.CheckConstraint(
                condition=models.Q(agency__isnull=False) | models.Q(vendor__isnull=False), name="paper_belongs"
            ),
        ]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="paper_subject"),
            models.Index(fields=["agency", "-issued_at"], name="paper_of_agency"),
            models.Index(fields=["vendor", "-issued_at"], name="paper_of_vendor"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class PaperReading(models.Model):
    """Who took a paper home, and when. Only ever added to."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="readings")
    user_id = models.BigIntegerField(null=True, help_text="no foreign key, since a row never changes")
    ip_address = models.GenericIPAddressField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.paper_id} by {self.user_id}"
