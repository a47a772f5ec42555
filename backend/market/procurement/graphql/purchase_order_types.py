"""Purchase orders (발주) as clients see them: the agency's side and the enterprise's."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene

from market.agencies.graphql.types import Agency, AgencyDepartment
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.scalars import Decimal as DecimalScalar
from market.core.graphql.types import ModelObjectType, Node, non_null_list
from market.orders.graphql.vendor_order_types import VendorOrder
from market.papers.graphql.types import Paper
from market.procurement.graphql.enums import PurchaseOrderChangeStatusEnum, PurchaseOrderStatusEnum
from market.procurement.graphql.part_types import PurchasePerson
from market.procurement.models import ChangeStatus, PurchaseOrderChange, PurchaseOrderStatus
from market.procurement.models import PurchaseOrder as PurchaseOrderModel
from market.procurement.selectors.purchase_orders import changes_of


class PurchaseOrderChangePieces(graphene.ObjectType):
    """How many of a line the enterprise can send instead."""

    order_line_id = graphene.ID(required=True, description="ID of the line (OrderLine).")
    quantity = graphene.Int(required=True, description="How many of those still to be sent.")


class PurchaseOrderChangeProposal(graphene.ObjectType):
    """What an enterprise proposes instead: a later day, or fewer pieces. Never a higher price."""

    id = graphene.ID(required=True, description="ID of the proposal.")
    status = graphene.Field(PurchaseOrderChangeStatusEnum, required=True, description="What became of it.")
    deliver_by = Date(description="The later day; none: as ordered.")
    pieces = graphene.Field(
        non_null_list(PurchaseOrderChangePieces), required=True, description="Lines with fewer pieces."
    )
    reason = graphene.String(required=True, description="Why.")
    proposed_at = graphene.Field(DateTime, required=True, description="When.")
    decided_by = graphene.Field(PurchasePerson, description="Who decided for the agency.")
    decided_at = DateTime(description="When.")
    decision_note = graphene.String(required=True, description="What was said with it.")

    @staticmethod
    def resolve_id(root: PurchaseOrderChange, info: Any) -> str:
        return to_global_id("PurchaseOrderChange", root.pk)

    @staticmethod
    def resolve_pieces(root: PurchaseOrderChange, info: Any) -> list[dict[str, Any]]:
        return [
            {"order_line_id": to_global_id("OrderLine", line), "quantity": count} for line, count in root.pieces.items()
        ]


class PurchaseOrder(ModelObjectType):
    """One enterprise's part of an approved request, as it was ordered."""

    class Meta:
        interfaces = (Node,)

    number = graphene.String(required=True, description="발주번호.")
    status = graphene.Field(PurchaseOrderStatusEnum, required=True, description="Where it stands.")
    status_display = graphene.String(required=True, description="The status in words.")
    request_id = graphene.ID(required=True, description="ID of the purchase request (PurchaseRequest).")
    request_number = graphene.String(required=True, description="품의번호.")
    title = graphene.String(required=True, description="What it is about.")
    agency = graphene.Field(Agency, required=True, description="Who ordered.")
    department = graphene.Field(AgencyDepartment, description="Of which department.")
    requester = graphene.Field(PurchasePerson, required=True, description="Whom to ask.")
    vendor_order = graphene.Field(VendorOrder, required=True, description="The enterprise's part of the order.")
    ordered_on = graphene.Field(Date, required=True, description="계약일.")
    deliver_by = graphene.Field(Date, required=True, description="납품 기한.")
    delivery_place = graphene.String(required=True, description="납품 장소.")
    delay_rate_per_day = graphene.Field(
        DecimalScalar, required=True, description="지체상금률: of the contract's amount, for a day of delay."
    )
    paper = graphene.Field(Paper, description="The latest paper (발주서).")
    changes = graphene.Field(
        non_null_list(PurchaseOrderChangeProposal), required=True, description="What was proposed, oldest first."
    )
    open_change = graphene.Field(PurchaseOrderChangeProposal, description="What waits for the agency's answer.")
    accepted_at = DateTime(description="When the enterprise accepted it.")
    canceled_at = DateTime(description="When it was cancelled.")
    canceled_reason = graphene.String(required=True, description="Why it was cancelled.")
    created_at = graphene.Field(DateTime, required=True, description="When it was issued.")

    @staticmethod
    def resolve_status_display(root: PurchaseOrderModel, info: Any) -> str:
        status = PurchaseOrderStatus(root.status)
        return WORDS_EN[status] if info.context.language == "en" else str(status.label)

    @staticmethod
    def resolve_request_id(root: PurchaseOrderModel, info: Any) -> str:
        return to_global_id("PurchaseRequest", root.request_id)

    @staticmethod
    def resolve_request_number(root: PurchaseOrderModel, info: Any) -> str:
        return root.request.number or ""

    @staticmethod
    def resolve_title(root: PurchaseOrderModel, info: Any) -> str:
        return root.request.title

    @staticmethod
    def resolve_agency(root: PurchaseOrderModel, info: Any) -> Any:
        return root.request.agency

    @staticmethod
    def resolve_department(root: PurchaseOrderModel, info: Any) -> Any:
        return root.request.department

    @staticmethod
    def resolve_requester(root: PurchaseOrderModel, info: Any) -> Any:
        return root.request.requester

    @staticmethod
    def resolve_delay_rate_per_day(root: PurchaseOrderModel, info: Any) -> Decimal:
        return root.delay_rate_per_day

    @batch
    def resolve_changes(parents: list[PurchaseOrderModel], info: Any) -> list[list[PurchaseOrderChange]]:
        return _changes(parents, info)

    @batch
    def resolve_open_change(parents: list[PurchaseOrderModel], info: Any) -> list[PurchaseOrderChange | None]:
        return [
            next((row for row in rows if row.status == ChangeStatus.PROPOSED), None) for rows in _changes(parents, info)
        ]


WORDS_EN = {
    PurchaseOrderStatus.ISSUED: "Ordered",
    PurchaseOrderStatus.ACCEPTED: "Accepted",
    PurchaseOrderStatus.CHANGE_PROPOSED: "Change proposed",
    PurchaseOrderStatus.CANCELED: "Cancelled",
}
PurchaseOrderCountableConnection = connection_type(
    "PurchaseOrder", "market.procurement.graphql.purchase_order_types.PurchaseOrder", "purchase orders"
)


def _changes(parents: list[PurchaseOrderModel], info: Any) -> list[list[PurchaseOrderChange]]:
    ids = [row.pk for row in parents]
    rows = info.context.remember(("procurement.changes", frozenset(ids)), lambda: list(changes_of(ids)))
    return grouped(rows, lambda row: row.purchase_order_id, ids)
