"""Stripe's published test cards and the Korean methods. Any other number is refused, so no real card is ever kept here."""

from __future__ import annotations

import hashlib
import re
import time
from dataclasses import dataclass

from stripe_emulator.books import Books, random_text
from stripe_emulator.errors import Json, StripeError, card_error, invalid, required
from stripe_emulator.parameters import integer, table, text

REDIRECT_METHODS = ("kr_card", "kakao_pay", "naver_pay", "samsung_pay", "payco")
KRW_METHODS = ("card", "kakao_pay", "naver_pay", "kr_card", "samsung_pay", "payco")
LARGEST = {"samsung_pay": 2_000_000}  # won in one payment, says Stripe's page on Samsung Pay
NOT_REUSABLE = ("samsung_pay", "payco")


@dataclass(frozen=True)
class TestCard:
    """How a number behaves. ``decline`` is (code, decline code, message); ``refund`` how refunds of it go."""

    number: str
    decline: tuple[str, str | None, str] | None = None
    needs_3ds: bool = False
    is_disputed: bool = False
    refund: str = "succeeded"
    brand: str = "visa"


DECLINED = ("card_declined", "generic_decline", "Your card was declined.")
CARDS = {
    card.number: card
    for card in (
        TestCard("4242424242424242"),
        TestCard("5555555555554444", brand="mastercard"),
        TestCard("4000004100000000"),
        TestCard("4000000000000002", DECLINED),
        TestCard("4000000000009995", ("card_declined", "insufficient_funds", "Your card has insufficient funds.")),
        TestCard("4000000000009987", ("card_declined", "lost_card", "Your card was declined.")),
        TestCard("4000000000009979", ("card_declined", "stolen_card", "Your card was declined.")),
        TestCard("4000000000000069", ("expired_card", None, "Your card has expired.")),
        TestCard("4000000000000127", ("incorrect_cvc", None, "Your card's security code is incorrect.")),
        TestCard("4000000000000119", ("processing_error", None, "An error occurred while processing your card. Try again in a little bit.")),
        TestCard("4000002500003155", needs_3ds=True),
        TestCard("4000002760003184", needs_3ds=True),
        TestCard("4000000000003220", needs_3ds=True),
        TestCard("4000008400001629", DECLINED, needs_3ds=True),
        TestCard("4000000000000259", is_disputed=True),
        TestCard("4000000000007726", refund="pending"),
        TestCard("4000000000005126", refund="failing"),
    )
}  # fmt: skip
# Ready-made payment methods that Stripe's libraries may name instead of a number.
NAMED = {
    "pm_card_visa": "4242424242424242",
    "pm_card_mastercard": "5555555555554444",
    "pm_card_chargeDeclined": "4000000000000002",
    "pm_card_visa_chargeDeclined": "4000000000000002",
    "pm_card_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_authenticationRequired": "4000002500003155",
    "pm_card_threeDSecure2Required": "4000000000003220",
    "pm_card_threeDSecureRequiredChargeDeclined": "4000008400001629",
    "pm_card_createDispute": "4000000000000259",
    "pm_card_pendingRefund": "4000000000007726",
    "pm_card_refundFail": "4000000000005126",
}


def is_luhn(number: str) -> bool:
    """Whether the check digit fits."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def card_checked(given: Json) -> tuple[TestCard, int, int]:
    """The card and its month and year; raises Stripe's ``card_error`` for what a person may have mistyped."""
    number = re.sub(r"[\s-]", "", text(given, "number", must=True) or "")
    month, year = integer(given, "exp_month", must=True) or 0, integer(given, "exp_year", must=True) or 0
    year += 2000 if year < 100 else 0
    if not number.isdecimal() or not is_luhn(number):
        raise card_error("Your card number is incorrect.", "incorrect_number", param="number")
    if not 1 <= month <= 12:
        raise card_error("Your card's expiration month is invalid.", "invalid_expiry_month", param="exp_month")
    today = time.gmtime()
    if not today.tm_year <= year < today.tm_year + 50 or (year, month) < (today.tm_year, today.tm_mon):
        raise card_error("Your card's expiration year is invalid.", "invalid_expiry_year", param="exp_year")
    if not re.fullmatch(r"\d{3,4}", text(given, "cvc") or "000"):
        raise card_error("Your card's security code is invalid.", "invalid_cvc", param="cvc")
    if number not in CARDS:
        message = (
            "Your card was declined. Your request was in test mode, but used a non test card. "
            "For a list of valid test cards, see the emulator's README."
        )
        raise card_error(message, "card_declined", decline_code="test_mode_live_card")
    return CARDS[number], month, year


def method_create(books: Books, given: Json) -> Json:
    """A payment method from ``payment_method_data`` or the body of POST /v1/payment_methods."""
    kind = text(given, "type", must=True) or ""
    if kind not in KRW_METHODS:
        raise invalid(f"Invalid type: the emulator knows {', '.join(KRW_METHODS)}", "type")
    details = table(given, "billing_details") or {}
    billing = {name: details.get(name) or None for name in ("address", "email", "name", "phone")}
    shared = {
        "type": kind,
        "billing_details": billing,
        "customer": None,
        "metadata": {},
        "allow_redisplay": "unspecified",
    }
    if kind != "card":
        return books.new("payment_method", **shared, **{kind: {}})
    given_card = table(given, "card")
    if given_card is None:
        raise required("card")
    if "token" in given_card:
        number = NAMED.get("pm_card_" + str(given_card["token"]).removeprefix("tok_"))
        if number is None:
            raise StripeError(
                f"No such token: '{given_card['token']}'", status=404, code="resource_missing", param="token"
            )
        given_card = {"number": number, "exp_month": 12, "exp_year": time.gmtime().tm_year + 4, "cvc": "123"}
    card, month, year = card_checked(given_card)
    return books.new("payment_method", **shared, card=card_shown(card, month, year), _number=card.number)


def card_shown(card: TestCard, month: int, year: int) -> Json:
    return {
        "brand": card.brand, "checks": {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
        "country": "KR" if card.number.startswith("400000410") else "US", "display_brand": card.brand, "exp_month": month,
        "exp_year": year, "fingerprint": hashlib.sha256(card.number.encode()).hexdigest()[:16], "funding": "credit",
        "last4": card.number[-4:], "networks": {"available": [card.brand], "preferred": None},
        "three_d_secure_usage": {"supported": True}, "wallet": None,
    }  # fmt: skip


def method_named(books: Books, identifier: str) -> Json:
    """The payment method of that id; a ready-made name makes a new one, as Stripe does."""
    if identifier in NAMED:
        return method_create(books, {"type": "card", "card": {"token": "tok_" + identifier.removeprefix("pm_card_")}})
    return books.get("payment_method", identifier, "payment_method")


def behaviour(method: Json) -> TestCard:
    return CARDS[method["_number"]] if method["type"] == "card" else TestCard("")


def details_of(method: Json) -> Json:
    """``payment_method_details`` of a charge paid with it."""
    kind = method["type"]
    if kind == "card":
        shown = {name: value for name, value in method["card"].items() if name not in ("display_brand", "networks")}
        return {"type": "card", "card": shown | {"network": shown["brand"], "three_d_secure": None}}
    own: Json = {"buyer_id": "buyer_" + random_text(12)}
    if kind == "kr_card":
        own |= {"brand": "shinhan", "last4": "4242"}
    return {"type": kind, kind: own}
