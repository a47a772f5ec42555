"""Lists with Stripe's filters and pages, and fields opened on request."""

from __future__ import annotations

import copy
from collections.abc import Iterable

from stripe_emulator.books import Books, public
from stripe_emulator.errors import Json, invalid
from stripe_emulator.parameters import integer, names, table, text

EXPANDABLE = {
    "balance_transaction": "balance_transaction",
    "charge": "charge",
    "customer": "customer",
    "failure_balance_transaction": "balance_transaction",
    "latest_charge": "charge",
    "payment_intent": "payment_intent",
    "payment_method": "payment_method",
}
COMPARE = {
    "gt": lambda value, limit: value > limit,
    "gte": lambda value, limit: value >= limit,
    "lt": lambda value, limit: value < limit,
    "lte": lambda value, limit: value <= limit,
}


def shown(books: Books, thing: Json, expand: Iterable[str] = ()) -> Json:
    """A copy for the answer, with the named fields opened; raises for a field that cannot be."""
    answer = copy.deepcopy(public(thing))
    for path in expand:
        open_path(books, answer, path.split("."), path)
    return answer


def open_path(books: Books, thing: Json, path: list[str], whole: str) -> None:
    name, *rest = path
    if len(path) > 4:
        raise invalid("You cannot expand more than 4 levels of a property", "expand")
    if name == "refunds" and thing.get("object") == "charge":
        mine = books.all("refund", charge=thing["id"])[::-1]
        url = f"/v1/charges/{thing['id']}/refunds"
        thing[name] = {"object": "list", "data": [public(one) for one in mine], "has_more": False, "url": url}
        return
    if name not in thing or (name not in EXPANDABLE and not isinstance(thing[name], dict)):
        message = f"This property cannot be expanded ({whole})."
        raise invalid(message, "expand")
    if isinstance(thing[name], str):
        thing[name] = copy.deepcopy(public(books.get(EXPANDABLE[name], thing[name])))
    if rest and isinstance(thing[name], dict):
        open_path(books, thing[name], rest, whole)


def page_of(books: Books, things: list[Json], given: Json, url: str) -> Json:
    """Newest first, as Stripe lists; `created`, `limit` (1 to 100), `starting_after` and `ending_before` understood."""
    chosen = within(things[::-1], given)
    limit = integer(given, "limit")
    limit = 10 if limit is None else limit
    if not 1 <= limit <= 100:
        raise invalid("This value must be between 1 and 100.", "limit", "parameter_invalid_integer")
    after, before = text(given, "starting_after"), text(given, "ending_before")
    if after:
        chosen = chosen[place_of(chosen, after, "starting_after") + 1 :]
    if before:
        chosen = chosen[: place_of(chosen, before, "ending_before")][-limit:]
    inner = [path.removeprefix("data.") for path in names(given, "expand")]
    data = [shown(books, thing, inner) for thing in chosen[:limit]]
    return {"object": "list", "data": data, "has_more": len(chosen) > limit, "url": url}


def within(things: list[Json], given: Json) -> list[Json]:
    asked = given.get("created")
    if asked in (None, ""):
        return things
    if not isinstance(asked, dict):
        exact = integer(given, "created")
        return [thing for thing in things if thing["created"] == exact]
    bounds = table(given, "created") or {}
    for name in bounds:
        if name not in COMPARE:
            raise invalid(f"Received unknown parameter: created[{name}]", f"created[{name}]", "parameter_unknown")
        limit = integer(bounds, name)
        things = [thing for thing in things if COMPARE[name](thing["created"], limit)]
    return things


def place_of(things: list[Json], identifier: str, param: str) -> int:
    for place, thing in enumerate(things):
        if thing["id"] == identifier:
            return place
    raise invalid(f"No such object: '{identifier}'", param, "resource_missing")
