"""Ways of delivery as clients see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import graphene

from market.core.global_ids import to_global_id
from market.core.graphql.languages import localized
from market.core.graphql.scalars import JSONString
from market.core.graphql.types import ModelObjectType, Money, Node, ObjectWithMetadata
from market.core.money import Money as MoneyValue
from market.inventory.graphql.types import Warehouse
from market.shipping.models import ShippingMethod as ShippingMethodModel


@dataclass(frozen=True, slots=True)
class OfferedMethod:
    """A way of delivery with what it costs for a certain checkout or order."""

    method: ShippingMethodModel
    price: MoneyValue

    @property
    def metadata(self) -> dict[str, str]:
        return self.method.metadata

    @property
    def private_metadata(self) -> dict[str, str]:
        return self.method.private_metadata


class ShippingMethod(ModelObjectType):
    """A way of delivery with its price, which is the sum of what each enterprise charges for its parcel."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the method.")
    description = JSONString(description="More about it, as rich text.")
    active = graphene.Boolean(required=True, description="Whether it can be chosen.")
    message = graphene.String(description="Why it cannot be chosen.")
    price = graphene.Field(Money, required=True, description="What it costs, VAT included.")
    minimum_delivery_days = graphene.Int(description="Working days it takes at least.")
    maximum_delivery_days = graphene.Int(description="Working days it takes at most.")

    @staticmethod
    def resolve_id(root: OfferedMethod, info: Any) -> str:
        return to_global_id("ShippingMethod", root.method.pk)

    @staticmethod
    def resolve_name(root: OfferedMethod, info: Any) -> str:
        return localized(root.method.name, root.method.name_en, info)

    @staticmethod
    def resolve_description(root: OfferedMethod, info: Any) -> Any:
        return root.method.description

    @staticmethod
    def resolve_active(root: OfferedMethod, info: Any) -> bool:
        return root.method.is_active

    @staticmethod
    def resolve_message(root: OfferedMethod, info: Any) -> str:
        return ""

    @staticmethod
    def resolve_minimum_delivery_days(root: OfferedMethod, info: Any) -> int | None:
        return root.method.minimum_delivery_days

    @staticmethod
    def resolve_maximum_delivery_days(root: OfferedMethod, info: Any) -> int | None:
        return root.method.maximum_delivery_days


class DeliveryMethod(graphene.Union):
    """How an order reaches its buyer: shipped, or fetched at a warehouse."""

    class Meta:
        types = (ShippingMethod, Warehouse)

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> str:
        return "ShippingMethod" if isinstance(instance, OfferedMethod) else "Warehouse"


class Delivery(graphene.ObjectType):
    """A way of delivery as it was offered for one checkout; its id is what checkoutDeliveryMethodUpdate takes."""

    id = graphene.ID(required=True, description="The ID of the offer.")
    shipping_method = graphene.Field(ShippingMethod, description="The method.")
