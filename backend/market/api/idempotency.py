"""A caller's Idempotency-Key: the same key and request give the stored answer, whatever is repeated.

The row is taken first, in a transaction of its own; while it has no answer a repetition gets 409. Answers that invite a retry are not stored,
and neither are answers that hold tokens or codes of gift cards: a key must keep nobody's session and nobody's money.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import orjson
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from market.api.uploads import described
from market.core import clock
from market.core.graphql.context import RequestContext
from market.core.models import IdempotencyKey

IN_FLIGHT_AT_MOST = dt.timedelta(minutes=2)
LONGEST_KEY = 100
# Their answers must not lie in a table. Who repeats a call for tokens loses nothing, so it is simply made again; a card is issued once,
# and whoever asks again learns that it was.
ANSWERED_WITH_SECRETS = ("tokenCreate", "tokenRefresh", "setPassword", "externalObtainAccessTokens", "externalRefresh")
SHOWN_ONCE = ("giftCardCreate", "giftCardBulkCreate")


class RequestInFlight(Exception):
    """The first request with this key has not ended."""


class KeyReused(Exception):
    """The key stands for another request."""


def may_be_kept(query: str) -> bool:
    return not any(name in query for name in ANSWERED_WITH_SECRETS)


def once(key: str, call: dict[str, Any], context: RequestContext, run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Run the call, or give the stored answer of the same call. Raises RequestInFlight or KeyReused."""
    caller = f"user:{context.actor.user_id}" if context.actor.is_authenticated else f"ip:{context.ip_address}"
    request = orjson.dumps(
        [call["query"], call["variables"], call["name"]], default=described, option=orjson.OPT_SORT_KEYS
    )
    # A request may hold a password: without the secret key nobody can try guesses against the digest.
    digest = salted_hmac("market.api.idempotency", request, algorithm="sha256").hexdigest()
    taken = _take(caller, key, digest)
    if isinstance(taken, IdempotencyKey):
        if taken.request_hash != digest:
            raise KeyReused
        if taken.answer is not None:
            return taken.answer
        _take_over(taken)
    answer = None
    try:
        answer = run()
    finally:
        rows = IdempotencyKey.objects.filter(caller=caller, key=key)
        if answer is None or context.invites_retry or _invites_a_retry(answer):
            rows.delete()
        else:
            rows.update(answer=_done_before() if any(name in call["query"] for name in SHOWN_ONCE) else answer)
    return answer


def _done_before() -> dict[str, Any]:
    """What is kept in place of an answer that held secrets."""
    message = "The request with this idempotency key was carried out; its answer was shown once and is not kept."
    return {"errors": [{"message": message, "extensions": {"exception": {"code": "AnswerNotKept"}}}]}


def _take(caller: str, key: str, digest: str) -> IdempotencyKey | None:
    """The row of an earlier request, or None when the key is ours now."""
    try:
        with transaction.atomic():
            IdempotencyKey.objects.create(caller=caller, key=key, request_hash=digest)
    except IntegrityError:
        found = IdempotencyKey.objects.filter(caller=caller, key=key).first()
        if found is None:  # the earlier request ended this moment without an answer to keep
            raise RequestInFlight from None
        return found
    return None


def _take_over(row: IdempotencyKey) -> None:
    """Go on for a request whose process died. Of several who try, one may. Raises RequestInFlight."""
    now = clock.now()
    if now - row.created_at < IN_FLIGHT_AT_MOST:
        raise RequestInFlight
    if not IdempotencyKey.objects.filter(pk=row.pk, created_at=row.created_at, answer__isnull=True).update(
        created_at=now
    ):
        raise RequestInFlight


def _invites_a_retry(answer: dict[str, Any]) -> bool:
    """A busy row or a fault of ours: the next try may go through."""
    return any(
        error["extensions"].get("retryable") or error["extensions"]["exception"]["code"] == "InternalServerError"
        for error in answer.get("errors", [])
    )
