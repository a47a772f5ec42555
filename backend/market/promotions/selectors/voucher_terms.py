"""What codes are worth to those who hold them, for many checkouts at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.db.models import F, Q
from django.db.models.functions import Upper

from market.core import clock
from market.promotions.enums import DiscountValueType, VoucherType
from market.promotions.models import VoucherChannelListing, VoucherCode, VoucherUse
from market.promotions.rules import VoucherTerms, clean_code, customer_digest, minor_units

# The variants among %(variants)s that each voucher names, itself or by product, collection or category (with those below it), and
# whether the voucher names anything at all.
ELIGIBLE = """
    WITH asked AS (SELECT unnest(%(vouchers)s::bigint[]) AS voucher_id),
    named AS (
        SELECT voucher_id FROM promotions_voucher_variants WHERE voucher_id = ANY(%(vouchers)s)
        UNION SELECT voucher_id FROM promotions_voucher_products WHERE voucher_id = ANY(%(vouchers)s)
        UNION SELECT voucher_id FROM promotions_voucher_collections WHERE voucher_id = ANY(%(vouchers)s)
        UNION SELECT voucher_id FROM promotions_voucher_categories WHERE voucher_id = ANY(%(vouchers)s)),
    wanted AS (
        SELECT v.id AS variant_id, v.product_id, c.path FROM catalog_productvariant v
        JOIN catalog_product p ON p.id = v.product_id LEFT JOIN catalog_category c ON c.id = p.category_id
        WHERE v.id = ANY(%(variants)s))
    SELECT asked.voucher_id, wanted.variant_id FROM asked JOIN named USING (voucher_id)
    LEFT JOIN wanted ON
        EXISTS (SELECT 1 FROM promotions_voucher_variants x
                WHERE x.voucher_id = asked.voucher_id AND x.productvariant_id = wanted.variant_id)
        OR EXISTS (SELECT 1 FROM promotions_voucher_products x
                   WHERE x.voucher_id = asked.voucher_id AND x.product_id = wanted.product_id)
        OR EXISTS (SELECT 1 FROM promotions_voucher_collections x JOIN catalog_collectionproduct cp USING (collection_id)
                   WHERE x.voucher_id = asked.voucher_id AND cp.product_id = wanted.product_id)
        OR EXISTS (SELECT 1 FROM promotions_voucher_categories x
                   WHERE x.voucher_id = asked.voucher_id AND x.category_id = ANY(wanted.path))
"""


@dataclass(frozen=True, slots=True)
class VoucherAsk:
    """Somebody holds this code in this channel and has these variants in the cart."""

    code: str
    channel_id: int
    email: str
    variant_ids: frozenset[int]


def voucher_terms_list(asks: Sequence[VoucherAsk]) -> list[VoucherTerms | None]:
    """The terms of each asked code: None for one that does not exist, is over, spent, stopped or of another channel.

    One statement for the codes, one for the goods they name where any does, one for customers where any code is theirs once only.
    """
    codes = _codes({clean_code(ask.code).upper() for ask in asks})
    listings = _listings({code.voucher_id for code in codes.values()}, {ask.channel_id for ask in asks})
    held = [(ask, codes.get(clean_code(ask.code).upper())) for ask in asks]
    named = _named_variants(
        {code.voucher_id for code in codes.values() if code.voucher.type == VoucherType.SPECIFIC_PRODUCT},
        {variant_id for ask in asks for variant_id in ask.variant_ids},
    )
    used = _uses(
        {code.voucher_id for code in codes.values() if code.voucher.apply_once_per_customer},
        {customer_digest(ask.email) for ask in asks} - {""},
    )
    return [
        _terms(code, listing, named.get(code.voucher_id), (code.voucher_id, customer_digest(ask.email)) in used)
        if code is not None and (listing := listings.get((code.voucher_id, ask.channel_id))) is not None
        else None
        for ask, code in held
    ]


def _codes(codes: Collection[str]) -> dict[str, VoucherCode]:
    """The usable codes among these, by their upper-case text."""
    now = clock.now()
    rows = VoucherCode.objects.annotate(key=Upper("code")).filter(
        Q(usage_limit__isnull=True) | Q(used__lt=F("usage_limit")),
        Q(voucher__end_date__isnull=True) | Q(voucher__end_date__gte=now),
        key__in=codes,
        is_active=True,
        voucher__start_date__lte=now,
    )
    return {row.key: row for row in rows.select_related("voucher")}


def _listings(vouchers: Collection[int], channels: Collection[int]) -> dict[tuple[int, int], VoucherChannelListing]:
    if not vouchers:
        return {}
    rows = VoucherChannelListing.objects.filter(voucher_id__in=vouchers, channel_id__in=channels)
    return {(row.voucher_id, row.channel_id): row for row in rows}


def _named_variants(vouchers: Collection[int], variants: Collection[int]) -> dict[int, frozenset[int]]:
    """By voucher the variants it names; a voucher that names nothing is missing: it counts for everything."""
    if not vouchers:
        return {}
    found: dict[int, set[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(ELIGIBLE, {"vouchers": sorted(vouchers), "variants": sorted(variants)})
        for voucher_id, variant_id in cursor.fetchall():
            found.setdefault(voucher_id, set()).add(variant_id)
    return {voucher_id: frozenset(ids - {None}) for voucher_id, ids in found.items()}


def _uses(vouchers: Collection[int], customers: Collection[str]) -> set[tuple[int, str]]:
    if not vouchers or not customers:
        return set()
    rows = VoucherUse.objects.filter(voucher_id__in=vouchers, customer__in=customers, released_at=None).order_by()
    return set(rows.values_list("voucher_id", "customer"))


def _terms(
    code: VoucherCode, listing: VoucherChannelListing, variants: frozenset[int] | None, is_used: bool
) -> VoucherTerms:
    voucher, currency = code.voucher, listing.currency
    value, is_fixed = listing.discount_value, voucher.discount_value_type == DiscountValueType.FIXED
    least = listing.min_spent_amount
    return VoucherTerms(
        voucher_id=voucher.pk,
        code_id=code.pk,
        code=code.code,
        type=voucher.type,
        value_type=voucher.discount_value_type,
        value=Decimal(minor_units(value, currency)) if is_fixed else value,
        name=voucher.name,
        name_translations=voucher.name_translations,
        min_spent=None if least is None else minor_units(least, currency),
        min_quantity=voucher.min_checkout_items_quantity,
        is_once_per_order=voucher.apply_once_per_order,
        is_once_per_customer=voucher.apply_once_per_customer,
        is_used_by_customer=is_used,
        is_for_staff=voucher.only_for_staff,
        countries=frozenset(voucher.countries),
        vendor_id=voucher.vendor_id,
        variants=variants,
        funder=voucher.funder,
    )
