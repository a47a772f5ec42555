"""What can go wrong with accounts; codes are those of Saleor's AccountErrorCode."""

from __future__ import annotations

from market.core.errors import DomainError


class InvalidCredentials(DomainError):
    """Unknown e-mail or wrong password: one answer for both."""

    code = "invalid_credentials"
    message_ko = "이메일이나 비밀번호가 맞지 않아요."
    message_en = "Please, enter valid credentials."


class AccountInactive(DomainError):
    code = "inactive"
    message_ko = "쉬고 있는 계정이에요. 고객센터에 알려 주세요."
    message_en = "The account is inactive."


class AccountNotConfirmed(DomainError):
    code = "account_not_confirmed"
    message_ko = "이메일 확인이 아직 끝나지 않았어요."
    message_en = "The account needs to be confirmed via e-mail."


class LoginAttemptDelayed(DomainError):
    code = "login_attempt_delayed"
    message_ko = "로그인을 여러 번 틀렸어요. {seconds}초 뒤에 다시 해 주세요."
    message_en = "Too many failed sign-ins. Try again in {seconds} seconds."


class TokenExpired(DomainError):
    code = "jwt_signature_expired"
    message_ko = "로그인 시간이 지났어요. 다시 로그인해 주세요."
    message_en = "Signature has expired"


class TokenInvalid(DomainError):
    code = "jwt_invalid_token"
    message_ko = "로그인 정보가 올바르지 않아요."
    message_en = "Invalid token"


class TokenMissing(DomainError):
    code = "jwt_missing_token"
    message_ko = "로그인 정보가 없어요."
    message_en = "Missing token"


class EmailTaken(DomainError):
    code = "unique"
    message_ko = "이미 쓰고 있는 이메일이에요."
    message_en = "User with this Email already exists."


class InvalidPassword(DomainError):
    code = "invalid_password"
    message_ko = "지금 비밀번호가 맞지 않아요."
    message_en = "Invalid password."
