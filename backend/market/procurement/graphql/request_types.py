"""A purchase request (품의) as clients see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import graphene
from django.conf import settings

from market.agencies.graphql.types import Agency, AgencyDepartment
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Node, TaxedMoney, non_null_list
from market.core.money import Money as MoneyValue
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.papers.graphql.types import Paper
from market.papers.models import Paper as PaperModel
from market.procurement.graphql.enums import PurchaseRequestStatusEnum
from market.procurement.graphql.part_types import (
    PurchaseApprovalStep,
    PurchaseBudget,
    PurchasePerson,
    PurchaseQuote,
    PurchaseRequestGround,
    PurchaseRequestLine,
    PurchaseTrailEvent,
    mark_turns,
)
from market.procurement.models import ApprovalStep, PurchaseOrder, RequestStatus
from market.procurement.models import PurchaseRequest as PurchaseRequestModel
from market.procurement.selectors.people import member_words
from market.procurement.selectors.request_parts import (
    events_of,
    grounds_of,
    lines_of,
    papers_of,
    purchase_orders_of,
    quotes_of,
    steps_of,
)
from market.procurement.selectors.requests import EDITABLE, Standing, standings_of, steps_waiting


class PurchaseRequest(ModelObjectType):
    """What is to be bought, why, from which money and by which legal way; and how far its approval has come.

    Lists of lines, grounds and steps hold the latest round; ``round`` counts from 1 once it was put up.
    """

    class Meta:
        interfaces = (Node,)

    number = graphene.String(description="품의번호, given when it is put up first.")
    title = graphene.String(required=True, description="제목.")
    purpose = graphene.String(required=True, description="개요·목적.")
    status = graphene.Field(PurchaseRequestStatusEnum, required=True, description="Where it stands.")
    status_display = graphene.String(required=True, description="The status in words.")
    round = graphene.Int(required=True, description="How often it was put up.")
    agency = graphene.Field(Agency, required=True, description="The agency.")
    department = graphene.Field(AgencyDepartment, description="The department.")
    requester = graphene.Field(PurchasePerson, required=True, description="기안자.")
    budget = graphene.Field(PurchaseBudget, description="The budget line it takes its money from.")
    deliver_by = Date(description="납품 희망일.")
    delivery_place = graphene.String(required=True, description="납품 장소.")
    choice_reason = graphene.String(required=True, description="Why not the lowest quote, if so.")
    split_reason = graphene.String(required=True, description="Why it is no split purchase, if warned.")
    checkout_id = graphene.ID(description="ID of its basket (Checkout) while it is being written; for its requester.")
    order_id = graphene.ID(description="ID of the order (Order) that holds its terms, or that it became.")
    order_number = graphene.String(description="The order's number, once it was approved.")
    total = graphene.Field(TaxedMoney, required=True, description="What stands of it, delivery included.")
    held_until = DateTime(description="How long price, stock and budget are held.")
    is_held = graphene.Boolean(required=True, description="Whether they are held now.")
    is_campaign_ended = graphene.Boolean(
        required=True, description="Whether a campaign whose prices it holds has ended meanwhile."
    )
    lines = graphene.Field(non_null_list(PurchaseRequestLine), required=True, description="Items of the latest round.")
    all_lines = graphene.Field(non_null_list(PurchaseRequestLine), required=True, description="Items of all rounds.")
    grounds = graphene.Field(
        non_null_list(PurchaseRequestGround), required=True, description="Legal ways, as judged in the latest round."
    )
    quotes = graphene.Field(non_null_list(PurchaseQuote), required=True, description="Attached quotes.")
    steps = graphene.Field(
        non_null_list(PurchaseApprovalStep), required=True, description="The approval line of the latest round."
    )
    all_steps = graphene.Field(
        non_null_list(PurchaseApprovalStep), required=True, description="The approval lines of all rounds."
    )
    trail = graphene.Field(non_null_list(PurchaseTrailEvent), required=True, description="Every step, oldest first.")
    papers = graphene.Field(
        non_null_list(Paper), required=True, description="Papers about it and its purchase orders, oldest first."
    )
    purchase_orders = graphene.Field(
        non_null_list("market.procurement.graphql.purchase_order_types.PurchaseOrder"),
        required=True,
        description="What went out to enterprises.",
    )
    folder_url = graphene.String(
        required=True, description="The whole folder as a ZIP, with the same Authorization header as here."
    )
    deciding_step = graphene.Field(
        PurchaseApprovalStep, description="The place the viewer may decide for now, own or as a deputy; none: no."
    )
    deciding_for = graphene.String(description="Whose deputy the viewer is in that place; none for the own place.")
    is_own = graphene.Boolean(required=True, description="Whether the viewer wrote it.")
    can_edit = graphene.Boolean(required=True, description="Whether the viewer may change it and put it up.")
    can_withdraw = graphene.Boolean(required=True, description="Whether the viewer may withdraw it now.")
    can_delete = graphene.Boolean(required=True, description="Whether the viewer may delete it: a draft never put up.")
    created_at = graphene.Field(DateTime, required=True, description="When it was begun.")
    submitted_at = DateTime(description="When it was put up last.")
    decided_at = DateTime(description="When its latest round ended.")

    @staticmethod
    def resolve_status_display(root: PurchaseRequestModel, info: Any) -> str:
        status = RequestStatus(root.status)
        return WORDS_EN[status] if info.context.language == "en" else str(status.label)

    @staticmethod
    def resolve_budget(root: PurchaseRequestModel, info: Any) -> Any:
        return root.budget_line

    @staticmethod
    def resolve_checkout_id(root: PurchaseRequestModel, info: Any) -> str | None:
        if root.checkout_token is None or not _is_own(root, info):
            return None
        return to_global_id("Checkout", root.checkout_token)

    @staticmethod
    def resolve_order_id(root: PurchaseRequestModel, info: Any) -> str | None:
        return to_global_id("Order", root.order_id) if root.order_id is not None else None

    @batch
    def resolve_order_number(parents: list[PurchaseRequestModel], info: Any) -> list[str | None]:
        orders = {row.request_id: row for row in _all(parents, info, "orders", purchase_orders_of)}
        return [str(orders[row.pk].vendor_order.order.number) if row.pk in orders else None for row in parents]

    @staticmethod
    def resolve_total(root: PurchaseRequestModel, info: Any) -> TaxedMoneyValue:
        currency = root.currency
        return TaxedMoneyValue(MoneyValue.of(root.total_net, currency), MoneyValue.of(root.total_gross, currency))

    @staticmethod
    def resolve_is_held(root: PurchaseRequestModel, info: Any) -> bool:
        is_running = root.status == RequestStatus.IN_APPROVAL
        return is_running and root.held_until is not None and root.held_until > clock.now()

    @staticmethod
    def resolve_is_campaign_ended(root: PurchaseRequestModel, info: Any) -> bool:
        return root.campaign_ended_told_at is not None

    @batch
    def resolve_lines(parents: list[PurchaseRequestModel], info: Any) -> list[list[Any]]:
        return _latest(parents, info, "lines", lines_of)

    @batch
    def resolve_all_lines(parents: list[PurchaseRequestModel], info: Any) -> list[list[Any]]:
        return _each(parents, info, "lines", lines_of)

    @batch
    def resolve_grounds(parents: list[PurchaseRequestModel], info: Any) -> list[list[Any]]:
        return _latest(parents, info, "grounds", grounds_of)

    @batch
    def resolve_quotes(parents: list[PurchaseRequestModel], info: Any) -> list[list[Any]]:
        return [[row.quote for row in rows] for rows in _each(parents, info, "quotes", quotes_of)]

    @batch
    def resolve_steps(parents: list[PurchaseRequestModel], info: Any) -> list[list[Any]]:
        rows = zip(_latest(parents, info, "steps", steps_of), parents, strict=True)
        return [mark_turns(steps, request) for steps, request in rows]

    @batch
    def resolve_all_steps(parents: list[PurchaseRequestModel], info: Any) -> list[list[Any]]:
        rows = zip(_each(parents, info, "steps", steps_of), parents, strict=True)
        return [mark_turns(steps, request) for steps, request in rows]

    @batch
    def resolve_trail(parents: list[PurchaseRequestModel], info: Any) -> list[list[Any]]:
        return _each(parents, info, "events", events_of)

    @batch
    def resolve_papers(parents: list[PurchaseRequestModel], info: Any) -> list[list[PaperModel]]:
        orders = _each(parents, info, "orders", purchase_orders_of)
        papers = list(papers_of([row.pk for row in parents]))
        return [_papers(papers, request, own) for request, own in zip(parents, orders, strict=True)]

    @batch
    def resolve_purchase_orders(parents: list[PurchaseRequestModel], info: Any) -> list[list[PurchaseOrder]]:
        found = _each(parents, info, "orders", purchase_orders_of)
        for request, rows in zip(parents, found, strict=True):
            for row in rows:
                row.request = request
        return found

    @staticmethod
    def resolve_folder_url(root: PurchaseRequestModel, info: Any) -> str:
        return f"{settings.PUBLIC_API_URL}/procurement/requests/{root.pk}/folder.zip"

    @batch
    def resolve_deciding_step(parents: list[PurchaseRequestModel], info: Any) -> list[ApprovalStep | None]:
        return _deciding(parents, info)

    @batch
    def resolve_deciding_for(parents: list[PurchaseRequestModel], info: Any) -> list[str | None]:
        own = {standing.member.pk for standing in standings(info)}
        return [
            member_words(step.member) if step is not None and step.member_id not in own else None
            for step in _deciding(parents, info)
        ]

    @staticmethod
    def resolve_is_own(root: PurchaseRequestModel, info: Any) -> bool:
        return _is_own(root, info)

    @staticmethod
    def resolve_can_edit(root: PurchaseRequestModel, info: Any) -> bool:
        return root.status in EDITABLE and _is_own(root, info)

    @staticmethod
    def resolve_can_withdraw(root: PurchaseRequestModel, info: Any) -> bool:
        return root.status in WITHDRAWABLE and _is_own(root, info)

    @staticmethod
    def resolve_can_delete(root: PurchaseRequestModel, info: Any) -> bool:
        return root.status == RequestStatus.DRAFT and not root.round and _is_own(root, info)


WITHDRAWABLE = frozenset({RequestStatus.IN_APPROVAL, RequestStatus.SENT_BACK, RequestStatus.LAPSED})
WORDS_EN = {
    RequestStatus.DRAFT: "Draft",
    RequestStatus.IN_APPROVAL: "In approval",
    RequestStatus.SENT_BACK: "Sent back",
    RequestStatus.LAPSED: "Lapsed",
    RequestStatus.APPROVED: "Approved and ordered",
    RequestStatus.REJECTED: "Rejected",
    RequestStatus.WITHDRAWN: "Withdrawn",
    RequestStatus.CANCELED: "Order cancelled",
}
PurchaseRequestCountableConnection = connection_type(
    "PurchaseRequest", "market.procurement.graphql.request_types.PurchaseRequest", "purchase requests"
)


def standings(info: Any) -> list[Standing]:
    """The viewer's memberships, read once a request."""
    found: list[Standing] = info.context.remember("procurement.standings", lambda: standings_of(info.context.actor))
    return found


def _is_own(request: PurchaseRequestModel, info: Any) -> bool:
    return any(standing.member.pk == request.requester_id for standing in standings(info))


def _all(parents: list[PurchaseRequestModel], info: Any, name: str, load: Callable[[list[UUID]], Any]) -> list[Any]:
    ids = [row.pk for row in parents]
    key = (f"procurement.{name}", frozenset(ids))
    found: list[Any] = info.context.remember(key, lambda: list(load(ids)))
    return found


def _each(
    parents: list[PurchaseRequestModel], info: Any, name: str, load: Callable[[list[UUID]], Any]
) -> list[list[Any]]:
    return grouped(_all(parents, info, name, load), lambda row: row.request_id, [row.pk for row in parents])


def _latest(
    parents: list[PurchaseRequestModel], info: Any, name: str, load: Callable[[list[UUID]], Any]
) -> list[list[Any]]:
    rows = zip(_each(parents, info, name, load), parents, strict=True)
    return [[row for row in found if row.round == request.round] for found, request in rows]


def _papers(papers: list[PaperModel], request: PurchaseRequestModel, orders: list[PurchaseOrder]) -> list[PaperModel]:
    subjects = {str(request.pk), *(str(order.pk) for order in orders)}
    return [paper for paper in papers if paper.subject_id in subjects]


def _deciding(parents: list[PurchaseRequestModel], info: Any) -> list[ApprovalStep | None]:
    """For each request the step the viewer may decide now: the own place first; never of an own request."""
    found: list[ApprovalStep | None] = []
    for steps, request in zip(_latest(parents, info, "steps", steps_of), parents, strict=True):
        mark_turns(steps, request)
        held = PurchaseRequest.resolve_is_held(request, info) and not _is_own(request, info)
        mine = [step for step in steps_waiting(steps, request) if held and _acts_for(step, info)]
        own = {standing.member.pk for standing in standings(info)}
        found.append(min(mine, key=lambda step: (step.member_id not in own, step.pk), default=None))
    return found


def _acts_for(step: ApprovalStep, info: Any) -> bool:
    return any(step.member_id in standing.acts_for for standing in standings(info))
