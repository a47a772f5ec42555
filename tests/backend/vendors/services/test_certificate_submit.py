"""Handing in: who may, what is checked, what is written and what is not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from factories.accounts import UserFactory, staff_with
from factories.certificates import TODAY, actor_of, checker_of, paper, paper_file, waiting
from factories.vendors import SellerFactory, certify, member_of
from market.core.errors import DomainError, ManyErrors, NotFound, PermissionDenied
from market.core.files.errors import FileRefused
from market.core.models import OutboxEvent
from market.core.permissions import MANAGE_VENDORS
from market.vendors.certificate_errors import CertificateKnown, CertificateNotDecidable, RenewalWaiting
from market.vendors.models import Certificate, CertificateStatus, VendorDocument, VendorRole, VendorStatus
from market.vendors.services.certificate_submit import certificate_replace, certificate_submit
from market.vendors.services.certificate_verify import certificate_reject, certificate_verify
from market.vendors.services.certificate_withdraw import certificate_withdraw

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]


def submit(**changes: Any) -> Certificate:
    vendor = changes.pop("vendor", None) or SellerFactory()
    given: dict[str, Any] = {
        "vendor_id": vendor.pk,
        "kind_code": changes.pop("kind", "SOCIAL_ENTERPRISE"),
        "actor": changes.pop("actor", None) or actor_of(member_of(vendor)),
        "upload": changes.pop("upload", None) or paper_file(),
    }
    return certificate_submit(**given, paper=paper(**changes))


def nothing_was_written() -> bool:
    return not (Certificate.objects.exists() or VendorDocument.objects.exists() or OutboxEvent.objects.exists())


def test_what_is_handed_in_waits_with_its_paper_and_counts_for_nothing() -> None:
    certificate = submit(number="  제2024-001호 ")
    certificate.refresh_from_db()
    assert (certificate.status, certificate.number, certificate.authority) == (
        "submitted",
        "제2024-001호",
        "고용노동부",
    )
    assert certificate.authority_en == "Ministry of Employment and Labor"
    assert certificate.file is not None
    assert (certificate.file.vendor_id, certificate.file.content_type) == (certificate.vendor_id, "image/jpeg"), (
        "made anew from its pixels"
    )
    assert (certificate.checked_on, certificate.checked_by) == (None, None)
    assert OutboxEvent.objects.get().topic == "vendors.certificate_submitted"


@pytest.mark.parametrize(
    ("kind", "changes", "fields"),
    [
        ("SOCIAL_ENTERPRISE", {"number": " "}, ["number"]),
        ("SOCIAL_ENTERPRISE", {"number": "x" * 61}, ["number"]),
        ("SOCIAL_ENTERPRISE", {"number": "a\x1bb"}, ["number"]),
        ("SOCIAL_ENTERPRISE", {"valid_until": TODAY}, ["validUntil"]),
        ("WOMEN", {}, ["validUntil"]),
        ("WOMEN", {"valid_until": dt.date(2029, 8, 30)}, ["validUntil"]),
        ("VULNERABLE_RATIO", {"valid_until": TODAY + dt.timedelta(days=171)}, ["validUntil"]),
        ("DIRECT_PRODUCTION", {"valid_until": TODAY}, ["item"]),
        ("WOMEN", {"number": "", "issued_on": TODAY + dt.timedelta(days=1)}, ["number", "issuedOn"]),
    ],
)
def test_what_cannot_be_is_refused_field_by_field_and_nothing_is_written(
    kind: str, changes: dict[str, Any], fields: list[str]
) -> None:
    with pytest.raises(ManyErrors) as caught:
        submit(kind=kind, **changes)
    assert [error.field for error in caught.value.errors] == fields
    assert nothing_was_written()


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("WOMEN", {"valid_until": dt.date(2029, 8, 29)}),
        ("VULNERABLE_RATIO", {"valid_until": TODAY + dt.timedelta(days=170)}),
        ("VILLAGE", {"valid_until": TODAY}),
        ("VILLAGE", {}),
        ("DIRECT_PRODUCTION", {"valid_until": TODAY, "item": "비누"}),
        ("GREEN", {"valid_until": dt.date(2040, 1, 1)}),
    ],
)
def test_what_the_law_allows_is_taken(kind: str, changes: dict[str, Any]) -> None:
    assert submit(kind=kind, **changes).valid_until == changes.get("valid_until")


def test_a_file_that_is_no_paper_takes_everything_back() -> None:
    with pytest.raises(FileRefused):
        submit(upload=SimpleUploadedFile("a.pdf", b"MZ not a paper", content_type="application/pdf"))
    assert nothing_was_written()


def test_the_same_paper_is_handed_in_once_until_it_comes_back() -> None:
    vendor = SellerFactory()
    first = submit(vendor=vendor)
    with pytest.raises(CertificateKnown):
        submit(vendor=vendor)
    assert VendorDocument.objects.count() == 1
    submit(vendor=SellerFactory())  # another enterprise is another matter
    certificate_reject(certificate_id=first.pk, reason="흐려요", actor=checker_of(staff_with(MANAGE_VENDORS)))
    assert submit(vendor=vendor).status == "submitted"


def test_the_database_knows_the_rule_as_well() -> None:
    certificate = submit()
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.create(
            vendor_id=certificate.vendor_id, kind=certificate.kind, number=certificate.number, authority="x",
            issued_on=certificate.issued_on, status="submitted",
        )  # fmt: skip


@pytest.mark.parametrize("column", [{"status": "revoked"}, {"status": "rejected"}, {"revoked_on": TODAY}])
def test_a_refusal_has_a_reason_and_a_revocation_a_day(column: dict[str, Any]) -> None:
    certificate = submit()
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.filter(pk=certificate.pk).update(**column)


@pytest.mark.parametrize("who", ["another", "nobody", "staff"])
def test_for_those_who_do_not_act_for_it_the_enterprise_does_not_exist(who: str) -> None:
    vendor = SellerFactory()
    actors = {"another": member_of(), "nobody": UserFactory(), "staff": staff_with(MANAGE_VENDORS)}
    for vendor_id in (vendor.pk, 0):
        with pytest.raises(NotFound):
            certificate_submit(
                vendor_id=vendor_id, kind_code="COOP", paper=paper(), upload=paper_file(), actor=actor_of(actors[who])
            )
    assert nothing_was_written()


def test_a_clerk_and_members_of_a_closed_enterprise_keep_no_certificates() -> None:
    vendor, closed = SellerFactory(), SellerFactory(status=VendorStatus.CLOSED)
    for owner, actor in ((vendor, member_of(vendor, VendorRole.CLERK)), (closed, member_of(closed))):
        with pytest.raises(PermissionDenied):
            submit(vendor=owner, actor=actor_of(actor))
    assert nothing_was_written()


def test_a_renewal_runs_beside_the_old_one_until_it_is_checked() -> None:
    vendor = SellerFactory()
    old = certify(vendor, "WOMEN", valid_until=TODAY + dt.timedelta(days=20))
    actor = actor_of(member_of(vendor))
    until = dt.date(2029, 8, 29)
    new = certificate_replace(
        certificate_id=old.pk, paper=paper(number="새-1", valid_until=until), upload=paper_file(), actor=actor
    )
    assert (new.replaces_id, new.kind_id, new.status, new.authority) == (old.pk, old.kind_id, "submitted", "견본")
    with pytest.raises(RenewalWaiting):
        certificate_replace(
            certificate_id=old.pk, paper=paper(number="새-2", valid_until=until), upload=paper_file(), actor=actor
        )
    old.refresh_from_db()
    assert old.status == CertificateStatus.VERIFIED
    certificate_verify(certificate_id=new.pk, actor=checker_of(staff_with(MANAGE_VENDORS)))
    old.refresh_from_db()
    assert old.status == CertificateStatus.VERIFIED, "it counts through its own last day"


@pytest.mark.parametrize("status", ["submitted", "rejected", "revoked", "withdrawn"])
def test_only_what_was_verified_is_renewed(status: str) -> None:
    vendor = SellerFactory()
    old = certify(vendor, "WOMEN", status=status)
    with pytest.raises(CertificateNotDecidable):
        certificate_replace(
            certificate_id=old.pk,
            paper=paper(valid_until=TODAY),
            upload=paper_file(),
            actor=actor_of(member_of(vendor)),
        )


def test_taking_back_is_for_the_own_people_and_for_what_waits() -> None:
    certificate = waiting()
    with pytest.raises(NotFound):
        certificate_withdraw(certificate_id=certificate.pk, actor=actor_of(member_of()))
    owner = actor_of(certificate.submitted_by)  # type: ignore[arg-type]
    certificate_withdraw(certificate_id=certificate.pk, actor=owner)
    certificate.refresh_from_db()
    assert certificate.status == CertificateStatus.WITHDRAWN
    with pytest.raises(DomainError) as caught:
        certificate_withdraw(certificate_id=certificate.pk, actor=owner)
    assert caught.value.code == "not_decidable"
