"""Checking an e-mail address somebody wants to have an account under."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from market.accounts.rules import email_key
from market.core.errors import InvalidInput

LONGEST_EMAIL = 254
# Quoted local parts may hold control characters that some mail software takes for the end of a line; letters outside of ASCII
# may be folded into others. Nobody who shops has such an address.
UNUSUAL = re.compile(r'["\x00-\x20\x7f-\x9f\u2028\u2029]|^[^@]*[^\x00-\x7f]')


def email_clean(email: str, *, field: str = "email") -> str:
    """The address in lower case. Raises InvalidInput for what is none."""
    address = email_key(email)
    try:
        if len(address) > LONGEST_EMAIL or UNUSUAL.search(email.strip()):
            raise ValidationError("unusual")
        validate_email(address)
    except ValidationError as error:
        raise InvalidInput(field, "이메일 주소를 다시 봐 주세요.", "Enter a valid e-mail address.") from error
    return address
