"""Vouchers and gift cards to try out, from ``promotions.yaml``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from market.promotions.enums import Funder, GiftCardEventType
from market.promotions.models import GiftCard, GiftCardEvent, Voucher, VoucherChannelListing, VoucherCode
from market.promotions.rules import card_digest
from market.seeding.copier import Copier, as_json
from market.seeding.reference import CHANNELS, Reference
from market.seeding.sources import Entry, SeedSourceError, source

CURRENCY = "KRW"
BEFORE = dt.timedelta(days=400)  # since when they count


def load_promotions(copier: Copier, reference: Reference, vendor_ids: Mapping[str, int]) -> None:
    """Store the vouchers with their codes and terms, and the gift cards with their first event. Raises SeedSourceError."""
    entries: list[Entry] = source("promotions.yaml")["vouchers"]
    numbered = list(enumerate(entries, start=1))
    fields = (
        "id", "type", "name", "name_translations", "discount_value_type", "start_date", "end_date", "apply_once_per_order",
        "apply_once_per_customer", "min_checkout_items_quantity", "funder", "vendor", "is_sample",
    )  # fmt: skip
    copier.copy(Voucher, fields, [(number, *_voucher(entry, copier.moment, vendor_ids)) for number, entry in numbered])
    copier.copy(VoucherCode, ("voucher", "code"), [(number, entry["code"]) for number, entry in numbered])
    copier.copy(
        VoucherChannelListing,
        ("voucher", "channel", "discount_value", "currency", "min_spent_amount"),
        [
            (number, CHANNELS[channel], entry["value"], CURRENCY, entry.get("min_spent"))
            for number, entry in numbered
            for channel in entry["channels"]
        ],
    )
    named = [(number, _category(reference, key)) for number, entry in numbered for key in entry.get("categories", ())]
    copier.link(Voucher, "categories", named)
    _cards(copier)
    copier.advance_sequences(Voucher, GiftCard)


def _voucher(entry: Entry, moment: dt.datetime, vendor_ids: Mapping[str, int]) -> tuple[Any, ...]:
    vendor = entry.get("vendor")
    if vendor is not None and vendor not in vendor_ids:
        raise SeedSourceError(f"catalog-seeds/promotions.yaml names an unknown enterprise: {vendor}")
    return (
        entry["type"],
        entry["name"],
        as_json({"en": entry["name_en"]}),
        entry["value_type"],
        moment - BEFORE,
        moment - dt.timedelta(days=1) if entry.get("ended") else None,
        entry.get("once_per_order", False),
        entry.get("once_per_customer", False),
        entry.get("min_pieces"),
        entry.get("funder", Funder.MARKET.value),
        vendor_ids[vendor] if vendor else None,
        True,
    )


def _category(reference: Reference, key: str) -> int:
    if key not in reference.categories:
        raise SeedSourceError(f"catalog-seeds/promotions.yaml names an unknown category: {key}")
    return reference.categories[key]


def _cards(copier: Copier) -> None:
    cards = list(enumerate(source("promotions.yaml")["cards"], start=1))
    fields = (
        "id", "code_digest", "last_4", "currency", "initial_balance", "current_balance", "is_active", "tags", "is_sample",
    )  # fmt: skip
    copier.copy(
        GiftCard,
        fields,
        [
            (
                number,
                card_digest(card["code"]),
                card["code"][-4:],
                CURRENCY,
                card["balance"],
                card["balance"],
                not card.get("stopped", False),
                card["tags"],
                True,
            )
            for number, card in cards
        ],
    )
    copier.copy(
        GiftCardEvent,
        ("gift_card", "type", "at", "balance"),
        [(number, GiftCardEventType.ISSUED.value, copier.moment, card["balance"]) for number, card in cards],
    )
