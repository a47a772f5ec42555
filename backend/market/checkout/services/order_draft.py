"""From a priced checkout to the draft of an order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings

from market.campaigns.models import CampaignProduct
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.ports import is_for_agencies
from market.checkout.rules import is_consented, is_covered
from market.checkout.selectors.pricing import PricedLine, Pricing
from market.core import clock
from market.core.actor import Actor
from market.core.money import Money, TaxedMoney
from market.orders.drafts import LineDraft, OrderDraft, VendorDraft, VoucherDraft
from market.orders.enums import PaymentMeans
from market.promotions.enums import DiscountValueType
from market.promotions.rules import major_units


def order_draft(
    *, checkout: Checkout, pricing: Pricing, actor: Actor, organisation: str, is_held: bool = False
) -> OrderDraft:
    """Copies of everything the order must keep, priced as the pricing says."""
    campaigns = running_campaigns({line.offer.product.pk for line in pricing.lines}, checkout.channel_id)
    method = checkout.shipping_method if pricing.is_shipping_required else None
    own = actor.user_id if not actor.is_staff else None  # staff completing a guest's checkout do not become its buyer
    return OrderDraft(
        channel_id=checkout.channel_id,
        user_id=checkout.user_id or own,
        email=checkout.email,
        language_code=checkout.language_code,
        payment_means=_means(checkout, pricing),
        pay_by=None if is_covered(checkout, pricing.total.gross) else _pay_by(checkout),
        voucher=_voucher(pricing),
        gift_cards={row.card.pk: row.amount for row in pricing.cards if row.amount.amount},
        charged=Money.of(checkout.charged_amount, pricing.currency),
        authorized=Money.of(checkout.authorized_amount, pricing.currency),
        checkout_token=checkout.pk,
        billing_address_id=checkout.billing_address_id,
        shipping_address_id=checkout.shipping_address_id if pricing.is_shipping_required else None,
        shipping_method_id=method.pk if method else None,
        shipping_method_name=method.name if method else "",
        buyer_organization=organisation,
        customer_note=checkout.note,
        currency=pricing.currency,
        is_held=is_held,
        metadata=checkout.metadata,
        private_metadata=checkout.private_metadata,
        vendors=tuple(
            VendorDraft(
                vendor_id=group.vendor.pk,
                shipping=group.shipping if pricing.has_delivery else TaxedMoney.zero(pricing.currency),
                shipping_discount=group.shipping_discount,
                lines=tuple(_line(line, campaigns) for line in group.lines),
            )
            for group in pricing.groups
        ),
    )


def _voucher(pricing: Pricing) -> VoucherDraft | None:
    if pricing.voucher is None or pricing.voucher.terms is None:
        return None
    terms = pricing.voucher.terms
    is_fixed = terms.value_type == DiscountValueType.FIXED
    return VoucherDraft(
        voucher_id=terms.voucher_id,
        code_id=terms.code_id,
        code=terms.code,
        name=terms.name,
        name_translations=dict(terms.name_translations),
        value_type=terms.value_type,
        value=major_units(int(terms.value), pricing.currency) if is_fixed else terms.value,
        discount=pricing.discount,
        funder=terms.funder,
        vendor_id=terms.vendor_id,
    )


def running_campaigns(product_ids: Iterable[int], channel_id: int) -> dict[int, int]:
    """The campaign that a sale of each product counts for: of those running in the channel the one that started last."""
    now = clock.now()
    running = CampaignProduct.objects.filter(
        product_id__in=product_ids,
        campaign__starts_at__lte=now,
        campaign__ends_at__gt=now,
        campaign__channels=channel_id,
    )
    return dict(running.order_by("campaign__starts_at", "campaign_id").values_list("product_id", "campaign_id"))


def _means(checkout: Checkout, pricing: Pricing) -> PaymentMeans:
    """How the order is paid: as it was covered, else after inspection (후불) or by transfer."""
    if checkout.payment_means and is_covered(checkout, pricing.total.gross):
        return PaymentMeans(checkout.payment_means)
    if is_for_agencies(checkout.channel):
        return PaymentMeans.DEFERRED
    if pricing.total.gross.amount == 0 and pricing.paid_by_cards.amount:
        return PaymentMeans.GIFT_CARD
    return PaymentMeans.FREE if pricing.total.gross.amount == 0 else PaymentMeans.BANK_TRANSFER


def _pay_by(checkout: Checkout) -> dt.datetime | None:
    """When an unpaid order lapses; never for agencies, who pay after inspection (후불)."""
    if is_for_agencies(checkout.channel):
        return None
    minutes = checkout.channel.expire_orders_after_minutes
    wait = dt.timedelta(minutes=minutes) if minutes else dt.timedelta(days=settings.BANK_TRANSFER_DAYS)
    return clock.now() + wait


def _line(priced: PricedLine, campaigns: dict[int, int]) -> LineDraft:
    variant, product = priced.offer.variant, priced.offer.product
    return LineDraft(
        variant_id=variant.pk,
        campaign_id=campaigns.get(product.pk),
        product_name=product.name,
        variant_name=variant.name,
        product_sku=variant.sku,
        product_slug=product.slug,
        artwork=priced.offer.artwork,
        is_shipping_required=priced.offer.is_shipping_required,
        quantity=priced.line.quantity,
        tax_kind=product.tax_kind,
        tax_rate=priced.tax_rate,
        undiscounted_unit=priced.undiscounted,
        unit=priced.base_unit,
        discount=priced.discount,
        total=priced.total,
        return_policy=product.return_policy,
        return_policy_note=product.return_policy_note,
        has_consent=is_consented(product.return_policy, product.return_policy_note, priced.line.metadata),
        metadata=priced.line.metadata,
        private_metadata=_quote(priced.line),
    )


def _quote(line: CheckoutLine) -> dict[str, Any]:
    """Which quote a line was bought by, and on what terms, so that it can be told later and the line be made again; else nothing."""
    if not line.is_held or line.held_until is None:
        return {}
    return {
        "quote": {
            "reference": line.held_reference,
            "quote": line.held_quote,
            "until": line.held_until.isoformat(),
            "delivery": str(line.held_delivery),
            "note": line.held_note,
        }
    }
