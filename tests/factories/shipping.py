"""Ways of delivery for tests."""

from __future__ import annotations

import factory

from market.channels.models import Channel
from market.shipping.models import RemoteArea, ShippingMethod


class ShippingMethodFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ShippingMethod

    name = "택배"
    name_en = "Parcel"
    countries = factory.LazyFunction(lambda: ["KR"])


class RemoteAreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RemoteArea

    name = "제주"
    first_postal_code = "63000"
    last_postal_code = "63644"


def parcel_in(channel: Channel) -> ShippingMethod:
    """A parcel method that the channel offers."""
    method = ShippingMethodFactory()
    method.channels.add(channel)
    return method
