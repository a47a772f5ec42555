"""Collections: products that somebody put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.media import background_image, picture_arguments
from market.catalog.graphql.product_lists import list_arguments, product_connections
from market.catalog.graphql.translations import CollectionTranslation, language_argument, name_translation
from market.catalog.graphql.views import view_of
from market.catalog.sql import Sql
from market.core.graphql.batch import batch
from market.core.graphql.connections import Connection, connection_type
from market.core.graphql.scalars import JSONString
from market.core.graphql.types import Image, ModelObjectType, Node, ObjectWithMetadata

CollectionCountableConnection = connection_type(
    "Collection", "market.catalog.graphql.collections.Collection", "collections"
)
BELOW_COLLECTION = Sql("cl.collection_id = par.id")
COLLECTION_JOIN = "JOIN catalog_collectionproduct cl ON cl.product_id = p.id"


class Collection(ModelObjectType):
    """Products that somebody put together."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the collection.")
    slug = graphene.String(required=True, description="Slug for addresses.")
    description = JSONString(description="Description as EditorJS.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    channel = graphene.String(description="Slug of the channel it is seen through.")
    background_image = graphene.Field(Image, description="Its picture.", **picture_arguments())
    translation = graphene.Field(
        CollectionTranslation, description="Its texts in another language.", **language_argument()
    )
    products = graphene.Field(
        "market.catalog.graphql.products.ProductCountableConnection", description="Its products.", **list_arguments()
    )

    @staticmethod
    def resolve_channel(root: Any, info: Any) -> str | None:
        channel = view_of(root).channel
        return channel.slug if channel is not None else None

    @staticmethod
    def resolve_background_image(root: Any, info: Any, size: int | None = None, format: Any = None) -> Any:
        return background_image(root.background_image, root.background_image_alt, size, format)

    @staticmethod
    def resolve_translation(root: Any, info: Any, language_code: Any) -> Any:
        return name_translation("CollectionTranslation", root, language_code, with_slug=True)

    @batch
    def resolve_products(parents: Sequence[Any], info: Any, **arguments: Any) -> list[Connection]:
        keys = [parent.pk for parent in parents]
        return product_connections(
            info,
            view_of(parents[0]),
            keys,
            below=BELOW_COLLECTION,
            joins=(COLLECTION_JOIN,),
            natural="collection",
            **arguments,
        )
