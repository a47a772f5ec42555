"""Menus as a viewer sees them in a channel: a tree without what points at something that is not there for this viewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q

from market.catalog.models import Category
from market.catalog.selectors.collections import collection_list
from market.catalog.selectors.view import View
from market.content.models import Menu, MenuItem, MenuItemTranslation
from market.content.selectors.pages import page_list
from market.core.actor import Actor
from market.core.permissions import MANAGE_MENUS


@dataclass(slots=True)
class MenuForest:
    """The items of some menus, read in one statement; what they point at is read in one more for each kind, however deep the trees."""

    view: View
    viewer: Actor
    items: list[MenuItem]
    below: dict[int | None, list[MenuItem]] = field(default_factory=dict)
    tops: dict[int, list[MenuItem]] = field(default_factory=dict)
    loaded: dict[Any, dict[Any, Any]] = field(default_factory=dict)

    def remember(self, key: Any, load: Callable[[], dict[Any, Any]]) -> dict[Any, Any]:
        if key not in self.loaded:
            self.loaded[key] = load()
        return self.loaded[key]

    def _keys(self, name: str) -> set[int]:
        return {getattr(item, name) for item in self.items} - {None}

    def pages(self) -> dict[int, Any]:
        return self.remember("page", lambda: page_list(viewer=self.viewer).in_bulk(self._keys("page_id")))

    def categories(self) -> dict[int, Any]:
        return self.remember("category", lambda: Category.objects.in_bulk(self._keys("category_id")))

    def collections(self) -> dict[int, Any]:
        return self.remember("collection", lambda: collection_list(view=self.view).in_bulk(self._keys("collection_id")))

    def menus(self) -> dict[int, Any]:
        return self.remember("menu", lambda: Menu.objects.in_bulk(self._keys("menu_id")))

    def translations(self, language_code: str) -> dict[int, MenuItemTranslation]:
        def load() -> dict[int, MenuItemTranslation]:
            rows = MenuItemTranslation.objects.filter(
                menu_item__in=[item.pk for item in self.items], language_code=language_code
            )
            return {row.menu_item_id: row for row in rows}

        return self.remember(("translation", language_code), load)


def menu_forest(menu_ids: Iterable[int], *, viewer: Actor, view: View) -> MenuForest:
    """The trees of these menus. Below an item that is not there, nothing is; those who manage menus see every item."""
    rows = MenuItem.objects.filter(menu__in=set(menu_ids)).order_by("level", "sort_order", "pk")
    if not viewer.has_permission(MANAGE_MENUS):
        pages = page_list(viewer=viewer).filter(pk=OuterRef("page_id"))
        collections = collection_list(view=view).filter(pk=OuterRef("collection_id"))
        rows = rows.filter(Q(page__isnull=True) | Exists(pages), Q(collection__isnull=True) | Exists(collections))
    forest = MenuForest(view, viewer, [])
    present: set[int | None] = {None}
    for item in rows:
        if item.parent_id not in present:
            continue
        present.add(item.pk)
        forest.items.append(item)
        item.forest = forest  # type: ignore[attr-defined]
        if item.parent_id is None:
            forest.tops.setdefault(item.menu_id, []).append(item)
        else:
            forest.below.setdefault(item.parent_id, []).append(item)
    return forest
