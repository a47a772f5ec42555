"""The address that order mails go to."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from market.core.errors import InvalidInput, Required

LONGEST_EMAIL = 254  # of the columns that keep it


def email_check(email: str) -> str:
    """The tidied e-mail address. Raises Required or InvalidInput."""
    tidy = email.strip()
    if not tidy:
        raise Required("email")
    try:
        validate_email(tidy if len(tidy) <= LONGEST_EMAIL else "")
    except ValidationError as error:
        raise InvalidInput(
            "email", "이메일 주소를 다시 봐 주세요. name@example.com처럼 적어 주세요.", "Enter a valid e-mail address."
        ) from error
    return tidy
