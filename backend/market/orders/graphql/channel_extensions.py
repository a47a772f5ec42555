"""What orders add to channels."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import PermissionDenied
from market.core.graphql.batch import batch
from market.core.permissions import MANAGE_CHANNELS, MANAGE_ORDERS
from market.orders.selectors.orders_of_channels import channels_with_orders


class ChannelOrderFields:
    has_orders = graphene.Boolean(required=True, description="Whether anything was ever ordered in it; for staff.")

    @batch
    def resolve_has_orders(parents: list[Any], info: Any) -> list[bool]:
        if not info.context.actor.has_permission(MANAGE_CHANNELS, MANAGE_ORDERS):
            raise PermissionDenied(MANAGE_CHANNELS)
        found = channels_with_orders([channel.pk for channel in parents])
        return [channel.pk in found for channel in parents]
