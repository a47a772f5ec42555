"""Two small layers before every answer: a request id, and the cross-origin rules."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

Next = Callable[[HttpRequest], HttpResponseBase]
SOUND_REQUEST_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")
ALLOWED_REQUEST_HEADERS = (
    "Authorization, Authorization-Bearer, Content-Type, Idempotency-Key, Accept-Language, Saleor-Domain, X-Request-Id, "
    "GraphQL-Preflight, Apollo-Require-Preflight"
)


class RequestIdMiddleware:
    """Take the caller's X-Request-Id where it is sound, else make one; every answer and log line carries it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-Id", "")
        request.request_id = given if SOUND_REQUEST_ID.match(given) else uuid.uuid4().hex  # type: ignore[attr-defined]
        response = self.get_response(request)
        response["X-Request-Id"] = request.request_id  # type: ignore[attr-defined]
        return response


class CrossOriginMiddleware:
    """Let browsers of the configured origins read our answers, and no others."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.origins = {origin.rstrip("/") for origin in settings.ALLOWED_CLIENT_ORIGINS}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        origin = request.headers.get("Origin", "")
        allowed = "*" in self.origins or origin in self.origins
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            response: HttpResponseBase = HttpResponse(status=204)
            if allowed:
                response["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
                response["Access-Control-Allow-Headers"] = ALLOWED_REQUEST_HEADERS
                response["Access-Control-Max-Age"] = "3600"
        else:
            response = self.get_response(request)
        if origin and allowed:
            response["Access-Control-Allow-Origin"] = origin
            response["Access-Control-Allow-Credentials"] = "true"
            response["Access-Control-Expose-Headers"] = "X-Request-Id"
        if origin:
            patch_vary_headers(response, ["Origin"])
        return response
