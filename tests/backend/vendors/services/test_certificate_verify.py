"""Deciding: by staff, not about the own, once; with its entry in the log and its event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from factories.accounts import UserFactory, staff_with
from factories.certificates import TODAY, Clock, actor_of, checker_of, waiting
from factories.vendors import member_of
from market.core import catalogue_version
from market.core.errors import DomainError, InvalidInput, NotFound, PermissionDenied, Required
from market.core.models import AuditEntry, OutboxEvent
from market.core.permissions import MANAGE_PRODUCTS, MANAGE_VENDORS
from market.vendors.certificate_errors import CertificateEnded, CertificateNotDecidable, OwnCertificate
from market.vendors.models import Certificate, VendorMember
from market.vendors.services.certificate_verify import certificate_reject, certificate_revoke, certificate_verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]
Decide = Callable[..., Certificate]


def verify(certificate: Certificate, actor: object) -> Certificate:
    return certificate_verify(certificate_id=certificate.pk, actor=actor)  # type: ignore[arg-type]


def reject(certificate: Certificate, actor: object) -> Certificate:
    return certificate_reject(certificate_id=certificate.pk, reason="글자가 보이지 않아요.", actor=actor)  # type: ignore[arg-type]


def revoke(certificate: Certificate, actor: object) -> Certificate:
    return certificate_revoke(certificate_id=certificate.pk, reason="위조예요.", actor=actor)  # type: ignore[arg-type]


def test_a_verified_one_says_by_whom_and_when() -> None:
    certificate, staff = waiting(), staff_with(MANAGE_VENDORS)
    version = catalogue_version.current()
    done = verify(certificate, checker_of(staff))
    assert (done.status, done.checked_by_id, done.checked_on) == ("verified", staff.pk, TODAY)
    assert catalogue_version.current() > version, "kept answers are answered anew"
    entry = AuditEntry.objects.get(action="vendors.certificate_verified")
    assert (entry.actor_id, entry.subject_id, entry.data["kind"]) == (staff.pk, str(done.pk), "SOCIAL_ENTERPRISE")
    assert OutboxEvent.objects.filter(topic="vendors.certificate_verified").count() == 1


@pytest.mark.parametrize("decide", [verify, reject])
@pytest.mark.parametrize("who", ["submitter", "member", "stranger", "other staff"])
def test_nobody_checks_the_own_and_only_staff_who_vet_check(decide: Decide, who: str) -> None:
    certificate = waiting()
    submitter = certificate.submitted_by
    assert submitter is not None
    VendorMember.objects.filter(user=submitter).delete()  # has left since, and works for the market now
    member = member_of(certificate.vendor)
    actors = {
        "submitter": (checker_of(submitter), OwnCertificate),
        "member": (checker_of(member), OwnCertificate),
        "stranger": (actor_of(UserFactory()), PermissionDenied),
        "other staff": (actor_of(staff_with(MANAGE_PRODUCTS), MANAGE_PRODUCTS), PermissionDenied),
    }
    actor, refusal = actors[who]
    with pytest.raises(refusal):
        decide(certificate, actor)
    certificate.refresh_from_db()
    assert (certificate.status, AuditEntry.objects.exists()) == ("submitted", False)


def test_what_ended_while_it_waited_can_only_go_back(still: Clock) -> None:
    certificate = waiting(kind="WOMEN", valid_until=TODAY)
    still.at(TODAY + dt.timedelta(days=1))
    checker = checker_of(staff_with(MANAGE_VENDORS))
    with pytest.raises(CertificateEnded):
        verify(certificate, checker)
    assert reject(certificate, checker).status == "rejected"


@pytest.mark.parametrize(
    ("path", "refused"),
    [
        ([verify], [verify, reject]),
        ([reject], [verify, reject, revoke]),
        ([verify, revoke], [verify, reject, revoke]),
        ([], [revoke]),
    ],
)
def test_what_is_decided_stays_decided(path: list[Decide], refused: list[Decide]) -> None:
    certificate, checker = waiting(), checker_of(staff_with(MANAGE_VENDORS))
    for decide in path:
        decide(certificate, checker)
    entries = AuditEntry.objects.count()
    for decide in refused:
        with pytest.raises(CertificateNotDecidable):
            decide(certificate, checker)
    assert AuditEntry.objects.count() == entries == len(path)


@pytest.mark.parametrize(("reason", "error"), [("", Required), (" \n\x00", Required), ("가" * 501, InvalidInput)])
@pytest.mark.parametrize("service", [certificate_reject, certificate_revoke])
def test_a_refusal_says_why(reason: str, error: type[DomainError], service: Decide) -> None:
    certificate, checker = waiting(), checker_of(staff_with(MANAGE_VENDORS))
    with pytest.raises(error) as caught:
        service(certificate_id=certificate.pk, reason=reason, actor=checker)
    assert caught.value.field == "reason"


def test_a_revoked_one_keeps_who_had_checked_it_and_its_day() -> None:
    certificate, first, second = waiting(), staff_with(MANAGE_VENDORS), staff_with(MANAGE_VENDORS)
    verify(certificate, checker_of(first))
    done = revoke(certificate, checker_of(second))
    assert (done.checked_by_id, done.decided_by_id) == (first.pk, second.pk)
    assert (done.revoked_on, done.decision_note) == (TODAY, "위조예요.")


def test_what_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        certificate_verify(certificate_id=0, actor=checker_of(staff_with(MANAGE_VENDORS)))
