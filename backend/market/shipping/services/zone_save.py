"""Drawing a zone and changing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django_countries import countries as all_countries

from market.channels.models import Channel
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, Required
from market.core.metadata import metadata_clean
from market.core.texts import text_clean
from market.inventory.models import Warehouse
from market.shipping.errors import DefaultZoneExists, DuplicatedInputItem
from market.shipping.locks import zones_for_update
from market.shipping.models import ShippingZone
from market.shipping.services.zone_links import zone_channels_remove, zone_warehouses_add

LONGEST_NAME, LONGEST_DESCRIPTION = 100, 2_000
KNOWN = frozenset(dict(all_countries))


def zone_create(*, values: Mapping[str, Any], actor: Actor) -> ShippingZone:
    """Draw a zone. Raises Required, InvalidInput, NotFound, DefaultZoneExists, WarehousesFault."""
    if not values.get("name"):
        raise Required("name")
    with transaction.atomic():
        return _saved(ShippingZone(), values, actor, "shipping.zone_create")


def zone_update(*, zone_id: int, values: Mapping[str, Any], actor: Actor) -> ShippingZone:
    """Change what is given of a zone. Raises NotFound, DuplicatedInputItem and what ``zone_create`` raises."""
    with transaction.atomic():
        zone = zones_for_update().filter(pk=zone_id).first()
        if zone is None:
            raise NotFound("id")
        return _saved(zone, values, actor, "shipping.zone_update")


def zones_delete(*, zone_ids: Sequence[int], actor: Actor) -> list[ShippingZone]:
    """Delete zones with their methods; orders keep the names. Returns them as they were. Raises NotFound for one there is not."""
    with transaction.atomic():
        zones = list(zones_for_update().filter(pk__in=set(zone_ids)))
        if len(zones) != len(set(zone_ids)):
            raise NotFound("id")
        ShippingZone.objects.filter(pk__in=[zone.pk for zone in zones]).delete()
        for zone in zones:
            audit.record(
                actor=actor,
                action="shipping.zone_delete",
                subject_type="ShippingZone",
                subject_id=zone.pk,
                name=zone.name,
            )
        catalogue_version.bump()
    return zones


def _saved(zone: ShippingZone, values: Mapping[str, Any], actor: Actor, action: str) -> ShippingZone:
    for kind in ("warehouses", "channels"):
        if set(values.get(f"add_{kind}") or ()) & set(values.get(f"remove_{kind}") or ()):
            raise DuplicatedInputItem(kind)
    _apply(zone, values)
    try:
        with transaction.atomic():
            zone.save()
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        if constraint != "shipping_zone_one_default":
            raise
        raise DefaultZoneExists("default") from error
    _link(zone, values)
    audit.record(
        actor=actor,
        action=action,
        subject_type="ShippingZone",
        subject_id=zone.pk,
        given={name: _plain(value) for name, value in values.items()},
    )
    catalogue_version.bump()  # the countries of channels are shown to everybody
    return zone


def _apply(zone: ShippingZone, values: Mapping[str, Any]) -> None:
    if values.get("name") is not None:
        zone.name = text_clean(values["name"], field="name", longest=LONGEST_NAME)
    if values.get("description") is not None:
        zone.description = text_clean(
            values["description"], field="description", longest=LONGEST_DESCRIPTION, is_required=False
        )
    if values.get("countries") is not None:
        codes = [str(code).upper() for code in values["countries"]]
        if unknown := [code for code in codes if code not in KNOWN]:
            shown = ", ".join(unknown)[:100]
            raise InvalidInput("countries", f"모르는 나라예요: {shown}", f"Unknown countries: {shown}")
        zone.countries = sorted(set(codes))
    if values.get("default") is not None:
        zone.is_default = values["default"]
        if zone.is_default:
            taken = set().union(
                *ShippingZone.objects.exclude(pk=zone.pk).order_by().values_list("countries", flat=True)
            )
            zone.countries = sorted({*zone.countries, *(KNOWN - taken)})
    for name in ("metadata", "private_metadata"):
        if values.get(name):
            setattr(zone, name, metadata_clean(kept=getattr(zone, name), given=values[name]))


def _link(zone: ShippingZone, values: Mapping[str, Any]) -> None:
    channels = set(values.get("add_channels") or ())
    if Channel.objects.filter(pk__in=channels).count() != len(channels):
        raise NotFound("addChannels")
    zone.channels.add(*channels)
    if values.get("remove_channels"):
        zone_channels_remove(zone_ids=[zone.pk], channel_ids=values["remove_channels"])
    if values.get("add_warehouses"):
        zone_warehouses_add(zone_id=zone.pk, warehouse_ids=values["add_warehouses"], field="addWarehouses")
    if values.get("remove_warehouses"):
        zone.warehouses.remove(*values["remove_warehouses"])


def warehouse_zones_change(*, warehouse_id: UUID, zone_ids: Sequence[int], assign: bool, actor: Actor) -> None:
    """Serve zones from a warehouse, or no longer. Raises NotFound, and WarehousesFault where they share no channel."""
    wanted = set(zone_ids)
    with transaction.atomic():
        zones = list(zones_for_update().filter(pk__in=wanted))
        if len(zones) != len(wanted):
            raise NotFound("shippingZoneIds")
        for zone in zones:
            if assign:
                zone_warehouses_add(zone_id=zone.pk, warehouse_ids=[warehouse_id], field="id")
            else:
                zone.warehouses.remove(*Warehouse.objects.filter(pk=warehouse_id))
        audit.record(
            actor=actor,
            action="shipping.warehouse_assign" if assign else "shipping.warehouse_unassign",
            subject_type="Warehouse",
            subject_id=warehouse_id,
            zones=sorted(wanted),
        )
        catalogue_version.bump()  # what costs how much, and when it is there, is shown to everybody


def _plain(value: Any) -> Any:
    return [str(item) for item in value] if isinstance(value, list | tuple) else value
