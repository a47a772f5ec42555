"""Applications of agencies, as those who apply and those who decide see them."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.accounts.models import User
from market.agencies.graphql.errors import AgencyError
from market.agencies.graphql.people_types import name_of
from market.agencies.graphql.policy_types import AgencyLawEnum
from market.agencies.graphql.types import Agency, AgencyRegimeEnum
from market.agencies.models import AgencyApplication as Application
from market.agencies.models import AgencyApplicationStatus, AgencyApplicationStep
from market.agencies.rules import domain_of, is_number_of_a_public_body
from market.agencies.selectors.applications import agencies_like, rivals_of, steps_of, submission_faults
from market.agencies.selectors.desk import seen_agency_ids
from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Node, non_null_list
from market.core.permissions import MANAGE_AGENCIES
from market.vendors.rules import format_business_number

AgencyApplicationStatusEnum = enum_from_choices(
    "AgencyApplicationStatusEnum", AgencyApplicationStatus, "How an application stands."
)


class AgencyApplicationEntry(graphene.ObjectType):
    """Something that happened to an application."""

    status = graphene.Field(AgencyApplicationStatusEnum, required=True, description="How it stood from then on.")
    note = graphene.String(required=True, description="What was said.")
    at = graphene.Field(DateTime, required=True, description="When.")
    is_by_applicant = graphene.Boolean(required=True, description="Whether the applicant did it.")

    @staticmethod
    def resolve_is_by_applicant(root: AgencyApplicationStep, info: Any) -> bool:
        return root.actor_id is not None and root.actor_id == root.application.applicant_id


class AgencyPaper(graphene.ObjectType):
    """The certificate of the number (고유번호증) that came with an application: checked, cleaned, private."""

    name = graphene.String(required=True, description="As its sender called it, made plain.")
    content_type = graphene.String(required=True, description="application/pdf, image/jpeg or image/png.")
    size = graphene.Int(required=True, description="In bytes.")
    url = graphene.String(
        required=True, description="Where to download it, with the same Authorization header as here."
    )

    @staticmethod
    def resolve_name(root: Application, info: Any) -> str:
        return root.paper_name

    @staticmethod
    def resolve_content_type(root: Application, info: Any) -> str:
        return root.paper_type

    @staticmethod
    def resolve_size(root: Application, info: Any) -> int:
        return root.paper_size

    @staticmethod
    def resolve_url(root: Application, info: Any) -> str:
        return f"{settings.PUBLIC_API_URL}/agency-papers/{root.pk}/"


class AgencyApplication(ModelObjectType):
    """One person's application for one agency. Its applicant reads it, and staff once it was submitted."""

    class Meta:
        interfaces = (Node,)

    status = graphene.Field(AgencyApplicationStatusEnum, required=True, description="How it stands.")
    is_mine = graphene.Boolean(required=True, description="Whether the reader is the applicant.")
    applicant_email = graphene.String(description="Address of the applicant's account.")
    applicant_name = graphene.String(required=True, description="The applicant's name.")
    name = graphene.String(required=True, description="Name of the agency.")
    registration_number = graphene.String(required=True, description="고유번호, NNN-NN-NNNNN, or blank.")
    is_number_of_a_public_body = graphene.Boolean(
        required=True, description="Whether the middle of the number is 82 or 83: a hint, no proof."
    )
    regime = graphene.Field(AgencyRegimeEnum, description="Whose contract rules it follows.")
    base_law = graphene.Field(AgencyLawEnum, description="Of an agency with rules of its own.")
    official_email = graphene.String(required=True, description="Address of the agency's domain.")
    email_domain = graphene.String(required=True, description="Its domain, which would become the agency's.")
    is_official_email_confirmed = graphene.Boolean(
        required=True, description="Whether its mailbox was shown to be the applicant's."
    )
    representative = graphene.String(required=True, description="기관장.")
    phone = graphene.String(required=True, description="Phone number.")
    postal_code = graphene.String(required=True, description="Postcode.")
    address = graphene.String(required=True, description="Address without postcode.")
    department = graphene.String(required=True, description="The applicant's department.")
    job_title = graphene.String(required=True, description="The applicant's title.")
    paper = graphene.Field(AgencyPaper, description="고유번호증, if one was handed in.")
    steps = graphene.Field(
        non_null_list(AgencyApplicationEntry), required=True, description="What happened to it, oldest first."
    )
    review_note = graphene.String(required=True, description="What was said last.")
    missing = graphene.Field(
        non_null_list(AgencyError),
        required=True,
        description="What keeps it from being sent, field by field; empty once it was sent.",
    )
    created_at = graphene.Field(DateTime, required=True, description="When it was begun.")
    submitted_at = graphene.Field(DateTime, description="When it was sent last.")
    decided_at = graphene.Field(DateTime, description="When it was decided.")
    agency = graphene.Field(Agency, description="The agency it became, or was let into.")
    passed_on_to = graphene.Field(Agency, description="Whose administrators decide about it; for staff only.")
    same_number = graphene.Field(non_null_list(Agency), description="Agencies here with this number; for staff only.")
    same_domain = graphene.Field(non_null_list(Agency), description="Agencies here with this domain; for staff only.")
    rivals = graphene.Field(
        non_null_list("market.agencies.graphql.application_types.AgencyApplication"),
        description="Other applications under way with the same number; for staff only.",
    )

    @staticmethod
    def resolve_is_mine(root: Application, info: Any) -> bool:
        return root.applicant_id == info.context.actor.user_id

    @batch
    def resolve_applicant_email(parents: list[Application], info: Any) -> list[str | None]:
        return [user.email if user else None for user in _applicants(parents, info)]

    @batch
    def resolve_applicant_name(parents: list[Application], info: Any) -> list[str]:
        return [name_of(user) for user in _applicants(parents, info)]

    @staticmethod
    def resolve_registration_number(root: Application, info: Any) -> str:
        return format_business_number(root.registration_number)

    @staticmethod
    def resolve_is_number_of_a_public_body(root: Application, info: Any) -> bool:
        return is_number_of_a_public_body(root.registration_number)

    @staticmethod
    def resolve_regime(root: Application, info: Any) -> str | None:
        return root.regime or None

    @staticmethod
    def resolve_base_law(root: Application, info: Any) -> str | None:
        return root.base_law or None

    @staticmethod
    def resolve_email_domain(root: Application, info: Any) -> str:
        return domain_of(root.official_email)

    @staticmethod
    def resolve_is_official_email_confirmed(root: Application, info: Any) -> bool:
        return root.official_proved_at is not None

    @staticmethod
    def resolve_paper(root: Application, info: Any) -> Application | None:
        return root if root.paper_key else None

    @batch
    def resolve_steps(parents: list[Application], info: Any) -> list[list[Any]]:
        ids = [row.pk for row in parents]
        found = grouped(steps_of(ids), lambda step: step.application_id, ids)
        for row, steps in zip(parents, found, strict=True):
            for step in steps:
                step.application = row
        return found

    @staticmethod
    def resolve_missing(root: Application, info: Any) -> list[Any]:
        if root.status not in (AgencyApplicationStatus.DRAFT, AgencyApplicationStatus.RETURNED):
            return []
        return [
            AgencyError(field=fault.field, code=fault.code, message=fault.message(info.context.language))
            for fault in submission_faults(root)
        ]

    @batch
    def resolve_agency(parents: list[Application], info: Any) -> list[Any]:
        return _agencies([row.agency_id for row in parents], info)

    @batch
    def resolve_passed_on_to(parents: list[Application], info: Any) -> list[Any]:
        return _agencies([row.joins_id if _vets(info) else None for row in parents], info)

    @batch
    def resolve_same_number(parents: list[Application], info: Any) -> list[Any]:
        return [
            [agency for agency in like if agency.registration_number == row.registration_number]
            if _vets(info)
            else None
            for row, like in zip(parents, _like(parents, info), strict=True)
        ]

    @batch
    def resolve_same_domain(parents: list[Application], info: Any) -> list[Any]:
        return [
            [agency for agency in like if agency.email_domain == domain_of(row.official_email)] if _vets(info) else None
            for row, like in zip(parents, _like(parents, info), strict=True)
        ]

    @batch
    def resolve_rivals(parents: list[Application], info: Any) -> list[Any]:
        if not _vets(info):
            return [None] * len(parents)
        numbers = [row.registration_number for row in parents]
        found = grouped(rivals_of(parents), lambda row: row.registration_number, numbers)
        return [[other for other in same if other.pk != row.pk] for row, same in zip(parents, found, strict=True)]


AgencyApplicationCountableConnection = connection_type(
    "AgencyApplication", "market.agencies.graphql.application_types.AgencyApplication", "applications"
)


class AgencyJoinRequest(graphene.ObjectType):
    """Somebody who asks to be let into an agency, as its administrators see it."""

    id = graphene.ID(required=True, description="ID of the application (AgencyApplication).")
    name = graphene.String(required=True, description="The applicant's name.")
    official_email = graphene.String(
        required=True, description="The applicant's address of the agency's domain, confirmed."
    )
    department = graphene.String(required=True, description="The department, in the applicant's words.")
    job_title = graphene.String(required=True, description="The title, in the applicant's words.")
    submitted_at = graphene.Field(DateTime, required=True, description="Since when it waits.")

    @staticmethod
    def resolve_id(root: Application, info: Any) -> str:
        return AgencyApplication.global_id(root.pk)

    @staticmethod
    def resolve_name(root: Application, info: Any) -> str:
        return name_of(root.applicant)


def _vets(info: Any) -> bool:
    return bool(info.context.actor.has_permission(MANAGE_AGENCIES))


def _like(parents: list[Application], info: Any) -> list[list[Any]]:
    if not _vets(info):
        return [[] for _ in parents]
    ids = tuple(row.pk for row in parents)
    rows = info.context.remember(f"agencies like {ids}", lambda: list(agencies_like(parents)))
    return [rows for _ in parents]


def _agencies(ids: list[int | None], info: Any) -> list[Any]:
    """Only those the reader may see inside: an applicant who was let in is a member."""
    from market.agencies.models import Agency as AgencyModel

    seen = seen_agency_ids(info.context.actor, [pk for pk in ids if pk is not None])
    found = {row.pk: row for row in AgencyModel.objects.filter(pk__in=seen)} if seen else {}
    return [found.get(pk) if pk is not None else None for pk in ids]


def _applicants(parents: list[Application], info: Any) -> list[User | None]:
    ids = tuple(row.applicant_id for row in parents)
    rows: list[User | None] = info.context.remember(
        f"applicants {ids}", lambda: by_key(User.objects.filter(pk__in=ids), lambda row: row.pk, ids)
    )
    return rows
