"""What the enterprise's people see of their part beyond what its buyer sees. Empty for everybody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import graphene

from market.channels.graphql.types import Channel
from market.core import clock
from market.core.graphql.batch import batch, grouped
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, non_null_list
from market.core.money import Money as MoneyValue
from market.orders import enums
from market.orders.deadline_rules import due_state, statutory_due
from market.orders.desk_rules import actions_of, part_state
from market.orders.enums import PaymentMeans
from market.orders.graphql.desk_access import handled, handles
from market.orders.graphql.enums import OrderStatus
from market.orders.graphql.part_loads import lines_of_parts
from market.orders.models import LineCancellation as LineCancellationModel
from market.orders.models import VendorOrder
from market.orders.receiver import Receiver as ReceiverFacts
from market.orders.receiver import receiver_of
from market.orders.selectors.vendor_desk import (
    TO_SEND,
    cancelled_lines_of,
    delivered_parts,
    line_cancellations_of,
    parts_with_person,
    status_changes_of,
)

VendorOrderStateEnum = enum_from_choices(
    "VendorOrderStateEnum", enums.PartState, "Where a part stands for those who pack it."
)
VendorOrderActionEnum = enum_from_choices(
    "VendorOrderActionEnum", enums.PartAction, "What an enterprise can do with its part next."
)
DispatchDueReasonEnum = enum_from_choices(
    "DispatchDueReasonEnum", enums.DueReason, "Why a part has to be on its way by its day."
)
DueStateEnum = enum_from_choices("DueStateEnum", enums.DueState, "How a deadline stands today.")


class VendorOrderReceiver(graphene.ObjectType):
    """Who receives a part and where: no more than delivery needs, and masked as soon as it is no longer needed."""

    name = graphene.String(required=True, description="Who receives it.")
    organization = graphene.String(required=True, description="The body or firm at that address; empty for none.")
    phone = graphene.String(required=True, description="Number for the carrier.")
    postal_code = graphene.String(required=True, description="Postal code.")
    address = graphene.String(required=True, description="The address on one line, from the large to the small.")
    is_masked = graphene.Boolean(required=True, description="Whether it is masked: the delivery is long done.")


class CancelledOrderLine(graphene.ObjectType):
    """Pieces of a line in one cancellation."""

    quantity = graphene.Int(required=True, description="How many pieces.")
    amount = graphene.Field(Money, required=True, description="What they cost, VAT included.")
    order_line = graphene.Field(
        "market.orders.graphql.line_types.OrderLine", required=True, description="The line they are of."
    )

    @staticmethod
    def resolve_amount(root: Any, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.order_line.currency)


class LineCancellation(ModelObjectType):
    """What the enterprise could not send, and why."""

    class Meta:
        interfaces = (Node,)

    reason = graphene.String(required=True, description="The enterprise's words; the buyer was told them.")
    is_sold_out = graphene.Boolean(required=True, description="Whether it was sold out.")
    amount = graphene.Field(Money, required=True, description="What it was worth, VAT included.")
    is_shipping_included = graphene.Boolean(required=True, description="Whether the delivery charge is in it.")
    at = graphene.Field(DateTime, required=True, description="When.")
    lines = graphene.Field(non_null_list(CancelledOrderLine), required=True, description="The pieces.")

    @staticmethod
    def resolve_amount(root: LineCancellationModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.vendor_order.currency)

    @batch
    def resolve_lines(parents: list[LineCancellationModel], info: Any) -> list[list[Any]]:
        ids = [row.pk for row in parents]
        return grouped(cancelled_lines_of(ids), lambda row: row.cancellation_id, ids)


class VendorOrderStep(graphene.ObjectType):
    """One change of a part's status."""

    from_status = graphene.Field(OrderStatus, description="What it was before.")
    to_status = graphene.Field(OrderStatus, required=True, description="What it became.")
    at = graphene.Field(DateTime, required=True, description="When.")

    @staticmethod
    def resolve_from_status(root: Any, info: Any) -> str | None:
        return root.from_status or None


def _own(read: Callable[[VendorOrder], Any]) -> Callable[[VendorOrder, Any], Any]:
    """A resolver that answers the enterprise's own people and nobody else."""
    return lambda root, info: read(root) if handles(root, info) else None


class VendorOrderDeskFields:
    state = graphene.Field(VendorOrderStateEnum, description="Where it stands in the work; for the enterprise.")
    available_actions = non_null_list(VendorOrderActionEnum, description="What can be done next; for the enterprise.")
    placed_at = graphene.Field(DateTime, description="When it was ordered; for the enterprise.")
    ready_at = graphene.Field(DateTime, description="Since when it may be sent; for the enterprise.")
    confirmed_at = graphene.Field(DateTime, description="When the enterprise confirmed it; for the enterprise.")
    preparing_at = graphene.Field(DateTime, description="Since when it is packed; for the enterprise.")
    due_on = graphene.Field(Date, description="The day by which it has to be on its way; for the enterprise.")
    due_reason = graphene.Field(DispatchDueReasonEnum, description="Why that day; for the enterprise.")
    due_state = graphene.Field(DueStateEnum, description="How that stands today; none when all is sent.")
    agreed_on = graphene.Field(Date, description="납품 기한 agreed with an agency; for the enterprise.")
    statutory_due_on = graphene.Field(
        Date,
        description="The last day of the act where nothing else was promised (전자상거래법 §15); for the enterprise.",
    )
    is_paid_later = graphene.Boolean(description="Whether an agency pays after inspection (후불); for the enterprise.")
    channel = graphene.Field(Channel, description="Where it was ordered; for the enterprise.")
    buyer_organization = graphene.String(description="The public body it was bought for; for the enterprise.")
    receiver_name = graphene.String(description="Who receives it, masked when no longer needed; for the enterprise.")
    receiver = graphene.Field(
        VendorOrderReceiver,
        description="Where it goes. Only where the part was opened by its ID, which is written down.",
    )
    customer_note = graphene.String(description="The buyer's word to the enterprises; only where it was opened.")
    line_cancellations = non_null_list(LineCancellation, description="What the enterprise could not send.")
    steps = non_null_list(VendorOrderStep, description="How its status changed, oldest first; for the enterprise.")

    resolve_confirmed_at = staticmethod(_own(lambda part: part.confirmed_at))
    resolve_preparing_at = staticmethod(_own(lambda part: part.preparing_at))
    resolve_ready_at = staticmethod(_own(lambda part: part.ready_at))
    resolve_placed_at = staticmethod(_own(lambda part: part.created_at))
    resolve_due_on = staticmethod(_own(lambda part: part.due_on))
    resolve_due_reason = staticmethod(_own(lambda part: part.due_reason or None))
    resolve_agreed_on = staticmethod(_own(lambda part: part.agreed_on))
    resolve_channel = staticmethod(_own(lambda part: part.order.channel))
    resolve_buyer_organization = staticmethod(_own(lambda part: part.order.buyer_organization or None))
    resolve_is_paid_later = staticmethod(_own(lambda part: part.order.payment_means == PaymentMeans.DEFERRED))

    @staticmethod
    def resolve_due_state(root: VendorOrder, info: Any) -> str | None:
        if root.due_on is None or root.status not in TO_SEND or not handles(root, info):
            return None
        return due_state(root.due_on, clock.today())

    @staticmethod
    def resolve_statutory_due_on(root: VendorOrder, info: Any) -> dt.date | None:
        if root.ready_at is None or not handles(root, info):
            return None
        is_prepaid = root.order.payment_means != PaymentMeans.DEFERRED
        return statutory_due(root.ready_at.astimezone(clock.SEOUL).date(), is_prepaid=is_prepaid)

    @batch
    def resolve_state(parents: list[VendorOrder], info: Any) -> list[str | None]:
        own = handled(parents, info)
        arrived = delivered_parts(own) if any(part.status == enums.OrderStatus.FULFILLED for part in own) else {}
        known = {
            part.pk: part_state(part.status, part.work_state, is_delivered=arrived.get(part.pk) is not None)
            for part in own
        }
        return [known.get(part.pk) for part in parents]

    @batch
    def resolve_available_actions(parents: list[VendorOrder], info: Any) -> list[list[str] | None]:
        own = {part.pk for part in handled(parents, info)}
        return [
            list(actions_of(part.status, part.work_state, has_open_pieces=any(line.quantity_open for line in lines)))
            if part.pk in own
            else None
            for part, lines in zip(parents, lines_of_parts(parents, info), strict=True)
        ]

    @batch
    def resolve_receiver_name(parents: list[VendorOrder], info: Any) -> list[str | None]:
        return [receiver.name if receiver else None for receiver in receivers(parents, info)]

    @batch
    def resolve_receiver(parents: list[VendorOrder], info: Any) -> list[ReceiverFacts | None]:
        return [
            receiver if part.is_opened else None
            for part, receiver in zip(parents, receivers(parents, info), strict=True)
        ]

    @staticmethod
    def resolve_customer_note(root: VendorOrder, info: Any) -> str | None:
        return root.order.customer_note if root.is_opened and handles(root, info) else None

    @batch
    def resolve_line_cancellations(parents: list[VendorOrder], info: Any) -> list[list[LineCancellationModel] | None]:
        own = [part.pk for part in handled(parents, info)]
        found = dict(zip(own, grouped(line_cancellations_of(own), lambda row: row.vendor_order_id, own), strict=True))
        return [found.get(part.pk) for part in parents]

    @batch
    def resolve_steps(parents: list[VendorOrder], info: Any) -> list[list[Any] | None]:
        own = [part.pk for part in handled(parents, info)]
        found = dict(zip(own, grouped(status_changes_of(own), lambda row: row.vendor_order_id, own), strict=True))
        return [found.get(part.pk) for part in parents]


def receivers(parents: list[VendorOrder], info: Any) -> list[ReceiverFacts | None]:
    """Who receives each part, masked where the enterprise does not need to know any more; none where nothing is sent or seen."""
    own = handled(parents, info)
    key = ("orders.parts_with_person", frozenset(part.pk for part in own))
    needed: set[Any] = info.context.remember(key, lambda: parts_with_person(own))
    known = {part.pk: receiver_of(part.order.shipping_address, is_masked=part.pk not in needed) for part in own}
    return [known.get(part.pk) for part in parents]
