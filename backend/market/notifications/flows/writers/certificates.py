"""Mails about certificates: each is written by what is true when it is written."""

from __future__ import annotations

from market.core import clock
from market.core.global_ids import to_global_id
from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, writes
from market.notifications.letters import certificates
from market.notifications.letters.certificates import CertificateFacts, Way
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail
from market.vendors.models import Certificate, CertificateStatus, VendorMember
from market.vendors.selectors.buying_routes import VendorRoute, route_rules, routes_by, routes_hanging_on
from market.vendors.selectors.certificates import certificates_counting


@writes(MailKind.CERTIFICATE_VERIFIED)
def _verified(mail: Mail) -> Letter:
    return certificates.verified(*_told(mail, CertificateStatus.VERIFIED))


@writes(MailKind.CERTIFICATE_REJECTED)
def _rejected(mail: Mail) -> Letter:
    return certificates.rejected(*_told(mail, CertificateStatus.REJECTED))


@writes(MailKind.CERTIFICATE_REVOKED)
def _revoked(mail: Mail) -> Letter:
    return certificates.revoked(*_told(mail, CertificateStatus.REVOKED))


@writes(MailKind.CERTIFICATE_ENDING)
def _ending(mail: Mail) -> Letter:
    facts, voice = _told(mail, CertificateStatus.VERIFIED)
    if facts.valid_until is None or facts.days_left < 0:
        raise NothingToSay("the certificate has ended")
    return certificates.ending(facts, facts.valid_until, voice)


def _told(mail: Mail, status: CertificateStatus) -> tuple[CertificateFacts, Voice]:
    """Raises NothingToSay when it has moved on, or when the reader works there no longer."""
    user, voice = account_of(mail)
    certificate = (
        Certificate.objects.filter(pk=mail.params["certificate_id"], status=status)
        .select_related("kind", "vendor")
        .first()
    )
    if certificate is None:
        raise NothingToSay("the certificate has moved on")
    if not VendorMember.objects.filter(vendor_id=certificate.vendor_id, user=user).exists():
        raise NothingToSay("works there no longer")
    return _facts(certificate), voice


def _facts(certificate: Certificate) -> CertificateFacts:
    today, kind = clock.today(), certificate.kind
    held = list(certificates_counting([certificate.vendor_id], today))
    rules = route_rules(today)
    hanging = routes_hanging_on(certificate, held, rules)
    others = [row for row in held if row.pk != certificate.pk]
    return CertificateFacts(
        path=f"/vendor/certificates/{to_global_id('Certificate', certificate.pk)}",
        vendor_name=certificate.vendor.name,
        name=kind.short_name,
        name_en=kind.short_name_en,
        is_preliminary=kind.is_preliminary,
        number=certificate.number,
        valid_until=certificate.valid_until,
        days_left=(certificate.valid_until - today).days if certificate.valid_until else 0,
        note=certificate.decision_note,
        hanging=tuple(map(_way, hanging)),
        left=tuple(map(_way, routes_by(others, rules))),
    )


def _way(found: VendorRoute) -> Way:
    rule = found.route.rule
    by = {item.kind for item in found.route.by}
    openers = [row.kind for row in found.certificates if row.kind.code in by]
    return Way(
        quotes=rule.quotes,
        up_to=rule.up_to,
        is_up_to_included=rule.is_up_to_included,
        names=tuple(dict.fromkeys(kind.short_name for kind in openers)),
        names_en=tuple(dict.fromkeys(kind.short_name_en for kind in openers)),
        article=rule.contract_article,
        article_en=rule.contract_article_en,
    )
