"""The basket of an order that ended before it stood comes back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.forms.models import model_to_dict

from market.accounts.models import Address
from market.accounts.services.address_clean import COLUMNS
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.services.checkout_change import checkout_saved
from market.core.errors import NotFound
from market.orders.models import Order, OrderLine
from market.orders.rules import NOT_SOLD


def checkout_restore(*, order_id: UUID) -> Checkout:
    """A new checkout of the order's buyer with the lines the order had at its end, quoted prices included, and copies of its addresses.

    Goods that left the catalogue are left out; prices that are not quoted are those of now. For rooms above only, which know that the order
    ended and that its basket comes back once. Raises NotFound for an order that stands.
    """
    with transaction.atomic():
        related = ("channel", "shipping_address", "billing_address")
        order = Order.objects.select_related(*related).filter(pk=order_id, status__in=NOT_SOLD).first()
        if order is None:
            raise NotFound("id")
        checkout = Checkout(
            channel=order.channel,
            user_id=order.user_id,
            email=order.user_email,
            language_code=order.language_code,
            note=order.customer_note,
            shipping_address=_copy(order.shipping_address),
            billing_address=_copy(order.billing_address),
            shipping_method_id=order.shipping_method_id,
            metadata=order.metadata,
            private_metadata=order.private_metadata,
        )
        checkout.save(force_insert=True)
        lines = order.lines.filter(variant__isnull=False).select_related("variant").order_by("sort_order", "id")
        CheckoutLine.objects.bulk_create([_line(checkout, line) for line in lines])
        return checkout_saved(checkout=checkout)


def _line(checkout: Checkout, line: OrderLine) -> CheckoutLine:
    return CheckoutLine(
        checkout=checkout,
        variant=line.variant,
        quantity=line.quantity,
        metadata=line.metadata,
        **_held(line),
    )


def _held(line: OrderLine) -> dict[str, Any]:
    """The quote that the line was bought by (``order_draft``), if any."""
    quote = line.private_metadata.get("quote")
    if not quote:
        return {}
    return {
        "held_unit_price": line.unit_price_gross,
        "held_until": dt.datetime.fromisoformat(quote["until"]),
        "held_delivery": Decimal(quote["delivery"]),
        "held_reference": quote["reference"],
        "held_quote": quote["quote"],
        "held_note": quote["note"],
    }


def _copy(address: Address | None) -> Address | None:
    """The order keeps its own."""
    if address is None:
        return None
    return Address.objects.create(**model_to_dict(address, fields=COLUMNS))
