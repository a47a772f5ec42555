"""What accounts tell the other rooms. Payloads are ids and where a mail leads; addresses are looked up, never carried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class AccountEvent(Event):
    """Something about one account; events of one account keep their order."""

    topic: ClassVar[str] = "accounts.account_event"
    user_id: int

    @property
    def key(self) -> str:
        return f"user:{self.user_id}"


@dataclass(frozen=True, kw_only=True)
class AccountMailRequested(AccountEvent):
    """Somebody asked for a mail with a link to ``redirect_url``, with the words of ``channel`` (a slug, or empty)."""

    topic: ClassVar[str] = "accounts.account_mail_requested"
    redirect_url: str
    channel: str


@dataclass(frozen=True, kw_only=True)
class AccountRegistered(AccountEvent):
    """Somebody opened an account."""

    topic: ClassVar[str] = "accounts.account_registered"


@dataclass(frozen=True, kw_only=True)
class AccountConfirmationRequested(AccountMailRequested):
    """The address has to be confirmed: mail a link with ``email`` and a token of purpose CONFIRM_ACCOUNT."""

    topic: ClassVar[str] = "accounts.account_confirmation_requested"


@dataclass(frozen=True, kw_only=True)
class RegistrationOnKnownAddress(AccountEvent):
    """Somebody wanted an account for (or change to) an address that has one: its owner is told, nobody else."""

    topic: ClassVar[str] = "accounts.registration_on_known_address"
    channel: str


@dataclass(frozen=True, kw_only=True)
class AccountConfirmed(AccountEvent):
    """The owner of the mailbox has shown that the account is theirs: by a link of ours, or by a provider who checked it."""

    topic: ClassVar[str] = "accounts.account_confirmed"


@dataclass(frozen=True, kw_only=True)
class MailboxProved(AccountEvent):
    """The owner of a confirmed account has shown once more that the mailbox is theirs; nobody needs to be told."""

    topic: ClassVar[str] = "accounts.mailbox_proved"


@dataclass(frozen=True, kw_only=True)
class PasswordResetRequested(AccountMailRequested):
    """Mail a link with ``email`` and a token of purpose RESET_PASSWORD."""

    topic: ClassVar[str] = "accounts.password_reset_requested"


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(AccountEvent):
    topic: ClassVar[str] = "accounts.password_changed"


@dataclass(frozen=True, kw_only=True)
class AccountDeletionRequested(AccountMailRequested):
    """Mail a link with a token of purpose DELETE_ACCOUNT."""

    topic: ClassVar[str] = "accounts.account_deletion_requested"


@dataclass(frozen=True, kw_only=True)
class EmailChangeEvent(AccountEvent):
    """Something about one wish to change an address; the row ``EmailChange`` knows the old and the new one."""

    topic: ClassVar[str] = "accounts.email_change_event"
    request_id: int


@dataclass(frozen=True, kw_only=True)
class EmailChangeRequested(EmailChangeEvent):
    """Mail to the NEW address a link with a token of purpose CHANGE_EMAIL for this ``request_id``."""

    topic: ClassVar[str] = "accounts.email_change_requested"
    redirect_url: str
    channel: str


@dataclass(frozen=True, kw_only=True)
class EmailChanged(EmailChangeEvent):
    """The new address counts; the OLD one is told."""

    topic: ClassVar[str] = "accounts.email_changed"
