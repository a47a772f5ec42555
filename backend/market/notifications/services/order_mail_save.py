"""Intend a mail to the buyer of an order."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from market.notifications.enums import MailKind
from market.notifications.services.mail_save import mail_save
from market.orders.models import Order


def order_mail_save(
    *,
    kind: MailKind,
    order_id: UUID,
    event_key: str,
    params: dict[str, Any] | None = None,
    notes_received: bool = False,
) -> bool:
    """Note a mail to the address the order was placed with, in the order's language. Says whether it is new.

    ``notes_received`` keeps with it what was received for the order until now: by the time it is written that may have gone back.
    """
    order = Order.objects.select_related("user").filter(pk=order_id).first()
    if order is None:
        return False
    kept = dict(params or {})
    if notes_received:
        kept["received"] = str(order.total_charged)
    return mail_save(
        kind=kind,
        recipient=order.user_email or (order.user.email if order.user else ""),
        language_code=order.language_code,
        event_key=event_key,
        order_id=order.pk,
        params=kept,
    )
