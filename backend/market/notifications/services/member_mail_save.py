"""Intend mails to the people of an enterprise."""

from __future__ import annotations

from typing import Any

from market.notifications.enums import MailKind
from market.notifications.services.account_mail_save import account_mail_save
from market.vendors.models import VendorMember
from market.vendors.permissions import Ability, roles_with


def member_mails_save(
    *, kind: MailKind, vendor_id: int, ability: Ability, event_key: str, params: dict[str, Any] | None = None
) -> bool:
    """Note one mail for each active member whose role carries the ability, in the language each prefers. Says whether any is new."""
    members = VendorMember.objects.filter(vendor_id=vendor_id, role__in=roles_with(ability), user__is_active=True)
    given = {**(params or {}), "vendor_id": vendor_id}
    noted = [
        account_mail_save(kind=kind, user_id=user_id, params=given, event_key=event_key)
        for user_id in members.order_by("id").values_list("user_id", flat=True)
    ]
    return any(noted)
