"""Deferred payment (후불): an agency pays after inspection, against an invoice."""

from __future__ import annotations

from market.orders.enums import PaymentMeans
from market.payments.gateways.bank_transfer import ByHand


class Deferred(ByHand):
    id = "ieum.payment.deferred"
    name_ko = "후불"
    name_en = "Payment after inspection"
    means = PaymentMeans.DEFERRED
