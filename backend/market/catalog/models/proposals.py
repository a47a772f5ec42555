"""What enterprises wish to change on goods that are on sale, and what was said about it."""

from __future__ import annotations

from django.db import models

from market.catalog.models.products import Product
from market.vendors.models import Vendor


class ProposalKind(models.TextChoices):
    NEW_LISTING = "new_listing", "새 상품"
    CHANGE = "change", "상품 변경"


class ProposalStatus(models.TextChoices):
    """OPEN waits for staff, RETURNED for the enterprise; the others are the end."""

    OPEN = "open", "심사 중"
    RETURNED = "returned", "보완 요청"
    APPROVED = "approved", "반영"
    DECLINED = "declined", "거절"
    WITHDRAWN = "withdrawn", "거둠"


UNDECIDED = (ProposalStatus.OPEN, ProposalStatus.RETURNED)


class ProductProposal(models.Model):
    """The changes that wait for one product. Later edits join it; ``version`` grows with each, so that nobody decides over what they have
    not read. ``changes``: ``{path: {old, new, payload}}`` (rules/listing_paths.py)."""

    product = models.ForeignKey(Product, null=True, on_delete=models.SET_NULL, related_name="proposals")
    product_name = models.CharField(max_length=250, help_text="as it was; the product may be gone")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="proposals")
    kind = models.CharField(max_length=12, choices=ProposalKind.choices)
    status = models.CharField(max_length=10, choices=ProposalStatus.choices, default=ProposalStatus.OPEN)
    changes = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    comment = models.TextField(blank=True, default="", help_text="what staff said last")
    reasons = models.JSONField(default=dict, blank=True, help_text="{path: what is to be mended}")
    submitted_at = models.DateTimeField(help_text="since when it waits; a mended one waits anew")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["submitted_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["product"], condition=models.Q(status__in=["open", "returned"]), name="proposal_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "returned"]) ^ models.Q(decided_at__isnull=False),
                name="proposal_decided_at_an_instant",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "submitted_at", "id"], name="proposal_waiting"),
            models.Index(fields=["vendor", "status", "submitted_at"], name="proposal_of_vendor"),
        ]

    def __str__(self) -> str:
        return f"{self.product_name}: {self.status}"


class ProposalAction(models.TextChoices):
    SUBMITTED = "submitted", "제안"
    JOINED = "joined", "더함"
    MENDED = "mended", "고쳐서 다시 제안"
    WITHDRAWN = "withdrawn", "거둠"
    RETURNED = "returned", "보완 요청"
    APPROVED = "approved", "반영"
    DECLINED = "declined", "거절"


class ProposalStep(models.Model):
    """One thing that was done to a proposal. Only ever added to: a database trigger refuses anything else, so no key here may cascade."""

    proposal = models.ForeignKey(ProductProposal, on_delete=models.PROTECT, related_name="steps")
    action = models.CharField(max_length=10, choices=ProposalAction.choices)
    by_staff = models.BooleanField()
    actor_id = models.BigIntegerField(null=True, help_text="a plain number: accounts may go, history stays")
    version = models.PositiveIntegerField(help_text="of the proposal, after this step")
    changes = models.JSONField(default=dict, help_text="{path: {old, new}} of this step")
    comment = models.TextField(blank=True, default="")
    reasons = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["proposal", "id"], name="steps_of_proposal")]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.action}"
