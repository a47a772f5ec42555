"""How goods travel. A method belongs to a channel; what it costs follows from each vendor's own delivery terms."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from market.channels.models import Channel
from market.core.models import ModelWithMetadata


class ShippingMethodType(models.TextChoices):
    PARCEL = "parcel", "택배"
    ON_SITE = "on_site", "방문 제공"


class ShippingMethod(ModelWithMetadata):
    """A way of delivery a buyer may choose, e.g. 택배. Price: the sum of the vendors' charges for what is in the checkout."""

    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100, blank=True, default="")
    description = models.JSONField(null=True, blank=True)
    type = models.CharField(max_length=10, choices=ShippingMethodType.choices, default=ShippingMethodType.PARCEL)
    countries = ArrayField(models.CharField(max_length=2), default=list)
    channels = models.ManyToManyField(Channel, related_name="shipping_methods", blank=True)
    minimum_delivery_days = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_delivery_days = models.PositiveSmallIntegerField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]

    def __str__(self) -> str:
        return self.name


class RemoteArea(models.Model):
    """A range of postcodes (제주·도서산간) for which vendors charge a surcharge."""

    name = models.CharField(max_length=60)
    first_postal_code = models.CharField(max_length=5)
    last_postal_code = models.CharField(max_length=5)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_postal_code__gte=models.F("first_postal_code")), name="remote_area_is_a_range"
            )
        ]

    def __str__(self) -> str:
        return self.name
