"""What a checkout costs now, by line, by vendor and in all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from market.channels.models import Channel
from market.channels.selectors.tax_rates import standard_rate
from market.checkout.errors import HeldPriceLapsed, VariantError
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.rules import discounted_line, held_delivery_of, pieces_of, price_line
from market.checkout.selectors.offers import Offer, offers_get
from market.checkout.selectors.promo_facts import NO_PROMOTIONS, HeldCard, PromoFacts, promo_facts_list
from market.core import clock
from market.core.money import Money, TaxedMoney
from market.core.tax import rate_of, split_gross
from market.orders.rules import less_gift_cards
from market.promotions.errors import NothingEligible, VoucherNotApplicable
from market.promotions.models import GiftCard
from market.promotions.rules import (
    Basket,
    BasketLine,
    Charge,
    VoucherTerms,
    calculate_card_payments,
    calculate_discount,
    major_units,
    minor_units,
    refusal_of,
)
from market.shipping.rules import (
    TERMS_CURRENCY,
    DeliveryTerms,
    calculate_amount_to_free_delivery,
    calculate_delivery_charge,
    delivery_tax_kind,
)
from market.shipping.selectors.shipping_method_list import PlaceFacts, place_facts
from market.vendors.models import Vendor


@dataclass(frozen=True, slots=True)
class PricedLine:
    """``unit`` and ``total`` are what the buyer pays; ``base_unit`` and ``discount`` what they were made of.

    ``undiscounted``: what one costs by the list; of a held line what the quote says. ``pieces``: of the variant in the whole checkout at
    prices of now, by which quantity prices go; 0 of a held line. ``refusal``: why this line cannot be bought now.
    """

    line: CheckoutLine
    offer: Offer
    undiscounted: Money
    base_unit: TaxedMoney
    discount: Money
    unit: TaxedMoney
    total: TaxedMoney
    tax_rate: Decimal
    pieces: int
    refusal: type[VariantError] | None


@dataclass(frozen=True, slots=True)
class VendorGroup:
    """What one enterprise sells and ships of a checkout; ``shipping`` is its charge once delivery is chosen, less its discount.

    It is made of two: ``held_delivery``, what its quotes say, and what it takes for goods at the prices of now (``is_charged``: there are
    some to ship). ``shipping_by_terms``: what it takes for those by its own terms, whatever is chosen.
    """

    vendor: Vendor
    lines: tuple[PricedLine, ...]
    shipping: TaxedMoney
    shipping_by_terms: Money
    held_delivery: Money
    is_charged: bool
    shipping_discount: Money
    shipping_rate: Decimal
    amount_to_free_delivery: Money | None

    @property
    def subtotal(self) -> TaxedMoney:
        return sum((line.total for line in self.lines), TaxedMoney.zero(self.shipping.currency))

    @property
    def total(self) -> TaxedMoney:
        return self.subtotal + self.shipping

    @property
    def is_held(self) -> bool:
        """Whether quotes hold all of it."""
        return all(line.line.is_held for line in self.lines)


@dataclass(frozen=True, slots=True)
class VoucherInUse:
    """The code of a checkout: what it is worth, or why it does not count now."""

    code: str
    terms: VoucherTerms | None
    refusal: VoucherNotApplicable | None


@dataclass(frozen=True, slots=True)
class CardInUse:
    """A gift card of a checkout and what it pays; 0 where it may not be used any more."""

    card: GiftCard
    amount: Money
    is_usable: bool


@dataclass(frozen=True, slots=True)
class Pricing:
    """A checkout's prices. Until a delivery method is chosen ``shipping`` is 0, as in Saleor; the groups show their charge already.
    ``has_delivery``: one is chosen, or nothing is shipped.

    Lines, charges and their sums are after the voucher; only ``total`` is after gift cards as well.
    """

    currency: str
    lines: tuple[PricedLine, ...]
    groups: tuple[VendorGroup, ...]
    has_delivery: bool
    voucher: VoucherInUse | None = None
    cards: tuple[CardInUse, ...] = ()

    @property
    def is_shipping_required(self) -> bool:
        return any(line.offer.is_shipping_required for line in self.lines)

    @property
    def subtotal(self) -> TaxedMoney:
        return sum((group.subtotal for group in self.groups), TaxedMoney.zero(self.currency))

    @property
    def delivery_charges(self) -> TaxedMoney:
        return sum((group.shipping for group in self.groups), TaxedMoney.zero(self.currency))

    def charges_at(self, listed: Decimal | None) -> Money:
        """All charges, before a voucher, by a method with this price in the channel; None: by the enterprises' own terms."""
        price = None if listed is None else Money.of(listed, self.currency)
        charges = (group.shipping_by_terms if price is None else price for group in self.groups if group.is_charged)
        held = sum((group.held_delivery for group in self.groups), Money.zero(self.currency))
        return sum(charges, held)

    @property
    def shipping(self) -> TaxedMoney:
        return self.delivery_charges if self.has_delivery else TaxedMoney.zero(self.currency)

    @property
    def discount(self) -> TaxedMoney:
        """What the voucher takes off: of each line and charge the amount without it less the amount with it."""
        off = TaxedMoney.zero(self.currency)
        for line in self.lines:
            off += _taken_off(line.total, line.discount, line.tax_rate)
        for group in self.groups:
            off += _taken_off(group.shipping, group.shipping_discount, group.shipping_rate)
        return off

    @property
    def paid_by_cards(self) -> Money:
        return sum((card.amount for card in self.cards), Money.zero(self.currency))

    @property
    def price(self) -> TaxedMoney:
        """Goods and delivery: what papers show."""
        return self.subtotal + self.shipping

    @property
    def total(self) -> TaxedMoney:
        """What is to be paid in money."""
        return less_gift_cards(self.price, self.paid_by_cards)


def _taken_off(left: TaxedMoney, discount: Money, rate: Decimal) -> TaxedMoney:
    whole = split_gross(left.gross + discount, rate)
    return TaxedMoney(whole.net - left.net, discount)


def pricing_get(*, checkout: Checkout) -> Pricing:
    """The prices of one checkout whose channel and shipping address are loaded: four statements whatever it holds."""
    return pricing_list(checkouts=[checkout])[checkout.pk]


def pricing_of(*, checkout: Checkout, lines: Sequence[CheckoutLine], offers: Mapping[int, Offer]) -> Pricing:
    """The same from lines and offers that were just read in this transaction."""
    rate = standard_rate(checkout.channel.default_country, clock.today()) if lines else Decimal(0)
    country, postal_code = _destination(checkout)
    place = place_facts(channel_id=checkout.channel_id, country=country, postal_code=postal_code)
    facts = promo_facts_list([checkout], {checkout.pk: lines})[checkout.pk]
    return price(checkout, lines, offers, rate, place=place, promotions=facts)


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
    places = _places(checkouts)
    facts = promo_facts_list(checkouts, lines)
    return {
        checkout.pk: price(
            checkout,
            lines[checkout.pk],
            offers[checkout.channel_id],
            rates.get(checkout.channel_id, Decimal(0)),
            place=places[checkout.channel_id, *_destination(checkout)],
            promotions=facts[checkout.pk],
        )
        for checkout in checkouts
    }


def price(
    checkout: Checkout,
    lines: Sequence[CheckoutLine],
    offers: Mapping[int, Offer],
    rate: Decimal,
    *,
    place: PlaceFacts,
    promotions: PromoFacts = NO_PROMOTIONS,
) -> Pricing:
    """Put the prices together from what was read: goods and delivery, then the voucher, then gift cards."""
    now, pieces = clock.now(), pieces_of(line for line in lines if not line.is_held)
    priced = tuple(
        _priced_line(line, offers[line.variant_id], rate, now, 0 if line.is_held else pieces[line.variant_id])
        for line in lines
        if line.variant_id in offers
    )
    by_vendor: dict[int, list[PricedLine]] = {}
    for line in priced:
        by_vendor.setdefault(line.offer.vendor.pk, []).append(line)
    currency = checkout.channel.currency_code
    listed = place.listed_price(checkout.shipping_method_id)
    groups = tuple(_group(tuple(own), currency, rate, place.is_remote, listed) for own in by_vendor.values())
    has_delivery = checkout.shipping_method_id is not None or not any(row.offer.is_shipping_required for row in priced)
    pricing = Pricing(currency, priced, groups, has_delivery=has_delivery)
    if promotions.voucher_code:
        pricing = _with_voucher(pricing, promotions, _destination(checkout)[0])
    return _with_cards(pricing, promotions.cards) if promotions.cards else pricing


def _priced_line(line: CheckoutLine, offer: Offer, rate: Decimal, now: dt.datetime, pieces: int) -> PricedLine:
    kind, currency = offer.product.tax_kind, offer.unit.currency
    gross, undiscounted, refusal = offer.unit_for(pieces), offer.undiscounted, offer.refusal
    if line.held_unit_price is not None and line.held_until is not None:
        gross = undiscounted = Money.of(line.held_unit_price, currency)
        refusal = HeldPriceLapsed if line.held_until <= now else offer.held_refusal
    unit, total = price_line(gross, line.quantity, kind, rate)
    none = Money.zero(currency)
    return PricedLine(line, offer, undiscounted, unit, none, unit, total, rate_of(kind, rate), pieces, refusal)


def _group(
    lines: tuple[PricedLine, ...], currency: str, rate: Decimal, is_remote: bool, listed: Decimal | None
) -> VendorGroup:
    """``listed``: the price of the chosen method where it has one; it is charged for each enterprise's parcel.

    Free delivery is judged by what the goods cost before a voucher: a code never makes delivery dearer. Held lines count in none of this:
    their quotes say what their delivery costs, whatever is chosen.
    """
    vendor = lines[0].offer.vendor
    held_lines = [line for line in lines if line.line.is_held]
    shipped = [line for line in lines if line.offer.is_shipping_required and not line.line.is_held]
    goods = sum((line.total.gross.amount for line in shipped), Decimal(0)) if shipped else None
    held = held_delivery_of((row.line.held_quote, row.line.held_delivery or Decimal(0)) for row in held_lines)
    terms = DeliveryTerms(vendor.delivery_fee, vendor.free_delivery_from, vendor.remote_area_surcharge)
    has_terms = currency == TERMS_CURRENCY
    by_terms = calculate_delivery_charge(terms, goods, is_remote=is_remote) if has_terms else Decimal(0)
    charge = Money.of(held + (by_terms if listed is None or goods is None else listed), currency)
    kinds = (line.offer.product.tax_kind for line in [*shipped, *held_lines])
    shipping_rate = rate_of(delivery_tax_kind(kinds), rate)
    missing = calculate_amount_to_free_delivery(terms, goods) if listed is None and has_terms else None
    return VendorGroup(
        vendor=vendor,
        lines=lines,
        shipping=split_gross(charge, shipping_rate),
        shipping_by_terms=Money.of(by_terms, currency),
        held_delivery=Money.of(held, currency),
        is_charged=goods is not None,
        shipping_discount=Money.zero(currency),
        shipping_rate=shipping_rate,
        amount_to_free_delivery=None if missing is None else Money.of(missing, currency),
    )


def _with_voucher(pricing: Pricing, promotions: PromoFacts, country: str) -> Pricing:
    """The prices after the voucher; as they were where it does not count, with the reason."""
    terms = promotions.terms
    if terms is None:
        return replace(pricing, voucher=VoucherInUse(promotions.voucher_code, None, VoucherNotApplicable("promoCode")))
    basket = _basket(pricing, promotions, country)
    nothing_left = pricing.lines and not basket.lines  # but what quotes hold
    refusal = NothingEligible("promoCode") if nothing_left else refusal_of(terms, basket)
    in_use = VoucherInUse(promotions.voucher_code, terms, refusal)
    if refusal is not None:
        return replace(pricing, voucher=in_use)
    discount = calculate_discount(terms, basket)
    open_lines = [line.line.pk for line in pricing.lines if not line.line.is_held]
    off_lines = dict(zip(open_lines, discount.lines, strict=True))
    off_charges = dict(zip((charge.vendor_id for charge in basket.charges), discount.charges, strict=True))
    lines = {
        line.line.pk: _discounted_line(line, _money(off_lines.get(line.line.pk, 0), pricing.currency))
        for line in pricing.lines
    }
    groups = tuple(
        _discounted_group(
            group,
            tuple(lines[line.line.pk] for line in group.lines),
            _money(off_charges.get(group.vendor.pk, 0), pricing.currency),
        )
        for group in pricing.groups
    )
    return replace(pricing, lines=tuple(lines[line.line.pk] for line in pricing.lines), groups=groups, voucher=in_use)


def _basket(pricing: Pricing, promotions: PromoFacts, country: str) -> Basket:
    """What the voucher looks at: neither held lines nor what their quotes charge for delivery."""
    currency = pricing.currency
    open_lines = [line for line in pricing.lines if not line.line.is_held]
    return Basket(
        lines=tuple(
            BasketLine(
                variant_id=line.line.variant_id,
                vendor_id=line.offer.vendor.pk,
                quantity=line.line.quantity,
                unit=minor_units(line.base_unit.gross.amount, currency),
            )
            for line in open_lines
        ),
        charges=tuple(
            Charge(group.vendor.pk, minor_units((group.shipping.gross - group.held_delivery).amount, currency))
            for group in pricing.groups
            if not group.is_held
        )
        if pricing.has_delivery
        else (),
        is_shipping_required=any(line.offer.is_shipping_required for line in open_lines),
        has_delivery=pricing.has_delivery,
        country=country,
        is_staff=promotions.is_staff,
    )


def _discounted_line(line: PricedLine, discount: Money) -> PricedLine:
    if not discount.amount:
        return line
    unit, total = discounted_line(line.base_unit.gross, line.line.quantity, discount, line.tax_rate)
    return replace(line, discount=discount, unit=unit, total=total)


def _discounted_group(group: VendorGroup, lines: tuple[PricedLine, ...], discount: Money) -> VendorGroup:
    shipping = split_gross(group.shipping.gross - discount, group.shipping_rate) if discount.amount else group.shipping
    return replace(group, lines=lines, shipping=shipping, shipping_discount=discount)


def _with_cards(pricing: Pricing, held: Sequence[HeldCard]) -> Pricing:
    currency = pricing.currency
    balances = [minor_units(row.card.current_balance, currency) if row.is_usable else 0 for row in held]
    paid = calculate_card_payments(minor_units(pricing.price.gross.amount, currency), balances)
    cards = tuple(
        CardInUse(row.card, _money(amount, currency), row.is_usable) for row, amount in zip(held, paid, strict=True)
    )
    return replace(pricing, cards=cards)


def _money(minor: int, currency: str) -> Money:
    return Money.of(major_units(minor, currency), currency)


def _destination(checkout: Checkout) -> tuple[str, str]:
    address = checkout.shipping_address
    return (address.country, address.postal_code) if address is not None else ("", "")


def _places(checkouts: Sequence[Checkout]) -> dict[tuple[int, str, str], PlaceFacts]:
    return {
        key: place_facts(channel_id=key[0], country=key[1], postal_code=key[2])
        for key in {(row.channel_id, *_destination(row)) for row in checkouts}
    }
