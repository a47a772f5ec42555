"""Menus through the API: the tree, what is left out of it, and its cost."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.accounts import staff_with
from factories.catalog import CategoryFactory, CollectionFactory, collect
from factories.channels import ChannelFactory, public_channel
from factories.content import MenuFactory, MenuItemFactory, PageFactory
from market.content.models import MOST_MENU_LEVELS, MenuItem, MenuItemTranslation, Page
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_MENUS, MANAGE_PAGES

pytestmark = pytest.mark.django_db
FIELDS = "id name level url category { slug } collection { slug } page { slug } parent { name } translation(languageCode: EN) { name }"
TREE = f"""query ($slug: String, $channel: String) {{ menu(slug: $slug, channel: $channel) {{ name slug items {{ {FIELDS} menu {{ slug }}
    children {{ {FIELDS} children {{ {FIELDS} children {{ {FIELDS} }} }} }} }} }} }}"""


def names(items: list[Any]) -> list[Any]:
    """The tree as nested lists of names."""
    return [[item["name"], names(item["children"])] if item.get("children") else item["name"] for item in items]


def tree(graphql: Any, channel: str | None = "citizen", **options: Any) -> list[Any]:
    answer = graphql(TREE, {"slug": "footer", "channel": channel}, **options)
    assert "errors" not in answer, answer["errors"]
    return names(answer["data"]["menu"]["items"])


def test_the_tree_in_its_order_with_what_it_points_at(graphql: Any) -> None:
    channel = ChannelFactory()
    help_item = MenuItemFactory(name="도움", sort_order=1)
    MenuItemFactory(name="둘째", parent=help_item, url="/help", sort_order=2)
    first = MenuItemFactory(name="첫째", parent=help_item, page=PageFactory(slug="terms"), sort_order=1)
    MenuItemFactory(name="분류", category=CategoryFactory(slug="food"), sort_order=0)
    MenuItemFactory(name="모음", collection=collect(channel, slug="gifts"), sort_order=2)
    MenuItemTranslation.objects.create(menu_item=first, language_code="en", name="First")
    answer = graphql(TREE, {"slug": "footer", "channel": "citizen"})["data"]["menu"]
    assert names(answer["items"]) == ["분류", ["도움", ["첫째", "둘째"]], "모음"]
    category, group, collection = answer["items"]
    assert (category["category"], category["url"], category["level"]) == ({"slug": "food"}, None, 0)
    assert collection["collection"] == {"slug": "gifts"}
    assert group["menu"] == {"slug": "footer"}
    page, link = group["children"]
    assert (page["page"], page["translation"], page["level"]) == ({"slug": "terms"}, {"name": "First"}, 1)
    assert (link["url"], link["parent"], link["translation"]) == ("/help", {"name": "도움"}, None)


def test_what_points_at_something_hidden_vanishes_with_all_below(graphql: Any) -> None:
    channel, other = ChannelFactory(), public_channel()
    MenuItemFactory(name="보임", page=PageFactory())
    hidden = MenuItemFactory(name="숨은 페이지", page=PageFactory(is_published=False))
    MenuItemFactory(name="그 아래", parent=hidden, url="/x")
    MenuItemFactory(name="아직", page=PageFactory(published_at=clock.now() + dt.timedelta(days=1)))
    MenuItemFactory(name="우리 모음", collection=collect(channel))
    MenuItemFactory(name="남의 모음", collection=collect(other))
    MenuItemFactory(name="안 실린 모음", collection=CollectionFactory())
    assert tree(graphql) == ["보임", "우리 모음"]
    assert tree(graphql, "public") == ["보임", "남의 모음"]
    assert tree(graphql, None) == ["보임"]
    assert tree(graphql, "nowhere") == ["보임"]
    assert "그 아래" in str(tree(graphql, user=staff_with(MANAGE_PAGES)))


def test_who_manages_menus_sees_every_item_but_not_what_is_hidden_behind_it(graphql: Any) -> None:
    ChannelFactory()
    MenuItemFactory(name="숨은 페이지", page=PageFactory(slug="secret", is_published=False))
    answer = graphql(TREE, {"slug": "footer", "channel": "citizen"}, user=staff_with(MANAGE_MENUS))
    assert [(item["name"], item["page"]) for item in answer["data"]["menu"]["items"]] == [("숨은 페이지", None)]


def test_an_item_goes_with_what_it_points_at(graphql: Any) -> None:
    ChannelFactory()
    MenuItemFactory(page=PageFactory(slug="gone"))
    Page.objects.filter(slug="gone").delete()
    assert tree(graphql) == []


def test_a_menu_by_name_by_id_and_none(graphql: Any) -> None:
    menu = MenuFactory(slug="navbar", name="위 메뉴")
    ask = "query ($id: ID, $name: String, $slug: String) { menu(id: $id, name: $name, slug: $slug) { slug } }"
    for wanted in ({"id": to_global_id("Menu", menu.pk)}, {"name": "위 메뉴"}, {"slug": "navbar"}):
        assert graphql(ask, wanted)["data"]["menu"] == {"slug": "navbar"}
    assert graphql(ask, {"slug": "nowhere"})["data"]["menu"] is None
    assert "At least one" in graphql(ask)["errors"][0]["message"]


def test_lists_of_menus(graphql: Any) -> None:
    ChannelFactory()
    full = MenuFactory(slug="a-full", name="나", metadata={"place": "top"})
    MenuFactory(slug="b-empty", name="가")
    MenuItemFactory(menu=full)
    ask = """query ($f: MenuFilterInput, $s: MenuSortingInput) { menus(first: 5, filter: $f, sortBy: $s,
        channel: "citizen") { totalCount edges { node { slug items { name } } } } }"""

    def found(**variables: Any) -> list[str]:
        return [edge["node"]["slug"] for edge in graphql(ask, variables)["data"]["menus"]["edges"]]

    assert found() == ["a-full", "b-empty"]
    assert found(s={"field": "NAME", "direction": "ASC"}) == ["b-empty", "a-full"]
    assert found(s={"field": "ITEMS_COUNT", "direction": "ASC"}) == ["b-empty", "a-full"]
    assert found(f={"search": "가"}) == ["b-empty"]
    assert found(f={"slug": ["a-full"]}) == ["a-full"]
    assert found(f={"metadata": [{"key": "place", "value": "top"}]}) == ["a-full"]


def test_one_item_if_it_is_seen(graphql: Any) -> None:
    shown, hidden = MenuItemFactory(name="보임"), MenuItemFactory(page=PageFactory(is_published=False))
    below = MenuItemFactory(parent=hidden)
    ask = "query ($id: ID!) { menuItem(id: $id) { name children { name } } }"
    assert graphql(ask, {"id": to_global_id("MenuItem", shown.pk)})["data"]["menuItem"] == {
        "name": "보임",
        "children": [],
    }
    for item in (hidden, below):
        assert graphql(ask, {"id": to_global_id("MenuItem", item.pk)})["data"]["menuItem"] is None


def test_a_deep_and_wide_tree_costs_what_a_small_one_does(assert_constant_queries: Any) -> None:
    channel = ChannelFactory()

    def grow(menu: str, width: int) -> None:
        top = MenuFactory(slug=menu)
        for _ in range(width):
            parent = None
            for level in range(4):
                target = {
                    0: {"category": CategoryFactory()}, 1: {"page": PageFactory()}, 2: {"collection": collect(channel)}, 3: {"page": PageFactory()},
                }[level]  # fmt: skip
                parent = MenuItemFactory(menu=top, parent=parent, **target)
                MenuItemTranslation.objects.create(menu_item=parent, language_code="en", name="Item")

    grow("small", 1)
    grow("large", 6)
    spent = assert_constant_queries(
        TREE, {"slug": "small", "channel": "citizen"}, {"slug": "large", "channel": "citizen"}
    )
    # Channel, menu, items; categories, pages, collections and translations once each, not once a level; and the menu of the items.
    assert spent <= 10


@pytest.mark.parametrize(
    "broken",
    [
        {"level": 1},
        {"level": MOST_MENU_LEVELS, "parent": "item"},
        {"parent": "item", "level": 0},
        {"name": ""},
        {"url": "/x", "page": "page"},
    ],
)
def test_the_database_keeps_the_tree_sound(broken: dict[str, Any]) -> None:
    item = MenuItemFactory()
    given = {"parent": item, "page": None, **broken} if broken.get("parent") else broken
    given = {
        **given,
        "parent": item if broken.get("parent") else None,
        "page": PageFactory() if broken.get("page") else None,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        MenuItem.objects.create(**{"menu": item.menu, "name": "x", **given})
    with pytest.raises(IntegrityError), transaction.atomic():
        MenuItem.objects.filter(pk=item.pk).update(parent=item.pk, level=1)
