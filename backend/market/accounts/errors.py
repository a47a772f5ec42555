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


class TokenUndecodable(TokenInvalid):
    """No token at all, or one signed by somebody else."""

    code = "jwt_decode_error"
    message_en = "Error decoding signature"


class TooManyRefreshes(DomainError):
    code = "login_attempt_delayed"
    message_ko = "잠시 뒤에 다시 해 주세요."
    message_en = "Too many requests for new tokens. Try again in {seconds} seconds."


class TooManyRegistrations(DomainError):
    """One caller has opened too many accounts; says nothing about any address."""

    code = "login_attempt_delayed"
    message_ko = "한 곳에서 너무 많이 가입했어요. 한 시간 뒤에 다시 해 주세요."
    message_en = "Too many registrations from one place. Try again in an hour."


class MailTokenInvalid(DomainError):
    """The token of a mail is not ours, not for this, used up or too old: one answer for all, and for unknown addresses."""

    code = "invalid"
    message_ko = "링크가 오래됐거나 이미 쓰였어요. 메일을 다시 받아 주세요."
    message_en = "Invalid or expired token."

    def __init__(self) -> None:
        super().__init__("token")


class RedirectRefused(DomainError):
    """A mail may only lead to a storefront of ours."""

    code = "invalid"
    message_ko = "메일이 이 주소로 이어질 수 없어요."
    message_en = "Mails may not lead to this URL. Check IEUM_ALLOWED_CLIENT_ORIGINS."


class MailChannelMissing(DomainError):
    code = "missing_channel_slug"
    message_ko = "어느 채널의 메일인지 적어 주세요."
    message_en = "You need to provide a channel slug."


class MailChannelInactive(DomainError):
    code = "channel_inactive"
    message_ko = "지금은 쉬고 있는 채널이에요."
    message_en = "Channel is inactive."


class AlreadyConfirmed(DomainError):
    code = "account_confirmed"
    message_ko = "이미 확인된 계정이에요."
    message_en = "User is already confirmed."


class ConfirmationAlreadyRequested(DomainError):
    code = "confirmation_already_requested"
    message_ko = "조금 전에 메일을 보냈어요. 잠시 뒤에 다시 해 주세요."
    message_en = "Confirmation e-mail already requested."


class StaffKeepsAccount(DomainError):
    """Accounts of staff are closed by those who manage staff."""

    code = "delete_staff_account"
    message_ko = "운영자 계정은 여기서 지울 수 없어요."
    message_en = "Cannot delete a staff account."


class LastOwnerKeepsAccount(DomainError):
    """An organisation would be left without anybody."""

    code = "delete_own_account"
    message_ko = "{organization}에 혼자 남은 담당자예요. 먼저 다른 사람에게 넘겨 주세요."
    message_en = "You are the last one in charge of {organization}. Hand it over first."


class AccountStillNeeded(DomainError):
    """Something of value hangs on the account and would be lost or left to anybody."""

    code = "delete_own_account"
    message_ko = "기프트카드처럼 계정에 묶인 것이 남아 있어요. 고객센터에 알려 주세요."
    message_en = "Something of value, such as a gift card, still hangs on the account. Please tell customer service."


class SignInPluginUnknown(DomainError):
    """No such way to sign in, or it is not set up."""

    code = "invalid"
    message_ko = "쓸 수 없는 로그인 방법이에요."
    message_en = "Plugin not found."

    def __init__(self) -> None:
        super().__init__("pluginId")


class ExternalSignInRefused(DomainError):
    """The other side's answer proves nothing; ``reason`` says which part, without its contents."""

    code = "invalid"
    message_ko = "다른 서비스의 로그인을 확인하지 못했어요. 처음부터 다시 해 주세요."
    message_en = "The external sign-in could not be verified: {reason}."


class ExternalSignInUnavailable(DomainError):
    code = "invalid"
    message_ko = "다른 서비스가 답하지 않아요. 잠시 뒤에 다시 해 주세요."
    message_en = "The identity provider does not answer. Please try again."
