"""What buyers do with goods they do not keep (청약철회)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene

from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.graphql.scalars import Date
from market.core.graphql.types import non_null_list
from market.orders.enums import WithdrawalReason
from market.orders.errors import (
    BuyerNotRecognised,
    DuplicatedLine,
    ExceptionHolds,
    NothingToWithdraw,
    NotWithdrawable,
    TooManyGuesses,
    TooManyWithdrawn,
    WithdrawalPeriodOver,
    WithdrawalStatusRefused,
)
from market.orders.graphql.enums import CourierEnum, WithdrawalReasonEnum
from market.orders.graphql.mutations.plain import choice, text
from market.orders.graphql.mutations.vendor_order_cancel import EMAIL
from market.orders.graphql.withdrawal_types import Withdrawal, WithdrawalError
from market.orders.models import Withdrawal as WithdrawalModel
from market.orders.selectors.withdrawals import withdrawal_get
from market.orders.services.withdrawal_cancel import withdrawal_cancel
from market.orders.services.withdrawal_create import WithdrawalWish, withdrawal_create
from market.orders.services.withdrawal_tracking_update import withdrawal_tracking_update

ID = "ID of the withdrawal."
AFTER = "The withdrawal after the change."


class WithdrawalLineInput(graphene.InputObjectType):
    """Pieces that go back."""

    order_line_id = graphene.ID(required=True, description="ID of the line.")
    quantity = graphene.Int(required=True, description="How many pieces.")


class WithdrawalCreateInput(graphene.InputObjectType):
    """What goes back, why and how."""

    lines = graphene.Field(non_null_list(WithdrawalLineInput), required=True, description="Lines and pieces.")
    reason_kind = graphene.Field(WithdrawalReasonEnum, required=True, description="Why, in a word.")
    reason = graphene.String(description="Why, in own words; required for OTHER.")
    is_unopened = graphene.Boolean(
        description="Whether the seals of sealed goods are whole; broken ones can go back for a fault only."
    )
    known_on = graphene.InputField(Date, description="For FAULTY: the day the fault was noticed; today unless given.")
    courier = graphene.InputField(
        CourierEnum, description="Who carries the goods back, if they are on the way already."
    )
    tracking_number = graphene.String(description="Number of that parcel.")


def seen_by_buyer(withdrawal: WithdrawalModel) -> WithdrawalModel | None:
    """The withdrawal as it stands now, for the buyer whom the service has recognised."""
    seen = withdrawal_get(withdrawal_id=withdrawal.pk)
    if seen is not None:
        seen.order.is_buyer_recognised = True
        seen.vendor_order.order = seen.order
    return seen


class WithdrawalCreate(BaseMutation):
    class Meta:
        description = "Ask to give back pieces of one enterprise's part; for its buyer and staff."
        error_type = WithdrawalError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description="ID of the vendor order.")
        input = WithdrawalCreateInput(required=True, description="What goes back, why and how.")
        email = graphene.String(description=EMAIL)

    raises = (
        NotFound, InvalidId, InvalidInput, Required, DuplicatedLine, BuyerNotRecognised, TooManyGuesses, NothingToWithdraw,
        TooManyWithdrawn, NotWithdrawable, ExceptionHolds, WithdrawalPeriodOver,
    )  # fmt: skip
    withdrawal = graphene.Field(Withdrawal, description="The new withdrawal.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any, email: str | None = None) -> WithdrawalCreate:
        made = withdrawal_create(
            vendor_order_id=uuid_from_id(id, "VendorOrder"),
            wish=WithdrawalWish(
                quantities=_quantities(input["lines"]),
                reason_kind=WithdrawalReason(choice(input["reason_kind"])),
                reason=text(input.get("reason")),
                is_unopened=bool(input.get("is_unopened")),
                known_on=input.get("known_on"),
                courier=choice(input.get("courier")),
                tracking_number=text(input.get("tracking_number")),
            ),
            actor=info.context.actor,
            email=text(email),
        )
        return cls(withdrawal=seen_by_buyer(made))


def _quantities(lines: Any) -> dict[UUID, int]:
    quantities: dict[UUID, int] = {}
    for line in lines:
        pk = uuid_from_id(line["order_line_id"], "OrderLine", field="orderLineId")
        if pk in quantities:
            raise DuplicatedLine("orderLineId")
        quantities[pk] = line["quantity"]
    return quantities


class WithdrawalCancel(BaseMutation):
    class Meta:
        description = "Call a withdrawal off before the goods are back; for its buyer and staff."
        error_type = WithdrawalError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        email = graphene.String(description=EMAIL)

    raises = (NotFound, InvalidId, BuyerNotRecognised, TooManyGuesses, WithdrawalStatusRefused)
    withdrawal = graphene.Field(Withdrawal, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, email: str | None = None) -> WithdrawalCancel:
        done = withdrawal_cancel(
            withdrawal_id=uuid_from_id(id, "Withdrawal"), actor=info.context.actor, email=text(email)
        )
        return cls(withdrawal=seen_by_buyer(done))


class WithdrawalTrackingInput(graphene.InputObjectType):
    """How the goods travel back."""

    courier = graphene.InputField(CourierEnum, description="Who carries them.")
    tracking_number = graphene.String(required=True, description="Number of the parcel.")


class WithdrawalUpdateTracking(BaseMutation):
    class Meta:
        description = "Note the parcel that brings the goods back; for the buyer and staff, until it has arrived."
        error_type = WithdrawalError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        input = WithdrawalTrackingInput(required=True, description="Carrier and number.")
        email = graphene.String(description=EMAIL)

    raises = (NotFound, InvalidId, BuyerNotRecognised, TooManyGuesses, WithdrawalStatusRefused)
    withdrawal = graphene.Field(Withdrawal, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, input: Any, email: str | None = None) -> WithdrawalUpdateTracking:
        done = withdrawal_tracking_update(
            withdrawal_id=uuid_from_id(id, "Withdrawal"),
            courier=choice(input.get("courier")),
            tracking_number=text(input["tracking_number"]),
            actor=info.context.actor,
            email=text(email),
        )
        return cls(withdrawal=seen_by_buyer(done))
