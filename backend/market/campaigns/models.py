"""Seasonal exhibitions (기획전): what is shown together, where, and from when to when."""

from __future__ import annotations

from django.db import models

from market.catalog.models import Product
from market.channels.models import Channel


class Campaign(models.Model):
    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    title = models.CharField(max_length=160)
    title_en = models.CharField(max_length=200, blank=True, default="")
    subtitle = models.CharField(max_length=250, blank=True, default="")
    subtitle_en = models.CharField(max_length=300, blank=True, default="")
    description = models.TextField(blank=True, default="")
    description_en = models.TextField(blank=True, default="")
    season = models.CharField(
        max_length=30, blank=True, default="", help_text="compares with the campaign of the same season before"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(help_text="first instant after the end")
    channels = models.ManyToManyField(Channel, related_name="campaigns", blank=True)
    artwork = models.CharField(max_length=100, blank=True, default="")
    is_sample = models.BooleanField(default=False)
    products = models.ManyToManyField(Product, through="CampaignProduct", related_name="campaigns")

    class Meta:
        ordering = ["-starts_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="campaign_ends_after_start"
            )
        ]
        indexes = [models.Index(fields=["starts_at", "ends_at"], name="campaign_period")]

    def __str__(self) -> str:
        return self.slug


class CampaignProduct(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="product_links")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="campaign_links")
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.UniqueConstraint(fields=["campaign", "product"], name="campaign_product_once")]
        indexes = [models.Index(fields=["product", "campaign"], name="campaigns_of_product")]

    def __str__(self) -> str:
        return f"{self.product_id} in {self.campaign_id}"
