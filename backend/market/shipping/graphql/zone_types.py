"""Zones and their methods, as those who manage shipping see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.translations import LanguageDisplay, language_display
from market.catalog.graphql.views import in_channel
from market.catalog.models import Product
from market.catalog.selectors.view import View
from market.channels.graphql.countries import CountryDisplay, country_display
from market.channels.graphql.tax_classes import TaxClass
from market.channels.graphql.types import Channel
from market.channels.selectors.tax_classes import TaxClass as TaxClassValue
from market.core.errors import PermissionDenied
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch
from market.core.graphql.connections import Connection, SortKey, connection_type, paginate_each, paging_arguments
from market.core.graphql.enums import LanguageCodeEnum, enum_from_choices, error_code_enum
from market.core.graphql.languages import localized
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import JSONString
from market.core.graphql.types import ModelObjectType, Money, MoneyRange, Node, ObjectWithMetadata, non_null_list
from market.core.graphql.weights import Weight, weight_of
from market.core.money import Money as MoneyValue
from market.core.permissions import MANAGE_SHIPPING
from market.core.tax import TaxKind
from market.inventory.graphql.types import Warehouse
from market.shipping.models import MethodLimits, PostalCodeInclusion
from market.shipping.models import ShippingMethodChannelListing as ListingModel
from market.shipping.models import ShippingMethodType as MethodModel
from market.shipping.models import ShippingZone as ZoneModel
from market.shipping.selectors.zones import (
    channels_of_zones,
    listings_of_methods,
    methods_of_zones,
    postcodes_of_methods,
    prices_of_zones,
    warehouses_of_zones,
)

ShippingMethodTypeEnum = enum_from_choices(
    "ShippingMethodTypeEnum", MethodLimits, "Whether a method looks at the price of an order or at its weight."
)
PostalCodeRuleInclusionTypeEnum = enum_from_choices(
    "PostalCodeRuleInclusionTypeEnum", PostalCodeInclusion, "Whether a method goes to the postcodes of a rule, or not."
)
ShippingErrorCode = error_code_enum(
    "ShippingErrorCode",
    "ALREADY_EXISTS GRAPHQL_ERROR INVALID MAX_LESS_THAN_MIN NOT_FOUND REQUIRED UNIQUE DUPLICATED_INPUT_ITEM",
)


class ShippingError(SaleorError):
    """What went wrong with shipping."""

    code = graphene.Field(ShippingErrorCode, required=True, description="The error's code.")
    warehouses = non_null_list(graphene.ID, description="Warehouses the error is about.")
    channels = non_null_list(graphene.ID, description="Channels the error is about.")


class ShippingMethodChannelListing(ModelObjectType):
    """A method in a channel: for how much, and for orders of which price."""

    class Meta:
        interfaces = (Node,)

    channel = graphene.Field(Channel, required=True, description="The channel.")
    price = graphene.Field(
        Money, description="What each enterprise's parcel costs, VAT included; none: each charges by its own terms."
    )
    minimum_order_price = graphene.Field(Money, description="For orders of at least this price.")
    maximum_order_price = graphene.Field(Money, description="For orders of at most this price.")

    @staticmethod
    def resolve_price(root: ListingModel, info: Any) -> MoneyValue | None:
        return _money(root.price_amount, root.currency)

    @staticmethod
    def resolve_minimum_order_price(root: ListingModel, info: Any) -> MoneyValue | None:
        return _money(root.minimum_order_price_amount, root.currency)

    @staticmethod
    def resolve_maximum_order_price(root: ListingModel, info: Any) -> MoneyValue | None:
        return _money(root.maximum_order_price_amount, root.currency)


class ShippingMethodPostalCodeRule(graphene.ObjectType):
    """Postcodes to which a method goes, or does not."""

    class Meta:
        interfaces = (Node,)

    start = graphene.String(description="The first of them.")
    end = graphene.String(description="The last of them; none: from the first upwards.")
    inclusion_type = graphene.Field(PostalCodeRuleInclusionTypeEnum, description="Whether it goes there, or not.")

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return to_global_id("ShippingMethodPostalCodeRule", root.pk)

    @staticmethod
    def resolve_end(root: Any, info: Any) -> str | None:
        return root.end or None

    @staticmethod
    def resolve_inclusion_type(root: Any, info: Any) -> str:
        return str(root.inclusion)


class ShippingMethodTranslation(graphene.ObjectType):
    """A method in another language."""

    class Meta:
        interfaces = (Node,)

    language = graphene.Field(LanguageDisplay, required=True, description="The language.")
    name = graphene.String(description="Its name.")
    description = JSONString(description="More about it, as rich text.")

    @staticmethod
    def resolve_id(root: dict[str, Any], info: Any) -> str:
        return to_global_id("ShippingMethodTranslation", f"{root['pk']}-{root['code']}")

    @staticmethod
    def resolve_language(root: dict[str, Any], info: Any) -> dict[str, str]:
        return language_display(root["code"])


class ShippingMethodType(ModelObjectType):
    """A way of delivery as it is set up; what a buyer is offered, with its price, is a ShippingMethod."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the method.")
    description = JSONString(description="More about it, as rich text.")
    type = graphene.Field(ShippingMethodTypeEnum, description="Whether it looks at an order's price or weight.")
    translation = graphene.Field(
        ShippingMethodTranslation,
        language_code=graphene.Argument(LanguageCodeEnum, required=True, description="The wanted language."),
        description="It in another language.",
    )
    channel_listings = non_null_list(
        ShippingMethodChannelListing, description="Where it is offered, and for how much; for who manages shipping."
    )
    maximum_order_price = graphene.Field(
        Money, description="The most that an order may cost in the channel of the zone."
    )
    minimum_order_price = graphene.Field(
        Money, description="The least that an order must cost in the channel of the zone."
    )
    postal_code_rules = non_null_list(ShippingMethodPostalCodeRule, description="Where it goes, or does not.")
    excluded_products = graphene.Field(
        "market.catalog.graphql.products.ProductCountableConnection",
        **paging_arguments(),
        description="What it does not take; for who manages shipping.",
    )
    minimum_order_weight = graphene.Field(Weight, description="The least that shipped goods must weigh.")
    maximum_order_weight = graphene.Field(Weight, description="The most that shipped goods may weigh.")
    maximum_delivery_days = graphene.Int(description="Working days it takes at most.")
    minimum_delivery_days = graphene.Int(description="Working days it takes at least.")
    tax_class = graphene.Field(TaxClass, description="Always the taxable one: the VAT of a delivery follows its goods.")

    @staticmethod
    def resolve_name(root: MethodModel, info: Any) -> str:
        return localized(root.name, root.name_en, info)

    @staticmethod
    def resolve_type(root: MethodModel, info: Any) -> str:
        return root.limits

    @staticmethod
    def resolve_translation(root: MethodModel, info: Any, language_code: Any) -> dict[str, Any] | None:
        code = str(getattr(language_code, "value", language_code))
        texts = dict(root.translations.get(code, {}))
        if code == "en" and root.name_en:
            texts.setdefault("name", root.name_en)
        return {"pk": root.pk, "code": code, "name": None, "description": None, **texts} if texts else None

    @batch
    def resolve_channel_listings(parents: Sequence[MethodModel], info: Any) -> list[list[ListingModel]]:
        if not info.context.actor.has_permission(MANAGE_SHIPPING):
            raise PermissionDenied(MANAGE_SHIPPING)
        found = listings_of_methods(method.pk for method in parents)
        return [found.get(method.pk, []) for method in parents]

    @batch
    def resolve_maximum_order_price(parents: Sequence[MethodModel], info: Any) -> list[MoneyValue | None]:
        return _bounds(parents, "maximum_order_price_amount")

    @batch
    def resolve_minimum_order_price(parents: Sequence[MethodModel], info: Any) -> list[MoneyValue | None]:
        return _bounds(parents, "minimum_order_price_amount")

    @batch
    def resolve_postal_code_rules(parents: Sequence[MethodModel], info: Any) -> list[list[Any]]:
        found = postcodes_of_methods(method.pk for method in parents)
        return [found.get(method.pk, []) for method in parents]

    @batch
    def resolve_excluded_products(parents: Sequence[MethodModel], info: Any, **paging: Any) -> list[Connection]:
        if not info.context.actor.has_permission(MANAGE_SHIPPING):
            raise PermissionDenied(MANAGE_SHIPPING)
        keys = [method.pk for method in parents]
        order = [SortKey("pk", parse=int)]
        pages = paginate_each(info, keys, Product.objects.all(), "excluding_methods", order, **paging)
        for page in pages:
            for product in page.nodes:
                in_channel(product, View(None, sees_all=True))
        return pages

    @staticmethod
    def resolve_minimum_order_weight(root: MethodModel, info: Any) -> dict[str, Any] | None:
        return weight_of(root.minimum_order_weight_grams)

    @staticmethod
    def resolve_maximum_order_weight(root: MethodModel, info: Any) -> dict[str, Any] | None:
        return weight_of(root.maximum_order_weight_grams)

    @staticmethod
    def resolve_tax_class(root: MethodModel, info: Any) -> TaxClassValue:
        return TaxClassValue(TaxKind.TAXABLE)


class ShippingZone(ModelObjectType):
    """Countries that the same methods reach from the same warehouses."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the zone.")
    description = graphene.String(description="What it is for.")
    default = graphene.Boolean(required=True, description="Whether it took all countries that no other zone had.")
    price_range = graphene.Field(
        MoneyRange, description="The lowest and the highest listed price, in the channel where one is named."
    )
    countries = graphene.Field(non_null_list(CountryDisplay), required=True, description="Where it goes.")
    shipping_methods = non_null_list(ShippingMethodType, description="How.")
    warehouses = graphene.Field(non_null_list(Warehouse), required=True, description="From where.")
    channels = graphene.Field(non_null_list(Channel), required=True, description="For the orders of which channels.")

    @staticmethod
    def resolve_default(root: ZoneModel, info: Any) -> bool:
        return root.is_default

    @batch
    def resolve_price_range(parents: Sequence[ZoneModel], info: Any) -> list[dict[str, MoneyValue] | None]:
        found = prices_of_zones((zone.pk for zone in parents), _slug(parents))
        return [_range(found.get(zone.pk, [])) for zone in parents]

    @staticmethod
    def resolve_countries(root: ZoneModel, info: Any) -> list[dict[str, str]]:
        return [country_display(code, info) for code in root.countries]

    @batch
    def resolve_shipping_methods(parents: Sequence[ZoneModel], info: Any) -> list[list[Any]]:
        slug = _slug(parents)
        found = methods_of_zones((zone.pk for zone in parents), slug)
        for methods in found.values():
            for method in methods:
                method.channel_slug = slug
        return [found.get(zone.pk, []) for zone in parents]

    @batch
    def resolve_warehouses(parents: Sequence[ZoneModel], info: Any) -> list[list[Any]]:
        found = warehouses_of_zones(zone.pk for zone in parents)
        return [found.get(zone.pk, []) for zone in parents]

    @batch
    def resolve_channels(parents: Sequence[ZoneModel], info: Any) -> list[list[Any]]:
        found = channels_of_zones(zone.pk for zone in parents)
        return [found.get(zone.pk, []) for zone in parents]


ShippingZoneCountableConnection = connection_type(
    "ShippingZone", "market.shipping.graphql.zone_types.ShippingZone", "shipping zones"
)


def _slug(parents: Sequence[Any]) -> str | None:
    """The channel that the zones or methods of one answer are looked at through."""
    return next((slug for parent in parents if (slug := getattr(parent, "channel_slug", None))), None)


def _bounds(methods: Sequence[MethodModel], column: str) -> list[MoneyValue | None]:
    slug = _slug(methods)
    if slug is None:
        return [None for _ in methods]
    found = listings_of_methods(method.pk for method in methods)
    listings = [next((one for one in found.get(method.pk, []) if one.channel.slug == slug), None) for method in methods]
    return [_money(getattr(one, column), one.currency) if one is not None else None for one in listings]


def _range(listings: Sequence[ListingModel]) -> dict[str, MoneyValue] | None:
    """Of listings in one currency only: two currencies have no lowest."""
    if not listings or len({listing.currency for listing in listings}) > 1:
        return None
    prices = [MoneyValue.of(one.price_amount, one.currency) for one in listings if one.price_amount is not None]
    return {"start": prices[0], "stop": prices[-1]}


def _money(amount: Any, currency: str) -> MoneyValue | None:
    return None if amount is None else MoneyValue.of(amount, currency)
