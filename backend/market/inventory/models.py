"""How many there are. Do NOT change ``quantity_allocated`` but through ``services``: the update itself is the lock."""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import Address
from market.catalog.models import ProductVariant
from market.channels.models import Channel
from market.core.models import ModelWithMetadata
from market.vendors.models import Vendor


class Warehouse(ModelWithMetadata):
    """Where a vendor keeps and ships its goods. It serves the channels it is assigned to and nobody else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="warehouses")
    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    address = models.ForeignKey(Address, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(blank=True, default="", db_default="")
    external_reference = models.CharField(max_length=250, null=True, blank=True, unique=True)
    is_private = models.BooleanField(default=True, db_default=True)
    channels = models.ManyToManyField(Channel, through="WarehouseChannel", related_name="warehouses", blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class WarehouseChannel(models.Model):
    """A warehouse serves a channel. ``sort_order``: whose pieces go first; those without one come last, oldest link first."""

    warehouse = models.ForeignKey(Warehouse, on_delete=models.CASCADE, related_name="channel_links")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="warehouse_links")
    sort_order = models.IntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["warehouse", "channel"], name="warehouse_once_per_channel")]

    def __str__(self) -> str:
        return f"{self.warehouse_id} serves {self.channel_id}"


class Stock(models.Model):
    """Pieces of one variant in one warehouse; allocated pieces are promised to orders that are not yet shipped."""

    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="stocks")
    warehouse = models.ForeignKey(Warehouse, on_delete=models.CASCADE, related_name="stocks")
    quantity = models.IntegerField(default=0)
    quantity_allocated = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["variant", "warehouse"], name="stock_once_per_warehouse"),
            models.CheckConstraint(condition=models.Q(quantity_allocated__gte=0), name="stock_allocated_not_negative"),
            models.CheckConstraint(
                condition=models.Q(quantity_allocated__lte=models.F("quantity")), name="stock_never_oversold"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id}: {self.quantity}"


class Allocation(models.Model):
    """Pieces of a stock promised to one order line (named by its id: orders stand above this room)."""

    stock = models.ForeignKey(Stock, on_delete=models.CASCADE, related_name="allocations")
    order_line_id = models.UUIDField(db_index=True)
    quantity = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stock", "order_line_id"], name="allocation_once_per_line")]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.stock_id}"
