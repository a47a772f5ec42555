"""The door through which the storefront's server hands in what it counted. For programs of ours alone."""

from __future__ import annotations

import secrets
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from market.insight.services.counts_add import Search, Visit, counts_add

LARGEST = 500_000  # bytes
MOST_ENTRIES = 5_000


@csrf_exempt
@require_POST
def counts(request: HttpRequest) -> HttpResponse:
    """``{"visits": [[product, channel, views]], "searches": [[words, channel, asked, unanswered]]}`` under the service's token."""
    if not _is_ours(request):
        return HttpResponse(status=404)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return HttpResponse(status=413)
    try:
        visits, searches = _read(orjson.loads(request.body))
    except (ValueError, TypeError, KeyError):
        return HttpResponse(status=400)
    counts_add(visits=visits, searches=searches)
    return HttpResponse(status=204)


def _is_ours(request: HttpRequest) -> bool:
    """Whether the caller knows the token; nobody does where none is set."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(settings.SERVICE_TOKEN) and secrets.compare_digest(given.encode(), settings.SERVICE_TOKEN.encode())


def _read(body: Any) -> tuple[list[Visit], list[Search]]:
    """Raises ValueError or TypeError for anything of another shape."""
    visits = [Visit(_whole(pk), _text(channel), _whole(views)) for pk, channel, views in body["visits"][:MOST_ENTRIES]]
    searches = [
        Search(_text(words), _text(channel), _whole(asked), _whole(unanswered))
        for words, channel, asked, unanswered in body["searches"][:MOST_ENTRIES]
    ]
    return visits, searches


def _whole(given: Any) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given < 2**62:
        raise ValueError(given)
    return given


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError(given)
    return given.replace("\x00", " ")[:500]
