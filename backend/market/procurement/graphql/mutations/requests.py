"""Purchase requests: written, put up, decided."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene

from market.agencies.selectors.membership import ensure_agency_member_or
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.scalars import Date, PositiveDecimal
from market.core.graphql.types import non_null_list
from market.procurement.enums import Decision
from market.procurement.errors import BasketGone, BasketTaken, NotEditable
from market.procurement.graphql.enums import ProcurementError, PurchaseRequestDecisionEnum
from market.procurement.graphql.mutations.refusals import DECIDING, SUBMITTING
from market.procurement.graphql.request_types import PurchaseRequest
from market.procurement.services.request_decide import LineRejection, Seen, request_decide
from market.procurement.services.request_end import request_withdraw
from market.procurement.services.request_submit import request_submit
from market.procurement.services.request_write import (
    RequestWish,
    request_create,
    request_delete,
    request_update,
)

ID = "ID of the purchase request."
EXPECTED = "The total that was shown, delivery and VAT included; another one is refused."
REQUEST = "The request."
WRITING = (NotFound, InvalidId, Required, InvalidInput, NotEditable, BasketTaken, BasketGone)
COLUMNS = ("title", "purpose", "delivery_place", "choice_reason", "split_reason", "deliver_by")


class PurchaseRequestInput(graphene.InputObjectType):
    """What is written in a purchase request. What is left out stays as it is."""

    title = graphene.String(description="제목; needed to begin one.")
    purpose = graphene.String(description="개요·목적; needed to put it up.")
    budget_line = graphene.ID(description="ID of the budget line (BudgetLine); needed to put it up.")
    deliver_by = graphene.InputField(Date, description="납품 희망일; needed to put it up.")
    delivery_place = graphene.String(description="납품 장소; the basket's address unless given.")
    choice_reason = graphene.String(description="Why not the lowest quote, if so.")
    split_reason = graphene.String(description="Why it is no split purchase, if warned.")
    quotes = non_null_list(
        graphene.ID, description="IDs of all attached quotes (Quote); those of the basket come by themselves."
    )


class PurchaseRequestLineRejectionInput(graphene.InputObjectType):
    """An item that is not to be bought."""

    line_id = graphene.ID(required=True, description="ID of the item (PurchaseRequestLine).")
    reason = graphene.String(required=True, description="Why; the requester is told.")


class PurchaseRequestCreate(BaseMutation):
    class Meta:
        description = "Begin a purchase request (품의) from the signed-in member's basket in a channel for agencies."
        error_type = ProcurementError
        idempotent = True

    class Arguments:
        checkout_id = graphene.ID(required=True, description="ID of the basket (Checkout).")
        input = PurchaseRequestInput(required=True, description="What is written in it.")

    raises = WRITING
    purchase_request = graphene.Field(PurchaseRequest, description=REQUEST)

    @classmethod
    def perform(cls, info: Any, checkout_id: str, input: Any) -> PurchaseRequestCreate:
        ensure_agency_member_or(info.context.actor)
        made = request_create(
            checkout_id=uuid_from_id(checkout_id, "Checkout", field="checkoutId"),
            wish=_wish(input),
            actor=info.context.actor,
        )
        return cls(purchase_request=made)


class PurchaseRequestUpdate(BaseMutation):
    class Meta:
        description = "Change a request that is not in approval: a draft, or one that came back. For its requester."
        error_type = ProcurementError

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        checkout_id = graphene.ID(description="ID of another basket (Checkout) of the requester's.")
        input = PurchaseRequestInput(required=True, description="What is changed.")

    raises = WRITING
    purchase_request = graphene.Field(PurchaseRequest, description=REQUEST)

    @classmethod
    def perform(cls, info: Any, id: str, input: Any, checkout_id: str | None = None) -> PurchaseRequestUpdate:
        ensure_agency_member_or(info.context.actor)
        made = request_update(
            request_id=uuid_from_id(id, "PurchaseRequest"),
            wish=_wish(input),
            actor=info.context.actor,
            checkout_id=uuid_from_id(checkout_id, "Checkout", field="checkoutId") if checkout_id else None,
        )
        return cls(purchase_request=made)


class PurchaseRequestSubmit(BaseMutation):
    class Meta:
        description = "Put a request up for approval: price, stock, campaign and budget are held, the first approvers are told. For its requester."
        error_type = ProcurementError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        expected_total = PositiveDecimal(description=EXPECTED)

    raises = SUBMITTING
    purchase_request = graphene.Field(PurchaseRequest, description=REQUEST)

    @classmethod
    def perform(cls, info: Any, id: str, expected_total: Decimal | None = None) -> PurchaseRequestSubmit:
        return cls(purchase_request=_submit(info, id, expected_total))


class PurchaseRequestResubmit(BaseMutation):
    class Meta:
        description = (
            "Put a request up again that was sent back, has lapsed or was withdrawn: a new round. For its requester."
        )
        error_type = ProcurementError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        expected_total = PositiveDecimal(description=EXPECTED)

    raises = SUBMITTING
    purchase_request = graphene.Field(PurchaseRequest, description=REQUEST)

    @classmethod
    def perform(cls, info: Any, id: str, expected_total: Decimal | None = None) -> PurchaseRequestResubmit:
        return cls(purchase_request=_submit(info, id, expected_total))


class PurchaseRequestWithdraw(BaseMutation):
    class Meta:
        description = "Take a request back (취하): what it held is free, the basket comes back. For its requester."
        error_type = ProcurementError

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        reason = graphene.String(description="Why.")

    raises = (NotFound, InvalidId, NotEditable)
    purchase_request = graphene.Field(PurchaseRequest, description=REQUEST)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str | None = None) -> PurchaseRequestWithdraw:
        ensure_agency_member_or(info.context.actor)
        made = request_withdraw(
            request_id=uuid_from_id(id, "PurchaseRequest"), actor=info.context.actor, reason=_plain(reason)
        )
        return cls(purchase_request=made)


class PurchaseRequestDelete(BaseMutation):
    class Meta:
        description = "Delete a draft that was never put up; its basket stays. For its requester."
        error_type = ProcurementError

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (NotFound, InvalidId, NotEditable)
    deleted_id = graphene.ID(description="ID of the draft that is gone.")

    @classmethod
    def perform(cls, info: Any, id: str) -> PurchaseRequestDelete:
        ensure_agency_member_or(info.context.actor)
        request_delete(request_id=uuid_from_id(id, "PurchaseRequest"), actor=info.context.actor)
        return cls(deleted_id=id)


class PurchaseRequestDecide(BaseMutation):
    class Meta:
        description = (
            "Approve, send back or reject, by the member whose turn it is or a deputy of the day. The last approval orders it. "
            "Decides only what the approver saw: another round or total is refused."
        )
        error_type = ProcurementError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        decision = PurchaseRequestDecisionEnum(required=True, description="What is said.")
        round = graphene.Int(required=True, description="The round that was looked at.")
        total = PositiveDecimal(required=True, description="The total that was looked at, in won with VAT.")
        comment = graphene.String(description="Needed to send back and to reject.")
        reject_lines = graphene.Argument(
            non_null_list(PurchaseRequestLineRejectionInput),
            description="With APPROVE: items that are not to be bought; the rest is approved.",
        )
        step_id = graphene.ID(
            description="The place that is decided for (PurchaseApprovalStep); the own one, else the absent member's, unless given."
        )

    raises = DECIDING
    purchase_request = graphene.Field(PurchaseRequest, description=REQUEST)

    @classmethod
    def perform(
        cls,
        info: Any,
        id: str,
        decision: Any,
        round: int,
        total: Decimal,
        comment: str | None = None,
        reject_lines: Any = None,
        step_id: str | None = None,
    ) -> PurchaseRequestDecide:
        ensure_agency_member_or(info.context.actor)
        made = request_decide(
            request_id=uuid_from_id(id, "PurchaseRequest"),
            decision=Decision(getattr(decision, "value", decision)),
            seen=Seen(round, total, pk_from_id(step_id, "PurchaseApprovalStep", field="stepId") if step_id else None),
            actor=info.context.actor,
            comment=_plain(comment),
            rejections=[
                LineRejection(
                    uuid_from_id(row["line_id"], "PurchaseRequestLine", field="rejectLines"), _plain(row["reason"])
                )
                for row in reject_lines or ()
            ],
        )
        return cls(purchase_request=made)


def _submit(info: Any, id: str, expected_total: Decimal | None) -> Any:
    ensure_agency_member_or(info.context.actor)
    return request_submit(
        request_id=uuid_from_id(id, "PurchaseRequest"), actor=info.context.actor, expected_total=expected_total
    )


def _plain(text: str | None) -> str:
    return (text or "").replace("\x00", "")


def _wish(given: Any) -> RequestWish:
    values = {name: given[name] for name in COLUMNS if name in given}
    if "budget_line" in given:
        line = given["budget_line"]
        values["budget_line_id"] = pk_from_id(line, "BudgetLine", field="budgetLine") if line else None
    quotes = given.get("quotes")
    ids = None if quotes is None else [uuid_from_id(one, "Quote", field="quotes") for one in quotes]
    return RequestWish(values, ids)


class RequestMutations:
    purchase_request_create = PurchaseRequestCreate.Field()
    purchase_request_update = PurchaseRequestUpdate.Field()
    purchase_request_submit = PurchaseRequestSubmit.Field()
    purchase_request_resubmit = PurchaseRequestResubmit.Field()
    purchase_request_withdraw = PurchaseRequestWithdraw.Field()
    purchase_request_delete = PurchaseRequestDelete.Field()
    purchase_request_decide = PurchaseRequestDecide.Field()
