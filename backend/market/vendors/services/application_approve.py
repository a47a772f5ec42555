"""Let an enterprise in."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.text import slugify

from market.core import audit, catalogue_version, clock, outbox
from market.core.actor import Actor
from market.vendors.errors import BusinessNumberTaken
from market.vendors.events import ApplicationApproved, CertificateSubmitted
from market.vendors.models import (
    ApplicationStatus,
    Certificate,
    CertificateStatus,
    DocumentKind,
    Vendor,
    VendorApplication,
    VendorBankAccount,
    VendorDocument,
    VendorMember,
    VendorRole,
)
from market.vendors.rules import ensure_may_be_approved, ensure_may_become, registry_state_of
from market.vendors.selectors.applications import is_number_taken
from market.vendors.services.application_status_set import application_status_set, application_to_decide

LONGEST_SLUG = 110  # leaves room for a number
COPIED = (
    "name", "legal_name", "legal_form", "representative", "business_number", "mail_order_number", "phone", "email", "postal_code",
    "address", "district_id", "introduction",
)  # fmt: skip
TRIES = 5


@transaction.atomic
def application_approve(
    *, application_id: UUID, actor: Actor, note: str = "", accepts_unchecked: bool = False
) -> VendorApplication:
    """Make the enterprise of a submitted application: with its owner, its bank account, its papers and, where one was handed in, its
    certificate, which is still to be checked. The first warehouse follows by event.

    ``accepts_unchecked``: the reviewer has compared the paper, though the tax service gave no answer.
    Raises NotFound, OwnApplication, AlreadyDecided, BusinessNumberTaken, RegistryClosed, RegistrySuspended, RegistryUnknown,
    RegistryUnchecked.
    """
    application = application_to_decide(application_id, actor)
    ensure_may_become(application.status, ApplicationStatus.APPROVED)
    state = registry_state_of(application.registry_state, application.business_number)
    ensure_may_be_approved(state, accepts_unchecked=accepts_unchecked)
    vendor = _opened(application)
    VendorMember.objects.create(vendor=vendor, user_id=application.applicant_id, role=VendorRole.OWNER)
    _bank_account(application, vendor, actor)
    VendorDocument.objects.filter(application=application).update(vendor=vendor, application=None)
    _certificate(application, vendor)
    application.vendor = vendor
    application.sealed_number = application.sealed_holder = ""  # kept with the enterprise from now on
    application_status_set(
        application=application, to=ApplicationStatus.APPROVED, actor=actor, note=note.strip()[:2_000]
    )
    catalogue_version.bump()
    audit.record(
        actor=actor,
        action="vendors.application_approve",
        subject_type="VendorApplication",
        subject_id=application.pk,
        vendor_id=vendor.pk,
        registry=state.code if state else "",
        accepts_unchecked=accepts_unchecked,
    )
    outbox.publish(ApplicationApproved(application_id=application.pk, vendor_id=vendor.pk))
    return application


def proposed_slugs(names: Iterable[str]) -> dict[str, str]:
    """The address name that an enterprise of each of these names would get today."""
    bases = {name: slugify(name, allow_unicode=True)[:LONGEST_SLUG].strip("-") or "vendor" for name in names}
    near = Q(pk__in=[])
    for base in set(bases.values()):
        near |= Q(slug__startswith=base)
    taken = set(Vendor.objects.filter(near).values_list("slug", flat=True))
    return {name: _free(base, taken) for name, base in bases.items()}


def _free(base: str, taken: set[str]) -> str:
    return base if base not in taken else next(f"{base}-{n}" for n in itertools.count(2) if f"{base}-{n}" not in taken)


def _opened(application: VendorApplication) -> Vendor:
    """The enterprise. Another one of the same name that is let in at this moment takes the next free address name."""
    for _ in range(TRIES):
        if is_number_taken(application.business_number):
            raise BusinessNumberTaken("businessNumber")
        vendor = Vendor(
            slug=proposed_slugs([application.name])[application.name],
            joined_at=clock.now(),
            founded_on=application.opened_on,
            **{column: getattr(application, column) for column in COPIED},
        )
        try:
            with transaction.atomic():
                vendor.save(force_insert=True)
        except IntegrityError:
            continue
        return vendor
    raise BusinessNumberTaken("businessNumber")


def _bank_account(application: VendorApplication, vendor: Vendor, actor: Actor) -> None:
    """The reviewer has compared it with the copy of the bankbook."""
    VendorBankAccount.objects.create(
        vendor=vendor,
        bank=application.bank,
        sealed_number=application.sealed_number,
        sealed_holder=application.sealed_holder,
        last_digits=application.last_digits,
        registered_by_id=application.applicant_id,
        checked_by_id=actor.user_id,
        checked_at=clock.now(),
    )


def _certificate(application: VendorApplication, vendor: Vendor) -> None:
    paper = VendorDocument.objects.filter(vendor=vendor, kind=DocumentKind.CERTIFICATE).order_by("uploaded_at").last()
    if paper is None or application.kind is None or application.certificate_issued_on is None:
        return
    certificate = Certificate.objects.create(
        vendor=vendor,
        kind=application.kind,
        number=application.certificate_number,
        authority=application.kind.authority,
        authority_en=application.kind.authority_en,
        issued_on=application.certificate_issued_on,
        valid_until=application.certificate_valid_until,
        status=CertificateStatus.SUBMITTED,
        file=paper,
        submitted_by_id=application.applicant_id,
        submitted_at=clock.now(),
    )
    outbox.publish(CertificateSubmitted(vendor_id=vendor.pk, certificate_id=certificate.pk))
