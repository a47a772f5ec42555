"""How an event is signed. Standard library only: the tests' side uses it too."""

from __future__ import annotations

import hashlib
import hmac


def signature(body: bytes, secret: str, moment: int) -> str:
    """Stripe-Signature: the moment, and HMAC-SHA256 over moment, dot and body."""
    mac = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={moment},v1={mac}"
