"""Campaigns by channel and state, and the goods they show."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.catalog import sell
from factories.channels import ChannelFactory, public_channel
from market.campaigns.models import Campaign, CampaignProduct
from market.campaigns.selectors.campaigns import season_before
from market.core import clock

pytestmark = pytest.mark.django_db
LIST = """query ($c: String!, $s: CampaignStateEnum) { campaigns(channel: $c, state: $s) {
    slug state productCount artwork { url } translation(languageCode: EN) { title } } }"""


def campaign(slug: str, start: int, end: int, *channels: Any, **fields: Any) -> Campaign:
    now = clock.now()
    made = Campaign.objects.create(
        slug=slug, title=slug, starts_at=now + dt.timedelta(days=start), ends_at=now + dt.timedelta(days=end), **fields
    )
    made.channels.set(channels)
    return made


def test_state_follows_the_clock_and_channel(graphql: Any) -> None:
    citizen, public = ChannelFactory(), public_channel()
    campaign("ended", -9, -1, citizen)
    campaign("running", -1, 1, citizen)
    campaign("upcoming", 1, 9, citizen, public)

    def listed(channel: str, state: str | None = None) -> list[str]:
        return [entry["slug"] for entry in graphql(LIST, {"c": channel, "s": state})["data"]["campaigns"]]

    assert listed("citizen") == ["upcoming", "running", "ended"]
    assert [listed("citizen", state) for state in ("RUNNING", "UPCOMING", "ENDED")] == [
        ["running"],
        ["upcoming"],
        ["ended"],
    ]
    assert listed("public") == ["upcoming"]
    assert listed("nowhere") == []


def test_the_season_before_is_the_last_one_that_began_earlier() -> None:
    first, second = campaign("a", -800, -770, season="chuseok"), campaign("b", -400, -370, season="chuseok")
    third = campaign("c", -30, -1, season="chuseok")
    campaign("other", -100, -90, season="seollal")
    assert (season_before(third), season_before(second), season_before(first)) == (second, first, None)
    assert season_before(campaign("none", -1, 1)) is None


def test_products_of_a_campaign_are_a_filter(graphql: Any) -> None:
    citizen = ChannelFactory()
    inside, _ = sell(citizen, 1000), sell(citizen, 2000)
    CampaignProduct.objects.create(campaign=campaign("now", -1, 1, citizen), product=inside)
    document = 'query ($s: String) { products(first: 5, channel: "citizen", filter: {campaign: $s}) { totalCount edges { node { slug } } } }'
    assert graphql(document, {"s": "now"})["data"]["products"] == {
        "totalCount": 1,
        "edges": [{"node": {"slug": inside.slug}}],
    }
    assert graphql(document, {"s": "never"})["data"]["products"]["totalCount"] == 0


def test_the_list_costs_the_same_for_one_and_many(assert_constant_queries: Any) -> None:
    campaign("first", -1, 1, ChannelFactory())
    for number in range(23):
        campaign(f"more-{number}", -1, 1, public_channel())
    assert_constant_queries(LIST, {"c": "citizen"}, {"c": "public"})
