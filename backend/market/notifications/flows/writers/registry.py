"""Which function writes which kind of mail, and what several of them begin with."""

from __future__ import annotations

from collections.abc import Callable

from market.accounts.models import User
from market.channels.models import Audience, Channel
from market.notifications.enums import MailKind
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail

Writer = Callable[[Mail], Letter]
_writers: dict[MailKind, Writer] = {}


def writes(kind: MailKind) -> Callable[[Writer], Writer]:
    """Register the function that writes mails of this kind."""

    def register(writer: Writer) -> Writer:
        _writers[kind] = writer
        return writer

    return register


def writer_of(kind: MailKind) -> Writer:
    return _writers[kind]


def account_of(mail: Mail) -> tuple[User, Voice]:
    user = User.objects.filter(pk=mail.user_id or 0, is_active=True).first()
    if user is None:
        raise NothingToSay("the account is gone")
    slug = mail.params.get("channel", "")
    is_public = bool(slug) and Channel.objects.filter(slug=slug, audience=Audience.PUBLIC).exists()
    return user, Voice(mail.language, is_public)


def to_its_address(mail: Mail, user: User) -> None:
    """A link that opens an account goes to the address the account has now, or nowhere."""
    if user.email != mail.recipient:
        raise NothingToSay("the account has another address now")
