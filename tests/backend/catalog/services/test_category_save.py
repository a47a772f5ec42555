"""The category tree: paths of whole branches, what products learn of it, and what the database itself refuses."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from factories.catalog import CategoryFactory, ProductFactory, list_in, sell
from factories.channels import ChannelFactory
from market.catalog.events import ProductsChanged
from market.catalog.models import Category, ProductChannelListing
from market.catalog.services.category_delete import categories_delete
from market.catalog.services.category_save import DEEPEST, category_create, category_move, category_update
from market.core import catalogue_version
from market.core.actor import SYSTEM
from market.core.errors import InvalidInput, NotFound
from market.core.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db


def branch() -> tuple[Category, Category, Category]:
    """a > b > c."""
    a = CategoryFactory(slug="a")
    b = CategoryFactory(slug="b", parent=a)
    return a, b, CategoryFactory(slug="c", parent=b)


def announced() -> set[int]:
    events = OutboxEvent.objects.filter(topic=ProductsChanged.topic)
    return {pk for event in events for pk in event.payload["product_ids"]}


def test_a_branch_moves_with_all_below_it() -> None:
    a, b, c = branch()
    home = CategoryFactory(slug="home")
    product = ProductFactory(category=c)
    version = catalogue_version.current()
    category_move(actor=SYSTEM, category_id=b.pk, parent_id=home.pk)
    paths = {row.slug: (list(row.path), row.level) for row in Category.objects.all()}
    assert paths["b"] == ([home.pk, b.pk], 1)
    assert paths["c"] == ([home.pk, b.pk, c.pk], 2)
    assert paths["a"] == ([a.pk], 0)
    assert announced() == {product.pk}
    assert catalogue_version.current() > version
    category_move(actor=SYSTEM, category_id=b.pk, parent_id=None)
    c.refresh_from_db()
    assert (list(c.path), c.level) == ([b.pk, c.pk], 1)


def test_nothing_moves_below_itself() -> None:
    a, b, c = branch()
    for parent in (a, b, c):
        with pytest.raises(InvalidInput):
            category_move(actor=SYSTEM, category_id=a.pk, parent_id=parent.pk)
    assert list(Category.objects.get(pk=c.pk).path) == [a.pk, b.pk, c.pk]
    with pytest.raises(NotFound):
        category_move(actor=SYSTEM, category_id=a.pk, parent_id=0)


def test_the_tree_grows_no_deeper_than_it_may() -> None:
    above: int | None = None
    for number in range(DEEPEST):
        above = category_create(actor=SYSTEM, values={"name": f"n{number}"}, parent_id=above).pk
    with pytest.raises(InvalidInput):
        category_create(actor=SYSTEM, values={"name": "too deep"}, parent_id=above)
    _, b, _ = branch()
    with pytest.raises(InvalidInput):
        category_move(actor=SYSTEM, category_id=b.pk, parent_id=above)


def test_new_ones_come_after_their_sisters_with_a_slug_of_their_own() -> None:
    made = [category_create(actor=SYSTEM, values={"name": "차"}) for _ in range(2)]
    assert [(row.slug, row.sort_order) for row in made] == [("차", 0), ("차-2", 1)]
    assert AuditEntry.objects.filter(action="catalog.category_create").count() == 2


def test_a_new_name_reaches_the_products_below_and_other_changes_do_not() -> None:
    a, _, c = branch()
    product = ProductFactory(category=c)
    category_update(actor=SYSTEM, category_id=a.pk, values={"seo": {"title": "T"}})
    assert announced() == set()
    category_update(actor=SYSTEM, category_id=a.pk, values={"name": "A"})
    assert announced() == {product.pk}


def test_deleting_takes_the_branch_and_unpublishes_its_products() -> None:
    a, b, c = branch()
    channel = ChannelFactory()
    lost, kept = sell(channel, category=c), sell(channel, category=a)
    categories_delete(actor=SYSTEM, category_ids=[b.pk])
    assert list(Category.objects.values_list("slug", flat=True)) == ["a"]
    lost.refresh_from_db()
    kept.refresh_from_db()
    assert (lost.category_id, kept.category_id) == (None, a.pk)
    listing = ProductChannelListing.objects.get(product=lost)
    assert (listing.is_published, listing.published_at) == (False, None)
    assert ProductChannelListing.objects.get(product=kept).is_published
    entry = AuditEntry.objects.get(action="catalog.category_delete")
    assert (entry.data["categories"], entry.data["products"]) == (2, 1)
    assert lost.pk in announced()


def test_deleting_is_all_or_nothing() -> None:
    a, _, _ = branch()
    product = ProductFactory(category=a)
    list_in(product, ChannelFactory(), 1_000)
    with pytest.raises(NotFound):
        categories_delete(actor=SYSTEM, category_ids=[a.pk, 0])
    product.refresh_from_db()
    assert product.category_id == a.pk
    assert Category.objects.count() == 3


def test_the_database_refuses_a_wrong_level_and_a_parent_that_is_itself() -> None:
    a, b, _ = branch()
    for wrong in ({"level": 5}, {"parent": b}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Category.objects.filter(pk=b.pk).update(**wrong)
    assert Category.objects.get(pk=b.pk).parent_id == a.pk
