"""Which applications a viewer may see, what they still lack, and who else asks with the same number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.fields import BigIntegerField
from django.db.models.functions import Cast, Extract

from market.core.actor import Actor
from market.core.errors import DomainError, Required
from market.core.permissions import MANAGE_VENDORS
from market.vendors.claims import ensure_no_unproven_claim
from market.vendors.errors import BusinessNumberTaken, MailOrderMissing, MissingPaper, UnprovenClaim
from market.vendors.models import (
    ApplicationStatus,
    ApplicationStep,
    DocumentKind,
    LegalForm,
    Vendor,
    VendorApplication,
    VendorDocument,
)
from market.vendors.rules import digits_of

MICROSECONDS = 1_000_000
WAITING_FIRST = {ApplicationStatus.SUBMITTED: 0, ApplicationStatus.RETURNED: 1}
# Column -> the input field it is asked for under.
REQUIRED = {
    "business_number": "businessNumber",
    "legal_name": "legalName",
    "legal_form": "legalForm",
    "representative": "representative",
    "opened_on": "openedOn",
    "name": "name",
    "kind_id": "kind",
    "introduction": "introduction",
    "phone": "phone",
    "email": "email",
    "postal_code": "postalCode",
    "address": "address",
    "district_id": "district",
    "bank": "bank",
    "sealed_number": "accountNumber",
    "sealed_holder": "accountHolder",
}
REQUIRED_PAPERS = {
    DocumentKind.BUSINESS_REGISTRATION: "Certificate of business registration",
    DocumentKind.BANKBOOK_COPY: "Copy of the bankbook",
}


def application_list(*, viewer: Actor) -> QuerySet[VendorApplication]:
    """The viewer's own applications; for staff who vet also all that were ever submitted."""
    mine = Q(applicant_id=viewer.user_id) if viewer.user_id is not None else Q(pk__in=[])
    if viewer.has_permission(MANAGE_VENDORS):
        mine |= Q(submitted_at__isnull=False)
    return VendorApplication.objects.filter(mine)


def own_applications(*, viewer: Actor) -> QuerySet[VendorApplication]:
    """What the viewer applied for, newest first."""
    return VendorApplication.objects.filter(applicant_id=viewer.signed_in_id).order_by("-created_at", "id")


def applications_to_vet(
    *, statuses: Iterable[str] | None = None, search: str = "", kinds: Iterable[str] | None = None
) -> QuerySet[VendorApplication]:
    """All that were submitted: what waits first, the oldest of it on top; then what was sent back and what is decided, newest first.

    Sort by ``rank``, ``place``, ``id``.
    """
    rows = VendorApplication.objects.filter(submitted_at__isnull=False)
    if statuses is not None:
        rows = rows.filter(status__in=list(statuses))
    if kinds is not None:
        rows = rows.filter(kind__code__in=[code.replace("\x00", "") for code in kinds])
    for word in search.replace("\x00", "\ufffd").split()[:10]:
        found = Q(name__icontains=word) | Q(legal_name__icontains=word) | Q(applicant__email__icontains=word)
        if digits_of(word):
            found |= Q(business_number__startswith=digits_of(word))
        rows = rows.filter(found)
    moment = Cast(Extract("submitted_at", "epoch") * MICROSECONDS, BigIntegerField())
    return rows.annotate(
        rank=Case(
            *(When(status=status, then=Value(rank)) for status, rank in WAITING_FIRST.items()),
            default=Value(2),
            output_field=IntegerField(),
        ),
        moment=moment,
        place=Case(When(status=ApplicationStatus.SUBMITTED, then=F("moment")), default=-F("moment")),
    )


def rivals_of(applications: Sequence[VendorApplication]) -> QuerySet[VendorApplication]:
    """Applications of other people under way with one of these numbers. For those who vet only: never tell an applicant."""
    numbers = {application.business_number for application in applications if application.business_number}
    return VendorApplication.objects.filter(
        business_number__in=numbers, status__in=[ApplicationStatus.SUBMITTED, ApplicationStatus.RETURNED]
    ).order_by("submitted_at", "id")


def papers_of(applications: Iterable[VendorApplication]) -> QuerySet[VendorDocument]:
    """The papers handed in with these applications; those of an approved one went over to its enterprise."""
    condition = Q(pk__in=[])
    for row in applications:
        if row.vendor_id is None:
            condition |= Q(application_id=row.pk)
        else:
            condition |= Q(vendor_id=row.vendor_id, uploaded_at__lte=row.decided_at)
    return VendorDocument.objects.filter(condition).order_by("uploaded_at", "id")


def steps_of(applications: Iterable[VendorApplication]) -> QuerySet[ApplicationStep]:
    """What happened to these applications, oldest first."""
    return ApplicationStep.objects.filter(application_id__in=[row.pk for row in applications]).order_by("id")


def numbers_taken(numbers: Iterable[str]) -> set[str]:
    """Those of the numbers under which an enterprise is, or was, on the market."""
    return set(
        Vendor.objects.filter(business_number__in=[number for number in numbers if number]).values_list(
            "business_number", flat=True
        )
    )


def is_number_taken(number: str) -> bool:
    """Whether an enterprise with this number is, or was, on the market."""
    return Vendor.objects.filter(business_number=number).exists()


def submission_faults(
    application: VendorApplication, *, papers: Iterable[str], is_taken: bool | None = None
) -> list[DomainError]:
    """What keeps the application from being sent, field by field. ``papers``: the kinds handed in."""
    given = set(papers)
    faults: list[DomainError] = [
        Required(field) for column, field in REQUIRED.items() if not getattr(application, column)
    ]
    if not application.mail_order_number and not application.mail_order_exemption:
        faults.append(MailOrderMissing("mailOrderNumber"))
    faults += [_missing(kind, name_en) for kind, name_en in REQUIRED_PAPERS.items() if kind not in given]
    if DocumentKind.CERTIFICATE in given:
        for column, field in (
            ("certificate_number", "certificateNumber"),
            ("certificate_issued_on", "certificateIssuedOn"),
        ):
            if not getattr(application, column):
                faults.append(Required(field))
    elif application.certificate_number or application.certificate_issued_on:
        faults.append(_missing(DocumentKind.CERTIFICATE, "The certificate"))
    faults += _claims(application)
    if application.business_number and (is_number_taken(application.business_number) if is_taken is None else is_taken):
        faults.append(BusinessNumberTaken("businessNumber"))
    return faults


def _claims(application: VendorApplication) -> list[DomainError]:
    """Nothing is verified yet, so nobody may read 사회적기업 of it (claims.py). The registered name is compared with its paper by staff."""
    held = {"SOCIAL_COOP"} if application.legal_form == LegalForm.SOCIAL_COOPERATIVE else set()
    faults: list[DomainError] = []
    for field in ("name", "introduction"):
        try:
            ensure_no_unproven_claim(getattr(application, field), held=held, field=field)
        except UnprovenClaim as claim:
            faults.append(claim)
    return faults


def _missing(kind: DocumentKind, name_en: str) -> DomainError:
    return MissingPaper(PAPER_FIELDS[kind], name_ko=str(kind.label), name_en=name_en)


PAPER_FIELDS = {
    DocumentKind.BUSINESS_REGISTRATION: "businessRegistration",
    DocumentKind.BANKBOOK_COPY: "bankbookCopy",
    DocumentKind.CERTIFICATE: "certificate",
    DocumentKind.MAIL_ORDER_REGISTRATION: "mailOrderRegistration",
    DocumentKind.EVIDENCE: "evidence",
}
# What a reviewer may ask to be mended.
REVIEW_FIELDS = frozenset({*REQUIRED.values(), *PAPER_FIELDS.values(), "mailOrderNumber", "certificateNumber"})


def applications_to_ask(now_iso: str) -> list[UUID]:
    """Submitted applications whose number nobody has answered for, and whose pause is over."""
    waiting = VendorApplication.objects.filter(
        status=ApplicationStatus.SUBMITTED,
        registry_state__code__in=["asking", "unanswered"],
        registry_state__ask_at__lte=now_iso,
    )
    return list(waiting.order_by("pk").values_list("pk", flat=True)[:100])
