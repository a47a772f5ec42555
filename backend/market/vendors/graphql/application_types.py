"""Applications of enterprises, as those who apply and those who vet see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.models import User
from market.core.errors import DomainError
from market.core.graphql.banks import BankEnum
from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Node, non_null_list
from market.core.permissions import MANAGE_VENDORS
from market.core.sealing import unseal
from market.vendors.graphql.document_types import VendorDocument
from market.vendors.graphql.errors import VendorError
from market.vendors.graphql.types import CertificateKind, District, Vendor, batch_vendors
from market.vendors.models import ApplicationStatus, ApplicationStep, LegalForm
from market.vendors.models import CertificateKind as CertificateKindModel
from market.vendors.models import District as DistrictModel
from market.vendors.models import VendorApplication as Application
from market.vendors.rules import (
    RegistryState,
    ensure_may_be_approved,
    format_business_number,
    is_mail_order_number,
    registry_state_of,
)
from market.vendors.selectors.applications import (
    numbers_taken,
    papers_of,
    rivals_of,
    steps_of,
    submission_faults,
)
from market.vendors.services.application_account_read import account_numbers_read
from market.vendors.services.application_approve import proposed_slugs

VendorApplicationStatusEnum = enum_from_choices(
    "VendorApplicationStatusEnum", ApplicationStatus, "How an application stands."
)
LegalFormEnum = enum_from_choices("LegalFormEnum", LegalForm, "Form of organisation.")


class BusinessStateEnum(graphene.Enum):
    """What the tax service says of a business number."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    UNREGISTERED = "unregistered"
    ASKING = "asking"
    UNANSWERED = "unanswered"


class BusinessState(graphene.ObjectType):
    """What the tax service said of a business number, and when."""

    business_number = graphene.String(required=True, description="The number, NNN-NN-NNNNN.")
    state = graphene.Field(
        BusinessStateEnum, required=True, description="In business, suspended, closed, unknown, or not answered."
    )
    text = graphene.String(required=True, description="In the words of the tax service.")
    tax_type = graphene.String(required=True, description="Kind of taxpayer, in the words of the tax service.")
    ended_on = graphene.Field(Date, description="When it closed.")
    matches = graphene.Boolean(
        description="Whether opening day and representative are the registered ones; null when not asked or not answered."
    )
    is_offline = graphene.Boolean(
        required=True,
        description="Whether the answer is an invented one, as given where no key of the tax service is set.",
    )
    checked_at = graphene.Field(DateTime, description="When it was asked.")

    @staticmethod
    def resolve_business_number(root: RegistryState, info: Any) -> str:
        return format_business_number(root.number)

    @staticmethod
    def resolve_state(root: RegistryState, info: Any) -> str:
        return root.code

    @staticmethod
    def resolve_ended_on(root: RegistryState, info: Any) -> Any:
        return Date.parse_value(root.ended_on) if root.ended_on else None

    @staticmethod
    def resolve_is_offline(root: RegistryState, info: Any) -> bool:
        return root.source == "offline"

    @staticmethod
    def resolve_checked_at(root: RegistryState, info: Any) -> Any:
        return DateTime.parse_value(root.checked_at) if root.checked_at else None


class VendorApplicationPoint(graphene.ObjectType):
    """One thing to be mended."""

    field = graphene.String(required=True, description="The input field it is about, or the kind of paper.")
    reason = graphene.String(required=True, description="What is wrong with it.")


class VendorApplicationStep(ModelObjectType):
    """Something that happened to an application."""

    status = graphene.Field(VendorApplicationStatusEnum, required=True, description="How it stood from then on.")
    note = graphene.String(required=True, description="What was said.")
    points = graphene.Field(non_null_list(VendorApplicationPoint), required=True, description="What was to be mended.")
    at = graphene.Field(DateTime, required=True, description="When.")
    is_by_applicant = graphene.Boolean(required=True, description="Whether the applicant did it.")
    actor_email = graphene.String(description="Who did it; for staff who vet.")

    @staticmethod
    def resolve_is_by_applicant(root: ApplicationStep, info: Any) -> bool:
        return root.actor_id is not None and root.actor_id == root.application.applicant_id

    @batch
    def resolve_actor_email(parents: list[ApplicationStep], info: Any) -> list[str | None]:
        return [
            user.email if user and _vets(info) else None for user in _users([step.actor_id for step in parents], info)
        ]


class VendorApplicationAccount(graphene.ObjectType):
    """Where the enterprise wants to be paid."""

    bank = graphene.Field(BankEnum, description="The bank.")
    last_digits = graphene.String(required=True, description="The last digits of the account number.")
    number = graphene.String(
        description="The whole number: only for staff, only while they review it, and each reading is written down."
    )
    holder = graphene.String(required=True, description="Whose account it is.")

    @staticmethod
    def resolve_bank(root: Application, info: Any) -> str | None:
        return root.bank or None

    @batch
    def resolve_number(parents: list[Application], info: Any) -> list[str | None]:
        return account_numbers_read(parents, actor=info.context.actor)

    @staticmethod
    def resolve_holder(root: Application, info: Any) -> str:
        return (unseal(root.sealed_holder) or "") if root.sealed_holder else ""


class VendorApplicationPreview(graphene.ObjectType):
    """What approving an application would do, and what stands in its way. For staff who vet."""

    slug = graphene.String(required=True, description="Slug the enterprise would get.")
    makes_certificate = graphene.Boolean(required=True, description="Whether a certificate would come up for checking.")
    needs_unchecked = graphene.Boolean(
        required=True, description="Whether the reviewer has to say that the paper was checked, for want of an answer."
    )
    obstacles = graphene.Field(
        non_null_list(VendorError), required=True, description="Why it cannot be approved; empty when it can."
    )


class VendorApplication(ModelObjectType):
    """One person's application for one enterprise. Its applicant reads it, and staff who vet once it was submitted."""

    class Meta:
        interfaces = (Node,)

    status = graphene.Field(VendorApplicationStatusEnum, required=True, description="How it stands.")
    is_mine = graphene.Boolean(required=True, description="Whether the reader is the applicant.")
    applicant_email = graphene.String(description="Who applies; for the applicant and staff.")
    business_number = graphene.String(
        required=True, description="Business registration number, NNN-NN-NNNNN, or blank."
    )
    business_state = graphene.Field(BusinessState, description="What the tax service said; null before it was asked.")
    name = graphene.String(required=True, description="Name it trades under.")
    legal_name = graphene.String(required=True, description="Name in the register (상호).")
    legal_form = graphene.Field(LegalFormEnum, description="Form of organisation.")
    representative = graphene.String(required=True, description="Representative (대표자).")
    opened_on = graphene.Field(Date, description="Opening day (개업일), as the registration has it.")
    kind = graphene.Field(CertificateKind, description="What kind of enterprise it says it is.")
    certificate_number = graphene.String(required=True, description="Number of the certificate handed in, or blank.")
    certificate_issued_on = graphene.Field(Date, description="Its day of issue.")
    certificate_valid_until = graphene.Field(Date, description="Its last day; none when it has no end.")
    mail_order_number = graphene.String(
        required=True, description="Mail-order registration (통신판매업 신고번호), or blank."
    )
    mail_order_number_is_usual = graphene.Boolean(
        required=True, description="Whether the number is written as offices write it today; older ones differ."
    )
    mail_order_exemption = graphene.String(required=True, description="Why none is needed (면제), or blank.")
    phone = graphene.String(required=True, description="Phone number.")
    email = graphene.String(required=True, description="E-mail address.")
    postal_code = graphene.String(required=True, description="Postcode.")
    address = graphene.String(required=True, description="Place of business.")
    district = graphene.Field(District, description="District or town.")
    introduction = graphene.String(required=True, description="Who they are and what they do.")
    account = graphene.Field(
        VendorApplicationAccount, description="Where it wants to be paid; null before it was given."
    )
    documents = graphene.Field(non_null_list(VendorDocument), required=True, description="Papers handed in.")
    steps = graphene.Field(
        non_null_list(VendorApplicationStep), required=True, description="What happened to it, oldest first."
    )
    review_note = graphene.String(required=True, description="What the reviewer said last.")
    review_points = graphene.Field(
        non_null_list(VendorApplicationPoint), required=True, description="What is to be mended, field by field."
    )
    missing = graphene.Field(
        non_null_list(VendorError),
        required=True,
        description="What keeps it from being sent, field by field; empty once it was sent.",
    )
    created_at = graphene.Field(DateTime, required=True, description="When it was begun.")
    submitted_at = graphene.Field(DateTime, description="When it was sent last.")
    decided_at = graphene.Field(DateTime, description="When it was decided.")
    vendor = graphene.Field(Vendor, description="The enterprise it became.")
    rivals = graphene.Field(
        non_null_list("market.vendors.graphql.application_types.VendorApplication"),
        description="Other applications under way with the same business number; for staff only.",
    )
    approval = graphene.Field(
        VendorApplicationPreview, description="What approving would do; for staff, while it waits for them."
    )

    @staticmethod
    def resolve_is_mine(root: Application, info: Any) -> bool:
        return root.applicant_id == info.context.actor.user_id

    @batch
    def resolve_applicant_email(parents: list[Application], info: Any) -> list[str | None]:
        return [user.email if user else None for user in _users([row.applicant_id for row in parents], info)]

    @staticmethod
    def resolve_business_number(root: Application, info: Any) -> str:
        return format_business_number(root.business_number)

    @staticmethod
    def resolve_business_state(root: Application, info: Any) -> RegistryState | None:
        return registry_state_of(root.registry_state, root.business_number)

    @staticmethod
    def resolve_legal_form(root: Application, info: Any) -> str | None:
        return root.legal_form or None

    @staticmethod
    def resolve_mail_order_number_is_usual(root: Application, info: Any) -> bool:
        return not root.mail_order_number or is_mail_order_number(root.mail_order_number)

    @batch
    def resolve_kind(parents: list[Application], info: Any) -> list[Any]:
        return _kinds([row.kind_id for row in parents], info)

    @batch
    def resolve_district(parents: list[Application], info: Any) -> list[Any]:
        found = info.context.remember("districts", lambda: {row.pk: row for row in DistrictModel.objects.all()})
        return [found.get(row.district_id) for row in parents]

    @staticmethod
    def resolve_account(root: Application, info: Any) -> Application | None:
        return root if root.bank or root.last_digits else None

    @batch
    def resolve_documents(parents: list[Application], info: Any) -> list[list[Any]]:
        return _papers(parents, info)

    @batch
    def resolve_steps(parents: list[Application], info: Any) -> list[list[Any]]:
        found = grouped(steps_of(parents), lambda step: step.application_id, [row.pk for row in parents])
        for row, steps in zip(parents, found, strict=True):
            for step in steps:
                step.application = row
        return found

    @batch
    def resolve_missing(parents: list[Application], info: Any) -> list[list[Any]]:
        papers = _papers(parents, info)
        taken = numbers_taken(row.business_number for row in parents)
        return [
            _told(
                submission_faults(row, papers=[paper.kind for paper in own], is_taken=row.business_number in taken),
                info,
            )
            if row.status in (ApplicationStatus.DRAFT, ApplicationStatus.RETURNED)
            else []
            for row, own in zip(parents, papers, strict=True)
        ]

    @batch
    def resolve_vendor(parents: list[Application], info: Any) -> list[Any]:
        found = iter(batch_vendors([row.vendor_id for row in parents if row.vendor_id is not None], info))
        return [next(found) if row.vendor_id is not None else None for row in parents]

    @batch
    def resolve_rivals(parents: list[Application], info: Any) -> list[list[Application] | None]:
        if not _vets(info):
            return [None] * len(parents)
        found = grouped(rivals_of(parents), lambda row: row.business_number, [row.business_number for row in parents])
        return [[other for other in same if other.pk != row.pk] for row, same in zip(parents, found, strict=True)]

    @batch
    def resolve_approval(parents: list[Application], info: Any) -> list[Any]:
        waiting = [row for row in parents if row.status == ApplicationStatus.SUBMITTED]
        if not _vets(info) or not waiting:
            return [None] * len(parents)
        papers = dict(zip([row.pk for row in waiting], _papers(waiting, info), strict=True))
        taken = numbers_taken(row.business_number for row in waiting)
        slugs = proposed_slugs(row.name for row in waiting)
        return [_preview(row, papers[row.pk], taken, slugs, info) if row.pk in papers else None for row in parents]


VendorApplicationCountableConnection = connection_type(
    "VendorApplication", "market.vendors.graphql.application_types.VendorApplication", "applications"
)


def _vets(info: Any) -> bool:
    return bool(info.context.actor.has_permission(MANAGE_VENDORS))


def _told(faults: list[DomainError], info: Any) -> list[Any]:
    return [
        VendorError(field=fault.field, code=fault.code, message=fault.message(info.context.language))
        for fault in faults
    ]


def _preview(row: Application, papers: list[Any], taken: set[str], slugs: dict[str, str], info: Any) -> Any:
    kinds = [paper.kind for paper in papers]
    faults = submission_faults(row, papers=kinds, is_taken=row.business_number in taken)
    state = registry_state_of(row.registry_state, row.business_number)
    try:
        ensure_may_be_approved(state, accepts_unchecked=True)
    except DomainError as obstacle:
        faults.append(obstacle)
    return VendorApplicationPreview(
        slug=slugs[row.name],
        makes_certificate="certificate" in kinds,
        needs_unchecked=state is None or state.code in ("asking", "unanswered"),
        obstacles=_told(faults, info),
    )


def _papers(parents: list[Application], info: Any) -> list[list[Any]]:
    """Loaded once a request for each application, however many fields ask."""
    known: dict[Any, list[Any]] = info.context.remember("application papers", dict)
    missing = [row for row in parents if row.pk not in known]
    if missing:
        rows = papers_of(missing)
        keys = [row.pk for row in missing]
        owner = {row.vendor_id: row.pk for row in missing if row.vendor_id is not None}
        known.update(
            zip(keys, grouped(rows, lambda paper: paper.application_id or owner[paper.vendor_id], keys), strict=True)
        )
    return [known[row.pk] for row in parents]


def _users(ids: list[int | None], info: Any) -> list[User | None]:
    known: dict[int, User | None] = info.context.remember("application people", dict)
    missing = [pk for pk in dict.fromkeys(ids) if pk is not None and pk not in known]
    if missing:
        known.update(
            zip(missing, by_key(User.objects.filter(pk__in=missing), lambda row: row.pk, missing), strict=True)
        )
    return [known[pk] if pk is not None else None for pk in ids]


def _kinds(ids: list[int | None], info: Any) -> list[Any]:
    found = info.context.remember(
        "certificate kinds", lambda: {row.pk: row for row in CertificateKindModel.objects.all()}
    )
    return [found.get(pk) for pk in ids]
