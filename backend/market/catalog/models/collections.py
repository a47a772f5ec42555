"""Products that somebody put together."""

from __future__ import annotations

from django.db import models

from market.catalog.models.products import Product
from market.channels.models import Channel
from market.core.models import ModelWithMetadata


class Collection(ModelWithMetadata):
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True, default="")
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    description = models.JSONField(null=True, blank=True)
    background_image = models.CharField(max_length=200, blank=True, default="")
    background_image_alt = models.CharField(max_length=128, blank=True, default="")
    seo_title = models.CharField(max_length=70, blank=True, default="")
    seo_description = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class CollectionProduct(models.Model):
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="product_links")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="collection_links")
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.UniqueConstraint(fields=["collection", "product"], name="collection_product_once")]

    def __str__(self) -> str:
        return f"{self.product_id} in {self.collection_id}"


class CollectionChannelListing(models.Model):
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="collection_listings")
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collection", "channel"], name="collection_listing_once")]

    def __str__(self) -> str:
        return f"{self.collection_id} in {self.channel_id}"
