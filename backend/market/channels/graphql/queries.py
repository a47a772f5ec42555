"""Reading channels."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLError

from market.channels.graphql.tax_classes import TaxClassQueries
from market.channels.graphql.types import Channel
from market.channels.models import Channel as ChannelModel
from market.channels.selectors.channels import channel_by_slug, channel_list
from market.core.global_ids import int_pk
from market.core.graphql.types import non_null_list


class ChannelQueries(TaxClassQueries):
    channel = graphene.Field(
        Channel,
        id=graphene.ID(description="ID of the channel."),
        slug=graphene.String(description="Slug of the channel."),
        description="One channel, by id or slug.",
    )
    channels = graphene.Field(non_null_list(Channel), description="The channels that sell; for staff, all of them.")

    @staticmethod
    def resolve_channel(root: Any, info: Any, id: str | None = None, slug: str | None = None) -> ChannelModel | None:
        if (id is None) == (slug is None):
            raise GraphQLError("At least one and only one of 'id' and 'slug' is required.")
        if slug is None:
            pk = int_pk(id or "", "Channel")
            slug = ChannelModel.objects.filter(pk=pk).values_list("slug", flat=True).first()
        return channel_by_slug(slug.replace("\x00", "\ufffd"), viewer=info.context.actor) if slug else None

    @staticmethod
    def resolve_channels(root: Any, info: Any) -> list[ChannelModel]:
        return channel_list(viewer=info.context.actor)
