"""Looking around: home, menu, category, collection, product, search, pages, as a storefront written for Saleor does it."""

from __future__ import annotations

from typing import Any

import pytest

from contract.flows.client import SaleorClient
from contract.flows.shop import Shop, gid
from factories.accounts import PASSWORD, staff_with
from factories.catalog import collect

pytestmark = pytest.mark.django_db
CHANNEL = "citizen"


def names(connection: dict[str, Any]) -> list[str]:
    return [edge["node"]["slug"] for edge in connection["edges"]]


def test_home_shows_channels_menu_and_collections(visitor: SaleorClient, shop: Shop) -> None:
    (channel,) = visitor.do("Channels")
    assert (channel["slug"], channel["isActive"], channel["currencyCode"]) == (CHANNEL, True, "KRW")
    assert channel["countries"] == [{"code": "KR", "country": "대한민국"}]
    assert visitor.do("Channel", slug=CHANNEL)["countries"] == [{"code": "KR"}]
    assert visitor.do("Channel", slug="nowhere") is None
    goods, about = visitor.do("MainMenu", slug="navbar", channel=CHANNEL)["items"]
    assert (goods["name"], goods["translation"], goods["category"]["slug"]) == ("상품", {"name": "Goods"}, "living")
    assert goods["children"][0]["collection"]["slug"] == "spring"
    assert (goods["children"][0]["children"][0]["url"], about["page"]["slug"]) == ("/stories", "about")
    assert visitor.do("MainMenu", slug="nowhere", channel=CHANNEL) is None
    spring = visitor.do("CollectionPage", slug="spring", channel=CHANNEL, first=12)
    assert (spring["translation"]["name"], names(spring["products"])) == ("Spring", ["soap", "jar"])
    assert spring["backgroundImage"]["url"].startswith("http")
    assert visitor.do("CollectionPage", slug="nowhere", channel=CHANNEL, first=12) is None


def test_a_category_page_by_page(visitor: SaleorClient, shop: Shop) -> None:
    assert names(visitor.do("Categories", slugs=["living", "nowhere"], first=20)) == ["living"]
    asked = {"slug": "living", "channel": CHANNEL, "first": 1, "sortBy": {"field": "PRICE", "direction": "DESC"}}
    page = visitor.do("CategoryPage", **asked)
    assert (page["name"], page["translation"]["name"], page["products"]["totalCount"]) == ("살림", "Living", 2)
    assert names(page["products"]) == ["jar"]
    paging = page["products"]["pageInfo"]
    assert (paging["hasNextPage"], paging["hasPreviousPage"]) == (True, False)
    rest = visitor.do("CategoryPage", **asked, after=paging["endCursor"])["products"]
    assert (names(rest), rest["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasPreviousPage"]) == (
        ["soap"],
        False,
        True,
    )
    cheap = visitor.do("CategoryPage", **asked, filter={"price": {"lte": 9_999}})["products"]
    assert (names(cheap), cheap["totalCount"]) == (["soap"], 1)
    assert visitor.do("CategoryPage", **{**asked, "slug": "nowhere"}) is None


def test_a_product_with_its_choices_its_languages_and_its_attributes(visitor: SaleorClient, shop: Shop) -> None:
    page = visitor.do("ProductPage", slug="soap", channel=CHANNEL, attribute="a-plain-text")
    assert (page["name"], page["translation"]["name"], page["isAvailable"]) == ("비누", "Soap", True)
    assert (page["translation"]["slug"], page["slugDE"]) == ("soap-bar", None)
    assert page["pricing"]["priceRange"]["start"]["gross"] == {"amount": 5_000, "currency": "KRW"}
    assert page["pricing"]["priceRange"]["stop"]["gross"]["amount"] == 9_000
    assert page["assignedAttribute"]["words"] == "손으로 빚었어요"
    given = {row["attribute"]["slug"]: row for row in page["assignedAttributes"]}
    assert given["a-dropdown"]["choice"]["translation"] == "Korean"
    assert [value["name"] for value in given["a-multiselect"]["choices"]] == ["유기농"]
    assert (given["a-numeric"]["number"], given["a-boolean"]["yes"]) == (3.5, True)
    assert given["a-file"]["file"]["url"].endswith("care.pdf")
    assert given["a-single-reference"]["shelf"]["slug"] == "spring"
    small, large = [edge["node"] for edge in page["productVariants"]["edges"]]
    assert (small["quantityAvailable"], large["quantityAvailable"]) == (10, 3)
    assert small["attributes"][0]["values"][0]["translation"] == {"name": "Small"}
    assert small["translation"] == {"name": "Small"}
    first = visitor.do("ProductVariants", slug="soap", channel=CHANNEL, first=1)["productVariants"]
    after = first["pageInfo"]["endCursor"]
    second = visitor.do("ProductVariants", slug="soap", channel=CHANNEL, first=1, after=after)["productVariants"]
    assert [edge["node"]["id"] for edge in first["edges"] + second["edges"]] == [small["id"], large["id"]]
    assert visitor.do("ProductPage", slug="nowhere", channel=CHANNEL, attribute="x") is None


def test_slugs_of_another_language_lead_to_the_same_thing(visitor: SaleorClient, shop: Shop) -> None:
    english = {"slugLanguageCode": "EN"}
    found = visitor.do("ProductPage", slug="soap-bar", channel=CHANNEL, attribute="x", **english)
    assert (found["slug"], found["assignedAttribute"]) == ("soap", None)
    assert visitor.do("ProductPage", slug="soap-bar", channel=CHANNEL, attribute="x") is None
    assert visitor.do("PageBySlug", slug="about-us", **english)["slug"] == "about"
    assert (
        visitor.do("CategoryPage", slug="living", channel=CHANNEL, first=1, slugLanguageCode="KO")["slug"] == "living"
    )


def test_one_variant_by_id_or_by_sku(visitor: SaleorClient, shop: Shop) -> None:
    by_id = visitor.do("OneVariant", id=gid(shop.small), channel=CHANNEL)
    assert by_id == visitor.do("OneVariant", sku=shop.small.sku, channel=CHANNEL)
    assert (by_id["product"]["slug"], by_id["pricing"]["price"]["gross"]["amount"]) == ("soap", 5_000)
    assert visitor.do("OneVariant", sku="nothing", channel=CHANNEL) is None
    assert visitor.failed("OneVariant", id=gid(shop.small), sku=shop.small.sku, channel=CHANNEL) == "GraphQLError"
    assert visitor.failed("OneVariant", channel=CHANNEL) == "GraphQLError"
    assert visitor.failed("OneVariant", id="nonsense", channel=CHANNEL) == "GraphQLError"


def test_searching_sorting_filtering_and_turning_pages_both_ways(visitor: SaleorClient, shop: Shop) -> None:
    listed = {"channel": CHANNEL, "sortBy": {"field": "NAME", "direction": "ASC"}}
    everything = visitor.do("ProductList", **listed, first=100)
    assert (names(everything), everything["totalCount"]) == (["soap", "jar"], 2)
    found = visitor.do("ProductList", channel=CHANNEL, first=10, filter={"search": "항아리"})
    assert (names(found), found["totalCount"]) == (["jar"], 1)
    last = visitor.do("ProductList", **listed, last=1)
    assert (names(last), last["pageInfo"]["hasPreviousPage"]) == (["jar"], True)
    back = visitor.do("ProductList", **listed, last=1, before=last["pageInfo"]["startCursor"])
    assert (names(back), back["pageInfo"]["hasNextPage"]) == (["soap"], True)
    for where in (
        {"category": {"eq": gid(shop.category)}, "price": {"range": {"gte": 10_000}}},
        {"slug": {"oneOf": ["jar"]}},
        {"AND": [{"minimalPrice": {"range": {"gte": 10_000}}}]},
        {"OR": [{"name": {"eq": "항아리"}}, {"ids": [gid(shop.plain.product)]}]},
    ):
        assert names(visitor.do("ProductList", **listed, first=10, where=where)) == ["jar"], where
    attributes = [{"slug": "a-boolean", "value": {"boolean": True}}]
    assert names(visitor.do("ProductList", **listed, first=10, where={"attributes": attributes})) == ["soap"]
    for slug, older in (
        ("a-dropdown", {"values": [shop.product.attribute_values.first().value.slug, "nothing"]}),
        ("a-numeric", {"valuesRange": {"gte": 3, "lte": 4}}),
        ("a-boolean", {"boolean": True}),
        ("a-date-time", {"date": {"gte": "2026-03-01", "lte": "2026-03-01"}}),
        ("a-date-time", {"dateTime": {"gte": "2026-03-01T00:00:00Z"}}),
    ):
        given = {"attributes": [{"slug": slug, **older}]}
        assert names(visitor.do("ProductList", **listed, first=10, filter=given)) == ["soap"], older
    for slug, older in (("a-numeric", {"valuesRange": {"gte": 4}}), ("a-dropdown", {"values": ["nothing"]})):
        given = {"attributes": [{"slug": slug, **older}]}
        assert names(visitor.do("ProductList", **listed, first=10, filter=given)) == [], older
    for twice in ({"values": ["x"]}, {"value": {"boolean": True}}):
        given = {"attributes": [{"slug": "a-boolean", "boolean": True, **twice}]}
        assert visitor.failed("ProductList", **listed, first=10, filter=given) == "GraphQLError"
    stocked = {"stockAvailability": "IN_STOCK", "collections": [gid(shop.collection)], "isAvailable": True}
    assert names(visitor.do("ProductList", **listed, first=10, filter=stocked)) == ["soap", "jar"]


@pytest.mark.parametrize(
    "paging", [{}, {"first": 101}, {"first": 1, "last": 1}, {"first": -1}, {"first": 1, "after": "nonsense"}]
)
def test_pages_that_cannot_be_turned_are_refused(visitor: SaleorClient, shop: Shop, paging: dict[str, Any]) -> None:
    assert visitor.failed("ProductList", channel=CHANNEL, **paging) == "GraphQLError"


def test_collections_and_the_shop_itself(visitor: SaleorClient, shop: Shop) -> None:
    collect(shop.channel, slug="winter").channel_listings.update(is_published=False)
    for given, slugs in ((None, ["spring"]), ("PUBLISHED", ["spring"]), ("HIDDEN", [])):
        narrow = {"published": given} if given else None
        assert names(visitor.do("Collections", channel=CHANNEL, first=5, filter=narrow)) == slugs
    manager = staff_with("MANAGE_PRODUCTS")
    visitor.sign_in(manager.email, PASSWORD)
    for given, slugs in ((None, ["spring", "winter"]), ("PUBLISHED", ["spring"]), ("HIDDEN", ["winter"])):
        narrow = {"published": given} if given else None
        assert names(visitor.do("Collections", channel=CHANNEL, first=5, filter=narrow)) == slugs
    told = visitor.do("Shop")
    assert (told["channelCurrencies"], told["availableExternalAuthentications"]) == (["KRW"], [])


def test_pages_with_their_attributes(visitor: SaleorClient, shop: Shop) -> None:
    page = visitor.do("PageBySlug", slug="about")
    assert (page["translation"]["title"], page["pageType"]["slug"], page["isPublished"]) == (
        "About us",
        "article",
        True,
    )
    by_slug = {row["attribute"]["slug"]: row for row in page["assignedAttributes"]}
    assert (by_slug["lead"]["words"], by_slug["shown"]["yes"]) == ("처음", True)
    assert by_slug["shelf"]["shelf"]["name"] == "봄"
    assert visitor.do("PageBySlug", slug="nowhere") is None
    for where in (
        {"slug": {"oneOf": ["about", "nowhere"]}},
        {"metadata": {"key": "place", "value": {"eq": "footer"}}},
        {"attributes": [{"slug": "shown", "value": {"boolean": True}}]},
    ):
        found = visitor.do("Pages", channel=CHANNEL, first=20, where=where)
        assert names(found) == ["about"], where
