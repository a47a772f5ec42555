"""The category tree."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from market.core.models import ModelWithMetadata

DEPTH = models.Func("path", function="cardinality", output_field=models.IntegerField())


class Category(ModelWithMetadata):
    """A node of the category tree. ``path`` holds the ids from the root to the node itself, so a subtree is one index look-up."""

    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True, default="")
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    description = models.JSONField(null=True, blank=True)
    description_plaintext = models.TextField(blank=True, default="")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    path = ArrayField(models.BigIntegerField(), default=list)
    level = models.PositiveSmallIntegerField(default=0)
    sort_order = models.PositiveIntegerField(default=0)
    background_image = models.CharField(
        max_length=200, blank=True, default="", help_text="motif/palette/variation or a media path"
    )
    background_image_alt = models.CharField(max_length=128, blank=True, default="")
    seo_title = models.CharField(max_length=70, blank=True, default="")
    seo_description = models.CharField(max_length=300, blank=True, default="")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["level", "sort_order", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="category_not_below_itself"),
            # A row is born without its path, since it holds the row's own id.
            models.CheckConstraint(
                condition=models.Q(path=[]) | models.Q(level=DEPTH - 1), name="category_level_is_its_depth"
            ),
        ]

    def __str__(self) -> str:
        return self.slug
