"""Types that every room's GraphQL uses."""

from __future__ import annotations

from typing import Any, TypeVar

import graphene

from market.core.global_ids import to_global_id
from market.core.graphql.scalars import Metadata
from market.core.money import Money as MoneyValue

T = TypeVar("T")


def non_null_list(of_type: Any, **options: Any) -> graphene.List:
    """``[T!]``, as Saleor writes its lists."""
    return graphene.List(graphene.NonNull(of_type), **options)


class Node(graphene.Interface):
    """An object with an ID."""

    id = graphene.ID(required=True, description="The ID of the object.")


class MetadataItem(graphene.ObjectType):
    """One entry of metadata."""

    key = graphene.String(required=True, description="Key of the entry.")
    value = graphene.String(required=True, description="Value of the entry.")


class MetadataInput(graphene.InputObjectType):
    """One entry of metadata to write."""

    key = graphene.String(required=True, description="Key of the entry.")
    value = graphene.String(required=True, description="Value of the entry.")


def metadata_items(metadata: dict[str, str]) -> list[dict[str, str]]:
    return [{"key": key, "value": value} for key, value in metadata.items()]


def chosen_metadata(metadata: dict[str, str], keys: list[str] | None) -> dict[str, str]:
    """The entries under these keys, as far as there are any; all of them where no keys are named."""
    return dict(metadata) if keys is None else {key: metadata[key] for key in keys if key in metadata}


class ObjectWithMetadata(graphene.Interface):
    """Anything that carries metadata."""

    metadata = graphene.Field(non_null_list(MetadataItem), required=True, description="Public metadata.")
    metafield = graphene.String(key=graphene.String(required=True), description="One public entry, by its key.")
    metafields = graphene.Field(
        Metadata,
        keys=non_null_list(graphene.String),
        description="Public entries by their keys; all of them unless some are named.",
    )
    private_metadata = graphene.Field(
        non_null_list(MetadataItem), required=True, description="Metadata for staff only."
    )

    @staticmethod
    def resolve_metadata(root: Any, info: Any) -> list[dict[str, str]]:
        return metadata_items(root.metadata)

    @staticmethod
    def resolve_metafield(root: Any, info: Any, key: str) -> str | None:
        return root.metadata.get(key)

    @staticmethod
    def resolve_metafields(root: Any, info: Any, keys: list[str] | None = None) -> dict[str, str]:
        return chosen_metadata(root.metadata, keys)

    @staticmethod
    def resolve_private_metadata(root: Any, info: Any) -> list[dict[str, str]]:
        from market.core.errors import PermissionDenied
        from market.core.permissions import keeper_of_metadata

        permission = keeper_of_metadata(type(root).__name__)
        if not info.context.actor.has_permission(permission):
            raise PermissionDenied(permission)
        return metadata_items(root.private_metadata)

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> str:
        return type(instance).__name__


class Money(graphene.ObjectType):
    """An amount of money in a currency. Won have no fraction."""

    currency = graphene.String(required=True, description="ISO 4217 code.")
    amount = graphene.Float(required=True, description="The amount in units of the currency.")
    fractional_amount = graphene.Int(
        required=True, description="The amount in the smallest unit of the currency, exact."
    )
    fraction_digits = graphene.Int(
        required=True, description="How many digits of the fractional amount are behind the point."
    )

    @staticmethod
    def resolve_amount(root: MoneyValue, info: Any) -> float:
        return float(root.amount)

    @staticmethod
    def resolve_fraction_digits(root: MoneyValue, info: Any) -> int:
        exponent = root.amount.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0

    @staticmethod
    def resolve_fractional_amount(root: MoneyValue, info: Any) -> int:
        return int(root.amount.scaleb(Money.resolve_fraction_digits(root, info)))


class TaxedMoney(graphene.ObjectType):
    """An amount with VAT (gross), the supply amount without it (net), and the VAT itself."""

    currency = graphene.String(required=True, description="ISO 4217 code.")
    gross = graphene.Field(Money, required=True, description="With VAT.")
    net = graphene.Field(Money, required=True, description="Without VAT (공급가액).")
    tax = graphene.Field(Money, required=True, description="The VAT (세액).")


class TaxedMoneyRange(graphene.ObjectType):
    """The lowest and the highest of several prices."""

    start = graphene.Field(TaxedMoney, description="The lowest price.")
    stop = graphene.Field(TaxedMoney, description="The highest price.")


class MoneyRange(graphene.ObjectType):
    """The lowest and the highest of several amounts."""

    start = graphene.Field(Money, description="The lowest amount.")
    stop = graphene.Field(Money, description="The highest amount.")


class Image(graphene.ObjectType):
    """A picture."""

    url = graphene.String(required=True, description="Where it is.")
    alt = graphene.String(description="What it shows, for those who cannot see it.")


class ModelObjectType(graphene.ObjectType):
    """An object type over a Django model: its global id is made of the type's name and the primary key."""

    class Meta:
        abstract = True

    id = graphene.ID(required=True, description="The ID of the object.")

    @classmethod
    def global_id(cls, pk: Any) -> str:
        return to_global_id(cls._meta.name, pk)

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return to_global_id(type(root).__name__, root.pk)
