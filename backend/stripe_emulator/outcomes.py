"""The shopper's answer at the bank or wallet, and payments that are settled later."""

from __future__ import annotations

from stripe_emulator.actions import NOT_AUTHENTICATED, OUTCOMES
from stripe_emulator.books import Books, public
from stripe_emulator.errors import Json, StripeError, invalid, wrong_state
from stripe_emulator.intents import fail, settle


def intent_act(books: Books, intent: Json, outcome: str) -> Json:
    """``approve``, ``deny``, or ``later``: approved, but the wallet settles afterwards. Declines end in the intent, not in an error."""
    if outcome not in OUTCOMES:
        raise invalid(f"outcome must be one of {', '.join(OUTCOMES)}", "outcome")
    if intent["status"] != "requires_action":
        raise wrong_state(f"Nothing is asked of the shopper: the status is {intent['status']}.", public(intent))
    if outcome == "deny":
        fail(books, intent, NOT_AUTHENTICATED)
        return intent
    if outcome == "later":
        intent |= {"status": "processing", "next_action": None}
        books.record("payment_intent.processing", books.put("payment_intent", intent))
        return intent
    return intent_settle(books, intent)


def intent_settle(books: Books, intent: Json, succeeded: bool = True) -> Json:
    """Charge the chosen method now, or let it fail as a wallet without money would."""
    method = books.get("payment_method", intent["payment_method"])
    if not succeeded:
        message = "The payment was declined by the wallet."
        fail(books, intent, {"type": "card_error", "code": "payment_method_provider_decline", "message": message})
        return intent
    try:
        settle(books, intent, method)
    except StripeError as declined:
        if declined.status != 402:
            raise
    return intent
