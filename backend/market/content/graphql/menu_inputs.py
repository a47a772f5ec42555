"""Inputs of menus."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.filter_inputs import MetadataFilter
from market.core.graphql.enums import OrderDirection
from market.core.graphql.mutations import pk_from_id
from market.core.graphql.types import non_null_list

MenuSortField = graphene.Enum(
    "MenuSortField",
    [("NAME", "name"), ("ITEMS_COUNT", "items_count")],
    description=lambda member: (
        {"NAME": "By name.", "ITEMS_COUNT": "By how many items they have."}[member.name]
        if member
        else "What menus are sorted by."
    ),
)


class MenuFilterInput(graphene.InputObjectType):
    """What menus can be narrowed by. All that is given must hold."""

    search = graphene.String(description="Words in name or slug.")
    slug = non_null_list(graphene.String, description="One of these slugs.")
    slugs = non_null_list(graphene.String, description="One of these slugs.")
    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")


class MenuSortingInput(graphene.InputObjectType):
    """How to sort menus."""

    direction = OrderDirection(required=True, description="Which way.")
    field = MenuSortField(required=True, description="By what.")


class MenuItemInput(graphene.InputObjectType):
    """A menu item: its name, and at most one thing it points at."""

    name = graphene.String(description="Name of the item.")
    url = graphene.String(description="Address: of this site (starting with a slash), https, mailto or tel.")
    category = graphene.ID(description="ID of a category.")
    collection = graphene.ID(description="ID of a collection.")
    page = graphene.ID(description="ID of a page.")


class MenuItemCreateInput(MenuItemInput):
    """A new menu item."""

    name = graphene.String(required=True, description="Name of the item.")
    menu = graphene.ID(required=True, description="ID of the menu.")
    parent = graphene.ID(description="ID of the item above; at the top when there is none.")


class MenuItemMoveInput(graphene.InputObjectType):
    """Where a menu item goes."""

    item_id = graphene.ID(required=True, description="ID of the item.")
    parent_id = graphene.ID(description="ID of the item above; to the top when there is none.")
    sort_order = graphene.Int(description="By how many places down among its siblings; up when negative.")


class MenuInput(graphene.InputObjectType):
    """What a menu can be given."""

    name = graphene.String(description="Name of the menu.")
    slug = graphene.String(description="Slug of the menu.")


class MenuCreateInput(graphene.InputObjectType):
    """A new menu."""

    name = graphene.String(required=True, description="Name of the menu.")
    slug = graphene.String(description="Slug of the menu; made of the name when there is none.")
    items = non_null_list(MenuItemInput, description="Items of the top.")


TARGETS = {"category": "Category", "collection": "Collection", "page": "Page"}


def item_values(given: Any) -> dict[str, Any]:
    """Name, url and keys of what the item points at, as far as given. Raises InvalidId on the field of a wrong id."""
    values = {name: given[name] for name in ("name", "url") if name in given}
    for name, type_name in TARGETS.items():
        if name in given:
            values[name] = pk_from_id(given[name], type_name, field=name) if given[name] else None
    return values
