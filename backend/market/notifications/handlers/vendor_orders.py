"""What the people of an enterprise hear of the orders they have to serve. Nothing before an order may be sent."""

from __future__ import annotations

from market.core.events import handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.selectors.vendor_order_facts import parts_of, vendor_of_part
from market.notifications.services.member_mail_save import member_mails_save
from market.notifications.services.order_mail_save import order_mail_save
from market.orders.events import VendorOrderLinesCancelled, VendorOrdersReady, WithdrawalRequested
from market.vendors.permissions import Ability


@handles(VendorOrdersReady, name="notifications.tell_vendors_of_order")
def tell_vendors_of_order(event: VendorOrdersReady) -> None:
    """Each enterprise hears of its own part."""
    for part_id, vendor_id in parts_of(event.order_id):
        nudge_when_noted(
            member_mails_save(
                kind=MailKind.VENDOR_ORDER_NEW,
                vendor_id=vendor_id,
                ability=Ability.HANDLE_ORDERS,
                event_key=key_of(event, part_id),
                params={"vendor_order_id": str(part_id)},
            )
        )


@handles(WithdrawalRequested, name="notifications.tell_vendor_of_withdrawal")
def tell_vendor_of_withdrawal(event: WithdrawalRequested) -> None:
    vendor_id = vendor_of_part(event.vendor_order_id)
    if vendor_id is None:
        return
    nudge_when_noted(
        member_mails_save(
            kind=MailKind.VENDOR_WITHDRAWAL_NEW,
            vendor_id=vendor_id,
            ability=Ability.HANDLE_ORDERS,
            event_key=key_of(event, event.withdrawal_id, "vendor"),
            params={"withdrawal_id": str(event.withdrawal_id)},
        )
    )


@handles(VendorOrderLinesCancelled, name="notifications.tell_lines_cancelled")
def tell_lines_cancelled(event: VendorOrderLinesCancelled) -> None:
    """The buyer hears what will not come, why, and what goes back."""
    params = {"vendor_order_id": str(event.vendor_order_id), "cancellation_id": event.cancellation_id}
    nudge_when_noted(
        order_mail_save(
            kind=MailKind.PART_CANCELLED,
            order_id=event.order_id,
            event_key=key_of(event, event.cancellation_id),
            params=params,
            notes_received=True,
        )
    )
