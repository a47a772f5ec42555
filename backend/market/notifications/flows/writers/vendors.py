"""Mails to the people of an enterprise about the enterprise itself."""

from __future__ import annotations

from urllib.parse import urlencode

from market.accounts.models import User
from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, to_its_address, writes
from market.notifications.letters import vendors
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.links import shop_link
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail
from market.vendors.models import (
    Vendor,
    VendorBankAccount,
    VendorInvitation,
    VendorMember,
    VendorRecheck,
    VendorStatusChange,
)
from market.vendors.services.invitation_token import invitation_token_create, is_living

INVITATION_PAGE = "/vendor/invitation"


def _vendor(mail: Mail) -> Vendor:
    vendor = Vendor.objects.filter(pk=mail.params["vendor_id"]).first()
    if vendor is None:
        raise NothingToSay("the enterprise is gone")
    return vendor


def _of_member(mail: Mail) -> tuple[Vendor, Voice]:
    """For who works there still: somebody who left before the mail went out has no business with it any more."""
    user, voice = account_of(mail)
    vendor = _vendor(mail)
    if not VendorMember.objects.filter(vendor=vendor, user=user).exists():
        raise NothingToSay("works there no longer")
    return vendor, voice


@writes(MailKind.MEMBER_INVITED)
def _member_invited(mail: Mail) -> Letter:
    """The link is made now, and goes to the invited address and nowhere else."""
    invitation = VendorInvitation.objects.select_related("vendor").filter(pk=mail.params["invitation_id"]).first()
    if invitation is None or not is_living(invitation) or invitation.email != mail.recipient:
        raise NothingToSay("the invitation is over")
    voice = Voice(mail.language)
    token = urlencode({"token": invitation_token_create(invitation)})
    url = shop_link(f"{INVITATION_PAGE}?{token}", voice.language)
    return vendors.member_invited(invitation.vendor.name, invitation.role, invitation.expires_at, url, voice)


@writes(MailKind.MEMBER_JOINED)
def _member_joined(mail: Mail) -> Letter:
    vendor, voice = _of_member(mail)
    member = VendorMember.objects.select_related("user").filter(pk=mail.params["member_id"]).first()
    if member is None:
        raise NothingToSay("has left already")
    return vendors.member_joined(voice.named(vendor.name, vendor.name_en), member.user.email, member.role, voice)


@writes(MailKind.MEMBER_REMOVED)
def _member_removed(mail: Mail) -> Letter:
    user, voice = account_of(mail)
    vendor = _vendor(mail)
    name = voice.named(vendor.name, vendor.name_en)
    if user.pk == mail.params["removed_id"]:
        to_its_address(mail, user)
        return vendors.you_were_removed(name, voice)
    if not VendorMember.objects.filter(vendor=vendor, user=user).exists():
        raise NothingToSay("works there no longer")
    gone = User.objects.filter(pk=mail.params["removed_id"]).first()
    if gone is None:
        raise NothingToSay("the account is gone")
    return vendors.member_removed(name, gone.email, voice)


@writes(MailKind.VENDOR_STATUS_CHANGED)
def _status_changed(mail: Mail) -> Letter:
    vendor, voice = _of_member(mail)
    change = VendorStatusChange.objects.filter(pk=mail.params["change_id"], vendor=vendor).first()
    if change is None or change.to_status != vendor.status:
        raise NothingToSay("it has changed again")
    return vendors.status_changed(voice.named(vendor.name, vendor.name_en), change.to_status, change.reason, voice)


@writes(MailKind.VENDOR_BANK_ACCOUNT_CHANGED)
def _bank_account_changed(mail: Mail) -> Letter:
    vendor, voice = _of_member(mail)
    account = VendorBankAccount.objects.filter(pk=mail.params["bank_account_id"], vendor=vendor).first()
    if account is None:
        raise NothingToSay("the account is gone")
    name = voice.named(vendor.name, vendor.name_en)
    return vendors.bank_account_changed(
        name, account.get_bank_display(), account.last_digits, account.created_at, voice
    )


def _recheck(mail: Mail) -> tuple[Vendor, VendorRecheck, Voice]:
    vendor, voice = _of_member(mail)
    recheck = VendorRecheck.objects.filter(pk=mail.params["recheck_id"], vendor=vendor).first()
    if recheck is None:
        raise NothingToSay("the re-check is gone")
    return vendor, recheck, voice


@writes(MailKind.VENDOR_RECHECK_OPENED)
def _recheck_opened(mail: Mail) -> Letter:
    vendor, recheck, voice = _recheck(mail)
    if recheck.status != "open":
        raise NothingToSay("it was decided already")
    fields = [change["field"] for change in recheck.changes]
    return vendors.recheck_opened(voice.named(vendor.name, vendor.name_en), fields, voice)


@writes(MailKind.VENDOR_RECHECK_DECIDED)
def _recheck_decided(mail: Mail) -> Letter:
    vendor, recheck, voice = _recheck(mail)
    return vendors.recheck_decided(
        voice.named(vendor.name, vendor.name_en), recheck.status == "confirmed", recheck.note, voice
    )
