"""What a request carries: forms with brackets as Stripe's libraries send them, checked against the names Stripe knows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from aiohttp import web
from localstripe.server import unflatten_data

from stripe_emulator.errors import Json, StripeError, invalid, required

# Sent by scripts in the browser beside what they ask for.
OF_THE_BROWSER = {
    "key",
    "client_secret",
    "payment_user_agent",
    "referrer",
    "client_attribution_metadata",
    "_stripe_version",
}
# Sign, decimal places, smallest and largest charge in the currency's smallest unit.
CURRENCIES = {
    "krw": ("₩", 0, 100, 99_999_999),
    "jpy": ("¥", 0, 50, 99_999_999),
    "usd": ("$", 2, 50, 99_999_999),
    "eur": ("€", 2, 50, 99_999_999),
}


async def parameters_of(request: web.Request) -> Json:
    """Query and body in one tree, read once. Everything is text; an empty text unsets."""
    if "given" in request:
        found: Json = request["given"]
        return found
    given: Json = unflatten_data(request.query) if request.query else {}
    if request.can_read_body:
        if request.content_type == "application/json":
            given |= json.loads(await request.text() or "{}")
        else:
            form = await request.post()
            given |= unflatten_data(form) if form else {}
    request["given"] = given
    return given


def ensure_known(given: Json, known: Iterable[str]) -> None:
    """Raises Stripe's ``parameter_unknown`` for the first name it would not take."""
    allowed = {*known, "expand", *OF_THE_BROWSER}
    for name in given:
        if name not in allowed:
            raise invalid(f"Received unknown parameter: {name}", name, "parameter_unknown")


def text(given: Json, name: str, *, must: bool = False, limit: int = 5000) -> str | None:
    value = given.get(name)
    if value in (None, ""):
        if must:
            raise required(name)
        return None
    if not isinstance(value, str):
        raise invalid("Invalid string", name)
    if len(value) > limit:
        raise invalid(f"Invalid string: must be at most {limit} characters", name)
    return value


def integer(given: Json, name: str, *, must: bool = False) -> int | None:
    value = given.get(name)
    if value in (None, ""):
        if must:
            raise required(name)
        return None
    try:
        return int(str(value), 10)
    except ValueError:
        raise invalid(f"Invalid integer: {value}", name, "parameter_invalid_integer") from None


def boolean(given: Json, name: str) -> bool:
    value = given.get(name)
    if value in (None, "", False, "false"):
        return False
    if value in (True, "true"):
        return True
    raise invalid(f"Invalid boolean: {value}", name)


def choice(given: Json, name: str, options: Iterable[str], default: str | None = None) -> str | None:
    value = text(given, name)
    if value is None:
        return default
    allowed = list(options)
    if value not in allowed:
        names = ", ".join(allowed[:-1]) + f", or {allowed[-1]}" if len(allowed) > 1 else allowed[0]
        raise invalid(f"Invalid {name}: must be one of {names}", name)
    return value


def table(given: Json, name: str) -> Json | None:
    value = given.get(name)
    if value in (None, ""):
        return None
    if not isinstance(value, dict):
        raise invalid("Invalid object", name)
    return value


def names(given: Json, name: str) -> list[str]:
    value = given.get(name)
    if value in (None, ""):
        return []
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise invalid("Invalid array", name)
    return value


def metadata_after(given: Json, before: dict[str, str]) -> dict[str, str]:
    """Keys that are named change, an empty value removes one, an empty text removes all."""
    if given.get("metadata") == "":
        return {}
    changes: dict[str, Any] = table(given, "metadata") or {}
    after = before | {str(name): str(value) for name, value in changes.items()}
    return {name: value for name, value in after.items() if value != ""}


def money_text(amount: int, currency: str) -> str:
    sign, places, _, _ = CURRENCIES[currency]
    return f"{sign}{amount / 10**places:,.{places}f}"


def amount_checked(amount: int, currency: str) -> int:
    """Within Stripe's smallest and largest charge of the currency; won are a zero-decimal currency."""
    if amount < 0:
        raise invalid("This value must be greater than or equal to 1.", "amount", "parameter_invalid_integer")
    _, _, smallest, largest = CURRENCIES[currency]
    if amount < smallest:
        message = f"Amount must be at least {money_text(smallest, currency)} {currency}"
        raise invalid(message, "amount", "amount_too_small")
    if amount > largest:
        raise invalid(f"Amount must be no more than {money_text(largest, currency)}", "amount", "amount_too_large")
    return amount


def currency_checked(given: Json) -> str:
    value = (text(given, "currency", must=True) or "").lower()
    if value not in CURRENCIES:
        known = ", ".join(CURRENCIES)
        raise StripeError(f"Invalid currency: {value}. The emulator knows: {known}", param="currency", is_kept=False)
    return value
