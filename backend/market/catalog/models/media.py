"""Pictures of products and variants."""

from __future__ import annotations

from django.db import models

from market.catalog.models.products import Product, ProductVariant
from market.core.models import ModelWithMetadata


class MediaType(models.TextChoices):
    IMAGE = "IMAGE"
    VIDEO = "VIDEO"


class ProductMedia(ModelWithMetadata):
    """A picture: either a drawing of ours (``artwork``: motif/palette/variation) or an uploaded file (``image``)."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="media")
    artwork = models.CharField(max_length=100, blank=True, default="")
    image = models.CharField(max_length=250, blank=True, default="", help_text="path below the media folder")
    alt = models.CharField(max_length=250, blank=True, default="")
    type = models.CharField(max_length=10, choices=MediaType.choices, default=MediaType.IMAGE)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.CheckConstraint(condition=~models.Q(artwork="", image=""), name="media_shows_something")]
        indexes = [
            models.Index(fields=["product", "sort_order"], name="media_of_product"),
            models.Index(fields=["artwork"], name="media_by_artwork"),
        ]

    def __str__(self) -> str:
        return self.artwork or self.image


class VariantMedia(models.Model):
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="media_links")
    media = models.ForeignKey(ProductMedia, on_delete=models.CASCADE, related_name="variant_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variant", "media"], name="variant_media_once")]

    def __str__(self) -> str:
        return f"{self.variant_id} {self.media_id}"
