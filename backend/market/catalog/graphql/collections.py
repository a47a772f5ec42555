"""Collections: products that somebody put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.media import background_image, picture_arguments
from market.catalog.graphql.product_lists import list_arguments, product_connections
from market.catalog.graphql.translations import CollectionTranslation, language_argument, showcase_translations
from market.catalog.graphql.views import view_of
from market.catalog.models import CollectionChannelListing as ListingModel
from market.catalog.models import CollectionTranslation as CollectionTexts
from market.catalog.sql import Sql
from market.channels.models import Channel
from market.core.errors import PermissionDenied
from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.connections import Connection, connection_type
from market.core.graphql.scalars import DateTime, JSONString
from market.core.graphql.types import Image, ModelObjectType, Node, ObjectWithMetadata, non_null_list
from market.core.permissions import MANAGE_PRODUCTS

CollectionCountableConnection = connection_type(
    "Collection", "market.catalog.graphql.collections.Collection", "collections"
)
BELOW_COLLECTION = Sql("cl.collection_id = par.id")
COLLECTION_JOIN = "JOIN catalog_collectionproduct cl ON cl.product_id = p.id"


class CollectionChannelListing(ModelObjectType):
    """How a collection stands in a channel."""

    class Meta:
        interfaces = (Node,)

    is_published = graphene.Boolean(required=True, description="Whether shoppers may see it once its time has come.")
    published_at = DateTime(description="From when on shoppers see it.")
    channel = graphene.Field("market.channels.graphql.types.Channel", required=True, description="The channel.")

    @batch
    def resolve_channel(parents: Sequence[Any], info: Any) -> list[Any]:
        keys = [parent.channel_id for parent in parents]
        return by_key(Channel.objects.filter(pk__in=set(keys)), lambda row: row.pk, keys)


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

    channel_listings = non_null_list(
        CollectionChannelListing, description="How it stands in each channel. For staff who manage products."
    )

    @batch
    def resolve_channel_listings(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        if not info.context.actor.has_permission(MANAGE_PRODUCTS):
            raise PermissionDenied(MANAGE_PRODUCTS)
        keys = [parent.pk for parent in parents]
        rows = ListingModel.objects.filter(collection__in=keys).order_by("channel", "id")
        return grouped(rows, lambda row: row.collection_id, keys)

    @staticmethod
    def resolve_channel(root: Any, info: Any) -> str | None:
        channel = view_of(root).channel
        return channel.slug if channel is not None else None

    @staticmethod
    def resolve_background_image(root: Any, info: Any, size: int | None = None, format: Any = None) -> Any:
        return background_image(root.background_image, root.background_image_alt, size, format)

    @batch
    def resolve_translation(parents: Sequence[Any], info: Any, language_code: Any) -> list[Any]:
        return showcase_translations(
            info, parents, language_code, type_name="CollectionTranslation", texts=CollectionTexts, owner="collection"
        )

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
