"""Opening, changing and closing warehouses, and their order in a channel."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.graphql.inputs import AddressInput, plain_address
from market.channels.graphql.mutations import ChannelError
from market.channels.graphql.types import Channel
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.bulk import ReorderInput
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.types import MetadataInput, non_null_list
from market.core.permissions import MANAGE_CHANNELS, MANAGE_PRODUCTS
from market.core.texts import SlugTaken
from market.inventory.errors import PickupNotOffered, PiecesPromised, ReferenceTaken, WarehouseOwnerUnclear
from market.inventory.graphql.types import Warehouse, WarehouseClickAndCollectOptionEnum, WarehouseError
from market.inventory.services.channel_warehouses import channel_warehouses_reorder
from market.inventory.services.warehouse_delete import warehouse_delete
from market.inventory.services.warehouse_save import warehouse_create, warehouse_update
from market.vendors.selectors.membership import ensure_member_or


class WarehouseInput(graphene.InputObjectType):
    """What is common to opening and changing a warehouse."""

    slug = graphene.String(description="Its slug; made of the name unless given.")
    email = graphene.String(description="Whom to write to there.")
    external_reference = graphene.String(description="What it is called in another system.")
    metadata = non_null_list(MetadataInput, description="Public metadata to add.")
    private_metadata = non_null_list(MetadataInput, description="Private metadata to add.")


class WarehouseCreateInput(WarehouseInput):
    """A new warehouse."""

    name = graphene.String(required=True, description="Its name.")
    address = AddressInput(required=True, description="Where it is.")
    vendor = graphene.ID(
        description="ID of the enterprise whose it is. Members of one enterprise need not name it; staff who name none open one of the "
        "market's own shop."
    )


class WarehouseUpdateInput(WarehouseInput):
    """Changes of a warehouse."""

    name = graphene.String(description="Its name.")
    address = AddressInput(description="Where it is.")
    click_and_collect_option = WarehouseClickAndCollectOptionEnum(description="Always DISABLED here.")
    is_private = graphene.Boolean(description="Whether it is for staff's and the enterprise's eyes only.")


SAVING = (NotFound, InvalidId, Required, InvalidInput, SlugTaken, ReferenceTaken, PickupNotOffered)


class WarehouseCreate(BaseMutation):
    class Meta:
        description = "Open a warehouse. One that a member opens serves every channel; one that staff open serves none until it is assigned to some."
        error_type = WarehouseError

    class Arguments:
        input = WarehouseCreateInput(required=True, description="The warehouse.")

    raises = (*SAVING, WarehouseOwnerUnclear)
    warehouse = graphene.Field(Warehouse, description="The warehouse.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> WarehouseCreate:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        values = _values(input)
        vendor = values.pop("vendor", None)
        key = pk_from_id(vendor, "Vendor", field="vendor") if vendor else None
        return cls(warehouse=warehouse_create(vendor_id=key, values=values, actor=info.context.actor))


class WarehouseUpdate(BaseMutation):
    class Meta:
        description = "Change a warehouse."
        error_type = WarehouseError

    class Arguments:
        id = graphene.ID(description="ID of the warehouse.")
        external_reference = graphene.String(description="What it is called in another system.")
        input = WarehouseUpdateInput(required=True, description="What to change.")

    raises = SAVING
    warehouse = graphene.Field(Warehouse, description="The warehouse after the change.")

    @classmethod
    def perform(
        cls, info: Any, input: Any, id: str | None = None, external_reference: str | None = None
    ) -> WarehouseUpdate:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        if (id is None) == (external_reference is None):
            raise Required("id")
        warehouse = warehouse_update(
            warehouse_id=uuid_from_id(id, "Warehouse") if id is not None else None,
            reference=(external_reference or "").replace("\x00", "\ufffd"),
            values=_values(input),
            actor=info.context.actor,
        )
        return cls(warehouse=warehouse)


class WarehouseDelete(BaseMutation):
    class Meta:
        description = "Delete a warehouse with its stocks. One whose pieces are promised to orders stays."
        error_type = WarehouseError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the warehouse.")

    raises = (NotFound, InvalidId, PiecesPromised)
    warehouse = graphene.Field(Warehouse, description="The warehouse as it was.")

    @classmethod
    def perform(cls, info: Any, id: str) -> WarehouseDelete:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        return cls(warehouse=warehouse_delete(warehouse_id=uuid_from_id(id, "Warehouse"), actor=info.context.actor))


class ChannelReorderWarehouses(BaseMutation):
    class Meta:
        description = "Change whose pieces a channel takes first."
        error_type = ChannelError
        permissions = (MANAGE_CHANNELS,)

    class Arguments:
        channel_id = graphene.ID(required=True, description="ID of the channel.")
        moves = graphene.Argument(
            non_null_list(ReorderInput), required=True, description="Which warehouses move by how many places."
        )

    raises = (NotFound, InvalidId)
    channel = graphene.Field(Channel, description="The channel.")

    @classmethod
    def perform(cls, info: Any, channel_id: str, moves: list[Any]) -> ChannelReorderWarehouses:
        key = pk_from_id(channel_id, "Channel", field="channelId")
        places = [(uuid_from_id(move["id"], "Warehouse", field="moves"), move.get("sort_order") or 0) for move in moves]
        return cls(channel=channel_warehouses_reorder(channel_id=key, moves=places, actor=info.context.actor))


def _values(given: Any) -> dict[str, Any]:
    values = dict(given)
    if values.get("address") is not None:
        values["address"] = plain_address(values["address"])
    for name in ("metadata", "private_metadata"):
        if values.get(name):
            values[name] = {entry["key"]: entry["value"] for entry in values[name]}
    if "click_and_collect_option" in values:
        option = values["click_and_collect_option"]
        values["click_and_collect_option"] = str(getattr(option, "value", option) or "disabled")
    if values.get("slug", "") is None:
        values.pop("slug")
    return values
