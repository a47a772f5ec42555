"""The searchable face of each product in each channel that lists it.

Do NOT write these rows by hand: ``services.search_entries_refresh`` makes them from the catalogue. Do NOT take them for visible:
whether a product is published now, and its vendor sells, is asked of the catalogue with every search.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from market.catalog.models import MONEY, Product
from market.channels.models import Channel


class SearchEntry(models.Model):
    """A product as one channel lists it. ``words`` holds whole words and Hangul bigrams of name, vendor and text."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="search_entries")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    vendor_id = models.BigIntegerField()
    category_path = ArrayField(models.BigIntegerField(), default=list)
    value_codes = ArrayField(models.CharField(max_length=30), default=list)
    tax_kind = models.CharField(max_length=10)
    is_service = models.BooleanField(default=False)
    price = models.DecimalField(**MONEY, null=True)
    sales_score = models.FloatField(default=0, help_text="pieces sold, halved every 90 days")
    words = SearchVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "channel"], name="search_entry_once")]
        indexes = [
            GinIndex(fields=["words"], name="search_words"),
            GinIndex(fields=["category_path"], name="search_category_path"),
            models.Index(fields=["channel", "vendor_id"], name="search_vendor"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} in {self.channel_id}"


class SearchRefresh(models.Model):
    """A product whose entries wait to be made anew."""

    product = models.OneToOneField(Product, on_delete=models.CASCADE, related_name="+")
    queued_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.product_id)
