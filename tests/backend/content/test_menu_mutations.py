"""What staff does with menus, through the API."""

from __future__ import annotations

from typing import Any

import pytest

from factories.catalog import CategoryFactory
from factories.content import MenuFactory, MenuItemFactory, PageFactory
from market.content.models import MOST_MENU_LEVELS, Menu, MenuItem
from market.core.global_ids import to_global_id
from market.core.permissions import (
    MANAGE_MENUS,
    MANAGE_TRANSLATIONS,
)

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code message }"
ITEM = "menuItem { id name level url page { slug } category { slug } collection { slug } }"


def key(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def test_menus_are_made_renamed_and_taken_away(run: Any) -> None:
    create = f"""mutation ($input: MenuCreateInput!) {{ menuCreate(input: $input) {{ menu {{ id slug items {{ name
        url page {{ slug }} }} }} {ERRORS} }} }}"""
    update = f"""mutation ($id: ID!, $input: MenuInput!) {{ menuUpdate(id: $id, input: $input) {{ menu {{ name slug
        }} {ERRORS} }} }}"""
    delete = f"mutation ($id: ID!) {{ menuDelete(id: $id) {{ menu {{ id }} {ERRORS} }} }}"
    page = PageFactory(slug="terms")
    made = run(
        create,
        MANAGE_MENUS,
        input={"name": "아래", "items": [{"name": "약관", "page": key(page)}, {"name": "홈", "url": "/"}]},
    )["menu"]
    assert made["slug"] == "아래"
    assert made["items"] == [
        {"name": "약관", "url": None, "page": {"slug": "terms"}},
        {"name": "홈", "url": "/", "page": None},
    ]
    assert run(create, MANAGE_MENUS, input={"name": "x", "slug": "아래"})["errors"] == [("slug", "UNIQUE")]
    broken = run(create, MANAGE_MENUS, input={"name": "y", "items": [{"name": "z", "url": "javascript:x"}]})
    assert broken["errors"] == [("url", "INVALID")]
    assert Menu.objects.count() == 1, "a menu with a broken item is not made at all"
    changed = run(update, MANAGE_MENUS, id=made["id"], input={"slug": "footer"})["menu"]
    assert changed == {"name": "아래", "slug": "footer"}
    assert run(update, MANAGE_MENUS, id=made["id"], input={"name": " "})["errors"] == [("name", "REQUIRED")]
    assert run(delete, MANAGE_MENUS, id=made["id"])["errors"] == []
    assert not MenuItem.objects.exists()
    assert run(delete, MANAGE_MENUS, id=made["id"])["errors"] == [("id", "NOT_FOUND")]


ITEM_CREATE = f"mutation ($input: MenuItemCreateInput!) {{ menuItemCreate(input: $input) {{ {ITEM} {ERRORS} }} }}"
ITEM_UPDATE = (
    f"mutation ($id: ID!, $input: MenuItemInput!) {{ menuItemUpdate(id: $id, input: $input) {{ {ITEM} {ERRORS} }} }}"
)


def test_items_are_added_changed_and_taken_away(run: Any) -> None:
    menu, category, page = MenuFactory(), CategoryFactory(slug="food"), PageFactory(slug="terms")
    top = run(ITEM_CREATE, MANAGE_MENUS, input={"menu": key(menu), "name": "먹을거리", "category": key(category)})[
        "menuItem"
    ]
    assert (top["level"], top["category"]) == (0, {"slug": "food"})
    below = run(ITEM_CREATE, MANAGE_MENUS, input={"menu": key(menu), "name": "글", "parent": top["id"], "url": "/x"})[
        "menuItem"
    ]
    assert (below["level"], below["url"]) == (1, "/x")
    changed = run(ITEM_UPDATE, MANAGE_MENUS, id=below["id"], input={"page": key(page)})["menuItem"]
    assert (changed["name"], changed["page"], changed["url"]) == ("글", {"slug": "terms"}, None)
    renamed = run(ITEM_UPDATE, MANAGE_MENUS, id=below["id"], input={"name": "약관"})["menuItem"]
    assert (renamed["name"], renamed["page"]) == ("약관", {"slug": "terms"})
    delete = f"mutation ($id: ID!) {{ menuItemDelete(id: $id) {{ menuItem {{ id name }} {ERRORS} }} }}"
    assert run(delete, MANAGE_MENUS, id=top["id"])["menuItem"] == {"id": top["id"], "name": "먹을거리"}
    assert not MenuItem.objects.exists()
    assert run(delete, MANAGE_MENUS, id=top["id"])["errors"] == [("id", "NOT_FOUND")]


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({"name": ""}, [("name", "REQUIRED")]),
        ({"url": "javascript:alert(1)"}, [("url", "INVALID")]),
        ({"url": "//evil.example"}, [("url", "INVALID")]),
        ({"page": to_global_id("Page", 10**9)}, [("page", "NOT_FOUND")]),
        ({"page": to_global_id("Category", 1)}, [("page", "GRAPHQL_ERROR")]),
        ({"url": "/x", "category": to_global_id("Category", 1)}, [(None, "TOO_MANY_MENU_ITEMS")]),
        ({"menu": to_global_id("Menu", 10**9)}, [("menu", "NOT_FOUND")]),
        ({"parent": to_global_id("MenuItem", 10**9)}, [("parent", "NOT_FOUND")]),
    ],
)
def test_what_no_item_can_be(run: Any, given: dict[str, Any], errors: list[Any]) -> None:
    made = run(ITEM_CREATE, MANAGE_MENUS, input={"menu": key(MenuFactory()), "name": "항목", **given})
    assert (made["menuItem"], made["errors"]) == (None, errors)
    assert not MenuItem.objects.exists()


def test_a_parent_is_of_the_same_menu_and_not_too_deep(run: Any) -> None:
    foreign = MenuItemFactory(menu=MenuFactory(slug="other"))
    menu = MenuFactory()
    made = run(ITEM_CREATE, MANAGE_MENUS, input={"menu": key(menu), "name": "x", "parent": key(foreign)})
    assert made["errors"] == [("parent", "NOT_FOUND")]
    item = None
    for _ in range(MOST_MENU_LEVELS):
        item = MenuItemFactory(menu=menu, parent=item)
    made = run(ITEM_CREATE, MANAGE_MENUS, input={"menu": key(menu), "name": "x", "parent": key(item)})
    assert made["errors"] == [("parent", "CANNOT_ASSIGN_NODE")]


MOVE = f"""mutation ($menu: ID!, $moves: [MenuItemMoveInput!]!) {{ menuItemMove(menu: $menu, moves: $moves) {{
    menu {{ items {{ name level children {{ name level children {{ name level }} }} }} }} {ERRORS} }} }}"""


def test_moving_items(run: Any) -> None:
    menu = MenuFactory()
    a, b, c = (MenuItemFactory(menu=menu, name=name) for name in "abc")
    below = MenuItemFactory(menu=menu, name="d", parent=c)
    moved = run(MOVE, MANAGE_MENUS, menu=key(menu), moves=[
        {"itemId": key(c), "parentId": key(a)}, {"itemId": key(b), "sortOrder": -1}, {"itemId": key(below)},
    ])  # fmt: skip
    assert moved["menu"]["items"] == [
        {"name": "b", "level": 0, "children": []},
        {"name": "a", "level": 0, "children": [{"name": "c", "level": 1, "children": []}]},
        {"name": "d", "level": 0, "children": []},
    ]


def test_a_tree_has_no_circles(run: Any) -> None:
    menu = MenuFactory()
    top = MenuItemFactory(menu=menu, name="top")
    middle = MenuItemFactory(menu=menu, parent=top)
    low = MenuItemFactory(menu=menu, parent=middle)
    for item, parent in ((top, top), (top, middle), (top, low), (middle, low)):
        moved = run(MOVE, MANAGE_MENUS, menu=key(menu), moves=[{"itemId": key(item), "parentId": key(parent)}])
        assert moved["errors"] == [("parentId", "CANNOT_ASSIGN_NODE")]
    # A circle out of two moves that are each sound alone: neither is kept.
    other = MenuItemFactory(menu=menu, name="other")
    twice = [{"itemId": key(top), "parentId": key(other)}, {"itemId": key(other), "parentId": key(low)}]
    assert run(MOVE, MANAGE_MENUS, menu=key(menu), moves=twice)["errors"] == [("parentId", "CANNOT_ASSIGN_NODE")]
    assert MenuItem.objects.get(name="top").parent is None


def test_a_branch_is_not_moved_too_deep_nor_out_of_its_menu(run: Any) -> None:
    menu = MenuFactory()
    item = None
    for _ in range(MOST_MENU_LEVELS - 1):
        item = MenuItemFactory(menu=menu, parent=item)
    branch = MenuItemFactory(menu=menu)
    MenuItemFactory(menu=menu, parent=branch)
    deep = run(MOVE, MANAGE_MENUS, menu=key(menu), moves=[{"itemId": key(branch), "parentId": key(item)}])
    assert deep["errors"] == [("parentId", "CANNOT_ASSIGN_NODE")]
    foreign = MenuItemFactory(menu=MenuFactory(slug="other"))
    for move, errors in (
        ({"itemId": key(foreign)}, [("item", "NOT_FOUND")]),
        ({"itemId": key(branch), "parentId": key(foreign)}, [("parentId", "NOT_FOUND")]),
    ):
        assert run(MOVE, MANAGE_MENUS, menu=key(menu), moves=[move])["errors"] == errors
    gone = to_global_id("Menu", 10**9)
    assert run(MOVE, MANAGE_MENUS, menu=gone, moves=[])["errors"] == [("menu", "NOT_FOUND")]


def test_an_item_in_another_language(run: Any) -> None:
    item = MenuItemFactory(name="약관")
    translate = f"""mutation ($id: ID!, $input: NameTranslationInput!) {{ menuItemTranslate(id: $id, languageCode: EN,
        input: $input) {{ menuItem {{ name translation(languageCode: EN) {{ name language {{ code }} }} }}
        {ERRORS} }} }}"""
    for name in ("Terms", "Terms of use"):
        made = run(translate, MANAGE_TRANSLATIONS, id=key(item), input={"name": name})
        assert made["menuItem"] == {"name": "약관", "translation": {"name": name, "language": {"code": "EN"}}}
    assert item.translations.count() == 1
    assert run(translate, MANAGE_TRANSLATIONS, id=key(item), input={"name": ""})["menuItem"]["translation"] is None
    long = run(translate, MANAGE_TRANSLATIONS, id=key(item), input={"name": "x" * 129})
    assert long["errors"] == [("name", "INVALID")]
