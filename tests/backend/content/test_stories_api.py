"""Stories appear at their time, with goods that the channel sells."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import staff_with
from factories.catalog import ThemeFactory, sell
from factories.channels import ChannelFactory, public_channel
from factories.vendors import SellerFactory
from market.content.models import Story, StoryProduct
from market.core import clock
from market.core.permissions import MANAGE_VENDORS
from market.vendors.models import Vendor, VendorStatus

pytestmark = pytest.mark.django_db
LIST = """query ($n: Int, $k: StoryKindEnum, $t: String) { stories(first: $n, kind: $k, theme: $t) {
    slug theme { code } vendor { name } artwork(size: 512) { url }
    products(channel: "citizen", first: 2) { slug pricing { priceRange { start { gross { amount } } } } } } }"""


def story(slug: str, *products: Any, days_ago: int = 1, **fields: Any) -> Story:
    made = Story.objects.create(
        slug=slug, title=slug, lead="", body={"blocks": []}, kind=fields.pop("kind", "hero"), author_name="문하늘", artwork="soap/rose/1",
        published_at=clock.now() - dt.timedelta(days=days_ago), **fields,
    )  # fmt: skip
    for place, product in enumerate(products):
        StoryProduct.objects.create(story=made, product=product, sort_order=place)
    return made


def slugs(answer: Any) -> list[str]:
    return [entry["slug"] for entry in answer["data"]["stories"]]


def test_newest_first_and_none_before_its_time(graphql: Any) -> None:
    ChannelFactory()
    story("old", days_ago=5)
    story("new")
    story("tomorrow", days_ago=-1)
    assert slugs(graphql(LIST, {"n": 5})) == ["new", "old"]
    assert slugs(graphql(LIST, {"n": 5}, user=staff_with())) == ["tomorrow", "new", "old"]
    assert graphql('{ story(slug: "tomorrow") { title } }')["data"] == {"story": None}


def test_by_kind_and_theme(graphql: Any) -> None:
    ChannelFactory()
    theme = ThemeFactory(code="vegan")
    story("guide", kind="hygiene", theme=theme)
    story("maker")
    assert slugs(graphql(LIST, {"n": 5, "k": "HYGIENE"})) == ["guide"]
    assert slugs(graphql(LIST, {"n": 5, "t": "vegan"})) == ["guide"]


def test_goods_are_those_the_channel_sells_in_the_storys_order(graphql: Any) -> None:
    citizen = ChannelFactory()
    one, two, three = sell(citizen, 1000), sell(public_channel(), 2000), sell(citizen, 3000)
    story("maker", three, two, one)
    goods = graphql(LIST, {"n": 5})["data"]["stories"][0]["products"]
    assert [entry["slug"] for entry in goods] == [three.slug, one.slug]
    assert goods[0]["pricing"]["priceRange"]["start"]["gross"]["amount"] == 3000


def test_the_list_costs_the_same_for_one_and_many(assert_constant_queries: Any) -> None:
    citizen = ChannelFactory()
    for number in range(24):
        story(
            f"story-{number}",
            sell(citizen, 1000),
            theme=ThemeFactory(code=f"theme-{number % 3}", slug=f"theme-{number % 3}"),
            vendor=SellerFactory(),
        )
    assert_constant_queries(LIST, {"n": 1}, {"n": 24})


@pytest.mark.parametrize("size", [-1, 101])
def test_a_nonsensical_size_is_refused(graphql: Any, size: int) -> None:
    assert "between" in graphql(LIST, {"n": size})["errors"][0]["message"]


def test_a_story_does_not_show_an_enterprise_that_sells_no_more(graphql: Any) -> None:
    vendor = SellerFactory()
    story("one", vendor=vendor)
    ask = '{ story(slug: "one") { title vendor { email } } }'
    assert graphql(ask)["data"]["story"]["vendor"] == {"email": vendor.email}
    Vendor.objects.update(status=VendorStatus.SUSPENDED)
    assert graphql(ask)["data"]["story"] == {"title": "one", "vendor": None}
    assert graphql(ask, user=staff_with(MANAGE_VENDORS))["data"]["story"]["vendor"] == {"email": vendor.email}


def test_no_number_of_goods_means_the_usual(graphql: Any) -> None:
    channel = ChannelFactory()
    story("one", sell(channel))
    ask = f'{{ story(slug: "one") {{ products(channel: "{channel.slug}", first: null) {{ slug }} }} }}'
    assert len(graphql(ask)["data"]["story"]["products"]) == 1
