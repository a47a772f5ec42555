"""Who asks: the bearer token of the request, as Saleor reads it."""

from __future__ import annotations

from django.http import HttpRequest

from market.accounts.errors import TokenExpired, TokenInvalid, TokenMissing, TokenUndecodable
from market.accounts.selectors.actors import actor_of
from market.accounts.services.tokens import ACCESS, token_user
from market.api.callers import client_address
from market.core.actor import Actor
from market.core.graphql.context import RequestContext

BEARER_PREFIXES = ("Bearer ", "JWT ")


def bearer_token(request: HttpRequest) -> str | None:
    """The token of the Authorization (or Saleor's Authorization-Bearer) header."""
    header = request.headers.get("Authorization", "")
    for prefix in BEARER_PREFIXES:
        if header.startswith(prefix):
            return header[len(prefix) :].strip()
    return request.headers.get("Authorization-Bearer") or None


def language_of(request: HttpRequest) -> str:
    """Korean unless the caller prefers English."""
    return "en" if request.headers.get("Accept-Language", "").lower().startswith("en") else "ko"


def context_of(request: HttpRequest) -> RequestContext:
    """The context of the request. Raises TokenExpired or TokenInvalid for a token that is no good."""
    language = language_of(request)
    ip_address = client_address(request)
    context = RequestContext(language=language, request_id=getattr(request, "request_id", ""), ip_address=ip_address)
    token = bearer_token(request)
    context.actor = Actor(language=language, ip_address=ip_address)
    if token:
        context.actor = actor_of(token_user(token, kind=ACCESS), language=language, ip_address=ip_address)
    return context


TOKEN_ERRORS = (TokenExpired, TokenInvalid, TokenMissing)
EXCEPTION_CODES = {
    TokenExpired: "ExpiredSignatureError",
    TokenInvalid: "InvalidTokenError",
    TokenMissing: "InvalidTokenError",
    TokenUndecodable: "InvalidTokenError",
}
