"""Every working morning enterprises hear what they have to send that day."""

from __future__ import annotations

from market.core import clock
from market.core.sweeps import one_by_one
from market.core.working_days import is_working_day
from market.notifications.enums import MailKind
from market.notifications.selectors.vendor_order_facts import vendors_with_due
from market.notifications.services.member_mail_save import member_mails_save
from market.vendors.permissions import Ability


def due_orders_remind() -> int:
    """Note one mail for each member of an enterprise with something to send by today. Once a day however often it runs; not on holidays.

    Returns how many enterprises are told.
    """
    today = clock.today()
    if not is_working_day(today):
        return 0

    def remind(vendor_id: int) -> bool:
        return member_mails_save(
            kind=MailKind.VENDOR_ORDER_DUE,
            vendor_id=vendor_id,
            ability=Ability.HANDLE_ORDERS,
            event_key=f"orders.due:{vendor_id}:{today}",
            params={"day": today.isoformat()},
        )

    return one_by_one(remind, vendors_with_due(today))
