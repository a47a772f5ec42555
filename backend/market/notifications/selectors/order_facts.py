"""What mails tell of an order, read in a fixed number of statements whatever its size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.conf import settings

from market.accounts.models import Address
from market.catalog.selectors.translations import names_of_variants
from market.channels.models import Audience
from market.notifications.rules import option_told
from market.orders.couriers import courier_name, tracking_url_of
from market.orders.enums import ChargeStatus, PaymentMeans, RefundKind
from market.orders.models import Fulfillment, Order, OrderGrantedRefund, OrderLine
from market.orders.rules import NOT_SOLD
from market.orders.selectors.order_parts import (
    fulfillment_lines_of,
    granted_refund_lines_of,
    order_lines_of,
    vendor_orders_of,
)
from market.vendors.models import Vendor

PICTURE_WIDTH = 128  # shown at half of it


@dataclass(frozen=True, slots=True)
class LineFacts:
    """Pieces of one thing. ``total`` is the whole line's, whatever of it was sent."""

    title: str
    option: str
    quantity: int
    unit: Decimal
    total: Decimal
    picture: str
    is_shipped: bool


@dataclass(frozen=True, slots=True)
class VendorFacts:
    """One enterprise's part."""

    vendor_order_id: UUID
    name: str
    phone: str
    carrier: str
    number: str
    shipping: Decimal
    total: Decimal
    lines: tuple[LineFacts, ...]


@dataclass(frozen=True, slots=True)
class ReceiverFacts:
    """Where an order goes, whole."""

    name: str
    place: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFacts:
    """An order as its mails tell it, in the language of the order. Amounts include VAT; ``net`` is 공급가액, ``due`` what is still to be paid.

    ``goods`` and ``shipping`` are after the voucher (``discount``), ``total`` is also after gift cards.
    """

    id: UUID
    number: str
    placed_at: dt.datetime
    is_public: bool
    is_member: bool
    is_paid: bool
    is_ended: bool
    means: str
    pay_by: dt.datetime | None
    currency: str
    goods: Decimal
    shipping: Decimal
    total: Decimal
    net: Decimal
    discount: Decimal
    gift_cards: Decimal
    due: Decimal
    organization: str
    method: str
    receiver: ReceiverFacts | None
    is_shipped: bool
    vendors: tuple[VendorFacts, ...]

    @property
    def is_deferred(self) -> bool:
        """후불: an agency pays after inspection."""
        return self.means == PaymentMeans.DEFERRED

    @property
    def is_waiting_for_transfer(self) -> bool:
        return self.means == PaymentMeans.BANK_TRANSFER and not self.is_paid and not self.is_ended


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchFacts:
    """One dispatch of one vendor: which pieces, how, and what of that vendor's part is still to come."""

    at: dt.datetime
    carrier: str
    tracking_number: str
    tracking_url: str
    vendor: VendorFacts
    lines: tuple[LineFacts, ...]
    remaining: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundFacts:
    """What of an order need not be paid any more."""

    kind: str
    amount: Decimal
    currency: str
    vendor_name: str
    is_shipping_included: bool
    lines: tuple[LineFacts, ...]


def order_facts(order_id: UUID, language: str) -> OrderFacts | None:
    """The order as its buyer knows it; None where there is none."""
    found = Order.objects.select_related("channel", "shipping_address", "shipping_method").filter(pk=order_id).first()
    if found is None:
        return None
    lines = list(order_lines_of([order_id]))
    english = _english_names(lines, language)
    address = found.shipping_address
    return OrderFacts(
        id=found.pk,
        number=str(found.number),
        placed_at=found.created_at,
        is_public=found.channel.audience == Audience.PUBLIC,
        is_member=found.user_id is not None,
        is_paid=found.charge_status in (ChargeStatus.FULL, ChargeStatus.OVERCHARGED),
        is_ended=found.status in NOT_SOLD,
        means=found.payment_means,
        pay_by=found.pay_by,
        currency=found.currency,
        goods=found.subtotal_gross,
        shipping=found.shipping_gross,
        total=found.total_gross,
        net=found.total_net,
        discount=found.discount_gross,
        gift_cards=found.gift_cards_gross,
        due=max(found.total_gross - found.total_granted - found.total_charged, Decimal(0)),
        organization=found.buyer_organization,
        method=_method_name(found, language),
        receiver=_receiver(address) if address else None,
        is_shipped=any(line.is_shipping_required for line in lines),
        vendors=tuple(
            VendorFacts(
                vendor_order_id=part.pk,
                name=_vendor_name(part.vendor, language),
                phone=part.vendor.phone,
                carrier=part.vendor.carrier_en.capitalize() if language == "en" else part.vendor.carrier,
                number=part.number,
                shipping=part.shipping_gross,
                total=part.total_gross,
                lines=tuple(
                    _line(line, line.quantity, english, language) for line in lines if line.vendor_order_id == part.pk
                ),
            )
            for part in vendor_orders_of([order_id])
        ),
    )


def dispatch_facts(order: OrderFacts, fulfillment_id: int, language: str) -> DispatchFacts | None:
    """One dispatch of the order; None where it has no such."""
    fulfillment = Fulfillment.objects.filter(pk=fulfillment_id, vendor_order__order_id=order.id).first()
    if fulfillment is None:
        return None
    sent = list(fulfillment_lines_of([fulfillment_id]))
    courier = fulfillment.courier
    vendor = next(part for part in order.vendors if part.vendor_order_id == fulfillment.vendor_order_id)
    own = OrderLine.objects.filter(vendor_order_id=fulfillment.vendor_order_id)
    return DispatchFacts(
        at=fulfillment.created_at,
        carrier=courier_name(courier, in_english=language == "en") if courier else vendor.carrier,
        tracking_number=fulfillment.tracking_number,
        tracking_url=tracking_url_of(courier, fulfillment.tracking_number) or "",
        vendor=vendor,
        lines=line_facts_of([(row.order_line, row.quantity) for row in sent], language),
        remaining=sum(line.quantity_open for line in own),
    )


def refund_facts(order: OrderFacts, granted_refund_id: int, language: str) -> RefundFacts | None:
    """One grant of a refund of the order; None where it has no such."""
    grant = OrderGrantedRefund.objects.filter(pk=granted_refund_id, order_id=order.id).first()
    if grant is None:
        return None
    rows = list(granted_refund_lines_of([granted_refund_id]))
    names = {part.vendor_order_id: part.name for part in order.vendors}
    return RefundFacts(
        kind=grant.kind,
        amount=grant.amount,
        currency=grant.currency,
        vendor_name=names.get(grant.vendor_order_id, "") if grant.vendor_order_id else "",
        is_shipping_included=grant.is_shipping_included,
        lines=line_facts_of([(row.order_line, row.quantity) for row in rows], language),
    )


def tracking_of(fulfillment_id: int) -> str:
    """Carrier and number of a dispatch, as one word that tells one from another."""
    found = Fulfillment.objects.filter(pk=fulfillment_id).first()
    return f"{found.courier}/{found.tracking_number}"[:100] if found else ""


def part_refund(vendor_order_id: UUID) -> Decimal:
    """What was granted because one enterprise's part was cancelled."""
    grants = OrderGrantedRefund.objects.filter(vendor_order_id=vendor_order_id, kind=RefundKind.CANCELLATION)
    return sum((grant.amount for grant in grants), Decimal(0))


def line_facts_of(rows: Iterable[tuple[OrderLine, int]], language: str) -> tuple[LineFacts, ...]:
    """So many pieces of each of these lines."""
    pairs = list(rows)
    english = _english_names([line for line, _ in pairs], language)
    return tuple(_line(line, quantity, english, language) for line, quantity in pairs)


def _english_names(lines: list[OrderLine], language: str) -> Mapping[int, tuple[str, str]]:
    if language != "en":
        return {}
    return names_of_variants([line.variant_id for line in lines if line.variant_id], "en")


def _line(line: OrderLine, quantity: int, english: Mapping[int, tuple[str, str]], language: str) -> LineFacts:
    title, option = english.get(line.variant_id or 0, ("", ""))
    return LineFacts(
        title=title or line.product_name,
        option=option_told(option or line.variant_name, title or line.product_name),
        quantity=quantity,
        unit=line.unit_price_gross,
        total=line.total_gross,
        picture=f"{settings.PUBLIC_API_URL}/thumbnail/art/{line.artwork}/{PICTURE_WIDTH}/original/"
        if line.artwork
        else "",
        is_shipped=line.is_shipping_required,
    )


def _vendor_name(vendor: Vendor, language: str) -> str:
    return vendor.name_en if language == "en" and vendor.name_en else vendor.name


def _method_name(order: Order, language: str) -> str:
    method = order.shipping_method
    return method.name_en if language == "en" and method and method.name_en else order.shipping_method_name


def _receiver(address: Address) -> ReceiverFacts:
    """The address as Korea writes it, from the large to the small."""
    names = (address.first_name, address.last_name)
    person = " ".join(names).strip() if "".join(names).isascii() else f"{address.last_name}{address.first_name}"
    place = (
        address.country_area,
        address.city,
        address.city_area,
        address.street_address_1,
        address.street_address_2,
    )
    postal = f"({address.postal_code})" if address.postal_code else ""
    return ReceiverFacts(
        name=" ".join(text for text in (person, address.company_name) if text),
        place=" ".join(text for text in (postal, *place) if text),
        phone=address.phone,
    )
