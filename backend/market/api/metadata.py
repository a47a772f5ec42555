"""Saleor's metadata mutations over every type that carries metadata."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import graphene
from django.db import models, transaction
from django.db.models import Q

from market.accounts.models import Address, User
from market.catalog.models import Attribute, Category, Collection, Product, ProductMedia, ProductType, ProductVariant
from market.channels.models import Channel
from market.checkout.models import Checkout, CheckoutLine
from market.content.models import Menu, MenuItem, Page, PageType
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, NotFound, PermissionDenied
from market.core.global_ids import BadGlobalId, from_global_id, int_pk, uuid_pk
from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import BaseMutation, InvalidId, SaleorError
from market.core.graphql.types import MetadataInput, ObjectWithMetadata, non_null_list
from market.core.locks import locked
from market.core.models import ModelWithMetadata
from market.core.permissions import MANAGE_STAFF, METADATA_KEEPERS
from market.inventory.models import Warehouse
from market.orders.models import Fulfillment, Order, OrderLine
from market.promotions.models import GiftCard, Voucher
from market.shipping.models import ShippingMethod, ShippingMethodType, ShippingZone
from market.vendors.models import Vendor

MOST_ENTRIES, LONGEST_KEY, LONGEST_VALUE = 100, 256, 32_768


def _own_user(actor: Actor) -> Q:
    return Q(pk=actor.user_id) if actor.is_authenticated else Q(pk__isnull=True)


def _own_address(actor: Actor) -> Q:
    return Q(owners=actor.user_id) if actor.is_authenticated else Q(pk__isnull=True)


def _own_checkout(prefix: str = "") -> Callable[[Actor], Q]:
    return lambda actor: Q(**{f"{prefix}user__isnull": True}) | Q(**{f"{prefix}user_id": actor.user_id or 0})


def _own_order(prefix: str = "") -> Callable[[Actor], Q]:
    return lambda actor: Q(**{f"{prefix}user__isnull": True}) | Q(**{f"{prefix}user_id": actor.user_id or 0})


def _nobody(actor: Actor) -> Q:
    return Q(pk__isnull=True)


@dataclass(frozen=True)
class Carrier:
    """Who may write the metadata of a type: holders of the permission anywhere, others within ``public_scope``."""

    model: type[ModelWithMetadata]
    permission: str
    public_scope: Callable[[Actor], Q] = _nobody
    has_uuid: bool = False


CARRIERS: dict[str, Carrier] = {
    "User": Carrier(User, METADATA_KEEPERS["User"], _own_user),
    "Address": Carrier(Address, METADATA_KEEPERS["Address"], _own_address),
    "Checkout": Carrier(Checkout, METADATA_KEEPERS["Checkout"], _own_checkout(), has_uuid=True),
    "CheckoutLine": Carrier(CheckoutLine, METADATA_KEEPERS["CheckoutLine"], _own_checkout("checkout__"), has_uuid=True),
    "Order": Carrier(Order, METADATA_KEEPERS["Order"], _own_order(), has_uuid=True),
    "OrderLine": Carrier(OrderLine, METADATA_KEEPERS["OrderLine"], _own_order("order__"), has_uuid=True),
    "Fulfillment": Carrier(Fulfillment, METADATA_KEEPERS["Fulfillment"]),
    "Product": Carrier(Product, METADATA_KEEPERS["Product"]),
    "ProductVariant": Carrier(ProductVariant, METADATA_KEEPERS["ProductVariant"]),
    "ProductType": Carrier(ProductType, METADATA_KEEPERS["ProductType"]),
    "ProductMedia": Carrier(ProductMedia, METADATA_KEEPERS["ProductMedia"]),
    "Attribute": Carrier(Attribute, METADATA_KEEPERS["Attribute"]),
    "Category": Carrier(Category, METADATA_KEEPERS["Category"]),
    "Collection": Carrier(Collection, METADATA_KEEPERS["Collection"]),
    "Warehouse": Carrier(Warehouse, METADATA_KEEPERS["Warehouse"], has_uuid=True),
    "ShippingMethod": Carrier(ShippingMethod, METADATA_KEEPERS["ShippingMethod"]),
    "ShippingMethodType": Carrier(ShippingMethodType, METADATA_KEEPERS["ShippingMethodType"]),
    "ShippingZone": Carrier(ShippingZone, METADATA_KEEPERS["ShippingZone"]),
    "Channel": Carrier(Channel, METADATA_KEEPERS["Channel"]),
    "Vendor": Carrier(Vendor, METADATA_KEEPERS["Vendor"]),
    "Voucher": Carrier(Voucher, METADATA_KEEPERS["Voucher"]),
    "GiftCard": Carrier(GiftCard, METADATA_KEEPERS["GiftCard"]),
    "Page": Carrier(Page, METADATA_KEEPERS["Page"]),
    "PageType": Carrier(PageType, METADATA_KEEPERS["PageType"]),
    "Menu": Carrier(Menu, METADATA_KEEPERS["Menu"]),
    "MenuItem": Carrier(MenuItem, METADATA_KEEPERS["MenuItem"]),
}

MetadataErrorCode = error_code_enum("MetadataErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED NOT_UPDATED")


class MetadataError(SaleorError):
    """What went wrong with metadata."""

    code = graphene.Field(MetadataErrorCode, required=True, description="The error's code.")


class EmptyKey(DomainError):
    code = "required"
    message_ko = "메타데이터의 이름이 비어 있어요."
    message_en = "Metadata key cannot be empty."


def _keeper(carrier: Carrier, pk: Any) -> str:
    """The permission that opens this row; members of staff are in the care of those who manage staff, as in Saleor."""
    is_staff = carrier.model is User and User.objects.filter(pk=pk, is_staff=True).exists()
    return MANAGE_STAFF if is_staff else carrier.permission


def _row_for_update(global_id: str, actor: Actor, *, private: bool) -> Any:
    """The row, locked, if the actor may write this metadata. Raises InvalidId, NotFound or PermissionDenied."""
    try:
        type_name, _ = from_global_id(global_id, *CARRIERS)
        carrier = CARRIERS[type_name]
        pk: Any = (uuid_pk if carrier.has_uuid else int_pk)(global_id, type_name)
    except BadGlobalId as error:
        raise InvalidId("id") from error
    rows: models.QuerySet[Any] = carrier.model._default_manager.filter(pk=pk)
    if not actor.has_permission(_keeper(carrier, pk)):
        if private or carrier.public_scope is _nobody:
            raise PermissionDenied(carrier.permission)
        rows = rows.filter(carrier.public_scope(actor))
    row = locked(carrier.model._default_manager.filter(pk__in=rows.values("pk"))).first()
    if row is None:
        raise NotFound("id")
    return row


def _checked(entries: list[Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        key, value = entry["key"].strip(), entry["value"]
        if not key:
            raise EmptyKey("input")
        if len(key) > LONGEST_KEY or len(value) > LONGEST_VALUE or "\x00" in key + value:
            raise InvalidInput(
                "input",
                "이름이나 값이 너무 길거나 쓸 수 없는 글자가 있어요.",
                "A key or value is too long or holds an unusable character.",
            )
        found[key] = value
    return found


def metadata_write(
    *, global_id: str, actor: Actor, private: bool, change: Callable[[dict[str, str]], dict[str, str]]
) -> Any:
    """Change the metadata of one object in one transaction; returns the object. Raises as ``_row_for_update`` and InvalidInput."""
    name = "private_metadata" if private else "metadata"
    with transaction.atomic():
        row = _row_for_update(global_id, actor, private=private)
        changed = change(dict(getattr(row, name)))
        if len(changed) > MOST_ENTRIES:
            raise InvalidInput("input", f"메타데이터는 {MOST_ENTRIES}개까지예요.", f"At most {MOST_ENTRIES} entries.")
        setattr(row, name, changed)
        row.save(update_fields=[name])
    return row


def _update(name: str, text: str, private: bool) -> Any:
    def perform(cls: Any, info: Any, id: str, input: list[Any]) -> Any:
        entries = _checked(input)
        return cls(
            item=metadata_write(
                global_id=id, actor=info.context.actor, private=private, change=lambda old: {**old, **entries}
            )
        )

    arguments = {
        "id": graphene.ID(required=True, description="ID of the object."),
        "input": graphene.Argument(
            non_null_list(MetadataInput), required=True, description="Entries to add or replace."
        ),
    }
    return _mutation(name, text, arguments, perform)


def _delete(name: str, text: str, private: bool) -> Any:
    def perform(cls: Any, info: Any, id: str, keys: list[str]) -> Any:
        def change(old: dict[str, str]) -> dict[str, str]:
            return {key: value for key, value in old.items() if key not in keys}

        return cls(item=metadata_write(global_id=id, actor=info.context.actor, private=private, change=change))

    arguments = {
        "id": graphene.ID(required=True, description="ID of the object."),
        "keys": graphene.Argument(non_null_list(graphene.String), required=True, description="Keys to take away."),
    }
    return _mutation(name, text, arguments, perform)


def _mutation(name: str, text: str, arguments: dict[str, Any], perform: Any) -> Any:
    return type(
        name,
        (BaseMutation,),
        {
            "Meta": type("Meta", (), {"description": text, "error_type": MetadataError}),
            "Arguments": type("Arguments", (), arguments),
            "raises": (NotFound, InvalidId, EmptyKey, InvalidInput),
            "item": graphene.Field(ObjectWithMetadata, description="The object after the change."),
            "perform": classmethod(perform),
        },
    )


UpdateMetadata = _update("UpdateMetadata", "Add or replace public metadata of an object.", private=False)
DeleteMetadata = _delete("DeleteMetadata", "Take public metadata away from an object.", private=False)
UpdatePrivateMetadata = _update(
    "UpdatePrivateMetadata", "Add or replace private metadata of an object; for staff.", private=True
)
DeletePrivateMetadata = _delete(
    "DeletePrivateMetadata", "Take private metadata away from an object; for staff.", private=True
)


class MetadataMutations:
    update_metadata = UpdateMetadata.Field()
    delete_metadata = DeleteMetadata.Field()
    update_private_metadata = UpdatePrivateMetadata.Field()
    delete_private_metadata = DeletePrivateMetadata.Field()
