"""Shared lists and what can be bought of them, as members of an agency see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.graphql.types import AgencyDepartment
from market.agencies.selectors.membership import memberships_for
from market.baskets.models import SharedList as SharedListModel
from market.baskets.models import SharedListItem as SharedListItemModel
from market.baskets.rules import CodeFault, Standing
from market.baskets.selectors.buyables import Buyable, Wish, buyables_get, public_channel
from market.baskets.selectors.lists import item_counts, items_of, may_fill, may_govern
from market.catalog.selectors.translations import names_of_variants
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import error_code_enum
from market.core.graphql.images import image_url
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import Image, ModelObjectType, Money, Node, non_null_list
from market.core.money import Money as MoneyValue

BasketErrorCode = error_code_enum(
    "BasketErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED TOO_MANY FILE_SIZE_LIMIT_EXCEEDED"
)
_STANDINGS = {
    "buyable": "It can be bought.",
    "less_stock": "Less is in stock than is wanted.",
    "sold_out": "Nothing is in stock.",
    "below_minimum": "The enterprise sells more at once only.",
    "above_limit": "More than may be bought at once.",
    "quote_only": "It is sold by quotation only: ask for a quote.",
    "on_holiday": "The enterprise is on holiday.",
    "gone": "It is not sold any more.",
}
BasketStandingEnum = graphene.Enum(
    "BasketStandingEnum",
    [(one.name, one.value) for one in Standing],
    description=lambda member: _STANDINGS[member.value] if member else "Whether so many of a thing can be bought now.",
)
_OUTCOMES = {
    "found": "One thing, which can be bought or not: see its line.",
    "ambiguous": "Several things: see the choices.",
    "unknown": "Nothing that is sold here: see the guesses.",
    **{
        fault.value: text
        for fault, text in (
            (CodeFault.NO_CODE, "The code is missing."),
            (CodeFault.BAD_QUANTITY, "No quantity can be read."),
        )
    },
}
QuickOrderOutcomeEnum = graphene.Enum(
    "QuickOrderOutcomeEnum",
    [(name.upper(), name) for name in _OUTCOMES],
    description=lambda member: _OUTCOMES[member.value] if member else "What became of a code.",
)
THUMBNAIL = 128


class BasketError(SaleorError):
    """What went wrong with a list or a basket."""

    code = graphene.Field(BasketErrorCode, required=True, description="The error's code.")


class BasketLine(graphene.ObjectType):
    """So many of a thing, with what it costs and whether it can be bought now, in the channel for agencies."""

    variant_id = graphene.ID(description="ID of the variant; none for one that is gone from the catalogue.")
    product_id = graphene.ID(description="ID of the product.")
    product_name = graphene.String(required=True, description="Name of the product, in the language of the request.")
    variant_name = graphene.String(required=True, description="Name of the option.")
    product_slug = graphene.String(description="Slug of the product, while everybody can see it.")
    sku = graphene.String(description="Code of the variant.")
    vendor_name = graphene.String(required=True, description="Who sells it.")
    thumbnail = graphene.Field(Image, description="Its picture.")
    quantity = graphene.Int(required=True, description="How many are wanted.")
    standing = graphene.Field(BasketStandingEnum, required=True, description="Whether they can be bought now.")
    in_stock = graphene.Int(description="How many there are; none where they are not counted or it is not sold.")
    minimum_quantity = graphene.Int(description="How many must be bought at least.")
    unit_price = graphene.Field(Money, description="What each of so many costs now, VAT included; none for a quote.")
    total_price = graphene.Field(Money, description="What so many cost now.")
    seen_price = graphene.Field(Money, description="What one cost when it was ordered or put here.")
    is_price_changed = graphene.Boolean(required=True, description="Whether the two differ.")

    @staticmethod
    def resolve_variant_id(root: Buyable, info: Any) -> str | None:
        return to_global_id("ProductVariant", root.offer.variant.pk) if root.offer else None

    @staticmethod
    def resolve_product_id(root: Buyable, info: Any) -> str | None:
        return to_global_id("Product", root.offer.product.pk) if root.offer else None

    @batch
    def resolve_product_name(parents: list[Buyable], info: Any) -> list[str]:
        english = _english(parents, info)
        return [
            (english.get(one.wish.variant_id, ("", ""))[0] or one.offer.product.name) if one.offer else ""
            for one in parents
        ]

    @batch
    def resolve_variant_name(parents: list[Buyable], info: Any) -> list[str]:
        english = _english(parents, info)
        return [
            (english.get(one.wish.variant_id, ("", ""))[1] or one.offer.variant.name) if one.offer else ""
            for one in parents
        ]

    @staticmethod
    def resolve_product_slug(root: Buyable, info: Any) -> str | None:
        return root.offer.product.slug if root.offer and root.standing is not Standing.GONE else None

    @staticmethod
    def resolve_sku(root: Buyable, info: Any) -> str | None:
        return root.offer.variant.sku if root.offer else None

    @staticmethod
    def resolve_vendor_name(root: Buyable, info: Any) -> str:
        if root.offer is None:
            return ""
        vendor = root.offer.vendor
        return (vendor.name_en if info.context.language == "en" else "") or vendor.name

    @staticmethod
    def resolve_thumbnail(root: Buyable, info: Any) -> dict[str, str] | None:
        if root.offer is None or not root.offer.artwork:
            return None
        return {"url": image_url(root.offer.artwork, THUMBNAIL), "alt": root.offer.product.name}

    @staticmethod
    def resolve_quantity(root: Buyable, info: Any) -> int:
        return root.wish.quantity

    @staticmethod
    def resolve_standing(root: Buyable, info: Any) -> str:
        return root.standing.value

    @staticmethod
    def resolve_in_stock(root: Buyable, info: Any) -> int | None:
        return root.offer.free if root.offer and root.unit is not None else None

    @staticmethod
    def resolve_minimum_quantity(root: Buyable, info: Any) -> int | None:
        return root.offer.product.minimum_order_quantity if root.offer else None

    @staticmethod
    def resolve_unit_price(root: Buyable, info: Any) -> MoneyValue | None:
        return root.unit

    @staticmethod
    def resolve_total_price(root: Buyable, info: Any) -> MoneyValue | None:
        return root.total

    @staticmethod
    def resolve_seen_price(root: Buyable, info: Any) -> MoneyValue | None:
        return root.wish.seen


def _english(parents: list[Buyable], info: Any) -> dict[int, tuple[str, str]]:
    if info.context.language != "en":
        return {}
    return names_of_variants({one.wish.variant_id for one in parents if one.offer}, "en")


class SharedListItem(graphene.ObjectType):
    """A thing on a list."""

    note = graphene.String(required=True, description="What its department wrote beside it.")
    added_by = graphene.String(description="Who put it there.")
    added_at = graphene.Field(DateTime, required=True, description="When.")
    line = graphene.Field(BasketLine, required=True, description="The thing itself, as it can be bought now.")

    @staticmethod
    def resolve_added_by(root: SharedListItemModel, info: Any) -> str | None:
        return _name(root.added_by)

    @batch
    def resolve_line(parents: list[SharedListItemModel], info: Any) -> list[Buyable]:
        channel = public_channel()
        wishes = [
            Wish(
                item.variant_id,
                item.quantity,
                MoneyValue.of(item.seen_price, channel.currency_code) if item.seen_price is not None else None,
            )
            for item in parents
        ]
        return buyables_get(wishes, channel)


def _name(member: Any) -> str | None:
    if member is None or member.user is None:  # who left the market left the name as well
        return None
    return f"{member.user.last_name}{member.user.first_name}".strip() or None


class SharedList(ModelObjectType):
    """A list of things that a department buys (구매 목록), or of its owner's alone."""

    class Meta:
        interfaces = (Node,)

    name = graphene.String(required=True, description="Its name.")
    note = graphene.String(required=True, description="What it is for.")
    is_shared = graphene.Boolean(required=True, description="False: only its owner sees it.")
    department = graphene.Field(AgencyDepartment, description="With whom it is shared; none: with the whole agency.")
    owner = graphene.String(description="Whose it is.")
    is_mine = graphene.Boolean(required=True, description="Whether it is the viewer's own.")
    may_fill = graphene.Boolean(required=True, description="Whether the viewer may change what stands on it.")
    may_govern = graphene.Boolean(required=True, description="Whether the viewer may rename, share and delete it.")
    created_at = graphene.Field(DateTime, required=True, description="When it was made.")
    updated_at = graphene.Field(DateTime, required=True, description="When it changed last.")
    item_count = graphene.Int(required=True, description="How many things stand on it.")
    items = graphene.Field(non_null_list(SharedListItem), required=True, description="What stands on it, in its order.")

    @staticmethod
    def resolve_owner(root: SharedListModel, info: Any) -> str | None:
        return _name(root.owner)

    @staticmethod
    def resolve_is_mine(root: SharedListModel, info: Any) -> bool:
        return root.owner.user_id == info.context.actor.user_id

    @batch
    def resolve_may_fill(parents: list[SharedListModel], info: Any) -> list[bool]:
        members = {member.agency_id: member for member in memberships_for(info.context.actor)}
        return [may_fill(members.get(row.agency_id), row) for row in parents]

    @batch
    def resolve_may_govern(parents: list[SharedListModel], info: Any) -> list[bool]:
        members = {member.agency_id: member for member in memberships_for(info.context.actor)}
        return [may_govern(members.get(row.agency_id), row) for row in parents]

    @batch
    def resolve_item_count(parents: list[SharedListModel], info: Any) -> list[int]:
        counts = item_counts(row.pk for row in parents)
        return [counts.get(row.pk, 0) for row in parents]

    @batch
    def resolve_items(parents: list[SharedListModel], info: Any) -> list[list[SharedListItemModel]]:
        ids = [row.pk for row in parents]
        return grouped(items_of(ids), lambda item: item.list_id, ids)


SharedListCountableConnection = connection_type("SharedList", "market.baskets.graphql.types.SharedList", "lists")


class OrderAgainLine(graphene.ObjectType):
    """A line of an earlier order, and how the same can be bought now."""

    product_name = graphene.String(required=True, description="What it was called then.")
    variant_name = graphene.String(required=True, description="The option then.")
    quantity_then = graphene.Int(required=True, description="How many were ordered.")
    line = graphene.Field(BasketLine, required=True, description="The same now.")


class OrderAgainPreview(graphene.ObjectType):
    """An earlier order beside what it would be today. Nothing is changed by looking."""

    order_number = graphene.String(required=True, description="Number of the order.")
    ordered_at = graphene.Field(DateTime, required=True, description="When it was placed.")
    lines = graphene.Field(non_null_list(OrderAgainLine), required=True, description="Its lines.")


class QuickOrderRow(graphene.ObjectType):
    """One code of a pasted or uploaded list."""

    number = graphene.Int(required=True, description="Its line in the text or sheet.")
    code = graphene.String(required=True, description="The code as it was given.")
    quantity = graphene.Int(required=True, description="How many; 0 where that could not be read.")
    outcome = graphene.Field(QuickOrderOutcomeEnum, required=True, description="What became of it.")
    line = graphene.Field(BasketLine, description="The thing, where the code means one.")
    choices = graphene.Field(
        non_null_list(BasketLine), required=True, description="What the code means, where it is several, 20 at most."
    )
    guesses = graphene.Field(
        non_null_list(BasketLine), required=True, description="What may have been meant, where it means nothing."
    )
