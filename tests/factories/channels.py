"""Channels and tax rates for tests."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import factory

from market.channels.models import Audience, Channel, TaxRate
from market.inventory.models import Warehouse


class TaxRateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TaxRate
        django_get_or_create = ("country", "effective_from")

    country = "KR"
    rate = Decimal("0.1")
    effective_from = dt.date(1977, 7, 1)
    source = "부가가치세법 §30"


class ChannelFactory(factory.django.DjangoModelFactory):
    """An active citizen channel; with it the VAT rate that pricing needs."""

    class Meta:
        model = Channel
        django_get_or_create = ("slug",)
        skip_postgeneration_save = True

    slug = "citizen"
    name = factory.LazyAttribute(lambda channel: channel.slug)
    currency_code = "KRW"
    is_active = True
    audience = Audience.CITIZEN
    expire_orders_after_minutes = 3 * 24 * 60

    @factory.post_generation
    def tax_rate(self, create: bool, extracted: object, **kwargs: object) -> None:
        if create:
            TaxRateFactory()

    @factory.post_generation
    def warehouses(self: Any, create: bool, extracted: object, **kwargs: object) -> None:
        """Those that are there already serve it, as they do where enterprises opened them."""
        if create:
            self.warehouses.add(*Warehouse.objects.all())


def public_channel() -> Channel:
    return ChannelFactory(slug="public", audience=Audience.PUBLIC, expire_orders_after_minutes=None)
