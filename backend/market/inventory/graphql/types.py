"""Stock as clients see it."""

from __future__ import annotations

import graphene

from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata


class StockAvailability(graphene.Enum):
    """Whether a product can be had."""

    IN_STOCK = "available"
    OUT_OF_STOCK = "unavailable"


class Warehouse(ModelObjectType):
    """Where an enterprise keeps and ships its goods."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the warehouse.")
    slug = graphene.String(required=True, description="Slug of the warehouse.")
