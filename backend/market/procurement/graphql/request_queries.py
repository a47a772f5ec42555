"""Purchase requests (품의) and approval lines, for members of agencies."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene
from django.db.models import Q, QuerySet

from market.agencies.selectors.membership import ensure_agency_member_or, membership_in
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.types import non_null_list
from market.procurement.graphql.enums import PurchaseRequestStatusEnum
from market.procurement.graphql.preview_types import PurchaseRequestPreview
from market.procurement.graphql.request_types import (
    PurchaseRequest,
    PurchaseRequestCountableConnection,
    standings,
)
from market.procurement.graphql.template_types import ApprovalTemplate
from market.procurement.models import ApprovalTemplate as ApprovalTemplateModel
from market.procurement.models import PurchaseRequest as PurchaseRequestModel
from market.procurement.selectors.approval_lines import templates_of
from market.procurement.selectors.request_preview import RequestPreview, request_preview
from market.procurement.selectors.requests import requests_readable, to_decide


class PurchaseRequestFilterInput(graphene.InputObjectType):
    """What purchase requests can be narrowed by. All that is given must hold."""

    agency = graphene.ID(description="Of this agency.")
    mine = graphene.Boolean(description="Written by the viewer.")
    to_decide = graphene.Boolean(description="That the viewer may decide now, also as a deputy.")
    department = graphene.ID(description="Of this department.")
    status = non_null_list(PurchaseRequestStatusEnum, description="Standing in one of these.")
    search = graphene.String(description="Part of the title, number or an item's name.")


class RequestQueries:
    purchase_request = graphene.Field(
        PurchaseRequest,
        id=graphene.ID(required=True, description="ID of the request."),
        description="One purchase request: for its requester, its approval line and their deputies, its department, and who pays or "
        "administers; null for everybody else.",
    )
    purchase_requests = graphene.Field(
        PurchaseRequestCountableConnection,
        filter=PurchaseRequestFilterInput(description="What to narrow the list by."),
        **paging_arguments(),
        description="Purchase requests the viewer may read, newest first.",
    )
    purchase_request_preview = graphene.Field(
        PurchaseRequestPreview,
        checkout_id=graphene.ID(required=True, description="ID of the basket (Checkout)."),
        quotes=graphene.Argument(
            non_null_list(graphene.ID), description="Quotes that are to be attached, beside those that are."
        ),
        description="What putting the basket up would do: approval line, legal ways, budget lines that reach, and what stands in its way. "
        "Changes nothing; null for a basket that is not the viewer's.",
    )
    approval_templates = graphene.Field(
        non_null_list(ApprovalTemplate),
        agency=graphene.ID(required=True, description="ID of the agency."),
        description="The agency's approval lines by amount and department, for its members; null for everybody else's.",
    )

    @staticmethod
    def resolve_purchase_request(root: Any, info: Any, id: str) -> PurchaseRequestModel | None:
        ensure_agency_member_or(info.context.actor)
        try:
            pk = uuid_pk(id, "PurchaseRequest")
        except BadGlobalId:
            return None
        return requests_readable(info.context.actor, standings(info)).filter(pk=pk).first()

    @staticmethod
    def resolve_purchase_requests(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        ensure_agency_member_or(info.context.actor)
        rows = _narrowed(requests_readable(info.context.actor, standings(info)), filter or {}, info)
        keys = [
            SortKey("created_at", descending=True, parse=parse_datetime),
            SortKey("id", parse=lambda value: UUID(str(value))),
        ]
        return paginate(info, rows, keys, **paging)

    @staticmethod
    def resolve_purchase_request_preview(
        root: Any, info: Any, checkout_id: str, quotes: list[str] | None = None
    ) -> RequestPreview | None:
        actor = info.context.actor
        ensure_agency_member_or(actor)
        try:
            checkout = uuid_pk(checkout_id, "Checkout")
            quote_ids = tuple(uuid_pk(one, "Quote") for one in quotes or ())
        except BadGlobalId:
            return None
        return request_preview(checkout_id=checkout, viewer=actor, quote_ids=quote_ids)

    @staticmethod
    def resolve_approval_templates(root: Any, info: Any, agency: str) -> QuerySet[ApprovalTemplateModel] | None:
        actor = info.context.actor
        ensure_agency_member_or(actor)
        try:
            agency_id = int_pk(agency, "Agency")
        except BadGlobalId:
            return None
        return templates_of(agency_id) if membership_in(agency_id, actor) is not None else None


def _narrowed(rows: QuerySet[PurchaseRequestModel], given: Any, info: Any) -> QuerySet[PurchaseRequestModel]:
    """The rows that all of the given conditions leave; an id that is none leaves nothing."""
    try:
        if given.get("agency"):
            rows = rows.filter(agency_id=int_pk(given["agency"], "Agency"))
        if given.get("department"):
            rows = rows.filter(department_id=int_pk(given["department"], "AgencyDepartment"))
    except BadGlobalId:
        return rows.none()
    if given.get("mine"):
        rows = rows.filter(requester_id__in=[standing.member.pk for standing in standings(info)])
    if given.get("to_decide"):
        rows = rows.filter(pk__in=to_decide(standings(info)).order_by().values("request_id"))
    if given.get("status") is not None:
        rows = rows.filter(status__in=[getattr(one, "value", one) for one in given["status"]])
    text = (given.get("search") or "").strip().replace("\x00", "\ufffd")[:100]
    if text:
        named = PurchaseRequestModel.objects.filter(lines__name__icontains=text).order_by().values("pk")
        rows = rows.filter(Q(title__icontains=text) | Q(number__icontains=text) | Q(pk__in=named))
    return rows
