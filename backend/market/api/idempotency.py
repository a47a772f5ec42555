"""A caller's Idempotency-Key: the same key and request give the stored answer, whatever is repeated.

The row is taken first, in a transaction of its own; while it has no answer a repetition gets 409. Answers that invite a retry are not stored.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any

import orjson
from django.db import IntegrityError, transaction

from market.core import clock
from market.core.graphql.context import RequestContext
from market.core.models import IdempotencyKey

IN_FLIGHT_AT_MOST = dt.timedelta(minutes=2)


class RequestInFlight(Exception):
    """The first request with this key has not ended."""


class KeyReused(Exception):
    """The key stands for another request."""


def once(key: str, call: dict[str, Any], context: RequestContext, run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Run the call, or give the stored answer of the same call. Raises RequestInFlight or KeyReused."""
    caller = f"user:{context.actor.user_id}" if context.actor.is_authenticated else f"ip:{context.ip_address}"
    digest = hashlib.sha256(
        orjson.dumps([call["query"], call["variables"], call["name"]], option=orjson.OPT_SORT_KEYS)
    ).hexdigest()
    row, created = _take(caller, key[:100], digest)
    if not created:
        if row.request_hash != digest:
            raise KeyReused
        if row.answer is not None:
            return row.answer
        if clock.now() - row.created_at < IN_FLIGHT_AT_MOST:
            raise RequestInFlight
    answer = run()
    if _invites_a_retry(answer):
        row.delete()
    else:
        IdempotencyKey.objects.filter(pk=row.pk).update(answer=answer)
    return answer


def _take(caller: str, key: str, digest: str) -> tuple[IdempotencyKey, bool]:
    try:
        with transaction.atomic():
            return IdempotencyKey.objects.create(caller=caller, key=key, request_hash=digest), True
    except IntegrityError:
        return IdempotencyKey.objects.get(caller=caller, key=key), False


def _invites_a_retry(answer: dict[str, Any]) -> bool:
    """A busy row or a fault of ours: the next try may go through."""
    return any(
        error["extensions"].get("retryable") or error["extensions"]["exception"]["code"] == "InternalServerError"
        for error in answer.get("errors", [])
    )
