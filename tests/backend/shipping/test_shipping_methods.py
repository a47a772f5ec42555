"""Which ways of delivery are offered, and which places are remote."""

from __future__ import annotations

import pytest

from factories.channels import ChannelFactory, public_channel
from factories.shipping import RemoteAreaFactory, ShippingMethodFactory, parcel_in
from market.channels.models import Channel
from market.shipping.models import DeliveryKind, ShippingMethod
from market.shipping.selectors.shipping_method_list import place_facts, shipping_method_list

pytestmark = pytest.mark.django_db


def offered(channel: Channel, country: str = "KR") -> list[ShippingMethod]:
    return [row.method for row in shipping_method_list(channel_id=channel.pk, country=country)]


def test_only_active_parcels_of_the_channel_to_the_country_are_offered() -> None:
    channel = ChannelFactory()
    parcel = parcel_in(channel)
    parcel_in(public_channel())
    parcel_in(channel, is_active=False)
    parcel_in(channel, type=DeliveryKind.ON_SITE)
    assert offered(channel) == [parcel]
    assert offered(channel, "JP") == []


def test_a_method_needs_its_zone_and_its_listing_in_the_channel() -> None:
    channel = ChannelFactory()
    unlisted, closed = ShippingMethodFactory(), parcel_in(channel)
    unlisted.zone.channels.add(channel)
    closed.zone.channels.clear()
    assert offered(channel) == []


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
    facts = place_facts(channel_id=ChannelFactory().pk, country=country, postal_code=postal_code)
    assert facts.is_remote is expected


def test_a_place_knows_the_listed_prices_of_its_channel() -> None:
    channel = ChannelFactory()
    priced, by_terms = parcel_in(channel, price=4000), parcel_in(channel)
    parcel_in(public_channel(), price=9000)
    facts = place_facts(channel_id=channel.pk, country="KR", postal_code="08274")
    assert facts.listed_price(priced.pk) == 4000
    assert facts.listed_price(by_terms.pk) is None
    assert facts.listed_price(None) is None
    assert place_facts(channel_id=channel.pk, country="", postal_code="").listed == ()
