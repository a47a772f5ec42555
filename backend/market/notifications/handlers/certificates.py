"""What the people who keep an enterprise's certificates hear of them."""

from __future__ import annotations

from market.core.events import handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.services.member_mail_save import member_mails_save
from market.vendors.events import (
    CertificateEnding,
    CertificateEvent,
    CertificateRejected,
    CertificateRevoked,
    CertificateVerified,
)
from market.vendors.permissions import Ability


@handles(CertificateVerified, name="notifications.tell_certificate_verified")
def tell_certificate_verified(event: CertificateVerified) -> None:
    _tell(event, MailKind.CERTIFICATE_VERIFIED)


@handles(CertificateRejected, name="notifications.tell_certificate_rejected")
def tell_certificate_rejected(event: CertificateRejected) -> None:
    _tell(event, MailKind.CERTIFICATE_REJECTED)


@handles(CertificateRevoked, name="notifications.tell_certificate_revoked")
def tell_certificate_revoked(event: CertificateRevoked) -> None:
    _tell(event, MailKind.CERTIFICATE_REVOKED)


@handles(CertificateEnding, name="notifications.tell_certificate_ending")
def tell_certificate_ending(event: CertificateEnding) -> None:
    """Once for each of the three reminders."""
    _tell(event, MailKind.CERTIFICATE_ENDING, event.days_before)


def _tell(event: CertificateEvent, kind: MailKind, *facts: object) -> None:
    is_new = member_mails_save(
        kind=kind,
        vendor_id=event.vendor_id,
        ability=Ability.MANAGE_CERTIFICATES,
        event_key=key_of(event, event.certificate_id, *facts),
        params={"certificate_id": event.certificate_id},
    )
    nudge_when_noted(is_new)
