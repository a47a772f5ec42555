"""Stories of makers and materials."""

from __future__ import annotations

from django.db import models

from market.catalog.models import Product, ValueTheme
from market.vendors.models import Vendor


class StoryKind(models.TextChoices):
    HYGIENE = "hygiene", "알아두기"
    HUB = "hub", "모아보기"
    HERO = "hero", "이야기"


class Story(models.Model):
    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    title = models.CharField(max_length=160)
    title_en = models.CharField(max_length=200, blank=True, default="")
    lead = models.CharField(max_length=400)
    lead_en = models.CharField(max_length=600, blank=True, default="")
    body = models.JSONField(help_text="EditorJS")
    body_en = models.JSONField(null=True, blank=True)
    kind = models.CharField(max_length=10, choices=StoryKind.choices)
    theme = models.ForeignKey(ValueTheme, null=True, blank=True, on_delete=models.SET_NULL, related_name="stories")
    vendor = models.ForeignKey(Vendor, null=True, blank=True, on_delete=models.SET_NULL, related_name="stories")
    author_name = models.CharField(max_length=60)
    artwork = models.CharField(max_length=100)
    published_at = models.DateTimeField(null=True, blank=True)
    reading_minutes = models.PositiveSmallIntegerField(default=3)
    is_sample = models.BooleanField(default=False)
    products = models.ManyToManyField(Product, through="StoryProduct", related_name="stories")

    class Meta:
        ordering = ["-published_at", "id"]

    def __str__(self) -> str:
        return self.slug


class StoryProduct(models.Model):
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="product_links")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="story_links")
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.UniqueConstraint(fields=["story", "product"], name="story_product_once")]

    def __str__(self) -> str:
        return f"{self.product_id} in {self.story_id}"
