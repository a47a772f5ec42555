"""What the people of an enterprise hear of it: who joins and leaves, how it stands, where it is paid, what is looked at again."""

from __future__ import annotations

from market.core.events import handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.services.account_mail_save import account_mail_save
from market.notifications.services.invitation_mail_save import invitation_mail_save
from market.notifications.services.member_mail_save import member_mails_save
from market.vendors.events import (
    VendorBankAccountChanged,
    VendorMemberInvited,
    VendorMemberJoined,
    VendorMemberRemoved,
    VendorRecheckDecided,
    VendorRecheckOpened,
    VendorStatusChanged,
)
from market.vendors.permissions import Ability


@handles(VendorMemberInvited, name="notifications.invite_member")
def invite_member(event: VendorMemberInvited) -> None:
    """Also published when the mail is to go once more: the service tells one asking from the other."""
    nudge_when_noted(
        invitation_mail_save(invitation_id=event.invitation_id, event_key=key_of(event, event.invitation_id))
    )


@handles(VendorMemberJoined, name="notifications.tell_member_joined")
def tell_member_joined(event: VendorMemberJoined) -> None:
    """The owners hear who has come."""
    nudge_when_noted(
        member_mails_save(
            kind=MailKind.MEMBER_JOINED,
            vendor_id=event.vendor_id,
            ability=Ability.MANAGE_MEMBERS,
            event_key=key_of(event, event.vendor_id, event.member_id),
            params={"member_id": event.member_id},
        )
    )


@handles(VendorMemberRemoved, name="notifications.tell_member_removed")
def tell_member_removed(event: VendorMemberRemoved) -> None:
    """Who has gone hears it, and so do the owners."""
    params = {"vendor_id": event.vendor_id, "removed_id": event.user_id}
    key = key_of(event, event.vendor_id, event.user_id, event.member_id)
    is_told = account_mail_save(kind=MailKind.MEMBER_REMOVED, user_id=event.user_id, params=params, event_key=key)
    are_told = member_mails_save(
        kind=MailKind.MEMBER_REMOVED,
        vendor_id=event.vendor_id,
        ability=Ability.MANAGE_MEMBERS,
        event_key=key,
        params=params,
    )
    nudge_when_noted(is_told or are_told)


@handles(VendorStatusChanged, name="notifications.tell_vendor_status")
def tell_vendor_status(event: VendorStatusChanged) -> None:
    """Everybody who works there: it decides what can be done."""
    nudge_when_noted(
        member_mails_save(
            kind=MailKind.VENDOR_STATUS_CHANGED,
            vendor_id=event.vendor_id,
            ability=Ability.HANDLE_ORDERS,
            event_key=key_of(event, event.change_id),
            params={"change_id": event.change_id},
        )
    )


@handles(VendorBankAccountChanged, name="notifications.tell_bank_account_changed")
def tell_bank_account_changed(event: VendorBankAccountChanged) -> None:
    """Every owner: whoever changed it is not the only one who may know."""
    nudge_when_noted(
        member_mails_save(
            kind=MailKind.VENDOR_BANK_ACCOUNT_CHANGED,
            vendor_id=event.vendor_id,
            ability=Ability.MANAGE_ACCOUNT,
            event_key=key_of(event, event.bank_account_id),
            params={"bank_account_id": event.bank_account_id},
        )
    )


@handles(VendorRecheckOpened, name="notifications.tell_recheck_opened")
def tell_recheck_opened(event: VendorRecheckOpened) -> None:
    _recheck(event, MailKind.VENDOR_RECHECK_OPENED)


@handles(VendorRecheckDecided, name="notifications.tell_recheck_decided")
def tell_recheck_decided(event: VendorRecheckDecided) -> None:
    _recheck(event, MailKind.VENDOR_RECHECK_DECIDED)


def _recheck(event: VendorRecheckOpened | VendorRecheckDecided, kind: MailKind) -> None:
    nudge_when_noted(
        member_mails_save(
            kind=kind,
            vendor_id=event.vendor_id,
            ability=Ability.MANAGE_CERTIFICATES,
            event_key=key_of(event, event.recheck_id),
            params={"recheck_id": event.recheck_id},
        )
    )
