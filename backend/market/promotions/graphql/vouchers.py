"""Vouchers as clients see them. All but a name, a worth and the code that was used is for staff."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import graphene
from django.db.models import Sum

from market.catalog.graphql.translations import LanguageDisplay, language_display
from market.catalog.graphql.views import in_channel, view_of_slug
from market.catalog.models import Category, Collection, Product, ProductVariant
from market.catalog.selectors.view import View
from market.channels.graphql.types import Channel, CountryDisplay, country_display
from market.core.errors import PermissionDenied
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import (
    Connection,
    SortKey,
    connection_type,
    paginate_each,
    paging_arguments,
)
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, ObjectWithMetadata, non_null_list
from market.core.money import Money as MoneyValue
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.graphql.enums import DiscountValueTypeEnum, VoucherFunderEnum, VoucherTypeEnum
from market.promotions.models import Voucher as VoucherModel
from market.promotions.models import VoucherChannelListing as ListingModel
from market.promotions.models import VoucherCode as VoucherCodeModel
from market.vendors.graphql.types import Vendor

BY_ID = [SortKey("id", parse=int)]


def ensure_manages_discounts(info: Any) -> None:
    if not info.context.actor.has_permission(MANAGE_DISCOUNTS):
        raise PermissionDenied(MANAGE_DISCOUNTS)


class VoucherCode(ModelObjectType):
    """One code of a voucher."""

    class Meta:
        interfaces = (Node,)

    code = graphene.String(description="The code.")
    used = graphene.Int(description="How often it counted.")
    is_active = graphene.Boolean(description="Whether it may be used.")
    created_at = graphene.Field(DateTime, required=True, description="When it was made.")


VoucherCodeCountableConnection = connection_type(
    "VoucherCode", "market.promotions.graphql.vouchers.VoucherCode", "codes"
)


class VoucherChannelListing(ModelObjectType):
    """What a voucher is worth in a channel."""

    class Meta:
        interfaces = (Node,)

    channel = graphene.Field(Channel, required=True, description="The channel.")
    discount_value = graphene.Float(required=True, description="An amount of the currency, or per cent.")
    currency = graphene.String(required=True, description="ISO 4217 code.")
    min_spent = graphene.Field(Money, description="What must be bought for at least.")

    @staticmethod
    def resolve_discount_value(root: ListingModel, info: Any) -> float:
        return float(root.discount_value)

    @staticmethod
    def resolve_min_spent(root: ListingModel, info: Any) -> MoneyValue | None:
        return None if root.min_spent_amount is None else MoneyValue.of(root.min_spent_amount, root.currency)


@dataclass(frozen=True, slots=True)
class TranslatedVoucher:
    """A voucher's name in one language."""

    voucher_id: int
    language_code: str
    name: str


class VoucherTranslation(graphene.ObjectType):
    """The name of a voucher in another language."""

    class Meta:
        interfaces = (Node,)

    language = graphene.Field(LanguageDisplay, required=True, description="The language.")
    name = graphene.String(description="The name.")

    @staticmethod
    def resolve_id(root: TranslatedVoucher, info: Any) -> str:
        return to_global_id("VoucherTranslation", f"{root.voucher_id}-{root.language_code}")

    @staticmethod
    def resolve_language(root: TranslatedVoucher, info: Any) -> dict[str, str]:
        return language_display(root.language_code)


def _goods(model: Any, name: str) -> Callable[..., Any]:
    """The resolver of one kind of goods: a page below each voucher, seen through the channel the voucher was asked in."""

    def resolve(parents: Sequence[Any], info: Any, **paging: Any) -> list[Connection]:
        ensure_manages_discounts(info)
        rows = model.objects.all()
        pages = paginate_each(info, [voucher.pk for voucher in parents], rows, "vouchers", BY_ID, **paging)
        for voucher, page in zip(parents, pages, strict=True):
            slug = getattr(voucher, "channel_slug", None)
            view = view_of_slug(info, slug) if slug else View(None, sees_all=True)
            if view is not None:
                for node in page.nodes:
                    in_channel(node, view)
        return pages

    resolve.__qualname__ = f"Voucher.resolve_{name}"
    return batch(resolve)


class Voucher(ModelObjectType):
    """A discount that codes open."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(description="What it is called.")
    type = graphene.Field(VoucherTypeEnum, required=True, description="What it takes something off.")
    code = graphene.String(description="The code that was used, or for staff its latest.")
    codes = graphene.Field(
        VoucherCodeCountableConnection, **paging_arguments(), description="All its codes; for staff."
    )
    start_date = graphene.Field(DateTime, required=True, description="From when it counts.")
    end_date = graphene.Field(DateTime, description="Until when it counts.")
    discount_value_type = graphene.Field(DiscountValueTypeEnum, required=True, description="An amount or a share.")
    discount_value = graphene.Float(description="What it is worth in the channel that was asked for.")
    currency = graphene.String(description="Currency of that channel.")
    min_spent = graphene.Field(Money, description="What must be bought for at least in that channel.")
    usage_limit = graphene.Int(description="How often each code may be used; for staff.")
    used = graphene.Int(required=True, description="How often its codes were used; for staff.")
    single_use = graphene.Boolean(required=True, description="Whether each code counts only once.")
    apply_once_per_order = graphene.Boolean(required=True, description="Whether it counts for the cheapest piece only.")
    apply_once_per_customer = graphene.Boolean(required=True, description="Whether each buyer may use it once only.")
    only_for_staff = graphene.Boolean(required=True, description="Whether only staff may use it.")
    min_checkout_items_quantity = graphene.Int(description="How many pieces must be bought at least.")
    countries = non_null_list(CountryDisplay, description="Countries whose delivery it counts for; none: all.")
    categories = graphene.Field(
        "market.catalog.graphql.categories.CategoryCountableConnection",
        **paging_arguments(),
        description="Categories it counts for; for staff.",
    )
    collections = graphene.Field(
        "market.catalog.graphql.collections.CollectionCountableConnection",
        **paging_arguments(),
        description="Collections it counts for; for staff.",
    )
    products = graphene.Field(
        "market.catalog.graphql.products.ProductCountableConnection",
        **paging_arguments(),
        description="Products it counts for; for staff.",
    )
    variants = graphene.Field(
        "market.catalog.graphql.variants.ProductVariantCountableConnection",
        **paging_arguments(),
        description="Variants it counts for; for staff.",
    )
    channel_listings = non_null_list(VoucherChannelListing, description="What it is worth where; for staff.")
    translation = graphene.Field(
        VoucherTranslation,
        language_code=graphene.Argument(LanguageCodeEnum, required=True, description="The wanted language."),
        description="Its name in another language.",
    )
    funder = graphene.Field(VoucherFunderEnum, required=True, description="Who bears the discount; for staff.")
    vendor = graphene.Field(Vendor, description="The enterprise whose goods and delivery alone it counts for.")

    resolve_categories = _goods(Category, "categories")
    resolve_collections = _goods(Collection, "collections")
    resolve_products = _goods(Product, "products")
    resolve_variants = _goods(ProductVariant, "variants")

    @batch
    def resolve_code(parents: list[Any], info: Any) -> list[str | None]:
        if all(hasattr(voucher, "used_code") for voucher in parents):
            return [voucher.used_code for voucher in parents]
        ensure_manages_discounts(info)
        codes = _codes(parents, info)
        return [found[-1].code if found else None for found in codes]

    @batch
    def resolve_codes(parents: list[VoucherModel], info: Any, **paging: Any) -> list[Connection]:
        ensure_manages_discounts(info)
        return paginate_each(
            info, [voucher.pk for voucher in parents], VoucherCodeModel.objects.all(), "voucher_id", BY_ID, **paging
        )

    @batch
    def resolve_used(parents: list[VoucherModel], info: Any) -> list[int]:
        ensure_manages_discounts(info)
        rows = VoucherCodeModel.objects.filter(voucher__in=parents).order_by().values_list("voucher_id")
        sums = dict(rows.annotate(n=Sum("used")))
        return [sums.get(voucher.pk, 0) for voucher in parents]

    @staticmethod
    def resolve_usage_limit(root: VoucherModel, info: Any) -> int | None:
        ensure_manages_discounts(info)
        return root.usage_limit

    @staticmethod
    def resolve_funder(root: VoucherModel, info: Any) -> str:
        ensure_manages_discounts(info)
        return root.funder

    @staticmethod
    def resolve_countries(root: VoucherModel, info: Any) -> list[dict[str, str]]:
        return [country_display(code, info) for code in root.countries]

    @batch
    def resolve_discount_value(parents: list[Any], info: Any) -> list[float | None]:
        return [float(row.discount_value) if row else None for row in _asked_listings(parents, info)]

    @batch
    def resolve_currency(parents: list[Any], info: Any) -> list[str | None]:
        return [row.currency if row else None for row in _asked_listings(parents, info)]

    @batch
    def resolve_min_spent(parents: list[Any], info: Any) -> list[MoneyValue | None]:
        return [
            MoneyValue.of(row.min_spent_amount, row.currency) if row and row.min_spent_amount is not None else None
            for row in _asked_listings(parents, info)
        ]

    @batch
    def resolve_channel_listings(parents: list[Any], info: Any) -> list[list[ListingModel]]:
        ensure_manages_discounts(info)
        return _listings(parents, info)

    @staticmethod
    def resolve_translation(root: VoucherModel, info: Any, language_code: Any) -> TranslatedVoucher | None:
        code = str(getattr(language_code, "value", language_code))
        name = root.name_translations.get(code)
        return TranslatedVoucher(root.pk, code, name) if name else None


VoucherCountableConnection = connection_type("Voucher", "market.promotions.graphql.vouchers.Voucher", "vouchers")


def _codes(vouchers: list[VoucherModel], info: Any) -> list[list[VoucherCodeModel]]:
    """The latest code of each voucher."""
    keys = [voucher.pk for voucher in vouchers]
    rows = VoucherCodeModel.objects.filter(voucher_id__in=keys).order_by("voucher_id", "-id").distinct("voucher_id")
    return grouped(rows, lambda row: row.voucher_id, keys)


def _listings(vouchers: list[VoucherModel], info: Any) -> list[list[ListingModel]]:
    """The listings of each voucher, read once a level however many fields show them."""
    keys = [voucher.pk for voucher in vouchers]
    rows = info.context.remember(
        ("promotions.listings", tuple(keys)),
        lambda: list(ListingModel.objects.filter(voucher_id__in=keys).select_related("channel").order_by("id")),
    )
    return grouped(rows, lambda row: row.voucher_id, keys)


def _asked_listings(vouchers: list[Any], info: Any) -> list[ListingModel | None]:
    """The listing in the channel each voucher was asked in; without a channel none, as in Saleor."""
    return [
        next((row for row in rows if row.channel.slug == getattr(voucher, "channel_slug", None)), None)
        for voucher, rows in zip(vouchers, _listings(vouchers, info), strict=True)
    ]


def in_voucher_channel(voucher: Any, slug: str | None) -> Any:
    """The voucher, to be looked at in this channel."""
    voucher.channel_slug = slug
    return voucher
