"""Who hears of a purchase: those whose turn it is, the requester, and the enterprises that get the order."""

from __future__ import annotations

from uuid import UUID

from market.core.events import handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.selectors.purchase_facts import deciders_of, requester_of, requester_of_order, vendor_of_order
from market.notifications.services.account_mail_save import account_mail_save
from market.notifications.services.member_mail_save import member_mails_save
from market.procurement.events import (
    ApprovalEndsSoon,
    ApprovalTurnCame,
    PurchaseOrderAccepted,
    PurchaseOrderCanceled,
    PurchaseOrderChangeDecided,
    PurchaseOrderChangeProposed,
    PurchaseOrderIssued,
    RequestApproved,
    RequestCampaignEnded,
    RequestLinesRejected,
    RequestReturned,
)
from market.vendors.permissions import Ability


@handles(ApprovalTurnCame, name="notifications.tell_approvers")
def tell_approvers(event: ApprovalTurnCame) -> None:
    _tell_deciders(event, MailKind.APPROVAL_TURN)


@handles(ApprovalEndsSoon, name="notifications.remind_approvers")
def remind_approvers(event: ApprovalEndsSoon) -> None:
    _tell_deciders(event, MailKind.APPROVAL_ENDS_SOON)


@handles(RequestApproved, name="notifications.tell_approved")
def tell_approved(event: RequestApproved) -> None:
    _tell_requester(event, MailKind.PURCHASE_APPROVED)


@handles(RequestReturned, name="notifications.tell_returned")
def tell_returned(event: RequestReturned) -> None:
    _tell_requester(event, MailKind.PURCHASE_RETURNED, event.event_id)


@handles(RequestLinesRejected, name="notifications.tell_lines_rejected")
def tell_lines_rejected(event: RequestLinesRejected) -> None:
    _tell_requester(event, MailKind.PURCHASE_LINES_REJECTED, event.event_id)


@handles(RequestCampaignEnded, name="notifications.tell_campaign_ended")
def tell_campaign_ended(event: RequestCampaignEnded) -> None:
    _tell_requester(event, MailKind.PURCHASE_CAMPAIGN_ENDED)


@handles(PurchaseOrderIssued, name="notifications.tell_vendor_of_purchase_order")
def tell_vendor_of_purchase_order(event: PurchaseOrderIssued) -> None:
    _tell_vendor(event.purchase_order_id, MailKind.PURCHASE_ORDER_NEW, key_of(event, event.purchase_order_id))


@handles(PurchaseOrderAccepted, name="notifications.tell_accepted")
def tell_accepted(event: PurchaseOrderAccepted) -> None:
    _tell_agency(event.purchase_order_id, MailKind.PURCHASE_ORDER_ACCEPTED, key_of(event, event.purchase_order_id))


@handles(PurchaseOrderChangeProposed, name="notifications.tell_change")
def tell_change(event: PurchaseOrderChangeProposed) -> None:
    key = key_of(event, event.change_id)
    _tell_agency(event.purchase_order_id, MailKind.PURCHASE_ORDER_CHANGE, key, event.change_id)


@handles(PurchaseOrderChangeDecided, name="notifications.tell_change_decided")
def tell_change_decided(event: PurchaseOrderChangeDecided) -> None:
    key = key_of(event, event.change_id)
    _tell_vendor(event.purchase_order_id, MailKind.PURCHASE_ORDER_CHANGE_DECIDED, key, event.change_id)


@handles(PurchaseOrderCanceled, name="notifications.tell_purchase_order_canceled")
def tell_purchase_order_canceled(event: PurchaseOrderCanceled) -> None:
    """The enterprise, when the agency cancelled; the agency hears of what an enterprise cancels with the order."""
    if event.is_by_agency:
        key = key_of(event, event.purchase_order_id)
        _tell_vendor(event.purchase_order_id, MailKind.PURCHASE_ORDER_CANCELED, key)


def _tell_deciders(event: ApprovalTurnCame | ApprovalEndsSoon, kind: MailKind) -> None:
    for step_id, user_id in deciders_of(UUID(str(event.request_id)), event.round, event.stage):
        nudge_when_noted(
            account_mail_save(
                kind=kind,
                user_id=user_id,
                params={"request_id": str(event.request_id), "round": event.round, "step_id": step_id},
                event_key=key_of(event, event.request_id, event.round, step_id),
            )
        )


def _tell_requester(
    event: RequestApproved | RequestReturned | RequestLinesRejected | RequestCampaignEnded,
    kind: MailKind,
    event_id: int | None = None,
) -> None:
    user_id = requester_of(UUID(str(event.request_id)))
    if user_id is None:
        return
    nudge_when_noted(
        account_mail_save(
            kind=kind,
            user_id=user_id,
            params={"request_id": str(event.request_id), "round": event.round, "event_id": event_id},
            event_key=key_of(event, event.request_id, event.round, event_id or ""),
        )
    )


def _tell_agency(purchase_order_id: UUID, kind: MailKind, key: str, change_id: int | None = None) -> None:
    user_id = requester_of_order(UUID(str(purchase_order_id)))
    if user_id is not None:
        params = {"purchase_order_id": str(purchase_order_id), "change_id": change_id}
        nudge_when_noted(account_mail_save(kind=kind, user_id=user_id, params=params, event_key=key))


def _tell_vendor(purchase_order_id: UUID, kind: MailKind, key: str, change_id: int | None = None) -> None:
    vendor_id = vendor_of_order(UUID(str(purchase_order_id)))
    if vendor_id is None:
        return
    nudge_when_noted(
        member_mails_save(
            kind=kind,
            vendor_id=vendor_id,
            ability=Ability.HANDLE_ORDERS,
            event_key=key,
            params={"purchase_order_id": str(purchase_order_id), "change_id": change_id},
        )
    )
