"""The public keys of our tokens, for whoever wants to check one."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from market.accounts.services.tokens import key_set as public_key_set


def key_set(request: HttpRequest) -> JsonResponse:
    response = JsonResponse(public_key_set())
    response["Cache-Control"] = "public, max-age=3600"
    return response
