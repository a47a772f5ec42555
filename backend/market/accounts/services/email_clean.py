"""Checking an e-mail address somebody wants to have an account under."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from market.accounts.rules import email_key
from market.core.errors import InvalidInput

LONGEST_EMAIL = 254


def email_clean(email: str, *, field: str = "email") -> str:
    """The address in lower case. Raises InvalidInput for what is none."""
    address = email_key(email)
    try:
        if len(address) > LONGEST_EMAIL:
            raise ValidationError("too long")
        validate_email(address)
    except ValidationError as error:
        raise InvalidInput(field, "이메일 주소를 다시 봐 주세요.", "Enter a valid e-mail address.") from error
    return address
