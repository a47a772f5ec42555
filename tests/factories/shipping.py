"""Ways of delivery for tests."""

from __future__ import annotations

from typing import Any

import factory

from market.channels.models import Channel
from market.inventory.models import Warehouse
from market.shipping.models import RemoteArea, ShippingMethod, ShippingMethodChannelListing, ShippingZone


class ShippingZoneFactory(factory.django.DjangoModelFactory):
    """Korea, from every warehouse there is (those that come later join every zone, see WarehouseFactory)."""

    class Meta:
        model = ShippingZone
        skip_postgeneration_save = True

    name = "대한민국"
    countries = factory.LazyFunction(lambda: ["KR"])

    @factory.post_generation
    def warehouses(self: Any, create: bool, extracted: Any, **kwargs: object) -> None:
        if create:
            self.warehouses.set(Warehouse.objects.all() if extracted is None else extracted)


class ShippingMethodFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ShippingMethod

    zone = factory.SubFactory(ShippingZoneFactory)
    name = "택배"
    name_en = "Parcel"


class RemoteAreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RemoteArea

    name = "제주"
    first_postal_code = "63000"
    last_postal_code = "63644"


def list_method(method: ShippingMethod, channel: Channel, **terms: Any) -> ShippingMethodChannelListing:
    """List the method in the channel, and open its zone to it."""
    method.zone.channels.add(channel)
    return ShippingMethodChannelListing.objects.create(
        method=method, channel=channel, currency=channel.currency_code, **terms
    )


def parcel_in(channel: Channel, *, price: int | None = None, **method: Any) -> ShippingMethod:
    """A parcel method that the channel offers, at a price or by the enterprises' own terms."""
    made = ShippingMethodFactory(**method)
    list_method(made, channel, price_amount=price)
    return made
