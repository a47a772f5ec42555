"""The price range of a listing is that of its variants, in its own channel."""

from __future__ import annotations

import pytest

from factories.catalog import list_in, sell
from factories.channels import ChannelFactory, public_channel
from market.catalog.models import ProductChannelListing, VariantChannelListing
from market.catalog.services.product_listing_prices_update import product_listing_prices_update
from market.core import catalogue_version
from market.core.models import OutboxEvent

pytestmark = pytest.mark.django_db


def range_of(product, channel):
    listing = ProductChannelListing.objects.get(product=product, channel=channel)
    return tuple(
        int(amount) if amount is not None else None
        for amount in (
            listing.price_amount,
            listing.price_max_amount,
            listing.discounted_price_amount,
            listing.discounted_price_max_amount,
        )
    )


def test_each_channel_has_its_own_range():
    citizen, public = ChannelFactory(), public_channel()
    product = sell(citizen, 3_000, 1_000, 2_000)
    list_in(product, public, 5_000, 4_000, discounted=3_500)
    assert range_of(product, citizen) == (1_000, 3_000, 1_000, 3_000)
    assert range_of(product, public) == (4_000, 5_000, 3_500, 3_500)


def test_a_missing_discount_is_the_full_price():
    product = sell(ChannelFactory(), 3_000, 1_000)
    VariantChannelListing.objects.filter(price_amount=1_000).update(discounted_price_amount=None)
    product_listing_prices_update([product.pk])
    assert range_of(product, ChannelFactory()) == (1_000, 3_000, 1_000, 3_000)


def test_without_prices_there_is_no_range():
    product = sell(ChannelFactory(), 3_000)
    VariantChannelListing.objects.all().delete()
    assert product_listing_prices_update([product.pk]) == 1
    assert range_of(product, ChannelFactory()) == (None, None, None, None)


def test_only_what_changed_is_told_and_only_once():
    first, second = sell(ChannelFactory(), 3_000), sell(ChannelFactory(), 3_000)
    VariantChannelListing.objects.filter(variant__product=first).update(
        price_amount=9_000, discounted_price_amount=9_000
    )
    OutboxEvent.objects.all().delete()
    before = catalogue_version.current()
    assert product_listing_prices_update([first.pk, second.pk]) == 1
    assert OutboxEvent.objects.get().payload == {"product_ids": [first.pk]}
    assert catalogue_version.current() == before + 1
    assert product_listing_prices_update() == 0
    assert OutboxEvent.objects.count() == 1
    assert catalogue_version.current() == before + 1


def test_others_are_left_alone():
    first, second = sell(ChannelFactory(), 3_000), sell(ChannelFactory(), 3_000)
    VariantChannelListing.objects.update(price_amount=9_000, discounted_price_amount=9_000)
    product_listing_prices_update([first.pk])
    assert (range_of(first, ChannelFactory())[0], range_of(second, ChannelFactory())[0]) == (9_000, 3_000)
    assert product_listing_prices_update() == 1
