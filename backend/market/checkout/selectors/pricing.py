"""What a checkout costs now, by line, by vendor and in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from market.channels.models import Channel
from market.channels.selectors.tax_rates import standard_rate
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.rules import price_line
from market.checkout.selectors.offers import Offer, offers_get
from market.core import clock
from market.core.money import Money, TaxedMoney
from market.core.tax import rate_of, split_gross
from market.shipping.rules import (
    DeliveryTerms,
    calculate_amount_to_free_delivery,
    calculate_delivery_charge,
    delivery_tax_kind,
)
from market.shipping.selectors.shipping_method_list import is_remote_area
from market.vendors.models import Vendor


@dataclass(frozen=True, slots=True)
class PricedLine:
    line: CheckoutLine
    offer: Offer
    unit: TaxedMoney
    total: TaxedMoney
    tax_rate: Decimal


@dataclass(frozen=True, slots=True)
class VendorGroup:
    """What one enterprise sells and ships of a checkout; ``shipping`` is its charge once delivery is chosen."""

    vendor: Vendor
    lines: tuple[PricedLine, ...]
    shipping: TaxedMoney
    amount_to_free_delivery: Money | None

    @property
    def subtotal(self) -> TaxedMoney:
        return sum((line.total for line in self.lines), TaxedMoney.zero(self.shipping.currency))

    @property
    def total(self) -> TaxedMoney:
        return self.subtotal + self.shipping


@dataclass(frozen=True, slots=True)
class Pricing:
    """A checkout's prices. Until a delivery method is chosen ``shipping`` is 0, as in Saleor; the groups show their charge already."""

    currency: str
    lines: tuple[PricedLine, ...]
    groups: tuple[VendorGroup, ...]
    has_delivery: bool

    @property
    def is_shipping_required(self) -> bool:
        return any(line.offer.is_shipping_required for line in self.lines)

    @property
    def subtotal(self) -> TaxedMoney:
        return sum((group.subtotal for group in self.groups), TaxedMoney.zero(self.currency))

    @property
    def delivery_charges(self) -> TaxedMoney:
        return sum((group.shipping for group in self.groups), TaxedMoney.zero(self.currency))

    @property
    def shipping(self) -> TaxedMoney:
        return self.delivery_charges if self.has_delivery else TaxedMoney.zero(self.currency)

    @property
    def total(self) -> TaxedMoney:
        return self.subtotal + self.shipping


def pricing_get(*, checkout: Checkout) -> Pricing:
    """The prices of one checkout whose channel and shipping address are loaded: four statements whatever it holds."""
    return pricing_list(checkouts=[checkout])[checkout.pk]


def pricing_of(*, checkout: Checkout, lines: Sequence[CheckoutLine], offers: Mapping[int, Offer]) -> Pricing:
    """The same from lines and offers that were just read in this transaction."""
    rate = standard_rate(checkout.channel.default_country, clock.today()) if lines else Decimal(0)
    country, postal_code = _destination(checkout)
    return price(checkout, lines, offers, rate, is_remote=is_remote_area(country=country, postal_code=postal_code))


def pricing_list(*, checkouts: Sequence[Checkout]) -> dict[UUID, Pricing]:
    """The prices of several checkouts; one statement for all lines, then one a channel and one a postcode."""
    lines: dict[UUID, list[CheckoutLine]] = {checkout.pk: [] for checkout in checkouts}
    for line in CheckoutLine.objects.filter(checkout_id__in=lines).order_by("created_at", "id"):
        lines[line.checkout_id].append(line)
    variants: dict[Channel, set[int]] = {}
    for checkout in checkouts:
        variants.setdefault(checkout.channel, set()).update(line.variant_id for line in lines[checkout.pk])
    offers = {
        channel.pk: offers_get(variant_ids=ids, channel=channel) if ids else {} for channel, ids in variants.items()
    }
    rates = {
        channel.pk: standard_rate(channel.default_country, clock.today()) for channel, ids in variants.items() if ids
    }
    remote = _remote_areas(checkouts)
    return {
        checkout.pk: price(
            checkout,
            lines[checkout.pk],
            offers[checkout.channel_id],
            rates.get(checkout.channel_id, Decimal(0)),
            is_remote=remote.get(_destination(checkout), False),
        )
        for checkout in checkouts
    }


def price(
    checkout: Checkout, lines: Sequence[CheckoutLine], offers: Mapping[int, Offer], rate: Decimal, *, is_remote: bool
) -> Pricing:
    """Put the prices together from what was read."""
    priced = tuple(_priced_line(line, offers[line.variant_id], rate) for line in lines if line.variant_id in offers)
    by_vendor: dict[int, list[PricedLine]] = {}
    for line in priced:
        by_vendor.setdefault(line.offer.vendor.pk, []).append(line)
    currency = checkout.channel.currency_code
    groups = tuple(_group(tuple(own), currency, rate, is_remote) for own in by_vendor.values())
    return Pricing(currency, priced, groups, has_delivery=checkout.shipping_method_id is not None)


def _priced_line(line: CheckoutLine, offer: Offer, rate: Decimal) -> PricedLine:
    kind = offer.product.tax_kind
    unit, total = price_line(offer.unit, line.quantity, kind, rate)
    return PricedLine(line, offer, unit, total, rate_of(kind, rate))


def _group(lines: tuple[PricedLine, ...], currency: str, rate: Decimal, is_remote: bool) -> VendorGroup:
    vendor = lines[0].offer.vendor
    shipped = [line for line in lines if line.offer.is_shipping_required]
    goods = sum((line.total.gross.amount for line in shipped), Decimal(0)) if shipped else None
    terms = DeliveryTerms(vendor.delivery_fee, vendor.free_delivery_from, vendor.remote_area_surcharge)
    charge = Money.of(calculate_delivery_charge(terms, goods, is_remote=is_remote), currency)
    kind = delivery_tax_kind(line.offer.product.tax_kind for line in shipped)
    missing = calculate_amount_to_free_delivery(terms, goods)
    return VendorGroup(
        vendor=vendor,
        lines=lines,
        shipping=split_gross(charge, rate_of(kind, rate)),
        amount_to_free_delivery=None if missing is None else Money.of(missing, currency),
    )


def _destination(checkout: Checkout) -> tuple[str, str]:
    address = checkout.shipping_address
    return (address.country, address.postal_code) if address is not None else ("", "")


def _remote_areas(checkouts: Sequence[Checkout]) -> dict[tuple[str, str], bool]:
    return {
        place: is_remote_area(country=place[0], postal_code=place[1])
        for place in {_destination(row) for row in checkouts}
    }
