"""Errors in Stripe's JSON shape, with Stripe's status codes and, where clients look at them, Stripe's words."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class StripeError(Exception):
    """Raised anywhere below a handler; becomes the answer.

    ``is_kept`` says whether an idempotency key remembers it: parameters that were never understood are not remembered.
    """

    def __init__(
        self, message: str, *, status: int = 400, kind: str = "invalid_request_error", is_kept: bool = True, **more: Any
    ) -> None:
        super().__init__(message)
        self.status = status
        self.is_kept = is_kept
        self.error: Json = {"type": kind, "message": message} | {
            name: value for name, value in more.items() if value is not None
        }

    def body(self) -> Json:
        return {"error": self.error}


def missing(kind: str, identifier: str, param: str = "") -> StripeError:
    return StripeError(
        f"No such {kind}: '{identifier}'", status=404, code="resource_missing", param=param or kind.split("_")[-1]
    )


def required(param: str) -> StripeError:
    return StripeError(f"Missing required param: {param}.", code="parameter_missing", param=param, is_kept=False)


def invalid(message: str, param: str, code: str | None = None) -> StripeError:
    return StripeError(message, param=param, code=code, is_kept=False)


def wrong_state(message: str, intent: Json) -> StripeError:
    return StripeError(message, code="payment_intent_unexpected_state", payment_intent=intent)


def card_error(message: str, code: str, *, decline_code: str | None = None, **more: Any) -> StripeError:
    return StripeError(message, status=402, kind="card_error", code=code, decline_code=decline_code, **more)
