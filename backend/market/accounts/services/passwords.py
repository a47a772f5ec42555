"""What a new password must be."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from market.core.errors import DomainError

PASSWORD_CODES = {
    "password_too_short": (
        "비밀번호는 8자 이상이어야 해요.",
        "This password is too short. It must contain at least 8 characters.",
    ),
    "password_too_common": ("너무 흔한 비밀번호예요. 다른 것을 써 주세요.", "This password is too common."),
    "password_entirely_numeric": ("숫자만으로는 안 돼요. 글자를 섞어 주세요.", "This password is entirely numeric."),
    "password_too_similar": ("이메일과 너무 비슷해요.", "The password is too similar to the e-mail."),
}


class WeakPassword(DomainError):
    """The password is refused; the code says which rule it breaks."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(field)
        self.code = code
        self.message_ko, self.message_en = PASSWORD_CODES.get(
            code, ("쓸 수 없는 비밀번호예요.", "This password cannot be used.")
        )


def password_errors(password: str, *, field: str = "password") -> list[DomainError]:
    """What is wrong with a new password, each with Saleor's code."""
    try:
        validate_password(password)
    except ValidationError as error:
        return [WeakPassword(field, item.code or "invalid") for item in error.error_list]
    return []
