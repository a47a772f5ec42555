"""Drawing, changing and deleting shipping zones, and which warehouses serve them."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.types import MetadataInput, non_null_list
from market.core.permissions import MANAGE_PRODUCTS, MANAGE_SHIPPING
from market.inventory.graphql.types import Warehouse, WarehouseError
from market.inventory.models import Warehouse as WarehouseModel
from market.inventory.selectors.warehouses import warehouse_list
from market.shipping.errors import DefaultZoneExists, DuplicatedInputItem, WarehousesFault
from market.shipping.graphql.zone_types import ShippingError, ShippingZone
from market.shipping.services.zone_save import warehouse_zones_change, zone_create, zone_update, zones_delete


class ShippingZoneInput(graphene.InputObjectType):
    """What is common to drawing and changing a zone."""

    name = graphene.String(description="Its name, for staff only.")
    description = graphene.String(description="What it is for.")
    countries = non_null_list(graphene.String, description="Codes of its countries.")
    default = graphene.Boolean(description="Whether it takes all countries that no other zone has; one zone may.")
    add_warehouses = non_null_list(
        graphene.ID, description="Warehouses that serve it; each must share a channel with it."
    )
    add_channels = non_null_list(graphene.ID, description="Channels whose orders it takes.")
    metadata = non_null_list(MetadataInput, description="Public metadata to add.")
    private_metadata = non_null_list(MetadataInput, description="Private metadata to add.")


class ShippingZoneCreateInput(ShippingZoneInput):
    """A new zone."""


class ShippingZoneUpdateInput(ShippingZoneInput):
    """Changes of a zone."""

    remove_warehouses = non_null_list(graphene.ID, description="Warehouses that serve it no more.")
    remove_channels = non_null_list(graphene.ID, description="Channels whose orders it takes no more.")


SAVING = (Required, InvalidInput, InvalidId, NotFound, DefaultZoneExists, DuplicatedInputItem, WarehousesFault)


class ShippingZoneCreate(BaseMutation):
    class Meta:
        description = "Draw a shipping zone."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        input = ShippingZoneCreateInput(required=True, description="The zone.")

    raises = SAVING
    shipping_zone = graphene.Field(ShippingZone, description="The zone.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> ShippingZoneCreate:
        return cls(shipping_zone=zone_create(values=_values(input), actor=info.context.actor))


class ShippingZoneUpdate(BaseMutation):
    class Meta:
        description = "Change a shipping zone."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the zone.")
        input = ShippingZoneUpdateInput(required=True, description="What to change.")

    raises = SAVING
    shipping_zone = graphene.Field(ShippingZone, description="The zone after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> ShippingZoneUpdate:
        key = pk_from_id(id, "ShippingZone")
        return cls(shipping_zone=zone_update(zone_id=key, values=_values(input), actor=info.context.actor))


class ShippingZoneDelete(BaseMutation):
    class Meta:
        description = "Delete a shipping zone with its methods."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the zone.")

    raises = (NotFound, InvalidId)
    shipping_zone = graphene.Field(ShippingZone, description="The zone as it was.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ShippingZoneDelete:
        (zone,) = zones_delete(zone_ids=[pk_from_id(id, "ShippingZone")], actor=info.context.actor)
        return cls(shipping_zone=zone)


class ShippingZoneBulkDelete(BaseMutation):
    class Meta:
        description = "Delete shipping zones with their methods: all of them or none."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the zones.")

    raises = (NotFound, InvalidId)
    count = graphene.Int(required=True, default_value=0, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> ShippingZoneBulkDelete:
        keys = [pk_from_id(one, "ShippingZone", field="ids") for one in ids]
        return cls(count=len(zones_delete(zone_ids=keys, actor=info.context.actor)))


class WarehouseShippingZoneAssign(BaseMutation):
    class Meta:
        description = "Serve shipping zones from a warehouse; it must share a channel with each."
        error_type = WarehouseError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the warehouse.")
        shipping_zone_ids = graphene.Argument(
            non_null_list(graphene.ID), required=True, description="IDs of the zones."
        )

    raises = (NotFound, InvalidId, WarehousesFault)
    warehouse = graphene.Field(Warehouse, description="The warehouse.")

    @classmethod
    def perform(cls, info: Any, id: str, shipping_zone_ids: list[str]) -> WarehouseShippingZoneAssign:
        return cls(warehouse=_changed(info, id, shipping_zone_ids, assign=True))


class WarehouseShippingZoneUnassign(BaseMutation):
    class Meta:
        description = "Serve shipping zones from a warehouse no more."
        error_type = WarehouseError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the warehouse.")
        shipping_zone_ids = graphene.Argument(
            non_null_list(graphene.ID), required=True, description="IDs of the zones."
        )

    raises = (NotFound, InvalidId)
    warehouse = graphene.Field(Warehouse, description="The warehouse.")

    @classmethod
    def perform(cls, info: Any, id: str, shipping_zone_ids: list[str]) -> WarehouseShippingZoneUnassign:
        return cls(warehouse=_changed(info, id, shipping_zone_ids, assign=False))


def _changed(info: Any, id: str, zone_ids: list[str], *, assign: bool) -> WarehouseModel:
    actor = info.context.actor
    key = uuid_from_id(id, "Warehouse")
    zones = [pk_from_id(one, "ShippingZone", field="shippingZoneIds") for one in zone_ids]
    warehouse = warehouse_list(viewer=actor).filter(pk=key).first()
    if warehouse is None:
        raise NotFound("id")
    warehouse_zones_change(warehouse_id=key, zone_ids=zones, assign=assign, actor=actor)
    return warehouse


def _values(given: Any) -> dict[str, Any]:
    values = dict(given)
    for name, kind in (("warehouses", "Warehouse"), ("channels", "Channel")):
        for verb in ("add", "remove"):
            ids = values.pop(f"{verb}_{name}", None)
            if ids:
                key_of: Any = uuid_from_id if kind == "Warehouse" else pk_from_id
                values[f"{verb}_{name}"] = [key_of(one, kind, field=f"{verb}{kind}s") for one in dict.fromkeys(ids)]
    for name in ("metadata", "private_metadata"):
        if values.get(name):
            values[name] = {entry["key"]: entry["value"] for entry in values[name]}
    return values
