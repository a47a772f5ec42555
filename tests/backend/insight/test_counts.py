"""Counts come in from the storefront's server alone, add up, and name nobody."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from market.insight.models import ListingVisits, SearchWords
from market.insight.services.counts_forget import counts_forget

pytestmark = pytest.mark.django_db
TOKEN = "of-this-test"


@pytest.fixture
def report(client: Any, settings: Any) -> Any:
    settings.SERVICE_TOKEN = TOKEN

    def send(body: Any, token: str = TOKEN) -> int:
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        return client.post(
            "/insight/counts/", data=text, content_type="application/json", headers={"Authorization": f"Bearer {token}"}
        ).status_code

    return send


def visits() -> list[tuple[int, int]]:
    return list(ListingVisits.objects.order_by("product_id").values_list("product_id", "views"))


def words() -> list[tuple[str, int, int]]:
    return list(SearchWords.objects.order_by("words").values_list("words", "asked", "unanswered"))


def test_counts_of_a_day_add_up(report: Any) -> None:
    channel = ChannelFactory(slug="citizen")
    one, two = (variant_on_sale(channel).product_id for _ in range(2))
    body = {
        "visits": [[one, "citizen", 3], [one, "citizen", 1], [two, "citizen", 2]],
        "searches": [["무향 비누", "citizen", 2, 1], [" 무향  비누", "citizen", 1, 1]],
    }
    assert [report(body), report(body)] == [204, 204]
    assert visits() == [(one, 8), (two, 4)]
    assert words() == [("무향 비누", 6, 4)]


def test_what_is_unknown_or_names_somebody_is_left_out(report: Any) -> None:
    channel = ChannelFactory(slug="citizen")
    product = variant_on_sale(channel).product_id
    body = {
        "visits": [[product, "nowhere", 3], [product + 999, "citizen", 3], [product, "citizen", 0], [product, "citizen", 99_999]],
        "searches": [["010-0000-0000", "citizen", 1, 1], ["비누", "nowhere", 1, 0], ["비누", "citizen", 0, 0], ["쌀", "citizen", 2, 9]],
    }  # fmt: skip
    assert report(body) == 204
    assert visits() == []
    assert words() == [("쌀", 2, 2)]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        "nothing",
        b"\xff",
        {"visits": [[1]], "searches": []},
        {"visits": [["1", "citizen", 1]], "searches": []},
        {"visits": [[True, "citizen", 1]], "searches": []},
        {"visits": [[-1, "citizen", 1]], "searches": []},
        {"visits": [[2**80, "citizen", 1]], "searches": []},
        {"visits": [], "searches": [[None, "citizen", 1, 1]]},
        {"visits": 3, "searches": []},
    ],
)
def test_another_shape_is_refused_whole(report: Any, body: Any) -> None:
    assert report(body) == 400
    assert not ListingVisits.objects.exists()


def test_nobody_else_reports(report: Any, settings: Any, client: Any) -> None:
    whole = {"visits": [], "searches": []}
    assert report(whole, token="wrong") == 404
    assert report(whole, token="") == 404
    assert client.get("/insight/counts/").status_code == 405
    settings.SERVICE_TOKEN = ""
    assert report(whole, token="") == 404


def test_old_counts_are_forgotten(report: Any) -> None:
    channel = ChannelFactory(slug="citizen")
    product = variant_on_sale(channel).product_id
    report({"visits": [[product, "citizen", 1]], "searches": [["비누", "citizen", 1, 0]]})
    ListingVisits.objects.update(day=dt.date(2020, 1, 1))
    assert counts_forget(older_than=dt.timedelta(days=30)) == 1
    assert (visits(), len(words())) == ([], 1)
