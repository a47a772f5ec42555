"""Reading the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene
from django.db.models import Q, QuerySet
from graphql import GraphQLError

from market.catalog.graphql.attribute_inputs import by_ids, by_metadata, ensure_one, where_condition
from market.catalog.graphql.categories import Category, CategoryCountableConnection
from market.catalog.graphql.collections import Collection, CollectionCountableConnection
from market.catalog.graphql.desk_views import own_product
from market.catalog.graphql.filters import keys, plain, text, texts
from market.catalog.graphql.inputs import (
    CategoryFilterInput,
    CategoryWhereInput,
    CollectionFilterInput,
    CollectionSortingInput,
    CollectionWhereInput,
)
from market.catalog.graphql.product_lists import ASKED, empty_connection, list_arguments, product_connection
from market.catalog.graphql.product_types import ProductType
from market.catalog.graphql.products import Product, ProductCountableConnection
from market.catalog.graphql.translations import language_of
from market.catalog.graphql.value_themes import ValueTheme
from market.catalog.graphql.variant_queries import VariantQueries
from market.catalog.graphql.views import in_channel, view_of_slug
from market.catalog.models import Category as CategoryModel
from market.catalog.models import Collection as CollectionModel
from market.catalog.models import ProductType as ProductTypeModel
from market.catalog.models import ValueTheme as ValueThemeModel
from market.catalog.selectors.collections import collection_list, collections_shown
from market.catalog.selectors.products import product_get
from market.catalog.sql import Sql
from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.types import non_null_list

MOST_TEXT = 250
CATEGORY_WHERES = {"ids": by_ids("Category"), "metadata": by_metadata}
COLLECTION_WHERES = {"ids": by_ids("Collection"), "metadata": by_metadata}


def one_argument(**given: Any) -> tuple[str, Any]:
    """The one argument that names the wanted thing. Raises a GraphQLError for none and for several, as Saleor does."""
    named = [(name, value) for name, value in given.items() if value is not None]
    listed = ", ".join(f"'{name}'" for name in given)
    if not named:
        raise GraphQLError(f"At least one of arguments is required: {listed}.")
    if len(named) > 1:
        raise GraphQLError(f"Argument '{named[0][0]}' cannot be combined with '{named[1][0]}'")
    return named[0]


def _by_id_or_slug(type_name: str, id: str | None, slug: str | None) -> Q:
    name, value = one_argument(id=id, slug=slug)
    return Q(pk=int_pk(value, type_name)) if name == "id" else Q(slug=text(value))


def _named(of: str, *, external: bool = False) -> dict[str, Any]:
    arguments = {
        "id": graphene.ID(description=f"ID of the {of}."),
        "slug": graphene.String(description=f"Slug of the {of}."),
        "slug_language_code": LanguageCodeEnum(description="Language of the slug; the primary one unless told."),
    }
    if external:
        arguments["external_reference"] = graphene.String(description=f"Key of the {of} in an outside system.")
    return arguments


def _channel(of: str) -> graphene.String:
    return graphene.String(description=f"Slug of the channel to see the {of} through.")


class CatalogQueries(VariantQueries):
    category = graphene.Field(Category, description="One category.", **_named("category"))
    categories = graphene.Field(
        CategoryCountableConnection,
        description="Categories in the order of the tree.",
        filter=CategoryFilterInput(description="Narrows the list."),
        where=CategoryWhereInput(description="Narrows the list, combined with AND and OR."),
        level=graphene.Int(description="Only of this depth; roots have 0."),
        **paging_arguments(),
    )
    collection = graphene.Field(
        Collection, description="One collection.", channel=_channel("collection"), **_named("collection")
    )
    collections = graphene.Field(
        CollectionCountableConnection,
        description="Collections of a channel.",
        channel=_channel("collections"),
        filter=CollectionFilterInput(description="Narrows the list."),
        where=CollectionWhereInput(description="Narrows the list, combined with AND and OR."),
        sort_by=CollectionSortingInput(description="Sorts the list."),
        **paging_arguments(),
    )
    product = graphene.Field(
        Product, description="One product.", channel=_channel("product"), **_named("product", external=True)
    )
    products = graphene.Field(
        ProductCountableConnection,
        description="Products of a channel.",
        channel=_channel("products"),
        **list_arguments(),
    )
    product_type = graphene.Field(
        ProductType, description="One kind of product.", id=graphene.ID(required=True, description="ID of the kind.")
    )
    value_themes = graphene.Field(
        non_null_list(ValueTheme), required=True, description="The values that people shop by."
    )

    @staticmethod
    def resolve_category(
        root: Any, info: Any, id: str | None = None, slug: str | None = None, **_: Any
    ) -> CategoryModel | None:
        return CategoryModel.objects.filter(_by_id_or_slug("Category", id, slug)).first()

    @staticmethod
    def resolve_categories(
        root: Any, info: Any, filter: Any = None, where: Any = None, level: int | None = None, **paging: Any
    ) -> Connection:
        ensure_one(filter, where)
        rows = CategoryModel.objects.filter(where_condition(where, CATEGORY_WHERES))
        if level is not None:
            rows = rows.filter(level=level) if 0 <= level < 2**15 else rows.none()
        rows = _narrowed(rows, filter, "Category", ("name", "name_en", "slug", "description_plaintext"))
        return paginate(
            info,
            rows,
            [SortKey("level", parse=int), SortKey("sort_order", parse=int), SortKey("id", parse=int)],
            **paging,
        )

    @staticmethod
    def resolve_collection(
        root: Any, info: Any, id: str | None = None, slug: str | None = None, channel: str | None = None, **_: Any
    ) -> CollectionModel | None:
        wanted, view = _by_id_or_slug("Collection", id, slug), view_of_slug(info, channel)
        found = collection_list(view=view).filter(wanted).first() if view is not None else None
        return in_channel(found, view) if found is not None and view is not None else None

    @staticmethod
    def resolve_collections(
        root: Any,
        info: Any,
        channel: str | None = None,
        filter: Any = None,
        where: Any = None,
        sort_by: Any = None,
        **paging: Any,
    ) -> Connection:
        ensure_one(filter, where)
        view = view_of_slug(info, channel)
        if view is None:
            return empty_connection(info, paging)
        seen = collection_list(view=view).filter(where_condition(where, COLLECTION_WHERES))
        rows = _narrowed(seen, filter, "Collection", ("name", "name_en", "slug"))
        if filter and filter.get("published") is not None:
            shown = Q(pk__in=collections_shown(view.channel).values("pk"))
            rows = rows.filter(shown if plain(filter["published"]) == "published" else ~shown)
        descending = sort_by is not None and plain(sort_by["direction"]) == "-"
        first_key = [] if sort_by is None else [SortKey("name", descending, parse=_text)]
        page = paginate(info, rows, [*first_key, SortKey("slug", descending, parse=_text)], **paging)
        for row in page.nodes:
            in_channel(row, view)
        return page

    @staticmethod
    def resolve_product(
        root: Any,
        info: Any,
        id: str | None = None,
        slug: str | None = None,
        external_reference: str | None = None,
        slug_language_code: Any = None,
        channel: str | None = None,
    ) -> Any:
        name, value = one_argument(id=id, slug=slug, externalReference=external_reference)
        condition = _product_condition(name, value, slug_language_code)
        heavy = [column for field, column in ASKED.items() if info.selects(field)]
        own = own_product(info, condition, channel=None, heavy=heavy) if channel is None else None
        if own is not None:
            return own
        view = view_of_slug(info, channel)
        found = product_get(view=view, condition=condition, heavy=heavy) if view is not None else None
        return found or (own_product(info, condition, channel=channel, heavy=heavy) if channel is not None else None)

    @staticmethod
    def resolve_products(root: Any, info: Any, channel: str | None = None, **arguments: Any) -> Connection:
        return product_connection(info, view_of_slug(info, channel), **arguments)

    @staticmethod
    def resolve_product_type(root: Any, info: Any, id: str) -> ProductTypeModel | None:
        return ProductTypeModel.objects.filter(pk=int_pk(id, "ProductType")).first()

    @staticmethod
    def resolve_value_themes(root: Any, info: Any) -> list[ValueThemeModel]:
        return list(ValueThemeModel.objects.order_by("sort_order", "code"))


def _product_condition(name: str, value: str, language_code: Any) -> Sql:
    if name == "id":
        return Sql("p.id = %s", (int_pk(value, "Product"),))
    if name == "externalReference":
        return Sql("p.external_reference = %s", (text(value),))
    if language_code is None:
        return Sql("p.slug = %s", (text(value),))
    translated = "SELECT tr.product_id FROM catalog_producttranslation tr WHERE tr.slug = %s AND tr.language_code = %s"
    return Sql(f"p.id IN ({translated})", (text(value), language_of(language_code)))


def _text(value: Any) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError("not a text")
    return value


def _narrowed(rows: QuerySet[Any], wanted: Any, type_name: str, searched: Sequence[str]) -> QuerySet[Any]:
    """The rows that a category or collection filter lets through."""
    wanted = wanted or {}
    if wanted.get("ids"):
        rows = rows.filter(pk__in=keys(wanted["ids"], type_name))
    if wanted.get("slugs"):
        rows = rows.filter(slug__in=texts(wanted["slugs"]))
    if wanted.get("search"):
        for word in text(wanted["search"])[:MOST_TEXT].split():
            rows = rows.filter(_contains(searched, word))
    for entry in wanted.get("metadata") or []:
        key, value = text(entry["key"]), entry.get("value")
        rows = rows.filter(metadata__contains={key: text(value)}) if value else rows.filter(metadata__has_key=key)
    changed = wanted.get("updated_at") or {}
    for operator in ("gte", "lte"):
        if changed.get(operator) is not None:
            rows = rows.filter(**{f"updated_at__{operator}": changed[operator]})
    return rows


def _contains(searched: Sequence[str], word: str) -> Q:
    condition = Q()
    for name in searched:
        condition |= Q(**{f"{name}__icontains": word})
    return condition
