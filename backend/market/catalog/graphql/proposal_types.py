"""Proposals as clients see them."""

from __future__ import annotations

import graphene

from market.catalog.models import ProposalKind, ProposalStatus
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Node

ProposalKindEnum = enum_from_choices("ProposalKindEnum", ProposalKind, "What is proposed.")
ProposalStatusEnum = enum_from_choices("ProposalStatusEnum", ProposalStatus, "How a proposal stands.")


class ProductProposal(ModelObjectType):
    """Changes of one product that wait for a review."""

    class Meta:
        interfaces = (Node,)

    kind = graphene.Field(ProposalKindEnum, required=True, description="What is proposed.")
    status = graphene.Field(ProposalStatusEnum, required=True, description="How it stands.")
    product_name = graphene.String(required=True, description="Name of the product, as it was.")
    version = graphene.Int(required=True, description="Grows with each change; name it to decide what you have read.")
    submitted_at = DateTime(required=True, description="Since when it waits.")
