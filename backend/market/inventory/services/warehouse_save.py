"""Opening a warehouse and changing it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from market.accounts.models import Address
from market.accounts.services.address_clean import AddressChecks, address_clean
from market.channels.models import Channel
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound, PermissionDenied
from market.core.metadata import metadata_clean
from market.core.permissions import MANAGE_PRODUCTS
from market.core.texts import slug_clean, slug_race, text_clean
from market.inventory.errors import PickupNotOffered, ReferenceTaken, WarehouseOwnerUnclear
from market.inventory.locks import warehouses_for_update
from market.inventory.models import Warehouse, WarehouseChannel
from market.inventory.ports import zone_keeping
from market.vendors.models import Vendor
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import AUTHENTICATED_VENDOR_MEMBER, ensure_acts_for, vendor_ids_with
from market.vendors.services.house_vendor import house_vendor

LONGEST = 250
UNCHECKED = AddressChecks(required_fields=False, fields_format=False, normalization=False)


def warehouse_create(*, vendor_id: int | None, values: Mapping[str, Any], actor: Actor) -> Warehouse:
    """Open a warehouse of an enterprise; staff who name none open one of the market's own shop.

    One that a member opens serves every channel and zone at once; one that staff open serves none until it is assigned, as in Saleor.
    Raises NotFound, PermissionDenied, WarehouseOwnerUnclear, Required, InvalidInput, SlugTaken, ReferenceTaken, PickupNotOffered and
    ManyErrors for a faulty address.
    """
    with transaction.atomic():
        owner = _owner(vendor_id, actor)
        is_members_own = not actor.has_permission(MANAGE_PRODUCTS)
        warehouse = Warehouse(vendor_id=house_vendor().pk if owner is None else owner)
        _apply(warehouse, values, actor)
        if "slug" not in values:
            warehouse.slug = slug_clean(None, rows=Warehouse.objects.all(), source=warehouse.name, is_given=False)
        _save(warehouse)
        if is_members_own:
            serve_everywhere(warehouse)
        _record(warehouse, values, actor, "inventory.warehouse_create")
    return warehouse


def warehouse_update(
    *, warehouse_id: UUID | None, reference: str | None, values: Mapping[str, Any], actor: Actor
) -> Warehouse:
    """Change what is given of a warehouse. Raises NotFound for another's and what ``warehouse_create`` raises."""
    with transaction.atomic():
        rows = warehouses_for_update()
        rows = rows.filter(pk=warehouse_id) if warehouse_id is not None else rows.filter(external_reference=reference)
        warehouse = rows.first()
        owner = None if warehouse is None else warehouse.vendor_id
        ensure_acts_for(owner, actor, Ability.MANAGE_STOCK, MANAGE_PRODUCTS)
        if warehouse is None:
            raise NotFound("id")
        _apply(warehouse, values, actor)
        _save(warehouse)
        _record(warehouse, values, actor, "inventory.warehouse_update")
    return warehouse


def serve_everywhere(warehouse: Warehouse) -> None:
    """Let a warehouse serve every channel, and every zone that shares one with it."""
    channels = Channel.objects.order_by("pk").values_list("pk", flat=True)
    WarehouseChannel.objects.bulk_create(
        [WarehouseChannel(warehouse=warehouse, channel_id=channel_id) for channel_id in channels], ignore_conflicts=True
    )
    zone_keeping().join_all(warehouse.pk)
    catalogue_version.bump()


def _owner(vendor_id: int | None, actor: Actor) -> int | None:
    """Whose warehouse it becomes; None: the market's own."""
    if vendor_id is not None:
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_STOCK, MANAGE_PRODUCTS, field="vendor")
        if not Vendor.objects.filter(pk=vendor_id).exists():
            raise NotFound("vendor")
        return vendor_id
    if actor.has_permission(MANAGE_PRODUCTS):
        return None
    own = vendor_ids_with(actor, Ability.MANAGE_STOCK)
    if not own:
        raise PermissionDenied(AUTHENTICATED_VENDOR_MEMBER)
    if len(own) > 1:
        raise WarehouseOwnerUnclear("vendor")
    return own[0]


def _apply(warehouse: Warehouse, values: Mapping[str, Any], actor: Actor) -> None:
    if values.get("click_and_collect_option", "disabled") != "disabled":
        raise PickupNotOffered("clickAndCollectOption")
    if "name" in values:
        warehouse.name = text_clean(values["name"], field="name", longest=LONGEST)
    if "slug" in values:
        others = Warehouse.objects.exclude(pk=warehouse.pk)
        warehouse.slug = slug_clean(values["slug"], rows=others, is_given=True)
    if values.get("email") is not None:
        warehouse.email = text_clean(values["email"], field="email", longest=254, is_required=False)
        if warehouse.email:
            _check_email(warehouse.email)
    if "external_reference" in values:
        given = values["external_reference"]
        warehouse.external_reference = text_clean(given, field="externalReference", longest=LONGEST) if given else None
    if values.get("is_private") is not None:
        warehouse.is_private = values["is_private"]
    if values.get("address") is not None:
        warehouse.address = _address(values["address"], warehouse.address_id, actor)
    for name in ("metadata", "private_metadata"):
        if values.get(name):
            setattr(warehouse, name, metadata_clean(kept=getattr(warehouse, name), given=values[name]))


def _check_email(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValidationError({"email": error.error_list}) from error


def _address(given: Mapping[str, Any], replaces: int | None, actor: Actor) -> Address:
    """The address saved, in the row of the one it replaces: a warehouse's address is its own."""
    values = dict(given)
    is_unchecked = values.pop("skip_validation", False) and actor.has_permission(MANAGE_PRODUCTS)
    address = address_clean(values=values, checks=UNCHECKED if is_unchecked else None)
    address.pk = replaces
    address.save(force_update=replaces is not None, force_insert=replaces is None)
    return address


def _save(warehouse: Warehouse) -> None:
    try:
        with slug_race():
            warehouse.save()
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
        if "external_reference" not in constraint:
            raise
        raise ReferenceTaken("externalReference") from error


def _record(warehouse: Warehouse, values: Mapping[str, Any], actor: Actor, action: str) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject_type="Warehouse",
        subject_id=warehouse.pk,
        vendor=warehouse.vendor_id,
        fields=sorted(values),
    )
