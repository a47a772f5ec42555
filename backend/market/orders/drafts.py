"""What an order is made of before it is one: plain values, handed down by the room that sells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from market.catalog.models import ReturnPolicy
from market.core.money import Money, TaxedMoney


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """A line as it will be sold; copies of everything that must not change.

    ``has_consent``: the buyer agreed to the terms of goods that are made to order (시행령 §21).
    """

    id: UUID = field(default_factory=uuid4)
    variant_id: int
    campaign_id: int | None
    product_name: str
    variant_name: str
    product_sku: str | None
    product_slug: str
    artwork: str
    is_shipping_required: bool
    quantity: int
    tax_kind: str
    tax_rate: Decimal
    undiscounted_unit: Money
    unit: TaxedMoney
    discount: Money
    total: TaxedMoney
    return_policy: str = ReturnPolicy.STANDARD
    return_policy_note: str = ""
    has_consent: bool = False
    metadata: dict[str, Any]
    private_metadata: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorDraft:
    """One enterprise's part."""

    vendor_id: int
    shipping: TaxedMoney
    shipping_discount: Money
    lines: tuple[LineDraft, ...]

    @property
    def subtotal(self) -> TaxedMoney:
        return sum((line.total for line in self.lines), TaxedMoney.zero(self.shipping.currency))

    @property
    def total(self) -> TaxedMoney:
        return self.subtotal + self.shipping


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherDraft:
    """The voucher that counts, as it must be remembered. ``value`` is an amount or per cent; ``discount`` is what it takes off in all."""

    voucher_id: int
    code_id: int
    code: str
    name: str
    name_translations: dict[str, str]
    value_type: str
    value: Decimal
    discount: TaxedMoney
    funder: str
    vendor_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft:
    """The whole purchase. ``is_held``: it waits for an approval; nobody is told before it is confirmed."""

    id: UUID = field(default_factory=uuid4)
    channel_id: int
    user_id: int | None
    email: str
    language_code: str
    payment_means: str
    pay_by: dt.datetime | None
    checkout_token: UUID | None
    billing_address_id: int | None
    shipping_address_id: int | None
    shipping_method_id: int | None
    shipping_method_name: str
    buyer_organization: str
    customer_note: str
    currency: str
    vendors: tuple[VendorDraft, ...]
    is_held: bool = False
    voucher: VoucherDraft | None = None
    gift_cards: dict[int, Money] = field(default_factory=dict)
    charged: Money | None = None
    authorized: Money | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    private_metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def paid_by_cards(self) -> Money:
        """What gift cards pay; ``gift_cards`` says how much each."""
        return sum(self.gift_cards.values(), Money.zero(self.currency))

    @property
    def lines(self) -> list[LineDraft]:
        return [line for vendor in self.vendors for line in vendor.lines]
