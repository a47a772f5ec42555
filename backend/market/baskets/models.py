"""Lists that a department fills and orders from again (구매 목록)."""

from __future__ import annotations

import uuid

from django.db import models

from market.agencies.models import Agency, AgencyMember, Department
from market.catalog.models import MONEY, ProductVariant


class SharedList(models.Model):
    """A named list of goods; of a department (null: of the whole agency), or of its owner alone while ``is_shared`` is false."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="lists")
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.CASCADE, related_name="lists")
    owner = models.ForeignKey(AgencyMember, on_delete=models.PROTECT, related_name="lists")
    name = models.CharField(max_length=80)
    note = models.CharField(max_length=300, blank=True, default="")
    is_shared = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["agency", "department"], name="shared_list_of_agency")]

    def __str__(self) -> str:
        return self.name


class SharedListItem(models.Model):
    list = models.ForeignKey(SharedList, on_delete=models.CASCADE, related_name="items")
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="+")
    quantity = models.PositiveIntegerField(default=1)
    note = models.CharField(max_length=200, blank=True, default="")
    seen_price = models.DecimalField(
        **MONEY,
        null=True,
        blank=True,
        help_text="what one cost when it was put here or into a basket last, VAT included",
    )
    position = models.PositiveSmallIntegerField(default=0)
    added_by = models.ForeignKey(AgencyMember, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["list", "variant"], name="shared_list_item_once"),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="shared_list_item_has_pieces"),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id} x {self.quantity}"
