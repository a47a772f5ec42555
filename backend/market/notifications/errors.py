"""What a person who looks after mails can be told."""

from __future__ import annotations

from market.core.errors import DomainError


class MailNotStuck(DomainError):
    code = "invalid"
    message_ko = "보내지 못한 메일이 아니에요."
    message_en = "This mail is not stuck."


class MailAlreadyWaiting(DomainError):
    code = "invalid"
    message_ko = "같은 사람에게 갈 같은 메일이 이미 기다리고 있어요."
    message_en = "The same mail to the same person is waiting already."
