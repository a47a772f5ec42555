"""Purchase orders: what the agency and the enterprise do with them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene

from market.agencies.selectors.membership import ensure_agency_member_or
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.scalars import Date
from market.core.graphql.types import non_null_list
from market.orders.errors import (
    DispatchedAlready,
    NothingToCancel,
    NotReadyYet,
    OrderNotCancellable,
    OrderNotFulfillable,
    TooManyToCancel,
)
from market.procurement.errors import NoRealChange, PurchaseOrderStanding
from market.procurement.graphql.enums import ProcurementError
from market.procurement.graphql.purchase_order_types import PurchaseOrder, PurchaseOrderChangeProposal
from market.procurement.services.purchase_order_answer import (
    purchase_order_accept,
    purchase_order_change_propose,
)
from market.procurement.services.purchase_order_cancel import purchase_order_cancel
from market.procurement.services.purchase_order_change_decide import purchase_order_change_decide
from market.vendors.selectors.membership import ensure_member_or

ID = "ID of the purchase order."
ORDER = "The purchase order."


class PurchaseOrderChangePiecesInput(graphene.InputObjectType):
    """How many pieces of a line can be sent instead."""

    order_line_id = graphene.ID(required=True, description="ID of the line (OrderLine).")
    quantity = graphene.Int(required=True, description="How many of those that are still to be sent; 0: none.")


class PurchaseOrderChangeInput(graphene.InputObjectType):
    """What an enterprise proposes instead: a later day, fewer pieces, or both."""

    deliver_by = graphene.InputField(Date, description="A later day.")
    pieces = non_null_list(PurchaseOrderChangePiecesInput, description="Lines of which fewer can be sent.")
    reason = graphene.String(required=True, description="Why; the agency is told.")


class PurchaseOrderCancel(BaseMutation):
    class Meta:
        description = (
            "Take a purchase order back before anything of it was sent: stock and budget are free, the enterprise is told why. "
            "For its requester, a deputy of the day, and who administers the agency."
        )
        error_type = ProcurementError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        reason = graphene.String(required=True, description="Why; the enterprise is told.")

    raises = (
        NotFound,
        InvalidId,
        Required,
        InvalidInput,
        PurchaseOrderStanding,
        DispatchedAlready,
        OrderNotCancellable,
    )
    purchase_order = graphene.Field(PurchaseOrder, description=ORDER)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> PurchaseOrderCancel:
        ensure_agency_member_or(info.context.actor)
        done = purchase_order_cancel(
            purchase_order_id=uuid_from_id(id, "PurchaseOrder"), reason=reason, actor=info.context.actor
        )
        return cls(purchase_order=done)


class PurchaseOrderChangeDecide(BaseMutation):
    class Meta:
        description = (
            "Agree to what the enterprise proposed, or refuse it. Agreed, the day moves, missing pieces and their money are free, and a new "
            "paper takes the place of the old. For its requester and a deputy of the day."
        )
        error_type = ProcurementError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        change_id = graphene.ID(required=True, description="ID of the proposal (PurchaseOrderChange).")
        agrees = graphene.Boolean(required=True, description="Whether it is agreed to.")
        note = graphene.String(description="Needed to refuse; the enterprise is told.")

    raises = (
        NotFound, InvalidId, Required, InvalidInput, PurchaseOrderStanding, NoRealChange, NotReadyYet, OrderNotFulfillable,
        OrderNotCancellable, TooManyToCancel, NothingToCancel,
    )  # fmt: skip
    purchase_order = graphene.Field(PurchaseOrder, description=ORDER)

    @classmethod
    def perform(
        cls, info: Any, id: str, change_id: str, agrees: bool, note: str | None = None
    ) -> PurchaseOrderChangeDecide:
        ensure_agency_member_or(info.context.actor)
        done = purchase_order_change_decide(
            purchase_order_id=uuid_from_id(id, "PurchaseOrder"),
            change_id=pk_from_id(change_id, "PurchaseOrderChange", field="changeId"),
            agrees=agrees,
            actor=info.context.actor,
            note=note or "",
        )
        return cls(purchase_order=done)


class VendorPurchaseOrderAccept(BaseMutation):
    class Meta:
        description = "Accept a purchase order as it was ordered. For members of the enterprise who handle orders."
        error_type = ProcurementError

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (NotFound, InvalidId, PurchaseOrderStanding, NotReadyYet, OrderNotFulfillable)
    purchase_order = graphene.Field(PurchaseOrder, description=ORDER)

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorPurchaseOrderAccept:
        ensure_member_or(info.context.actor)
        done = purchase_order_accept(purchase_order_id=uuid_from_id(id, "PurchaseOrder"), actor=info.context.actor)
        return cls(purchase_order=done)


class VendorPurchaseOrderProposeChange(BaseMutation):
    class Meta:
        description = (
            "Propose a later day or fewer pieces; the agency agrees or refuses. A further proposal takes the place of the one that waits. "
            "For members of the enterprise who handle orders."
        )
        error_type = ProcurementError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        input = PurchaseOrderChangeInput(required=True, description="What is proposed, and why.")

    raises = (NotFound, InvalidId, Required, InvalidInput, PurchaseOrderStanding, NoRealChange)
    purchase_order = graphene.Field(PurchaseOrder, description=ORDER)
    change = graphene.Field(PurchaseOrderChangeProposal, description="What was proposed.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> VendorPurchaseOrderProposeChange:
        ensure_member_or(info.context.actor)
        day: dt.date | None = input.get("deliver_by")
        change = purchase_order_change_propose(
            purchase_order_id=uuid_from_id(id, "PurchaseOrder"),
            reason=input["reason"],
            actor=info.context.actor,
            deliver_by=day,
            pieces={
                uuid_from_id(row["order_line_id"], "OrderLine", field="pieces"): row["quantity"]
                for row in input.get("pieces") or ()
            },
        )
        return cls(purchase_order=change.purchase_order, change=change)


class PurchaseOrderMutations:
    purchase_order_cancel = PurchaseOrderCancel.Field()
    purchase_order_change_decide = PurchaseOrderChangeDecide.Field()
    vendor_purchase_order_accept = VendorPurchaseOrderAccept.Field()
    vendor_purchase_order_propose_change = VendorPurchaseOrderProposeChange.Field()
