"""Intend the mail of an invitation: to an address that may or may not have an account."""

from __future__ import annotations

from market.accounts.models import User
from market.notifications.enums import MailKind
from market.notifications.services.mail_save import mail_save
from market.vendors.models import VendorInvitation


def invitation_mail_save(*, invitation_id: int, event_key: str) -> bool:
    """Note it, once for each time it was asked for; in the language of the address's account, else of who invites. Says whether it is new."""
    invitation = VendorInvitation.objects.select_related("invited_by").filter(pk=invitation_id).first()
    if invitation is None:
        return False
    user = User.objects.filter(email=invitation.email).first()
    reader = user or invitation.invited_by
    return mail_save(
        kind=MailKind.MEMBER_INVITED,
        recipient=invitation.email,
        language_code=reader.language_code if reader else "ko",
        event_key=f"{event_key}:{invitation.mailed_count}",
        user_id=user.pk if user else None,
        params={"invitation_id": invitation.pk},
    )
