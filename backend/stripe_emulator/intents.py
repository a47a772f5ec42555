"""PaymentIntents: Stripe's states and what leads from one to the next. Waiting for the shopper is in `actions`."""

from __future__ import annotations

from stripe_emulator import cards
from stripe_emulator.actions import next_action_for
from stripe_emulator.books import Books, now, public, random_text
from stripe_emulator.charges import charge_capture, charge_create, charge_release
from stripe_emulator.errors import Json, StripeError, card_error, invalid, wrong_state
from stripe_emulator.parameters import (
    amount_checked,
    boolean,
    choice,
    currency_checked,
    ensure_known,
    integer,
    metadata_after,
    names,
    table,
    text,
)

SHARED = (
    "allowed_payment_method_types", "amount_details", "capture_method", "excluded_payment_method_types", "hooks",
    "payment_details", "payment_method", "payment_method_data", "payment_method_options", "receipt_email",
    "setup_future_usage", "shipping",
)  # fmt: skip
CHANGEABLE = (
    *SHARED, "amount", "application_fee_amount", "currency", "customer", "customer_account", "description", "metadata",
    "payment_method_configuration", "payment_method_types", "statement_descriptor", "statement_descriptor_suffix",
    "transfer_data", "transfer_group",
)  # fmt: skip
OF_CONFIRM = (
    "amount_to_confirm", "confirmation_token", "error_on_requires_action", "mandate", "mandate_data", "off_session",
    "radar_options", "return_url", "use_stripe_sdk", "expected_payment_method_type",
)  # fmt: skip
CREATE = (*CHANGEABLE, *OF_CONFIRM, "automatic_payment_methods", "confirm", "confirmation_method", "on_behalf_of")
CAPTURE = (
    "amount_details", "amount_to_capture", "application_fee_amount", "final_capture", "hooks", "metadata", "payment_details",
    "statement_descriptor", "statement_descriptor_suffix", "transfer_data",
)  # fmt: skip
CAPTURE_METHODS = ("automatic", "automatic_async", "manual")
OPEN = ("requires_payment_method", "requires_confirmation", "requires_action")
CANCELLABLE = ("requires_payment_method", "requires_capture", "requires_confirmation", "requires_action", "processing")
CANCELLATION_REASONS = ("duplicate", "fraudulent", "requested_by_customer", "abandoned")


def intent_create(books: Books, given: Json, base: str) -> Json:
    """A new intent, confirmed at once when asked. `base` is where the emulator's own pages are reached."""
    ensure_known(given, CREATE)
    amount, currency = integer(given, "amount", must=True) or 0, currency_checked(given)
    amount_checked(amount, currency)
    types, automatic = offered_types(given, currency)
    intent = books.new(
        "payment_intent", amount=amount, amount_capturable=0, amount_details={"tip": {}}, amount_received=0,
        application=None, application_fee_amount=None, automatic_payment_methods=automatic, canceled_at=None,
        cancellation_reason=None, client_secret=None, confirmation_method="automatic", currency=currency, customer=None,
        capture_method="automatic_async", description=None, last_payment_error=None, latest_charge=None, metadata={},
        next_action=None, on_behalf_of=None, payment_method=None, payment_method_types=types, processing=None,
        payment_method_configuration_details=None, payment_method_options={}, receipt_email=None, review=None,
        setup_future_usage=None, shipping=None, source=None, statement_descriptor=None, statement_descriptor_suffix=None,
        status="requires_payment_method", transfer_data=None, transfer_group=None, customer_account=None,
        allowed_payment_method_types=None, excluded_payment_method_types=names(given, "excluded_payment_method_types") or None,
    )  # fmt: skip
    intent["client_secret"] = f"{intent['id']}_secret_{random_text(24)}"
    try:
        change(books, intent, given)
    except StripeError:
        books.remove("payment_intent", intent["id"])
        raise
    books.record("payment_intent.created", intent)
    if boolean(given, "confirm"):
        confirm(books, intent, given, base)
    elif "return_url" in given:
        raise invalid("You can only pass in `return_url` if you also pass in `confirm=true`.", "return_url")
    return intent


def offered_types(given: Json, currency: str) -> tuple[list[str], Json | None]:
    """The methods by name, or those the merchant switched on: all Korean ones in won, cards elsewhere."""
    asked, automatic = names(given, "payment_method_types"), table(given, "automatic_payment_methods")
    if asked and automatic and boolean(automatic, "enabled"):
        raise invalid(
            "You may only specify one of these parameters: automatic_payment_methods, payment_method_types.",
            "automatic_payment_methods",
        )
    for kind in asked:
        if kind not in cards.KRW_METHODS:
            raise invalid(f'The payment method type "{kind}" is invalid.', "payment_method_types")
        if kind in cards.REDIRECT_METHODS and currency != "krw":
            raise invalid(
                f'The payment method type "{kind}" supports only krw, not {currency}.', "payment_method_types"
            )
    if asked:
        return asked, None
    redirects = choice(automatic or {}, "allow_redirects", ("always", "never"), "always") or "always"
    excluded = names(given, "excluded_payment_method_types")
    types = [kind for kind in cards.KRW_METHODS if kind == "card" or (currency == "krw" and redirects == "always")]
    return [kind for kind in types if kind not in excluded], {"allow_redirects": redirects, "enabled": True}


def change(books: Books, intent: Json, given: Json) -> None:
    """Take over what create, update and confirm have in common."""
    for name in (
        "description",
        "receipt_email",
        "statement_descriptor",
        "statement_descriptor_suffix",
        "transfer_group",
    ):
        if name in given:
            intent[name] = text(given, name)
    for name in ("shipping", "payment_method_options"):
        if name in given:
            intent[name] = table(given, name) or (None if name == "shipping" else {})
    if "setup_future_usage" in given:
        intent["setup_future_usage"] = choice(given, "setup_future_usage", ("off_session", "on_session"))
    intent["capture_method"] = choice(given, "capture_method", CAPTURE_METHODS, intent["capture_method"])
    intent["metadata"] = metadata_after(given, intent["metadata"])
    if text(given, "customer"):
        intent["customer"] = books.get("customer", given["customer"], "customer")["id"]
    method = method_given(books, given)
    if method is not None:
        ensure_fits(intent, method)
        intent |= {"payment_method": method["id"], "status": "requires_confirmation", "next_action": None}
    books.put("payment_intent", intent)


def method_given(books: Books, given: Json) -> Json | None:
    data = table(given, "payment_method_data")
    if data is not None:
        return cards.method_create(books, data)
    named = text(given, "payment_method")
    return cards.method_named(books, named) if named else None


def ensure_fits(intent: Json, method: Json) -> None:
    kind = method["type"]
    if kind not in intent["payment_method_types"]:
        allowed = ", ".join(intent["payment_method_types"])
        raise invalid(
            f"The PaymentMethod provided ({kind}) is not allowed for this PaymentIntent. This PaymentIntent is configured to accept: {allowed}.",
            "payment_method", "payment_intent_incompatible_payment_method",
        )  # fmt: skip
    if intent["amount"] > cards.LARGEST.get(kind, intent["amount"]):
        raise invalid(f"Amount must be no more than ₩{cards.LARGEST[kind]:,} for {kind}", "amount", "amount_too_large")
    if intent["setup_future_usage"] and kind in cards.NOT_REUSABLE:
        raise invalid(f"setup_future_usage cannot be used with {kind}.", "setup_future_usage")


def intent_update(books: Books, intent: Json, given: Json) -> Json:
    """Change an intent that is not paid. One whose shopper is away at the bank must be confirmed anew."""
    ensure_known(given, CHANGEABLE)
    status = intent["status"]
    if set(given) & {"amount", "currency", "payment_method", "payment_method_data"} and status not in OPEN:
        what = "amount" if "amount" in given else "currency" if "currency" in given else "payment_method"
        raise wrong_state(
            f"This PaymentIntent's {what} could not be updated because it has a status of {status}. You may only update the {what} of a "
            f"PaymentIntent with one of the following statuses: {', '.join(OPEN)}.", public(intent),
        )  # fmt: skip
    currency = currency_checked(given) if "currency" in given else intent["currency"]
    amount = integer(given, "amount")
    if amount is not None or currency != intent["currency"]:
        intent |= {
            "amount": amount_checked(intent["amount"] if amount is None else amount, currency),
            "currency": currency,
        }
        if status == "requires_action":
            intent |= {"status": "requires_confirmation", "next_action": None}
    if names(given, "payment_method_types"):
        intent["payment_method_types"], intent["automatic_payment_methods"] = offered_types(given, currency)
    change(books, intent, given)
    return intent


def intent_confirm(books: Books, intent: Json, given: Json, base: str) -> Json:
    """By the server's key or, with the client secret, by the script in the shopper's browser."""
    ensure_known(given, (*SHARED, *OF_CONFIRM))
    if intent["status"] not in OPEN:
        verb = "already succeeded" if intent["status"] == "succeeded" else f"a status of {intent['status']}"
        raise wrong_state(
            f"You cannot confirm this PaymentIntent because it has {verb}"
            + (" after being previously confirmed." if intent["status"] == "succeeded" else "."), public(intent),
        )  # fmt: skip
    change(books, intent, given)
    confirm(books, intent, given, base)
    return intent


def confirm(books: Books, intent: Json, given: Json, base: str) -> None:
    if intent["payment_method"] is None:
        message = (
            "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent "
            "with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken."
        )
        raise wrong_state(message, public(intent))
    method = books.get("payment_method", intent["payment_method"])
    ensure_fits(intent, method)
    action = next_action_for(intent, method, given, base)
    if action is None:
        settle(books, intent, method)
        return
    if boolean(given, "error_on_requires_action"):
        raise card_error("Your card was declined.", "authentication_required", decline_code="authentication_required")
    intent |= {"status": "requires_action", "next_action": action, "last_payment_error": None}
    intent["_return_url"] = text(given, "return_url")
    books.record("payment_intent.requires_action", books.put("payment_intent", intent))


def settle(books: Books, intent: Json, method: Json) -> None:
    """Charge the method; raises Stripe's 402 when the bank declines."""
    decline = cards.behaviour(method).decline
    charge = charge_create(books, intent, method, decline)
    intent |= {"latest_charge": charge["id"], "next_action": None, "processing": None}
    if decline:
        code, decline_code, message = decline
        error = card_error(message, code, decline_code=decline_code, charge=charge["id"], payment_method=public(method))
        fail(books, intent, error.error)
        error.error["payment_intent"] = public(intent)
        raise error
    intent["last_payment_error"] = None
    if intent["setup_future_usage"] and intent["customer"]:
        method["customer"] = intent["customer"]
        books.put("payment_method", method)
    if intent["capture_method"] == "manual":
        intent |= {"status": "requires_capture", "amount_capturable": intent["amount"]}
        books.record("payment_intent.amount_capturable_updated", books.put("payment_intent", intent))
        return
    intent |= {"status": "succeeded", "amount_received": intent["amount"]}
    books.record("payment_intent.succeeded", books.put("payment_intent", intent))


def fail(books: Books, intent: Json, error: Json) -> None:
    """Back to choosing a method, with the reason."""
    intent |= {
        "status": "requires_payment_method", "payment_method": None, "next_action": None, "processing": None,
        "last_payment_error": dict(error),
    }  # fmt: skip
    books.record("payment_intent.payment_failed", books.put("payment_intent", intent))


def intent_capture(books: Books, intent: Json, given: Json) -> Json:
    ensure_known(given, CAPTURE)
    if intent["status"] != "requires_capture":
        raise wrong_state(
            f"This PaymentIntent could not be captured because it has a status of {intent['status']}. "
            "Only a PaymentIntent with one of the following statuses may be captured: requires_capture.", public(intent),
        )  # fmt: skip
    asked = integer(given, "amount_to_capture")
    amount = intent["amount_capturable"] if asked is None else asked
    if not 0 < amount <= intent["amount_capturable"]:
        raise StripeError(
            "The amount_to_capture must be positive and no more than the amount that can be captured.",
            param="amount_to_capture", code="amount_too_large" if amount > 0 else "parameter_invalid_integer",
        )  # fmt: skip
    intent["metadata"] = metadata_after(given, intent["metadata"])
    charge_capture(books, books.get("charge", intent["latest_charge"]), amount)
    intent |= {"status": "succeeded", "amount_capturable": 0, "amount_received": amount}
    books.record("payment_intent.succeeded", books.put("payment_intent", intent))
    return intent


def intent_cancel(books: Books, intent: Json, given: Json) -> Json:
    """End an intent that is not paid; what was authorised is let go."""
    ensure_known(given, ("cancellation_reason",))
    reason = choice(given, "cancellation_reason", CANCELLATION_REASONS)
    if intent["status"] not in CANCELLABLE:
        raise wrong_state(
            f"You cannot cancel this PaymentIntent because it has a status of {intent['status']}. Only a PaymentIntent with one of the "
            f"following statuses may be canceled: {', '.join(CANCELLABLE)}.", public(intent),
        )  # fmt: skip
    if intent["status"] == "requires_capture":
        charge_release(books, books.get("charge", intent["latest_charge"]))
    intent |= {
        "status": "canceled", "canceled_at": now(), "cancellation_reason": reason, "amount_capturable": 0,
        "next_action": None, "processing": None,
    }  # fmt: skip
    books.record("payment_intent.canceled", books.put("payment_intent", intent))
    return intent
