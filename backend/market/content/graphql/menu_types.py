"""Menus as clients see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import graphene

from market.catalog.graphql.translations import LanguageDisplay, language_argument, language_display, language_of
from market.catalog.graphql.views import NOWHERE, in_channel, view_of
from market.catalog.selectors.view import View, sees_all_products
from market.content.selectors.menus import MenuForest, menu_forest
from market.core.graphql.batch import batch
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import SaleorError
from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata, non_null_list

MenuCountableConnection = connection_type("Menu", "market.content.graphql.menu_types.Menu", "menus")
MenuErrorCode = error_code_enum(
    "MenuErrorCode",
    "CANNOT_ASSIGN_NODE GRAPHQL_ERROR INVALID INVALID_MENU_ITEM NO_MENU_ITEM_PROVIDED NOT_FOUND REQUIRED TOO_MANY_MENU_ITEMS UNIQUE",
)


class MenuError(SaleorError):
    """What went wrong with a menu or one of its items."""

    code = graphene.Field(MenuErrorCode, required=True, description="The error's code.")


def _forest(parents: Sequence[Any], info: Any, menu_ids: Sequence[int]) -> MenuForest:
    """The trees of the menus, as the viewer sees them through the parents' channel."""
    view = view_of(parents[0])
    if view is NOWHERE and sees_all_products(info.context.actor):
        view = View(None, sees_all=True)
    return menu_forest(menu_ids, viewer=info.context.actor, view=view)


def forest_of(items: Sequence[Any], info: Any) -> MenuForest:
    """The trees that the items came with; read now for items that a mutation hands over."""
    if not all(hasattr(item, "forest") for item in items):
        forest = _forest(items, info, [item.menu_id for item in items])
        known = {item.pk for item in forest.items}
        forest.items += [item for item in items if item.pk not in known]
        for item in items:
            item.forest = forest
    found: MenuForest = items[0].forest
    return found


def _target(name: str, load: Callable[[MenuForest], dict[int, Any]]) -> Any:
    """A resolver of what the items point at: one statement for all items of the trees, whatever their level."""

    @batch
    def resolve(parents: Sequence[Any], info: Any) -> list[Any]:
        if all(getattr(item, name) is None for item in parents):
            return [None] * len(parents)
        forest = forest_of(parents, info)
        found = load(forest)
        targets = [found.get(getattr(item, name)) for item in parents]
        return [in_channel(target, forest.view) if target is not None else None for target in targets]

    return resolve


class MenuItemTranslation(ModelObjectType):
    """A menu item's name in another language."""

    class Meta:
        interfaces = (Node,)

    language = graphene.Field(LanguageDisplay, required=True, description="The language.")
    name = graphene.String(required=True, description="Name in the language.")

    @staticmethod
    def resolve_language(root: Any, info: Any) -> dict[str, str]:
        return language_display(root.language_code)


class MenuItem(ModelObjectType):
    """A link in a menu: to a category, a collection, a page or an address; or a heading over others."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the item.")
    level = graphene.Int(required=True, description="Its depth; the top has 0.")
    menu = graphene.Field(lambda: Menu, required=True, description="The menu it stands in.")
    parent = graphene.Field(lambda: MenuItem, description="The item above.")
    children = non_null_list(lambda: MenuItem, description="The items below that this viewer sees, in their order.")
    category = graphene.Field("market.catalog.graphql.types.Category", description="The category it points at.")
    collection = graphene.Field(
        "market.catalog.graphql.types.Collection", description="The collection it points at, where the channel has it."
    )
    page = graphene.Field("market.content.graphql.page_types.Page", description="The page it points at.")
    url = graphene.String(description="The address it points at.")
    translation = graphene.Field(
        MenuItemTranslation, description="Its name in another language.", **language_argument()
    )

    resolve_category = _target("category_id", lambda forest: forest.categories())
    resolve_collection = _target("collection_id", lambda forest: forest.collections())
    resolve_page = _target("page_id", lambda forest: forest.pages())
    resolve_menu = _target("menu_id", lambda forest: forest.menus())

    @staticmethod
    def resolve_url(root: Any, info: Any) -> str | None:
        return root.url or None

    @batch
    def resolve_parent(parents: Sequence[Any], info: Any) -> list[Any]:
        by_key = {item.pk: item for item in forest_of(parents, info).items}
        return [by_key.get(item.parent_id) for item in parents]

    @batch
    def resolve_children(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        below = forest_of(parents, info).below
        return [below.get(item.pk, []) for item in parents]

    @batch
    def resolve_translation(parents: Sequence[Any], info: Any, language_code: Any) -> list[Any]:
        found = forest_of(parents, info).translations(language_of(language_code))
        return [found.get(item.pk) for item in parents]


class Menu(ModelObjectType):
    """A tree of links, such as the navigation bar or the footer."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the menu.")
    slug = graphene.String(required=True, description="Slug of the menu.")
    items = non_null_list(
        MenuItem, description="The items of the top that this viewer sees in the channel, in their order."
    )

    @batch
    def resolve_items(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        tops = _forest(parents, info, [menu.pk for menu in parents]).tops
        return [tops.get(menu.pk, []) for menu in parents]
