"""Tokens for mails: signed by Django, bound to one purpose, one account and its present state, good once and for a while.

Nothing is stored. The token is a keyed hash of the account and of what its use will change (password, token key, address,
confirmation), so that using it, or anything else that ends sessions, makes it void. Whoever uses one checks it under the lock of
the user's row; of two uses at once, one finds the state changed.
"""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from market.accounts.enums import TokenPurpose
from market.accounts.models import User

LONGEST_TOKEN = 512


def account_token_create(*, user: User, purpose: TokenPurpose, request_id: int | None = None) -> str:
    """The token for a mail that goes out now, to the address ``user`` holds as it was read.

    ``request_id`` is the EmailChange whose new address the mail goes to; CHANGE_EMAIL needs it, the others refuse it (ValueError),
    or the mailbox of one wish could confirm another.
    """
    if (purpose is TokenPurpose.CHANGE_EMAIL) != (request_id is not None):
        raise ValueError("a request belongs to a change of address, and to nothing else")
    claims: dict[str, object] = {"state": _state(user, purpose, request_id)}
    if request_id is not None:
        claims["request"] = request_id
    return signing.dumps(claims, salt=_salt(purpose))


def account_token_request(token: str) -> int | None:
    """The EmailChange a well-signed, unexpired token of purpose CHANGE_EMAIL is for; None for any other text."""
    request_id = _claims(token, TokenPurpose.CHANGE_EMAIL).get("request")
    return request_id if isinstance(request_id, int) else None


def is_account_token_good(token: str, *, user: User, purpose: TokenPurpose, request_id: int | None = None) -> bool:
    """Whether the token is of this purpose, for this account as it is now, and not too old."""
    state = str(_claims(token, purpose).get("state"))
    return constant_time_compare(state, _state(user, purpose, request_id))


def _claims(token: str, purpose: TokenPurpose) -> dict[str, object]:
    if len(token) > LONGEST_TOKEN:
        return {}
    try:
        claims = signing.loads(token, salt=_salt(purpose), max_age=settings.ACCOUNT_TOKEN_SECONDS[purpose])
    except (signing.BadSignature, ValueError):
        return {}
    return claims if isinstance(claims, dict) else {}


def _salt(purpose: TokenPurpose) -> str:
    return f"market.accounts.{purpose}"


def _state(user: User, purpose: TokenPurpose, request_id: int | None) -> str:
    parts = [str(user.pk), user.email, user.password, user.token_key, str(request_id)]
    if purpose is TokenPurpose.CONFIRM_ACCOUNT:
        parts.append(str(user.is_confirmed))
    return salted_hmac(_salt(purpose), "\n".join(parts), algorithm="sha256").hexdigest()
