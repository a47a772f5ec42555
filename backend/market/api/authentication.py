"""Who asks: the bearer token of the request, as Saleor reads it."""

from __future__ import annotations

from django.http import HttpRequest

from market.accounts.errors import TokenExpired, TokenInvalid, TokenMissing, TokenUndecodable
from market.accounts.selectors.actors import actor_of
from market.accounts.services.tokens import ACCESS, token_user
from market.api.callers import client_address
from market.core.actor import Actor
from market.core.graphql.context import RequestContext

# Clients send the token they have with everything, so these must answer beside one that has ended: they are the way to a new one.
OPEN_TO_ENDED_TOKENS = frozenset(
    """tokenCreate tokenRefresh tokenVerify externalAuthenticationUrl externalObtainAccessTokens externalRefresh externalVerify
    accountRegister confirmAccount requestPasswordReset setPassword""".split()  # noqa: SIM905 - a list of words
)
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
    context = anonymous_context_of(request)
    token = bearer_token(request)
    if token:
        user = token_user(token, kind=ACCESS)
        context.actor = actor_of(user, language=context.language, ip_address=context.ip_address)
    return context


def anonymous_context_of(request: HttpRequest) -> RequestContext:
    """The context of the request as if it had brought no token."""
    language, ip_address = language_of(request), client_address(request)
    context = RequestContext(language=language, request_id=getattr(request, "request_id", ""), ip_address=ip_address)
    context.actor = Actor(language=language, ip_address=ip_address)
    return context


TOKEN_ERRORS = (TokenExpired, TokenInvalid, TokenMissing)
EXCEPTION_CODES = {
    TokenExpired: "ExpiredSignatureError",
    TokenInvalid: "InvalidTokenError",
    TokenMissing: "InvalidTokenError",
    TokenUndecodable: "InvalidTokenError",
}
