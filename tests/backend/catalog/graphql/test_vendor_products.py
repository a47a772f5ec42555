"""An enterprise's goods as it sees them: published or not, by state, searched and sorted."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.catalog import CategoryFactory, ProductFactory, VariantFactory
from factories.channels import ChannelFactory
from factories.goods import LISTING_UPDATE, answer_of, change, decide, gid, notice_type, on_sale
from factories.inventory import warehouse_of
from factories.vendors import SellerFactory, member_of
from market.catalog.models import Product, ProductProposal
from market.core.permissions import MANAGE_PRODUCTS
from market.inventory.models import Stock
from market.vendors.models import Vendor, VendorRole

pytestmark = pytest.mark.django_db
LIST = """query ($vendor: ID!, $filter: VendorProductFilterInput, $search: String, $sort: ProductOrder, $n: Int = 50) {
    vendorProducts(vendor: $vendor, filter: $filter, search: $search, sortBy: $sort, first: $n) { totalCount edges { node {
        name saleState channelListings { isPublished channel { slug } } variants { sku channelListings { price { amount } } }
        openProposal { status changeCount } category { name } media { url } weight { value } returnPolicy { kind label } } } } }"""
COUNTS = """query ($vendor: ID!) { vendorProductCounts(vendor: $vendor) {
    all selling soldOut hidden draft underReview sentBack } }"""


@pytest.fixture
def vendor() -> Vendor:
    """With one thing in each state; its members find them in ``product.name``."""
    vendor, channel = SellerFactory(), ChannelFactory()
    for name in ("selling", "hidden", "proposed", "returned"):
        product = on_sale(channel, vendor=vendor, name=name)
        Stock.objects.create(variant=product.variants.get(), warehouse=warehouse_of(vendor), quantity=3)
    on_sale(channel, vendor=vendor, name="gone")
    on_sale(channel, vendor=vendor, name="quoted", is_quote_only=True)
    VariantFactory(product=ProductFactory(vendor=vendor, name="draft"), sku="DRAFT-1")
    on_sale(channel, name="another's")
    return vendor


def names(graphql: Any, user: Any, vendor: Vendor, **wanted: Any) -> list[str]:
    answer = answer_of(graphql(LIST, {"vendor": gid(vendor), **wanted}, user=user))
    return [edge["node"]["name"] for edge in answer["edges"]]


def put_into_states(graphql: Any, member: Any) -> None:
    hidden = Product.objects.get(name="hidden")
    channel = hidden.channel_listings.get().channel
    given = {"updateChannels": [{"channelId": gid(channel), "isPublished": False}]}
    assert change(graphql, member, hidden, LISTING_UPDATE, **given)["errors"] == []
    for name in ("proposed", "returned"):
        change(graphql, member, Product.objects.get(name=name), summary="새 소개")
    waiting = ProductProposal.objects.get(product__name="returned")
    decide(graphql, staff_with(MANAGE_PRODUCTS), "Return", waiting, version=1, comment="고쳐 주세요")


def test_goods_by_state(graphql: Any, vendor: Vendor) -> None:
    clerk = member_of(vendor, VendorRole.CLERK)
    put_into_states(graphql, member_of(vendor))
    assert answer_of(graphql(COUNTS, {"vendor": gid(vendor)}, user=clerk)) == {
        "all": 7, "selling": 4, "soldOut": 1, "hidden": 1, "draft": 1, "underReview": 1, "sentBack": 1,
    }  # fmt: skip
    expected = {
        "SELLING": {"selling", "proposed", "returned", "quoted"}, "SOLD_OUT": {"gone"}, "HIDDEN": {"hidden"}, "DRAFT": {"draft"},
        "UNDER_REVIEW": {"proposed"}, "SENT_BACK": {"returned"},
    }  # fmt: skip
    for state, wanted in expected.items():
        assert set(names(graphql, clerk, vendor, filter={"states": [state]})) == wanted
    assert set(names(graphql, clerk, vendor, filter={"states": ["DRAFT", "HIDDEN"]})) == {"draft", "hidden"}
    answer = answer_of(graphql(LIST, {"vendor": gid(vendor)}, user=clerk))
    states = {edge["node"]["name"]: edge["node"]["saleState"] for edge in answer["edges"]}
    assert (states["draft"], states["gone"], states["proposed"]) == ("DRAFT", "SOLD_OUT", "SELLING")


def test_goods_searched_sorted_and_narrowed(graphql: Any, vendor: Vendor) -> None:
    member = member_of(vendor)
    assert names(graphql, member, vendor, search="draft-1") == ["draft"]
    assert names(graphql, member, vendor, search="100%'; --") == []
    by_name = {"field": "NAME", "direction": "ASC"}
    assert names(graphql, member, vendor, sort=by_name, n=2) == ["draft", "gone"]
    change(graphql, member, Product.objects.get(name="draft"), summary="새 소개")
    assert names(graphql, member, vendor)[0] == "draft"  # changed last comes first
    top = CategoryFactory()
    Product.objects.filter(name="gone").update(category=CategoryFactory(parent=top))
    assert names(graphql, member, vendor, filter={"categories": [gid(top)]}) == ["gone"]
    assert names(graphql, member, vendor, filter={"isQuoteOnly": True}) == ["quoted"]


def test_who_sees_an_enterprises_goods(graphql: Any, vendor: Vendor) -> None:
    for document in (LIST, COUNTS):
        for user in (None, UserFactory()):
            answer = graphql(document, {"vendor": gid(vendor)}, user=user)
            assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
        stranger = member_of()
        for thing in (vendor, Vendor(pk=999_999)):
            answer = graphql(document, {"vendor": gid(thing)}, user=stranger)["data"]
            assert answer in ({"vendorProducts": {"totalCount": 0, "edges": []}}, {"vendorProductCounts": None})
    assert len(names(graphql, staff_with(MANAGE_PRODUCTS), vendor)) == 7


def test_the_list_costs_the_same_for_any_number(graphql: Any, vendor: Vendor, assert_constant_queries: Any) -> None:
    member = member_of(vendor)
    put_into_states(graphql, member)
    few, many = {"vendor": gid(vendor), "n": 1}, {"vendor": gid(vendor), "n": 7}
    assert assert_constant_queries(LIST, few, many, user=member) < 25


def test_notices_that_fit_a_category(graphql: Any) -> None:
    document = """query ($category: ID) { noticeTypes(category: $category) {
        code name fields { code label isRequired isSafetyMark } } }"""
    tools, food = notice_type(), notice_type("FOOD")
    notice_type("ETC")
    top = CategoryFactory()
    tools.categories.add(top)
    below = CategoryFactory(parent=top)

    def codes_for(category: Any) -> list[str]:
        return [kind["code"] for kind in answer_of(graphql(document, {"category": category}))]

    assert codes_for(None) == ["TOOLS", "FOOD", "ETC"]
    assert codes_for(gid(below)) == ["TOOLS", "ETC"]  # what describes everything else fits everywhere
    food.categories.add(below)
    assert codes_for(gid(below)) == ["FOOD", "ETC"]
    fields = answer_of(graphql(document))[0]["fields"]
    assert [(field["code"], field["isSafetyMark"]) for field in fields] == [("item", False), ("certification", True)]
