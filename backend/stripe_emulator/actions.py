"""What the shopper must do at the bank or wallet, and what comes of it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from stripe_emulator import cards
from stripe_emulator.errors import Json, invalid
from stripe_emulator.parameters import boolean, text

NOT_AUTHENTICATED: Json = {
    "type": "invalid_request_error",
    "code": "payment_intent_authentication_failure",
    "message": (
        "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod "
        "to attempt to fulfill this PaymentIntent again."
    ),
}
OUTCOMES = ("approve", "deny", "later")


def page_address(base: str, intent: Json) -> str:
    return f"{base}/emulator/pay/{intent['id']}?{urlencode({'client_secret': intent['client_secret']})}"


def next_action_for(intent: Json, method: Json, given: Json, base: str) -> Json | None:
    """None when the method can be charged at once; raises for a redirect that has nowhere to return to."""
    return_url = text(given, "return_url")
    if return_url and urlsplit(return_url).scheme not in ("http", "https"):
        raise invalid("The `return_url` must be a web address.", "return_url", "url_invalid")
    address = page_address(base, intent)
    if method["type"] == "card":
        if not cards.behaviour(method).needs_3ds:
            return None
        if boolean(given, "use_stripe_sdk") or not return_url:
            sdk = {"type": "three_d_secure_redirect", "stripe_js": address, "source": "src_" + intent["id"][3:]}
            return {"type": "use_stripe_sdk", "use_stripe_sdk": sdk}
    elif not return_url:
        message = (
            "This PaymentIntent is configured to accept payment methods that might redirect your customer off of your page; "
            "you must provide a `return_url`."
        )
        raise invalid(message, "return_url", "parameter_missing")
    return {"type": "redirect_to_url", "redirect_to_url": {"return_url": return_url, "url": address}}


def return_address(intent: Json, succeeded: bool) -> str | None:
    """The merchant's page with the three parameters Stripe adds; None when there is no page to return to."""
    target = intent.get("_return_url")
    if not target:
        return None
    scheme, place, path, query, fragment = urlsplit(target)
    extra = [
        ("payment_intent", intent["id"]),
        ("payment_intent_client_secret", intent["client_secret"]),
        ("redirect_status", "succeeded" if succeeded else "failed"),
    ]
    return urlunsplit((scheme, place, path, urlencode([*parse_qsl(query, keep_blank_values=True), *extra]), fragment))
