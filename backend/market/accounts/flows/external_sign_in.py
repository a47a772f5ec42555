"""Signing in elsewhere: each step is a call to the provider, then one service. No transaction is open while the network is waited for.

The state is signed, for this purpose alone, expires and is good once. It holds a random seed and where the person comes back to;
nonce and PKCE verifier are derived from the seed with the secret key, so that they need no storage and the verifier never leaves us.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.utils.crypto import get_random_string, salted_hmac

from market.accounts.errors import ExternalSignInRefused, SignInPluginUnknown, TokenInvalid
from market.accounts.gateways import oidc
from market.accounts.models import User
from market.accounts.rules import is_redirect_allowed
from market.accounts.services.external_identity import external_identity_check, external_identity_user
from market.accounts.services.tokens import ACCESS, REFRESH, payload_user, token_create, token_payload
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound

PLUGIN_ID = "mirumee.authentication.openidconnect"
PROVIDER_REFRESH_CLAIM = "oauth_refresh_token"
STATE_SALT = "market.accounts.external-sign-in"
STATE_SECONDS = 600
LONGEST_VALUE = 8_192
Input = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Session:
    """Tokens of ours for a person the provider vouches for. Without a refresh token of the provider there is none of ours."""

    user: User
    token: str
    refresh_token: str | None


def authentication_url(*, plugin_id: str, given: Any) -> dict[str, str]:
    """``{"authorizationUrl": …}`` for ``{"redirectUri": …}``. Raises SignInPluginUnknown, NotFound (missing), InvalidInput (not ours)."""
    _ensure_plugin(plugin_id)
    redirect_uri = _text(given, "redirectUri")
    if not is_redirect_allowed(redirect_uri, settings.ALLOWED_CLIENT_ORIGINS):
        raise InvalidInput("redirectUri", "이 주소로 돌아올 수 없어요.", "Sign-ins may not lead to this URL.")
    seed = get_random_string(32)
    return {
        "authorizationUrl": oidc.authorization_url(
            redirect_uri=redirect_uri,
            state=signing.dumps({"seed": seed, "redirectUri": redirect_uri}, salt=STATE_SALT),
            nonce=_derived("nonce", seed),
            code_verifier=_derived("verifier", seed),
        )
    }


def access_tokens_obtain(*, plugin_id: str, given: Any, actor: Actor) -> Session:
    """Sign in with ``{"code": …, "state": …}`` as the provider sent them back.

    Raises SignInPluginUnknown, NotFound (missing), ExternalSignInRefused, ExternalSignInUnavailable, AccountInactive, InvalidInput.
    """
    _ensure_plugin(plugin_id)
    code, state = _text(given, "code"), _text(given, "state")
    seed, redirect_uri = _opened(state)
    grant = oidc.code_exchange(
        code=code,
        redirect_uri=redirect_uri,
        nonce=_derived("nonce", seed),
        code_verifier=_derived("verifier", seed),
    )
    user = external_identity_user(
        actor=actor,
        issuer=grant.issuer,
        subject=grant.subject,
        email=grant.email,
        is_email_verified=grant.is_email_verified,
        first_name=grant.first_name,
        last_name=grant.last_name,
    )
    return _session(user, grant.refresh_token)


def session_refresh(*, plugin_id: str, given: Any) -> Session:
    """A new session for ``{"refreshToken": …}`` of ours, if the provider still vouches for the person.

    Raises SignInPluginUnknown, NotFound (missing), token errors, ExternalSignInRefused, ExternalSignInUnavailable.
    """
    _ensure_plugin(plugin_id)
    field = "refreshToken"
    payload = token_payload(_text(given, field), kind=REFRESH, field=field)
    user = payload_user(payload, field=field)
    provider_token = payload.get(PROVIDER_REFRESH_CLAIM)
    if payload.get("owner") != PLUGIN_ID or not isinstance(provider_token, str) or not settings.OIDC_REFRESH:
        raise TokenInvalid(field)
    grant = oidc.grant_refresh(refresh_token=provider_token)
    if grant is not None:
        external_identity_check(user=user, issuer=grant.issuer, subject=grant.subject)
    return _session(payload_user(payload, field=field), (grant and grant.refresh_token) or provider_token)


def session_verify(*, plugin_id: str, given: Any) -> tuple[User, dict[str, Any]]:
    """Whom ``{"token": …}`` of an external sign-in speaks for, and its claims. Raises SignInPluginUnknown, NotFound, token errors."""
    _ensure_plugin(plugin_id)
    payload = token_payload(_text(given, "token"), kind=ACCESS)
    if payload.get("owner") != PLUGIN_ID:
        raise TokenInvalid("token")
    return payload_user(payload), {name: value for name, value in payload.items() if name != "token"}


def logout_data(*, plugin_id: str, given: Any) -> dict[str, str]:
    """``{"logoutUrl": …}`` with what was given as its query, or nothing where the provider has no such page. Raises SignInPluginUnknown."""
    _ensure_plugin(plugin_id)
    values = given if isinstance(given, dict) else {}
    url = oidc.logout_url({str(name): value for name, value in values.items() if isinstance(value, str)})
    return {"logoutUrl": url} if url else {}


def _ensure_plugin(plugin_id: str) -> None:
    if plugin_id != PLUGIN_ID or not oidc.is_configured():
        raise SignInPluginUnknown


def _text(given: Any, name: str) -> str:
    value = given.get(name) if isinstance(given, dict) else None
    if not isinstance(value, str) or not value:
        raise NotFound(name)
    if len(value) > LONGEST_VALUE:
        raise InvalidInput(name, "너무 길어요.", "The value is too long.")
    return value


def _opened(state: str) -> tuple[str, str]:
    """Seed and return address of a state that has not been used. Raises ExternalSignInRefused."""
    try:
        claims = signing.loads(state, salt=STATE_SALT, max_age=STATE_SECONDS)
    except (signing.BadSignature, ValueError) as error:
        raise ExternalSignInRefused("state", reason="bad state") from error
    if not cache.add(f"external-state:{claims['seed']}", 1, STATE_SECONDS):
        raise ExternalSignInRefused("state", reason="the state was used")
    return claims["seed"], claims["redirectUri"]


def _derived(what: str, seed: str) -> str:
    return salted_hmac(f"{STATE_SALT}.{what}", seed, algorithm="sha256").hexdigest()


def _session(user: User, provider_token: str | None) -> Session:
    refresh = (
        token_create(user=user, kind=REFRESH, owner=PLUGIN_ID, claims={PROVIDER_REFRESH_CLAIM: provider_token})
        if provider_token
        else None
    )
    return Session(user=user, token=token_create(user=user, kind=ACCESS, owner=PLUGIN_ID), refresh_token=refresh)
