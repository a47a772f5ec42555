"""What an order is made of before it is one: plain values, handed down by the room that sells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from market.core.money import Money, TaxedMoney


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """A line as it will be sold; copies of everything that must not change."""

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
    total: TaxedMoney
    metadata: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorDraft:
    """One enterprise's part."""

    vendor_id: int
    shipping: TaxedMoney
    lines: tuple[LineDraft, ...]

    @property
    def subtotal(self) -> TaxedMoney:
        return sum((line.total for line in self.lines), TaxedMoney.zero(self.shipping.currency))

    @property
    def total(self) -> TaxedMoney:
        return self.subtotal + self.shipping


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft:
    """The whole purchase."""

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
    charged: Money | None = None
    authorized: Money | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    private_metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def lines(self) -> list[LineDraft]:
        return [line for vendor in self.vendors for line in vendor.lines]
