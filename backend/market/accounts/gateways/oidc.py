"""The one identity provider of the market, spoken to by OpenID Connect. Authlib does the protocol, PyJWT checks the id token.

Never called inside a transaction: every function but ``authorization_url`` waits for the network.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import jwt
import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import constant_time_compare

from market.accounts.errors import ExternalSignInRefused, ExternalSignInUnavailable

logger = logging.getLogger(__name__)
ALGORITHMS = ("RS256", "PS256", "ES256")  # keys of the provider only: a client secret never signs who somebody is
KEYS_KEPT_SECONDS = 300
CLOCK_SKEW_SECONDS = 30


@dataclass(frozen=True, kw_only=True)
class Grant:
    """What the provider said about a person, all of it checked."""

    issuer: str
    subject: str
    email: str
    is_email_verified: bool
    first_name: str
    last_name: str
    refresh_token: str | None


def is_configured() -> bool:
    return all(
        (
            settings.OIDC_ISSUER,
            settings.OIDC_CLIENT_ID,
            settings.OIDC_AUTHORIZE_URL,
            settings.OIDC_TOKEN_URL,
            settings.OIDC_KEYS_URL,
        )
    )


def authorization_url(*, redirect_uri: str, state: str, nonce: str, code_verifier: str) -> str:
    """Where the person goes to sign in."""
    with _session(redirect_uri) as session:
        url, _ = session.create_authorization_url(
            settings.OIDC_AUTHORIZE_URL, state=state, nonce=nonce, code_verifier=code_verifier
        )
    return str(url)


def code_exchange(*, code: str, redirect_uri: str, nonce: str, code_verifier: str) -> Grant:
    """What the code stands for. Raises ExternalSignInRefused, ExternalSignInUnavailable."""
    answer = _token_request(redirect_uri, code=code, code_verifier=code_verifier)
    claims = _checked(answer)
    if not constant_time_compare(str(claims.get("nonce")), nonce):
        raise ExternalSignInRefused("code", reason="nonce")
    return _grant(claims, answer)


def grant_refresh(*, refresh_token: str) -> Grant | None:
    """Ask whether the person is still welcome; None when the provider says yes without saying who.

    Raises ExternalSignInRefused, ExternalSignInUnavailable.
    """
    answer = _token_request(None, refresh_token=refresh_token)
    return _grant(_checked(answer), answer) if answer.get("id_token") else None


def logout_url(parameters: dict[str, str]) -> str | None:
    """Where the person's session at the provider ends, if it ends anywhere."""
    if not settings.OIDC_LOGOUT_URL:
        return None
    return requests.Request("GET", settings.OIDC_LOGOUT_URL, params=parameters).prepare().url


def _session(redirect_uri: str | None) -> OAuth2Session:
    scope = "openid profile email" + (" offline_access" if settings.OIDC_REFRESH else "")
    session = OAuth2Session(
        settings.OIDC_CLIENT_ID,
        settings.OIDC_CLIENT_SECRET or None,
        scope=scope,
        redirect_uri=redirect_uri,
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if settings.OIDC_CLIENT_SECRET else "none",
    )
    session.trust_env = False  # a .netrc must not replace the client's own credentials
    return session


def _token_request(redirect_uri: str | None, **grant: str) -> dict[str, Any]:
    options: dict[str, Any] = {"timeout": settings.OIDC_TIMEOUT_SECONDS, "allow_redirects": False}
    try:
        with _session(redirect_uri) as session:
            if "refresh_token" in grant:
                return dict(session.refresh_token(settings.OIDC_TOKEN_URL, **grant, **options))
            return dict(session.fetch_token(settings.OIDC_TOKEN_URL, **grant, **options))
    except AuthlibBaseError as error:
        raise ExternalSignInRefused("code", reason="the provider refuses it") from error
    except (requests.RequestException, ValueError, TypeError) as error:
        logger.warning("the identity provider failed: %s", type(error).__name__)
        raise ExternalSignInUnavailable from error


def _checked(answer: dict[str, Any]) -> dict[str, Any]:
    token = answer.get("id_token")
    if not isinstance(token, str):
        raise ExternalSignInRefused("code", reason="no id token")
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            _signing_key(token),
            algorithms=list(ALGORITHMS),
            audience=settings.OIDC_CLIENT_ID,
            issuer=settings.OIDC_ISSUER,
            leeway=CLOCK_SKEW_SECONDS,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except jwt.PyJWTError as error:
        raise ExternalSignInRefused("code", reason=type(error).__name__) from error
    audiences = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    if (len(audiences) > 1 or "azp" in claims) and claims.get("azp") != settings.OIDC_CLIENT_ID:
        raise ExternalSignInRefused("code", reason="authorized party")
    return claims


def _signing_key(token: str) -> Any:
    """The provider's key of this token; unknown ones are looked for once more, because providers change keys."""
    key_id = jwt.get_unverified_header(token).get("kid")
    for is_fresh in (False, True):
        for key in _keys(is_fresh=is_fresh).keys:
            if key_id is None or key.key_id == key_id:
                return key.key
    raise jwt.InvalidKeyError("unknown key")


def _keys(*, is_fresh: bool) -> jwt.PyJWKSet:
    name = f"oidc-keys:{settings.OIDC_KEYS_URL}"
    document = None if is_fresh else cache.get(name)
    if document is None:
        try:
            response = requests.get(
                settings.OIDC_KEYS_URL, timeout=settings.OIDC_TIMEOUT_SECONDS, allow_redirects=False
            )
            response.raise_for_status()
            document = response.json()
        except (requests.RequestException, ValueError) as error:
            raise ExternalSignInUnavailable from error
        cache.set(name, document, KEYS_KEPT_SECONDS)
    return jwt.PyJWKSet.from_dict(document)


def _grant(claims: dict[str, Any], answer: dict[str, Any]) -> Grant:
    refresh = answer.get("refresh_token")
    return Grant(
        issuer=str(claims["iss"]),
        subject=str(claims["sub"])[:255],
        email=str(claims.get("email") or ""),
        is_email_verified=claims.get("email_verified") in (True, "true"),
        first_name=str(claims.get("given_name") or "").replace("\x00", "")[:256],
        last_name=str(claims.get("family_name") or "").replace("\x00", "")[:256],
        refresh_token=refresh if settings.OIDC_REFRESH and isinstance(refresh, str) else None,
    )
