"""Making, changing, listing and deleting ways of delivery."""

from __future__ import annotations

from typing import Any

import graphene

from market.channels.graphql.tax_classes import tax_kind_of
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.scalars import JSONString, PositiveDecimal
from market.core.graphql.translations import TranslationError
from market.core.graphql.types import non_null_list
from market.core.graphql.weights import WeightScalar
from market.core.permissions import MANAGE_SHIPPING, MANAGE_TRANSLATIONS
from market.shipping.errors import (
    ChannelAmount,
    ChannelOutsideZone,
    ListedTwice,
    MaximumBelowMinimum,
    PostcodesTwice,
    TaxFollowsGoods,
    WeightsCrossed,
)
from market.shipping.graphql.zone_types import (
    PostalCodeRuleInclusionTypeEnum,
    ShippingError,
    ShippingMethodType,
    ShippingMethodTypeEnum,
    ShippingZone,
)
from market.shipping.services.method_channels_change import method_channels_change
from market.shipping.services.method_exclusions import method_exclusions_change
from market.shipping.services.method_save import method_create, method_update, methods_delete
from market.shipping.services.method_translate import method_translate

METHOD = ("ShippingMethodType", "ShippingMethod")


class ShippingPostalCodeRulesCreateInputRange(graphene.InputObjectType):
    """A range of postcodes."""

    start = graphene.String(required=True, description="The first of them.")
    end = graphene.String(description="The last of them; none: from the first upwards.")


class ShippingPriceInput(graphene.InputObjectType):
    """A way of delivery."""

    name = graphene.String(description="Its name.")
    description = JSONString(description="More about it, as rich text.")
    type = graphene.InputField(
        ShippingMethodTypeEnum, description="Whether it looks at an order's price (unless told) or weight."
    )
    shipping_zone = graphene.ID(description="ID of its zone.")
    minimum_order_weight = WeightScalar(description="The least that shipped goods must weigh.")
    maximum_order_weight = WeightScalar(description="The most that shipped goods may weigh.")
    minimum_delivery_days = graphene.Int(description="Working days it takes at least.")
    maximum_delivery_days = graphene.Int(description="Working days it takes at most.")
    add_postal_code_rules = non_null_list(ShippingPostalCodeRulesCreateInputRange, description="Postcodes to add.")
    delete_postal_code_rules = non_null_list(graphene.ID, description="Postcodes to take away.")
    inclusion_type = graphene.InputField(
        PostalCodeRuleInclusionTypeEnum, description="Whether it goes to the added postcodes, or not."
    )
    tax_class = graphene.ID(description="The taxable class and no other: the VAT of a delivery follows its goods.")


class ShippingMethodChannelListingAddInput(graphene.InputObjectType):
    """A method in a channel. What is not given stays as it is."""

    channel_id = graphene.ID(required=True, description="ID of the channel.")
    price = PositiveDecimal(
        description="What each enterprise's parcel costs, VAT included; none or null: each charges by its own terms."
    )
    minimum_order_price = PositiveDecimal(description="For orders of at least this price.")
    maximum_order_price = PositiveDecimal(description="For orders of at most this price.")


class ShippingMethodChannelListingInput(graphene.InputObjectType):
    """Where a method is offered."""

    add_channels = non_null_list(ShippingMethodChannelListingAddInput, description="Channels to list it in, or change.")
    remove_channels = non_null_list(graphene.ID, description="Channels to take it from.")


class ShippingPriceExcludeProductsInput(graphene.InputObjectType):
    """What a method does not take."""

    products = graphene.InputField(non_null_list(graphene.ID), required=True, description="IDs of products.")


class ShippingPriceTranslationInput(graphene.InputObjectType):
    """A method in another language; an empty text takes the translation away."""

    name = graphene.String(description="Its name.")
    description = JSONString(description="More about it, as rich text.")


SAVING = (Required, InvalidInput, InvalidId, NotFound, WeightsCrossed, PostcodesTwice, TaxFollowsGoods)


class ShippingPriceCreate(BaseMutation):
    class Meta:
        description = "Make a way of delivery in a zone."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        input = ShippingPriceInput(required=True, description="The method.")

    raises = SAVING
    shipping_zone = graphene.Field(ShippingZone, description="Its zone.")
    shipping_method = graphene.Field(ShippingMethodType, description="The method.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> ShippingPriceCreate:
        method = method_create(values=_values(input), actor=info.context.actor)
        return cls(shipping_method=method, shipping_zone=method.zone)


class ShippingPriceUpdate(BaseMutation):
    class Meta:
        description = "Change a way of delivery."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the method.")
        input = ShippingPriceInput(required=True, description="What to change.")

    raises = SAVING
    shipping_zone = graphene.Field(ShippingZone, description="Its zone.")
    shipping_method = graphene.Field(ShippingMethodType, description="The method after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> ShippingPriceUpdate:
        key = pk_from_id(id, *METHOD)
        method = method_update(method_id=key, values=_values(input), actor=info.context.actor)
        return cls(shipping_method=method, shipping_zone=method.zone)


class ShippingPriceDelete(BaseMutation):
    class Meta:
        description = "Delete a way of delivery; orders keep its name."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the method.")

    raises = (NotFound, InvalidId)
    shipping_zone = graphene.Field(ShippingZone, description="Its zone.")
    shipping_method = graphene.Field(ShippingMethodType, description="The method as it was.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ShippingPriceDelete:
        (method,) = methods_delete(method_ids=[pk_from_id(id, *METHOD)], actor=info.context.actor)
        return cls(shipping_method=method, shipping_zone=method.zone)


class ShippingPriceBulkDelete(BaseMutation):
    class Meta:
        description = "Delete ways of delivery: all of them or none."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the methods.")

    raises = (NotFound, InvalidId)
    count = graphene.Int(required=True, default_value=0, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> ShippingPriceBulkDelete:
        keys = [pk_from_id(one, *METHOD, field="ids") for one in ids]
        return cls(count=len(methods_delete(method_ids=keys, actor=info.context.actor)))


class ShippingMethodChannelListingUpdate(BaseMutation):
    class Meta:
        description = "Offer a method in channels, change its price there, or take it out."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the method.")
        input = ShippingMethodChannelListingInput(required=True, description="The channels.")

    raises = (NotFound, InvalidId, ListedTwice, ChannelOutsideZone, ChannelAmount, MaximumBelowMinimum)
    shipping_method = graphene.Field(ShippingMethodType, description="The method after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> ShippingMethodChannelListingUpdate:
        key = pk_from_id(id, *METHOD)
        add = []
        for one in input.get("add_channels") or ():
            given = dict(one)
            add.append((pk_from_id(given.pop("channel_id"), "Channel", field="channelId"), given))
        remove = [pk_from_id(one, "Channel", field="removeChannels") for one in input.get("remove_channels") or ()]
        method = method_channels_change(method_id=key, add=add, remove=remove, actor=info.context.actor)
        return cls(shipping_method=method)


class ShippingPriceExcludeProducts(BaseMutation):
    class Meta:
        description = "Exclude products from a method."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the method.")
        input = ShippingPriceExcludeProductsInput(required=True, description="Which.")

    raises = (NotFound, InvalidId)
    shipping_method = graphene.Field(ShippingMethodType, description="The method after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> ShippingPriceExcludeProducts:
        return cls(shipping_method=_excluding(info, id, input["products"], exclude=True))


class ShippingPriceRemoveProductFromExclude(BaseMutation):
    class Meta:
        description = "Take products by a method that excluded them."
        error_type = ShippingError
        permissions = (MANAGE_SHIPPING,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the method.")
        products = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of products.")

    raises = (NotFound, InvalidId)
    shipping_method = graphene.Field(ShippingMethodType, description="The method after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, products: list[str]) -> ShippingPriceRemoveProductFromExclude:
        return cls(shipping_method=_excluding(info, id, products, exclude=False))


class ShippingPriceTranslate(BaseMutation):
    class Meta:
        description = "Say in another language what a method is."
        error_type = TranslationError
        permissions = (MANAGE_TRANSLATIONS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the method.")
        language_code = graphene.Argument(LanguageCodeEnum, required=True, description="The language.")
        input = ShippingPriceTranslationInput(required=True, description="The texts.")

    raises = (NotFound, InvalidId, InvalidInput)
    shipping_method = graphene.Field(ShippingMethodType, description="The method after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> ShippingPriceTranslate:
        method = method_translate(
            method_id=pk_from_id(id, *METHOD),
            language_code=str(getattr(language_code, "value", language_code)),
            values=dict(input),
            actor=info.context.actor,
        )
        return cls(shipping_method=method)


def _excluding(info: Any, id: str, products: list[str], *, exclude: bool) -> Any:
    key = pk_from_id(id, *METHOD)
    keys = [pk_from_id(one, "Product", field="products") for one in products]
    return method_exclusions_change(method_id=key, product_ids=keys, exclude=exclude, actor=info.context.actor)


def _values(given: Any) -> dict[str, Any]:
    values = dict(given)
    if values.get("shipping_zone"):
        values["shipping_zone"] = pk_from_id(values["shipping_zone"], "ShippingZone", field="shippingZone")
    if values.get("tax_class"):
        values["tax_kind"] = tax_kind_of(values["tax_class"], "taxClass")
    values.pop("tax_class", None)
    for name in ("type", "inclusion_type"):
        if values.get(name) is not None:
            values[name] = str(getattr(values[name], "value", values[name]))
    if values.get("delete_postal_code_rules"):
        values["delete_postal_code_rules"] = [
            pk_from_id(one, "ShippingMethodPostalCodeRule", field="deletePostalCodeRules")
            for one in values["delete_postal_code_rules"]
        ]
    return values
