"""Reading pages and page types."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from market.catalog.graphql.filters import plain, text, texts
from market.catalog.graphql.queries import one_argument
from market.catalog.graphql.translations import language_of
from market.catalog.graphql.views import NOWHERE, in_channel, view_of_slug
from market.catalog.selectors.view import View
from market.content.graphql.page_filters import narrowed
from market.content.graphql.page_inputs import (
    PageFilterInput,
    PageSortingInput,
    PageTypeFilterInput,
    PageTypeSortingInput,
    PageWhereInput,
)
from market.content.graphql.page_types import Page, PageCountableConnection, PageType, PageTypeCountableConnection
from market.content.models import Page as PageModel
from market.content.models import PageType as PageTypeModel
from market.content.selectors.pages import page_list
from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.enums import LanguageCodeEnum

MOST_TEXT = 250
NEVER = dt.datetime(1, 1, 2, tzinfo=dt.UTC)  # where a page without a date stands when pages are sorted by it


def channel_view(info: Any, slug: str | None) -> View:
    """The view through the named channel. Pages and menus are of no channel: without one, only what a channel must show is left out."""
    return (view_of_slug(info, slug) if slug is not None else None) or NOWHERE


def parse_text(value: Any) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError("not a text")
    return value


def _parse_flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("not a flag")
    return value


SORTS: dict[str, tuple[SortKey, ...]] = {
    "title": (SortKey("title", parse=parse_text),),
    "slug": (),
    "is_published": (SortKey("is_published", parse=_parse_flag), SortKey("title", parse=parse_text)),
    "created_at": (SortKey("created_at", parse=parse_datetime),),
    "creation_date": (SortKey("created_at", parse=parse_datetime),),
    "published": (SortKey("shown_from", parse=parse_datetime),),
    "publication_date": (SortKey("shown_from", parse=parse_datetime),),
}


def _sort_keys(sort_by: Any) -> list[SortKey]:
    """The keys of an order, the slug last: it is unique."""
    if sort_by is None:
        return [SortKey("slug", parse=parse_text)]
    descending = plain(sort_by["direction"]) == "-"
    keys = (*SORTS[plain(sort_by["field"])], SortKey("slug", parse=parse_text))
    return [SortKey(key.name, descending, key.parse) for key in keys]


class PageQueries:
    page = graphene.Field(
        Page,
        id=graphene.ID(description="ID of the page."),
        slug=graphene.String(description="Slug of the page."),
        slug_language_code=LanguageCodeEnum(description="Language of the slug; the primary one unless told."),
        channel=graphene.String(description="Slug of the channel through which collections on the page are seen."),
        description="One page. A page that is not published is none, but for those who manage pages.",
    )
    pages = graphene.Field(
        PageCountableConnection,
        channel=graphene.String(description="Slug of the channel through which collections on pages are seen."),
        search=graphene.String(description="Words in title, slug or text, in any language."),
        filter=PageFilterInput(description="Narrows the list."),
        where=PageWhereInput(description="Narrows the list; not together with filter."),
        sort_by=PageSortingInput(description="Sorts the list; by slug unless told."),
        description="Published pages; all of them for those who manage pages.",
        **paging_arguments(),
    )
    page_type = graphene.Field(
        PageType,
        id=graphene.ID(required=True, description="ID of the page type."),
        description="One kind of page.",
    )
    page_types = graphene.Field(
        PageTypeCountableConnection,
        filter=PageTypeFilterInput(description="Narrows the list."),
        sort_by=PageTypeSortingInput(description="Sorts the list; by slug unless told."),
        description="The kinds of pages.",
        **paging_arguments(),
    )

    @staticmethod
    def resolve_page(
        root: Any,
        info: Any,
        id: str | None = None,
        slug: str | None = None,
        slug_language_code: Any = None,
        channel: str | None = None,
    ) -> PageModel | None:
        name, value = one_argument(id=id, slug=slug)
        pages = page_list(viewer=info.context.actor)
        if name == "id":
            pages = pages.filter(pk=int_pk(value, "Page"))
        elif slug_language_code is None:
            pages = pages.filter(slug=text(value))
        else:
            language = language_of(slug_language_code)
            pages = pages.filter(translations__language_code=language, translations__slug=text(value))
        found = pages.first()
        return in_channel(found, channel_view(info, channel)) if found is not None else None

    @staticmethod
    def resolve_pages(
        root: Any,
        info: Any,
        channel: str | None = None,
        search: str | None = None,
        filter: Any = None,
        where: Any = None,
        sort_by: Any = None,
        **paging: Any,
    ) -> Connection:
        view = channel_view(info, channel)
        rows = narrowed(page_list(viewer=info.context.actor), filter=filter, where=where, search=search)
        rows = rows.annotate(shown_from=Coalesce(F("published_at"), Value(NEVER)))
        page = paginate(info, rows, _sort_keys(sort_by), **paging)
        for row in page.nodes:
            in_channel(row, view)
        return page

    @staticmethod
    def resolve_page_type(root: Any, info: Any, id: str) -> PageTypeModel | None:
        return PageTypeModel.objects.filter(pk=int_pk(id, "PageType")).first()

    @staticmethod
    def resolve_page_types(root: Any, info: Any, filter: Any = None, sort_by: Any = None, **paging: Any) -> Connection:
        return paginate(info, named_rows(PageTypeModel.objects.all(), filter), named_keys(sort_by), **paging)


def named_rows(rows: QuerySet[Any], filter: Any) -> QuerySet[Any]:
    """Rows with a name and a slug, narrowed by words and slugs."""
    for word in text((filter or {}).get("search") or "")[:MOST_TEXT].split():
        rows = rows.filter(Q(name__icontains=word) | Q(slug__icontains=word))
    slugs = (filter or {}).get("slugs")
    return rows.filter(slug__in=texts(slugs)) if slugs else rows


def named_keys(sort_by: Any) -> list[SortKey]:
    """By name or slug; the slug is unique."""
    descending = sort_by is not None and plain(sort_by["direction"]) == "-"
    by_name = sort_by is not None and plain(sort_by["field"]) == "name"
    first = [SortKey("name", descending, parse=parse_text)] if by_name else []
    return [*first, SortKey("slug", descending, parse=parse_text)]
