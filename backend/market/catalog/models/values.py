"""Values that people shop by, and checked claims to them."""

from __future__ import annotations

from django.db import models

from market.catalog.models.products import Product


class ValueTheme(models.Model):
    """A value people shop by (제로웨이스트, 비건, 배리어프리, 공정무역, 우리동네), with the evidence it takes."""

    code = models.CharField(max_length=30, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    cloth = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    tagline = models.CharField(max_length=120)
    tagline_en = models.CharField(max_length=160)
    description = models.TextField()
    description_en = models.TextField()
    criteria = models.TextField(blank=True, default="")
    artwork = models.CharField(
        max_length=100, blank=True, default="", help_text="motif/palette/variation of a drawing of ours"
    )
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        return self.code


class ValueClaim(models.Model):
    """A statement about a product that the market has checked against evidence."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="value_claims")
    theme = models.ForeignKey(ValueTheme, on_delete=models.PROTECT, related_name="claims")
    statement = models.CharField(max_length=200)
    statement_en = models.CharField(max_length=250, blank=True, default="")
    evidence = models.CharField(max_length=250)
    evidence_en = models.CharField(max_length=300, blank=True, default="")
    issued_on = models.DateField(null=True, blank=True)
    checked_on = models.DateField()

    class Meta:
        ordering = ["-checked_on", "id"]
        indexes = [models.Index(fields=["product"], name="claims_of_product")]

    def __str__(self) -> str:
        return self.statement
