"""Reading menus."""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import Count

from market.catalog.graphql.filters import plain, text, texts
from market.catalog.graphql.queries import one_argument
from market.catalog.graphql.views import in_channel
from market.content.graphql.menu_inputs import MenuFilterInput, MenuSortingInput
from market.content.graphql.menu_types import Menu, MenuCountableConnection, MenuItem
from market.content.graphql.page_queries import channel_view, named_keys, named_rows, parse_text
from market.content.models import Menu as MenuModel
from market.content.models import MenuItem as MenuItemModel
from market.content.selectors.menus import menu_forest
from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments


def _channel() -> graphene.String:
    return graphene.String(
        description="Slug of the channel; without one, items that point at collections are left out."
    )


class MenuQueries:
    menu = graphene.Field(
        Menu,
        channel=_channel(),
        id=graphene.ID(description="ID of the menu."),
        name=graphene.String(description="Name of the menu."),
        slug=graphene.String(description="Slug of the menu."),
        description="One menu. Items that point at what the channel does not show are left out.",
    )
    menus = graphene.Field(
        MenuCountableConnection,
        channel=_channel(),
        filter=MenuFilterInput(description="Narrows the list."),
        sort_by=MenuSortingInput(description="Sorts the list; by slug unless told."),
        description="The menus.",
        **paging_arguments(),
    )
    menu_item = graphene.Field(
        MenuItem,
        id=graphene.ID(required=True, description="ID of the item."),
        channel=_channel(),
        description="One item of a menu, if the viewer sees it there.",
    )

    @staticmethod
    def resolve_menu(
        root: Any,
        info: Any,
        channel: str | None = None,
        id: str | None = None,
        name: str | None = None,
        slug: str | None = None,
    ) -> MenuModel | None:
        by, value = one_argument(id=id, name=name, slug=slug)
        view = channel_view(info, channel)
        wanted = {"pk": int_pk(value, "Menu")} if by == "id" else {by: text(value)}
        found = MenuModel.objects.filter(**wanted).order_by("pk").first()
        return in_channel(found, view) if found is not None else None

    @staticmethod
    def resolve_menus(
        root: Any, info: Any, channel: str | None = None, filter: Any = None, sort_by: Any = None, **paging: Any
    ) -> Connection:
        view, wanted = channel_view(info, channel), filter or {}
        rows = named_rows(MenuModel.objects.all(), wanted)
        if wanted.get("slug"):
            rows = rows.filter(slug__in=texts(wanted["slug"]))
        for entry in wanted.get("metadata") or []:
            key, value = text(entry["key"]), entry.get("value")
            rows = rows.filter(metadata__contains={key: text(value)}) if value else rows.filter(metadata__has_key=key)
        keys = named_keys(sort_by)
        if sort_by is not None and plain(sort_by["field"]) == "items_count":
            rows = rows.annotate(items_count=Count("items"))
            descending = plain(sort_by["direction"]) == "-"
            keys = [SortKey("items_count", descending, parse=int), SortKey("slug", descending, parse=parse_text)]
        page = paginate(info, rows, keys, **paging)
        for row in page.nodes:
            in_channel(row, view)
        return page

    @staticmethod
    def resolve_menu_item(root: Any, info: Any, id: str, channel: str | None = None) -> MenuItemModel | None:
        key = int_pk(id, "MenuItem")
        menus = MenuItemModel.objects.filter(pk=key).values_list("menu_id", flat=True)
        forest = menu_forest(menus, viewer=info.context.actor, view=channel_view(info, channel))
        return next((item for item in forest.items if item.pk == key), None)
