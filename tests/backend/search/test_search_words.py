"""What words find, and in which order."""

from __future__ import annotations

import unicodedata
import uuid

import pytest
from django.db import transaction

from factories.catalog import CategoryFactory, list_in, sell
from factories.channels import ChannelFactory, public_channel
from factories.orders import placed_order
from factories.vendors import SellerFactory
from market.catalog.models import Product, ProductChannelListing, ProductTranslation
from market.catalog.services.product_listing_prices_update import product_listing_prices_update
from market.core import outbox
from market.orders.events import OrderPlaced
from market.search.models import SearchEntry, SearchRefresh
from market.search.services.search_entries_refresh import search_entries_refresh
from market.search.services.search_refresh_queue import search_refresh_queue
from market.search.tasks import refresh_stale_entries

pytestmark = pytest.mark.django_db
LIST = 'query($search: String) { products(first: 50, channel: "citizen", search: $search) { totalCount edges { node { slug } } } }'


def found(graphql, words):
    answer = graphql(LIST, {"search": words})
    assert "errors" not in answer, answer["errors"]
    connection = answer["data"]["products"]
    slugs = [edge["node"]["slug"] for edge in connection["edges"]]
    assert connection["totalCount"] == len(slugs)
    return slugs


@pytest.fixture
def shop():
    channel = ChannelFactory()
    seller = SellerFactory(name="두레공방", district__code="guro")
    soaps, paper = CategoryFactory(name="비누·세제"), CategoryFactory(name="복사용지")
    sell(channel, slug="rice-soap", name="쌀겨 설거지 비누", category=soaps, vendor=seller)
    sell(channel, slug="soap", name="무향 비누 110g", category=soaps, summary="쌀겨를 쓰지 않은 비누예요")
    sell(
        channel,
        slug="paper",
        name="재생 복사용지 A4",
        category=paper,
        description_plaintext="물소리를 들으며 만든 종이예요",
    )
    sell(channel, slug="rice", name="유기농 쌀", category=CategoryFactory(name="곡물"))
    search_entries_refresh()
    return channel


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("쌀겨 비누", ["rice-soap", "soap"]),  # in the name before in the text
        ("설거지비누", ["rice-soap"]),  # written together, kept apart
        ("설거지", ["rice-soap"]),
        ("거지", ["rice-soap"]),  # the middle of a word
        ("쌀", ["rice", "rice-soap", "soap"]),  # one syllable: what begins with it
        ("a4", ["paper"]),
        ("A４", ["paper"]),  # full width
        ("110", ["soap"]),
        ("110g", ["soap"]),
        ("두레", ["rice-soap"]),  # the vendor
        ("세제", ["rice-soap", "soap"]),  # the category
        ("물소리", ["paper"]),  # the text
        ("비누 두레공방", ["rice-soap"]),
        ("노트북", []),
        ("!?", []),
    ],
)
def test_words_find(graphql, shop, words, slugs):
    assert sorted(found(graphql, words)) == sorted(slugs)
    if words == "쌀겨 비누":
        assert found(graphql, words) == slugs


def test_decomposed_korean_is_the_same_korean(graphql, shop):
    assert found(graphql, unicodedata.normalize("NFD", "설거지")) == ["rice-soap"]


def test_where_nothing_holds_every_word_some_will_do_best_first(graphql, shop):
    """쌀겨비누 stands nowhere in one piece; what holds more of its pieces comes first."""
    slugs = found(graphql, "쌀겨비누")
    assert slugs[0] == "rice-soap"
    assert "rice" not in slugs


def test_the_better_seller_comes_first_among_equals(graphql, shop):
    first = sell(shop, slug="twin-a", name="호두 파이")
    sell(shop, slug="twin-b", name="호두 파이")
    search_entries_refresh()
    SearchEntry.objects.filter(product=first).update(sales_score=5)
    assert found(graphql, "호두") == ["twin-a", "twin-b"]
    SearchEntry.objects.filter(product=first).update(sales_score=0)
    SearchEntry.objects.filter(product__slug="twin-b").update(sales_score=5)
    assert found(graphql, "호두") == ["twin-b", "twin-a"]


def test_what_may_not_be_seen_is_not_found(graphql, shop):
    product = Product.objects.get(slug="rice")
    list_in(product, shop, 1_000, is_published=False)
    assert "rice" not in found(graphql, "유기농")
    list_in(product, shop, 1_000, is_published=True)
    assert found(graphql, "유기농") == ["rice"]
    product.vendor.status = "suspended"
    product.vendor.save()
    assert found(graphql, "유기농") == []


def test_each_channel_finds_its_own(graphql, shop):
    sell(public_channel(), slug="public-soap", name="청소 비누")
    search_entries_refresh()
    assert found(graphql, "청소") == []


def test_entries_follow_the_catalogue(graphql, shop):
    product = Product.objects.get(slug="soap")
    product.name = "쑥 향 치약"
    product.save()
    search_entries_refresh([product.pk])
    assert found(graphql, "치약") == ["soap"]
    ProductChannelListing.objects.filter(product=product).delete()
    search_entries_refresh([product.pk])
    assert not SearchEntry.objects.filter(product=product).exists()


def test_a_change_of_prices_reaches_the_entries_by_event(shop, run_outbox):
    product = Product.objects.get(slug="soap")
    product.variants.get().channel_listings.update(price_amount=700, discounted_price_amount=700)
    product_listing_prices_update([product.pk])
    run_outbox()
    assert SearchRefresh.objects.filter(product=product).count() == 1
    assert refresh_stale_entries() > 0
    assert refresh_stale_entries() == 0
    assert SearchEntry.objects.get(product=product).price == 700


def test_refreshing_twice_changes_nothing(shop):
    before = list(SearchEntry.objects.order_by("pk").values())
    assert search_entries_refresh() == 0
    assert list(SearchEntry.objects.order_by("pk").values()) == before


def test_vendors_and_orders_queue_their_products(shop, run_outbox):
    run_outbox()
    SearchRefresh.objects.all().delete()
    search_refresh_queue(vendor_ids=[Product.objects.get(slug="rice-soap").vendor_id])
    assert [row.product.slug for row in SearchRefresh.objects.all()] == ["rice-soap"]
    with transaction.atomic():
        outbox.publish(OrderPlaced(order_id=uuid.uuid4()))
    run_outbox()
    assert SearchRefresh.objects.count() == 1  # an order that is not there sold nothing


def test_what_was_sold_comes_first(graphql, shop, run_outbox):
    twins = [sell(shop, slug=f"twin-{name}", name="호두 파이") for name in "ab"]
    search_entries_refresh()
    run_outbox()
    SearchRefresh.objects.all().delete()
    twins[0].variants.update(track_inventory=False)
    placed_order(shop, {twins[0].variants.get(): 3})
    run_outbox()
    assert [row.product.slug for row in SearchRefresh.objects.all()] == ["twin-a"]
    refresh_stale_entries()
    assert SearchEntry.objects.get(product=twins[0]).sales_score == pytest.approx(3, rel=0.05)
    assert found(graphql, "호두") == ["twin-a", "twin-b"]


def test_english_names_are_found_too(graphql):
    product = sell(
        ChannelFactory(),
        slug="coffee",
        name="공정무역 원두",
        category=CategoryFactory(name="커피", name_en="Coffee and tea"),
    )
    ProductTranslation.objects.create(product=product, language_code="en", name="Fair-trade beans, gift box")
    search_entries_refresh()
    assert found(graphql, "coffee") == found(graphql, "fair-trade bean") == ["coffee"]


def test_a_lone_digit_stands_for_itself_only(graphql):
    channel = ChannelFactory()
    sell(channel, slug="ten", name="쌀 10kg")
    sell(channel, slug="one", name="쌀 1 포대")
    search_entries_refresh()
    assert found(graphql, "1") == ["one"]
    assert found(graphql, "<script>alert(1)</script>") == []
