"""Which ways of delivery are offered, and which places are remote."""

from __future__ import annotations

import pytest

from factories.channels import ChannelFactory, public_channel
from factories.shipping import RemoteAreaFactory, ShippingMethodFactory, parcel_in
from market.shipping.models import ShippingMethodType
from market.shipping.selectors.shipping_method_list import is_remote_area, shipping_method_list

pytestmark = pytest.mark.django_db


def test_only_active_parcels_of_the_channel_to_the_country_are_offered() -> None:
    channel = ChannelFactory()
    offered = parcel_in(channel)
    parcel_in(public_channel())
    for method in (ShippingMethodFactory(is_active=False), ShippingMethodFactory(type=ShippingMethodType.ON_SITE)):
        method.channels.add(channel)
    assert list(shipping_method_list(channel_id=channel.pk, country="KR")) == [offered]
    assert list(shipping_method_list(channel_id=channel.pk, country="JP")) == []


@pytest.mark.parametrize(
    ("country", "postal_code", "expected"),
    [
        ("KR", "63000", True),
        ("KR", "63644", True),
        ("KR", "63645", False),
        ("KR", "6300", False),
        ("JP", "63100", False),
    ],
)
def test_remote_areas_are_ranges_of_korean_postcodes(country: str, postal_code: str, expected: bool) -> None:
    RemoteAreaFactory()
    assert is_remote_area(country=country, postal_code=postal_code) is expected
