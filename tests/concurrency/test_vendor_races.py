"""Two at once at one enterprise: an owner stays, an invitation counts once, and no order slips into a closed shop."""

from __future__ import annotations

import datetime as dt
import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import ready_checkout
from factories.inventory import variant_on_sale
from factories.team import acting, membership
from factories.vendors import SellerFactory, member_of
from market.accounts.enums import TokenPurpose
from market.accounts.errors import LastOwnerKeepsAccount
from market.accounts.services.account_delete import account_delete
from market.accounts.services.account_tokens import account_token_create
from market.checkout.services import checkout_to_order as completing
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock
from market.core.actor import ANONYMOUS
from market.core.errors import ManyErrors, PermissionDenied
from market.orders.models import VendorOrder
from market.vendors import locks
from market.vendors.errors import AlreadyInvited, HasOpenWork, LastOwner
from market.vendors.models import Vendor, VendorInvitation, VendorMember, VendorRole
from market.vendors.services import member_change
from market.vendors.services.invitation_accept import invitation_accept
from market.vendors.services.invitation_token import invitation_token_create
from market.vendors.services.member_change import member_remove, member_update
from market.vendors.services.member_invite import member_invite
from market.vendors.services.vendor_status_set import vendor_close

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
TIMES = 6


def winners_of(answers: list[Any], *refusals: type[Exception]) -> list[Any]:
    assert all(not isinstance(answer, Exception) or isinstance(answer, refusals) for answer in answers), answers
    return [answer for answer in answers if not isinstance(answer, Exception)]


def two_owners() -> tuple[Vendor, list[Callable[[], Any]]]:
    """An enterprise, and its two owners who both leave."""
    vendor = SellerFactory()
    owners = [acting(member_of(vendor)) for _ in range(2)]
    return vendor, [
        functools.partial(member_remove, member_id=membership(vendor, actor).pk, actor=actor) for actor in owners
    ]


def owners_of(vendor: Vendor) -> int:
    return VendorMember.objects.filter(vendor=vendor, role=VendorRole.OWNER).count()


def test_of_two_last_owners_who_leave_at_once_one_stays(race: Race) -> None:
    for _ in range(TIMES):
        vendor, leaving = two_owners()
        assert len(winners_of(race(leaving), LastOwner)) == 1
        assert owners_of(vendor) == 1


def test_two_owners_who_demote_each_other_leave_one(race: Race) -> None:
    for _ in range(TIMES):
        vendor = SellerFactory()
        first, second = (acting(member_of(vendor)) for _ in range(2))
        pairs = [(first, second), (second, first)]
        demote = [
            functools.partial(member_update, member_id=membership(vendor, other).pk, role=VendorRole.CLERK, actor=actor)
            for actor, other in pairs
        ]
        assert len(winners_of(race(demote), LastOwner, PermissionDenied)) == 1
        assert owners_of(vendor) == 1


def _both_look_before_either_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    """No lock, and each of the two waits until the other has looked, too: the worst moment."""
    both = threading.Barrier(2, timeout=10)
    real = member_change._ensure_other_owner

    def look(member: VendorMember) -> None:
        real(member)
        both.wait()

    monkeypatch.setattr(member_change, "vendor_for_update", lambda vendor_id: Vendor.objects.get(pk=vendor_id))
    monkeypatch.setattr(member_change, "_ensure_other_owner", look)


def _without_guard() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE vendors_vendormember DISABLE TRIGGER vendor_keeps_an_owner")


def _with_guard() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE vendors_vendormember ENABLE TRIGGER vendor_keeps_an_owner")


def test_without_lock_and_guard_both_would_leave(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: the race is real."""
    _both_look_before_either_acts(monkeypatch)
    vendor, leaving = two_owners()
    _without_guard()
    try:
        race(leaving)
    finally:
        _with_guard()
    assert owners_of(vendor) == 0


def test_the_database_alone_keeps_one(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    _both_look_before_either_acts(monkeypatch)
    vendor, leaving = two_owners()
    assert len(winners_of(race(leaving), OperationalError)) == 1
    assert owners_of(vendor) == 1


def test_one_who_leaves_and_one_who_deletes_the_account_leave_one(race: Race) -> None:
    for _ in range(TIMES):
        vendor = SellerFactory()
        stays, goes = member_of(vendor), member_of(vendor)
        token = account_token_create(user=goes, purpose=TokenPurpose.DELETE_ACCOUNT)
        both = [
            functools.partial(member_remove, member_id=VendorMember.objects.get(user=stays).pk, actor=acting(stays)),
            functools.partial(account_delete, actor=acting(goes), token=token),
        ]
        assert len(winners_of(race(both), LastOwner, LastOwnerKeepsAccount, OperationalError)) == 1
        assert owners_of(vendor) == 1


def test_an_address_is_invited_once(race: Race) -> None:
    vendor = SellerFactory()
    owner = acting(member_of(vendor))
    ask = functools.partial(member_invite, vendor_id=vendor.pk, email="new@ieum.example", role="clerk", actor=owner)
    assert len(winners_of(race([ask] * TIMES), AlreadyInvited)) == VendorInvitation.objects.count() == 1


def test_an_invitation_counts_once(race: Race) -> None:
    vendor, user = SellerFactory(), UserFactory()
    invitation = VendorInvitation.objects.create(
        vendor=vendor, email=user.email, role="clerk", expires_at=clock.now() + dt.timedelta(days=1)
    )
    take = functools.partial(invitation_accept, token=invitation_token_create(invitation), actor=acting(user))
    assert len({member.pk for member in winners_of(race([take] * TIMES))}) == 1
    assert VendorMember.objects.filter(user=user).count() == 1


def closing_and_ordering(monkeypatch: pytest.MonkeyPatch, *, is_held: bool) -> tuple[Vendor, list[Callable[[], Any]]]:
    """An enterprise that closes in the moment in which an order has passed every check and is not committed."""
    channel = ChannelFactory()
    variant = variant_on_sale(channel)
    vendor = Vendor.objects.get(pk=variant.product.vendor_id)
    checkout = ready_checkout(channel, {variant: 1})
    owner = acting(member_of(vendor))
    is_checked, is_closing = threading.Event(), threading.Event()
    real = completing.ensure_still_selling

    def check(pricing: Any) -> None:
        if is_held:
            real(pricing)
        is_checked.set()
        is_closing.wait(1)

    monkeypatch.setattr(completing, "ensure_still_selling", check)

    def close() -> Any:
        is_checked.wait(10)
        try:
            return vendor_close(vendor_id=vendor.pk, reason="문을 닫아요.", actor=owner)
        finally:
            is_closing.set()

    return vendor, [functools.partial(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS), close]


def test_no_order_slips_into_an_enterprise_that_closes(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    vendor, both = closing_and_ordering(monkeypatch, is_held=True)
    assert len(winners_of(race(both), HasOpenWork, ManyErrors)) == 1
    vendor.refresh_from_db()
    assert (vendor.status, VendorOrder.objects.filter(vendor=vendor).count()) == ("active", 1)


def test_without_holding_the_enterprise_one_would(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control."""
    vendor, both = closing_and_ordering(monkeypatch, is_held=False)
    assert len(winners_of(race(both))) == 2
    vendor.refresh_from_db()
    assert (vendor.status, VendorOrder.objects.filter(vendor=vendor).count()) == ("closed", 1)


def test_enterprises_are_held_inside_a_transaction_only(transactional_db: None) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        locks.vendors_held([1])
