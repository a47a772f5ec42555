"""What can be done with channels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.channels.errors import (
    AgenciesPayLater,
    AlreadySwitched,
    ChannelHoldsMoney,
    ChannelWithOrders,
    CurrencyDiffers,
    DuplicatedInputItem,
    SettingFixed,
)
from market.channels.graphql.inputs import ChannelCreateInput, ChannelDeleteInput, ChannelUpdateInput
from market.channels.graphql.types import Channel
from market.channels.services.channel_delete import channel_delete
from market.channels.services.channel_save import ChannelWish, channel_create, channel_update
from market.channels.services.channel_switch import channel_switch
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import BaseMutation, InvalidId, SaleorError, pk_from_id, uuid_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_CHANNELS
from market.core.texts import SlugTaken

ChannelErrorCode = error_code_enum(
    "ChannelErrorCode",
    """ALREADY_EXISTS GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE CHANNELS_CURRENCY_MUST_BE_THE_SAME CHANNEL_WITH_ORDERS
    DUPLICATED_INPUT_ITEM""",
)


class ChannelError(SaleorError):
    """What went wrong with a channel."""

    code = graphene.Field(ChannelErrorCode, required=True, description="The error's code.")
    shipping_zones = non_null_list(graphene.ID, description="Shipping zones the error is about.")


SAVING = (Required, InvalidInput, InvalidId, NotFound, SlugTaken, SettingFixed, AgenciesPayLater, DuplicatedInputItem)


class ChannelCreate(BaseMutation):
    class Meta:
        description = "Open a channel."
        error_type = ChannelError
        permissions = (MANAGE_CHANNELS,)

    class Arguments:
        input = ChannelCreateInput(required=True, description="The channel.")

    raises = SAVING
    channel = graphene.Field(Channel, description="The channel.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> ChannelCreate:
        return cls(channel=channel_create(wish=_wish(input), actor=info.context.actor))


class ChannelUpdate(BaseMutation):
    class Meta:
        description = "Change a channel."
        error_type = ChannelError
        permissions = (MANAGE_CHANNELS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the channel.")
        input = ChannelUpdateInput(required=True, description="What to change.")

    raises = SAVING
    channel = graphene.Field(Channel, description="The channel after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> ChannelUpdate:
        key = pk_from_id(id, "Channel")
        return cls(channel=channel_update(channel_id=key, wish=_wish(input), actor=info.context.actor))


class ChannelActivate(BaseMutation):
    class Meta:
        description = "Let a channel sell."
        error_type = ChannelError
        permissions = (MANAGE_CHANNELS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the channel.")

    raises = (NotFound, InvalidId, AlreadySwitched)
    channel = graphene.Field(Channel, description="The channel.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ChannelActivate:
        key = pk_from_id(id, "Channel")
        return cls(channel=channel_switch(channel_id=key, is_active=True, actor=info.context.actor))


class ChannelDeactivate(BaseMutation):
    class Meta:
        description = "Let a channel sell no more; its orders go on."
        error_type = ChannelError
        permissions = (MANAGE_CHANNELS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the channel.")

    raises = ChannelActivate.raises
    channel = graphene.Field(Channel, description="The channel.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ChannelDeactivate:
        key = pk_from_id(id, "Channel")
        return cls(channel=channel_switch(channel_id=key, is_active=False, actor=info.context.actor))


class ChannelDelete(BaseMutation):
    class Meta:
        description = "Delete a channel with its listings and checkouts; its orders move to another channel."
        error_type = ChannelError
        permissions = (MANAGE_CHANNELS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the channel.")
        input = ChannelDeleteInput(description="Where its orders go; needed when there are any.")

    raises = (NotFound, InvalidId, InvalidInput, ChannelWithOrders, CurrencyDiffers, ChannelHoldsMoney)
    channel = graphene.Field(Channel, description="The channel as it was.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any = None) -> ChannelDelete:
        key = pk_from_id(id, "Channel")
        target = pk_from_id(input["channel_id"], "Channel", field="channelId") if input else None
        return cls(channel=channel_delete(channel_id=key, to_channel_id=target, actor=info.context.actor))


def _wish(given: Any) -> ChannelWish:
    values = dict(given)
    links: dict[str, dict[str, Sequence[Any]]] = {"add": {}, "remove": {}}
    for verb, kinds in links.items():
        warehouses, zones = values.pop(f"{verb}_warehouses", None), values.pop(f"{verb}_shipping_zones", None)
        kinds["warehouses"] = [
            uuid_from_id(one, "Warehouse", field=f"{verb}Warehouses") for one in dict.fromkeys(warehouses or ())
        ]
        kinds["shipping_zones"] = [
            pk_from_id(one, "ShippingZone", field=f"{verb}ShippingZones") for one in dict.fromkeys(zones or ())
        ]
    for name in ("metadata", "private_metadata"):
        if values.get(name):
            values[name] = {entry["key"]: entry["value"] for entry in values[name]}
    for name in ("default_country", "audience"):
        if values.get(name) is not None:
            values[name] = str(getattr(values[name], "value", values[name]))
    if (stock := values.get("stock_settings")) is not None:
        strategy = stock["allocation_strategy"]
        values["stock_settings"] = {"allocation_strategy": str(getattr(strategy, "value", strategy))}
    return ChannelWish(values=values, add=links["add"], remove=links["remove"])


class ChannelMutations:
    channel_create = ChannelCreate.Field()
    channel_update = ChannelUpdate.Field()
    channel_activate = ChannelActivate.Field()
    channel_deactivate = ChannelDeactivate.Field()
    channel_delete = ChannelDelete.Field()
