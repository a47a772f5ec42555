"""Where the enterprise is paid."""

from __future__ import annotations

import re
from typing import Any

from django.db import transaction

from market.accounts.models import User
from market.accounts.services.token_issue import password_check
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.banks import Bank
from market.core.errors import InvalidInput, NotFound
from market.core.sealing import seal
from market.vendors.errors import AlreadyDecided
from market.vendors.events import VendorBankAccountChanged
from market.vendors.locks import vendor_for_update
from market.vendors.models import DocumentKind, VendorBankAccount
from market.vendors.permissions import Ability
from market.vendors.rules import is_account_number
from market.vendors.selectors.membership import ensure_acts_for
from market.vendors.services.document_add import document_add
from market.vendors.services.profile_clean import text_clean


def bank_account_update(
    *, vendor_id: int, bank: Bank, number: str, holder: str, password: str, bankbook: Any, actor: Actor
) -> VendorBankAccount:
    """Name another account, with a copy of its bankbook; the one before ends and is kept. By an owner, who gives the password once more.

    Number and holder are encrypted. Every owner is told by mail; staff mark it as checked after they have compared it with the copy.
    Raises NotFound, InvalidCredentials, LoginAttemptDelayed, InvalidInput, Required, and what is wrong with the file.
    """
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_ACCOUNT)
    user = User.objects.get(pk=actor.signed_in_id)
    password_check(user=user, password=password, ip_address=actor.ip_address, field="password")
    digits = re.sub(r"[\s-]", "", number)
    if not is_account_number(digits):
        raise InvalidInput(
            "number", "계좌번호를 숫자 10~16자리로 적어 주세요.", "An account number has ten to sixteen digits."
        )
    name = text_clean(holder, field="holder", longest=60, is_required=True)
    paper = document_add(
        upload=bankbook, kind=DocumentKind.BANKBOOK_COPY, vendor_id=vendor_id, actor=actor, field="bankbook"
    )
    with transaction.atomic():
        vendor = vendor_for_update(vendor_id)
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_ACCOUNT)
        VendorBankAccount.objects.filter(vendor=vendor, ended_at__isnull=True).update(ended_at=clock.now())
        account = VendorBankAccount.objects.create(
            vendor=vendor,
            bank=bank,
            sealed_number=seal(digits),
            sealed_holder=seal(name),
            last_digits=digits[-4:],
            bankbook_copy=paper,
            registered_by_id=actor.user_id,
        )
        _note(actor, "vendors.bank_account_update", account)
        outbox.publish(VendorBankAccountChanged(vendor_id=vendor.pk, bank_account_id=account.pk))
    return account


def bank_account_check(*, account_id: int, actor: Actor) -> VendorBankAccount:
    """Staff have compared the account with the bankbook copy. Raises NotFound, AlreadyDecided for one that has ended or was checked."""
    with transaction.atomic():
        vendor_id = VendorBankAccount.objects.filter(pk=account_id).values_list("vendor_id", flat=True).first()
        if vendor_id is None:
            raise NotFound("id")
        vendor_for_update(vendor_id)
        account = VendorBankAccount.objects.get(pk=account_id)
        if account.ended_at is not None or account.checked_at is not None:
            raise AlreadyDecided("id")
        account.checked_by_id, account.checked_at = actor.user_id, clock.now()
        account.save(update_fields=["checked_by", "checked_at"])
        _note(actor, "vendors.bank_account_check", account)
    return account


def _note(actor: Actor, action: str, account: VendorBankAccount) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject_type="VendorBankAccount",
        subject_id=account.pk,
        vendor=account.vendor_id,
    )
