"""Which addresses had an account that was deleted."""

from __future__ import annotations

import datetime as dt

from django.utils.crypto import salted_hmac

from market.accounts.models import ClosedAccount
from market.accounts.rules import email_key


def account_closed_at(email: str) -> dt.datetime | None:
    """When an account of this address was last deleted; None: never."""
    closed = ClosedAccount.objects.filter(email_digest=email_digest(email))
    return closed.values_list("closed_at", flat=True).first()


def email_digest(email: str) -> str:
    return salted_hmac("market.accounts.closed", email_key(email), algorithm="sha256").hexdigest()
