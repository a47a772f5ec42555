"""Access and refresh tokens: RS256 JWTs with Saleor's claims, checked against the user's token key.

A token is good while its signature, its time and the ``token`` claim hold; changing ``User.token_key`` ends all earlier ones.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

from market.accounts.errors import TokenExpired, TokenInvalid, TokenMissing, TokenUndecodable
from market.accounts.models import User
from market.core import clock
from market.core.global_ids import BadGlobalId, int_pk, to_global_id

ACCESS, REFRESH = "access", "refresh"
ALGORITHM = "RS256"
OWN = "saleor"  # the ``owner`` claim of tokens for a password; tokens of external sign-ins carry the id of their plugin


@functools.cache
def private_key() -> rsa.RSAPrivateKey:
    """The signing key: from RSA_PRIVATE_KEY, else one made once and kept in the state folder (never in production)."""
    pem = settings.RSA_PRIVATE_KEY.encode() or _key_kept_in(Path(settings.STATE_DIR))
    key = serialization.load_pem_private_key(pem, password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise ValueError("RSA_PRIVATE_KEY does not hold an RSA key")
    return key


def _key_kept_in(folder: Path) -> bytes:
    path = folder / "rsa_private_key.pem"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        pem = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        try:
            with path.open("xb") as file:
                path.chmod(0o600)
                file.write(pem)
        except FileExistsError:
            pass  # another process of the same start was quicker; its key counts
    return path.read_bytes()


@functools.cache
def key_set() -> dict[str, Any]:
    """The public key as a JSON Web Key Set."""
    numbers = private_key().public_key().public_numbers()
    return {
        "keys": [
            {
                "kty": "RSA",
                "use": "sig",
                "alg": ALGORITHM,
                "key_ops": ["verify"],
                "kid": key_id(),
                "n": _b64(numbers.n),
                "e": _b64(numbers.e),
            }
        ]
    }


@functools.cache
def key_id() -> str:
    numbers = private_key().public_key().public_numbers()
    return hashlib.sha256(f"{numbers.n}:{numbers.e}".encode()).hexdigest()[:16]


def _b64(number: int) -> str:
    return base64.urlsafe_b64encode(number.to_bytes((number.bit_length() + 7) // 8, "big")).rstrip(b"=").decode("ascii")


def token_create(
    *, user: User, kind: str, owner: str = OWN, audience: str | None = None, claims: dict[str, Any] | None = None
) -> str:
    """A signed token of ``kind`` (access or refresh) for the user; ``audience`` is written as Saleor does (``custom:…``)."""
    issued = int(clock.now().timestamp())
    lifetime = settings.JWT_ACCESS_SECONDS if kind == ACCESS else settings.JWT_REFRESH_SECONDS
    payload = {
        **(claims or {}),
        **({"aud": f"custom:{audience}"} if audience else {}),
        "iat": issued,
        "exp": issued + lifetime,
        "iss": f"{settings.PUBLIC_API_URL}/graphql/",
        "owner": owner,
        "type": kind,
        "token": user.token_key,
        "email": user.email,
        "user_id": to_global_id("User", user.pk),
        "is_staff": user.is_staff,
    }
    return jwt.encode(payload, private_key(), algorithm=ALGORITHM, headers={"kid": key_id()})


def token_payload(token: str, *, kind: str | None, field: str = "token") -> dict[str, Any]:
    """The claims of a valid token of this kind; None: of either. Raises TokenMissing, TokenExpired, TokenUndecodable or TokenInvalid."""
    if not token:
        raise TokenMissing(field)
    try:
        payload = jwt.decode(
            token,
            private_key().public_key(),
            algorithms=[ALGORITHM],
            options={"verify_aud": False, "require": ["exp", "iat"]},
        )
    except jwt.ExpiredSignatureError as error:
        raise TokenExpired(field) from error
    except jwt.DecodeError as error:
        raise TokenUndecodable(field) from error
    except jwt.InvalidTokenError as error:
        raise TokenInvalid(field) from error
    if payload.get("type") not in ((kind,) if kind else (ACCESS, REFRESH)):
        raise TokenInvalid(field)
    return payload


def token_user(token: str, *, kind: str, field: str = "token") -> User:
    """The active user a valid token speaks for. Raises as ``token_payload``; an ended token is invalid."""
    return payload_user(token_payload(token, kind=kind, field=field), field=field)


def payload_user(payload: dict[str, Any], *, field: str = "token") -> User:
    """The active user these claims of a token of ours speak for. Raises TokenInvalid for ended ones."""
    try:
        key = int_pk(str(payload.get("user_id")), "User")
    except BadGlobalId as error:
        raise TokenInvalid(field) from error
    user = User.objects.filter(pk=key, is_active=True).first()
    if user is None or user.token_key != payload.get("token") or user.email != payload.get("email"):
        raise TokenInvalid(field)
    return user
