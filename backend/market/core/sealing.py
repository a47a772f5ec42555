"""Encryption at rest for the few facts that must be read again and must not lie open: account numbers and their holders.

The key is derived from SECRET_KEY; keys in SECRET_KEY_FALLBACKS still open what they sealed, so SECRET_KEY can be replaced.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"market.payments.refund_account"  # never change it: it is part of every key in use


def seal(text: str) -> str:
    """The text encrypted under today's key."""
    return _box().encrypt(text.encode()).decode("ascii")


def unseal(sealed: str) -> str | None:
    """The text again; None when no key of ours opens it any more."""
    try:
        return _box().decrypt(sealed.encode("ascii")).decode()
    except InvalidToken:
        return None


def _box() -> MultiFernet:
    return MultiFernet([Fernet(_key(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)


def mark(text: str) -> str:
    """A keyed digest: two texts have the same one only if they are the same, and nobody without the key finds the text by trying."""
    return hmac.new(_key(settings.SECRET_KEY), text.encode(), hashlib.sha256).hexdigest()
