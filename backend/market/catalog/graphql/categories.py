"""The category tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.media import background_image, picture_arguments
from market.catalog.graphql.product_lists import list_arguments, product_connections
from market.catalog.graphql.products import related
from market.catalog.graphql.translations import CategoryTranslation, language_argument, showcase_translations
from market.catalog.graphql.views import view_of_slug
from market.catalog.models import Category as CategoryModel
from market.catalog.models import CategoryTranslation as CategoryTexts
from market.catalog.sql import Sql
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import Connection, connection_type, list_connection, paging_arguments
from market.core.graphql.scalars import DateTime, JSONString
from market.core.graphql.types import Image, ModelObjectType, Node, ObjectWithMetadata

CategoryCountableConnection = connection_type("Category", "market.catalog.graphql.categories.Category", "categories")
BELOW_CATEGORY = Sql(
    "p.category_id = ANY(ARRAY(SELECT pc.id FROM catalog_category pc WHERE pc.path @> ARRAY[par.id]::bigint[]))"
)


class Category(ModelObjectType):
    """A node of the category tree."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the category.")
    slug = graphene.String(required=True, description="Slug for addresses.")
    description = JSONString(description="Description as EditorJS.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    level = graphene.Int(required=True, description="Its depth; roots have 0.")
    updated_at = DateTime(required=True, description="When it was last changed.")
    parent = graphene.Field(lambda: Category, description="The category above.")
    ancestors = graphene.Field(
        CategoryCountableConnection, description="The categories above, from the root.", **paging_arguments()
    )
    children = graphene.Field(
        CategoryCountableConnection, description="The categories right below.", **paging_arguments()
    )
    background_image = graphene.Field(Image, description="Its picture.", **picture_arguments())
    translation = graphene.Field(
        CategoryTranslation, description="Its texts in another language.", **language_argument()
    )
    products = graphene.Field(
        "market.catalog.graphql.products.ProductCountableConnection",
        description="The products in it and below.",
        **list_arguments(channel=graphene.String(description="Slug of the channel.")),
    )

    @batch
    def resolve_parent(parents: Sequence[Any], info: Any) -> list[Any]:
        return related(parents, "parent", CategoryModel.objects.in_bulk)

    @batch
    def resolve_ancestors(parents: Sequence[Any], info: Any, **paging: Any) -> list[Connection]:
        found = CategoryModel.objects.in_bulk({pk for parent in parents for pk in parent.path[:-1]})
        return [
            list_connection(info, [found[pk] for pk in parent.path[:-1] if pk in found], **paging) for parent in parents
        ]

    @batch
    def resolve_children(parents: Sequence[Any], info: Any, **paging: Any) -> list[Connection]:
        keys = [parent.pk for parent in parents]
        rows = CategoryModel.objects.filter(parent__in=keys).order_by("sort_order", "id")
        return [list_connection(info, items, **paging) for items in grouped(rows, lambda row: row.parent_id, keys)]

    @staticmethod
    def resolve_background_image(root: Any, info: Any, size: int | None = None, format: Any = None) -> Any:
        return background_image(root.background_image, root.background_image_alt, size, format)

    @batch
    def resolve_translation(parents: Sequence[Any], info: Any, language_code: Any) -> list[Any]:
        return showcase_translations(
            info, parents, language_code, type_name="CategoryTranslation", texts=CategoryTexts, owner="category"
        )

    @batch
    def resolve_products(
        parents: Sequence[Any], info: Any, channel: str | None = None, **arguments: Any
    ) -> list[Connection]:
        view = view_of_slug(info, channel)
        return product_connections(info, view, [parent.pk for parent in parents], below=BELOW_CATEGORY, **arguments)
