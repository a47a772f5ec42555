"""Which letter a mail is. Adding a mail means adding one function in ``writers/``."""

from __future__ import annotations

from market.notifications.enums import MailKind
from market.notifications.flows import writers  # noqa: F401 - registers them
from market.notifications.flows.writers.registry import writer_of
from market.notifications.letters.letter import Letter, tidied
from market.notifications.models import Mail


def mail_write(mail: Mail) -> Letter:
    """The letter as things are now. Raises NothingToSay, OtherMailFirst, and BadLink for a link that leads nowhere."""
    return tidied(writer_of(MailKind(mail.kind))(mail))
