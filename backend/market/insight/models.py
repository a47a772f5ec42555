"""Counts of a day. Nobody who looked or asked is known."""

from __future__ import annotations

from django.db import models

from market.catalog.models import Product
from market.channels.models import Channel
from market.vendors.models import Vendor


class ListingVisits(models.Model):
    """How often the page of a product was looked at on a Seoul day in a channel."""

    day = models.DateField()
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="visits")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    views = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "day", "channel"], name="visits_once_a_day"),
            models.CheckConstraint(condition=models.Q(views__gte=1), name="visits_are_some"),
        ]
        indexes = [models.Index(fields=["day"], name="visits_of_day")]

    def __str__(self) -> str:
        return f"{self.product_id} on {self.day}: {self.views}"


class SearchWords(models.Model):
    """How often something was searched for on a Seoul day in a channel, and how often nothing was found."""

    day = models.DateField()
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=60)
    asked = models.PositiveIntegerField()
    unanswered = models.PositiveIntegerField(default=0, help_text="of them, how often nothing was found")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["words", "day", "channel"], name="search_words_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(asked__gte=1, unanswered__lte=models.F("asked")), name="search_words_add_up"
            ),
        ]
        indexes = [models.Index(fields=["day"], name="search_words_of_day")]

    def __str__(self) -> str:
        return f"{self.words} on {self.day}: {self.asked}"


class WeeklyNote(models.Model):
    """A week's note to an enterprise was asked for: once each."""

    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="+")
    week_start = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vendor", "week_start"], name="weekly_note_once")]

    def __str__(self) -> str:
        return f"{self.vendor_id} {self.week_start}"
