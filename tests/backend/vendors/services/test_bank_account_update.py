"""Where an enterprise is paid: by an owner with the password, sealed, with its history, and all owners know."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import PASSWORD, UserFactory
from factories.certificates import paper_file
from factories.team import acting, clerk_of, desk_clerk, manager_of, noted, once, owner_of, told
from factories.vendors import member_of
from market.accounts.errors import InvalidCredentials
from market.core.banks import Bank
from market.core.errors import DomainError, NotFound, PermissionDenied
from market.core.models import AuditEntry, OutboxEvent
from market.core.sealing import unseal
from market.vendors.errors import AlreadyDecided
from market.vendors.models import Vendor, VendorBankAccount
from market.vendors.services.bank_account_update import bank_account_check, bank_account_update

pytestmark = pytest.mark.django_db
NUMBER = "3333-01-9876543"


def name_account(vendor: Vendor, actor: Any, **change: Any) -> VendorBankAccount:
    given = {
        "number": NUMBER,
        "holder": "견본기업",
        "password": PASSWORD,
        "bank": Bank.KAKAO,
        "bankbook": paper_file(),
        **change,
    }
    return once(bank_account_update, vendor_id=vendor.pk, actor=actor, **given)


def test_number_and_holder_are_sealed_and_the_one_before_is_kept() -> None:
    vendor, owner = owner_of()
    first = name_account(vendor, owner)
    second = name_account(vendor, owner, number="110 222 333444", bank=Bank.SHINHAN)
    first.refresh_from_db()
    assert (first.ended_at is None, second.ended_at, second.last_digits) == (False, None, "3444")
    assert (unseal(second.sealed_number), unseal(second.sealed_holder)) == ("110222333444", "견본기업")
    assert second.bankbook_copy.kind == "bankbook_copy"
    assert (second.bankbook_copy.vendor, second.registered_by_id) == (vendor, owner.user_id)
    assert (told(), noted()) == (["vendor_bank_account_changed"] * 2, ["bank_account_update"] * 2)
    open_text = str([*OutboxEvent.objects.values_list("payload"), *AuditEntry.objects.values_list("data")])
    assert "9876543" not in open_text
    assert "9876543" not in second.sealed_number + first.sealed_number


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"number": "123"}, "number"),
        ({"number": "1" * 17}, "number"),
        ({"number": "١٢٣٤٥٦٧٨٩٠"}, "number"),
        ({"holder": " "}, "holder"),
        ({"holder": "가" * 61}, "holder"),
        ({"password": "wrong"}, "password"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(change: dict[str, Any], field: str) -> None:
    vendor, owner = owner_of()
    with pytest.raises(DomainError) as refused:
        name_account(vendor, owner, **change)
    assert refused.value.field == field
    assert not VendorBankAccount.objects.exists()
    assert told() == []


def test_a_copy_that_is_no_paper_is_refused_on_its_field() -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    vendor, owner = owner_of()
    with pytest.raises(DomainError) as refused:
        name_account(vendor, owner, bankbook=SimpleUploadedFile("x.png", b"<html>", content_type="image/png"))
    assert refused.value.field == "bankbook"
    assert not VendorBankAccount.objects.exists()


def test_guessing_the_password_is_slowed_down() -> None:
    vendor, owner = owner_of()
    codes = []
    for _ in range(6):
        with pytest.raises(DomainError) as refused:
            name_account(vendor, owner, password="guess")
        codes.append(refused.value.code)
    assert (codes[0], codes[-1]) == (InvalidCredentials.code, "login_attempt_delayed")


def test_only_owners_may_and_others_do_not_learn_whether_it_is_there() -> None:
    vendor, _ = owner_of()
    for actor in (manager_of(vendor), clerk_of(vendor)):
        with pytest.raises(PermissionDenied):
            name_account(vendor, actor)
    for actor in (acting(UserFactory()), owner_of()[1]):
        with pytest.raises(NotFound):
            name_account(vendor, actor)
    assert not VendorBankAccount.objects.exists()
    assert name_account(vendor, acting(member_of(vendor))).vendor == vendor


def test_staff_compare_it_with_the_copy_once() -> None:
    vendor, owner = owner_of()
    account, staff = name_account(vendor, owner), desk_clerk()
    done = once(bank_account_check, account_id=account.pk, actor=staff)
    assert (done.checked_by_id, done.checked_at is None) == (staff.user_id, False)
    with pytest.raises(AlreadyDecided):
        once(bank_account_check, account_id=account.pk, actor=staff)
    name_account(vendor, owner, number="110222333444")
    with pytest.raises(AlreadyDecided):
        once(bank_account_check, account_id=account.pk, actor=staff)
    with pytest.raises(NotFound):
        once(bank_account_check, account_id=987_654, actor=staff)
