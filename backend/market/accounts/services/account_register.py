"""Opening an account."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from market.accounts.errors import EmailTaken
from market.accounts.events import AccountRegistered
from market.accounts.models import User
from market.accounts.services.metadata_clean import metadata_clean
from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors

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


def account_register(
    *,
    actor: Actor,
    email: str,
    password: str,
    first_name: str = "",
    last_name: str = "",
    language_code: str = "ko",
    metadata: dict[str, str] | None = None,
) -> User:
    """Open an account for a new e-mail. Raises ManyErrors (invalid e-mail, weak password) or EmailTaken."""
    email = email.strip().lower()
    errors = password_errors(password)
    try:
        validate_email(email)
    except ValidationError:
        errors.append(InvalidInput("email", "이메일 주소를 다시 봐 주세요.", "Enter a valid e-mail address."))
    for field, name in (("firstName", first_name), ("lastName", last_name)):
        if len(name) > 256 or "\x00" in name:
            errors.append(InvalidInput(field, "쓸 수 없는 이름이에요.", "This name cannot be used."))
    metadata = metadata_clean(given=metadata)
    if errors:
        raise ManyErrors(errors)
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                email,
                password,
                first_name=first_name,
                last_name=last_name,
                language_code=language_code,
                metadata=metadata,
            )
            audit.record(actor=actor, action="accounts.register", subject_type="User", subject_id=user.pk)
            outbox.publish(AccountRegistered(user_id=user.pk))
    except IntegrityError as error:
        raise EmailTaken("email") from error
    return user
