"""Suspended, closed, selling again: what each needs and what it leaves."""

from __future__ import annotations

from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.team import clerk_of, desk_clerk, manager_of, noted, once, owner_of, told
from factories.vendors import SellerFactory
from market.core import catalogue_version
from market.core.errors import InvalidInput, NotFound, PermissionDenied, Required
from market.core.models import AuditEntry, OutboxEvent
from market.orders.models import VendorOrder
from market.vendors.errors import HasOpenWork, StatusNotChangeable
from market.vendors.models import Vendor, VendorStatusChange
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import abilities_in
from market.vendors.services.vendor_status_set import vendor_close, vendor_reopen, vendor_suspend, vendor_trust_set

pytestmark = pytest.mark.django_db
WHY = "서류가 맞지 않아요."


def go(change: Any, vendor: Vendor, actor: Any, reason: str = WHY) -> str:
    done = once(change, vendor_id=vendor.pk, reason=reason, actor=actor)
    vendor.refresh_from_db()
    assert vendor.status == done.status
    return vendor.status


def test_each_change_is_written_down_with_its_reason() -> None:
    vendor, staff = SellerFactory(), desk_clerk()
    before = catalogue_version.current()
    assert go(vendor_suspend, vendor, staff) == "suspended"
    assert go(vendor_reopen, vendor, staff, "바로잡혔어요.") == "active"
    rows = VendorStatusChange.objects.values_list("from_status", "to_status", "reason", "actor_id")
    assert list(rows) == [
        ("active", "suspended", WHY, staff.user_id),
        ("suspended", "active", "바로잡혔어요.", staff.user_id),
    ]
    assert (told(), noted()) == (["vendor_status_changed"] * 2, ["status_set"] * 2)
    change = VendorStatusChange.objects.first()
    event = OutboxEvent.objects.filter(topic="vendors.vendor_status_changed").first()
    assert event.payload == {"vendor_id": vendor.pk, "status": "suspended", "change_id": change.pk}
    assert AuditEntry.objects.filter(action="vendors.status_set").first().data["reason"] == WHY
    assert catalogue_version.current() == before + 2


@pytest.mark.parametrize(
    ("status", "change"),
    [("active", vendor_reopen), ("suspended", vendor_suspend), ("closed", vendor_suspend), ("closed", vendor_close)],
)
def test_what_makes_no_sense_is_refused(status: str, change: Any) -> None:
    vendor = SellerFactory(status=status)
    with pytest.raises(StatusNotChangeable):
        go(change, vendor, desk_clerk())
    assert told() == []


@pytest.mark.parametrize(("reason", "error"), [("  ", Required), ("가" * 501, InvalidInput), ("x\x00", InvalidInput)])
def test_a_reason_is_needed(reason: str, error: type[Exception]) -> None:
    vendor = SellerFactory()
    with pytest.raises(error):
        go(vendor_suspend, vendor, desk_clerk(), reason)
    vendor.refresh_from_db()
    assert vendor.status == "active"


def test_suspended_people_still_serve_and_mend() -> None:
    vendor, owner = owner_of(SellerFactory(status="suspended"))
    assert abilities_in(vendor.pk, owner) == frozenset(Ability)
    assert Ability.HANDLE_ORDERS in abilities_in(vendor.pk, clerk_of(vendor))


def test_an_owner_closes_when_nobody_waits_and_looks_back_afterwards() -> None:
    vendor, owner = owner_of()
    clerk = clerk_of(vendor)
    assert go(vendor_close, vendor, owner, "문을 닫아요.") == "closed"
    assert abilities_in(vendor.pk, owner) == {Ability.HANDLE_ORDERS, Ability.SEE_FIGURES, Ability.MANAGE_ACCOUNT}
    assert abilities_in(vendor.pk, clerk) == {Ability.HANDLE_ORDERS}
    assert go(vendor_reopen, vendor, desk_clerk()) == "active"
    assert abilities_in(vendor.pk, owner) == frozenset(Ability)


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        ("unfulfilled", True),
        ("partially fulfilled", True),
        ("unconfirmed", True),
        ("fulfilled", False),
        ("canceled", False),
    ],
)
def test_an_open_order_keeps_it_open(status: str, is_open: bool) -> None:
    vendor, owner = owner_of()
    order = placed_order(ChannelFactory(), {variant_on_sale(ChannelFactory(), vendor=vendor): 1})
    VendorOrder.objects.filter(order=order).update(status=status)
    if not is_open:
        assert go(vendor_close, vendor, owner) == "closed"
        return
    with pytest.raises(HasOpenWork) as refused:
        go(vendor_close, vendor, owner)
    assert refused.value.params == {"orders": 1, "withdrawals": 0}
    vendor.refresh_from_db()
    assert vendor.status == "active"
    assert not VendorStatusChange.objects.exists()


def test_only_owners_and_staff_close() -> None:
    vendor, _ = owner_of()
    for actor in (manager_of(vendor), clerk_of(vendor)):
        with pytest.raises(PermissionDenied):
            go(vendor_close, vendor, actor)
    _, stranger = owner_of()
    for pk in (vendor.pk, 987_654):
        with pytest.raises(NotFound):
            once(vendor_close, vendor_id=pk, reason=WHY, actor=stranger)
    assert go(vendor_close, vendor, desk_clerk()) == "closed"


def test_trust_is_given_and_taken_with_a_reason() -> None:
    vendor, staff = SellerFactory(), desk_clerk()
    for is_trusted in (True, True, False):
        once(vendor_trust_set, vendor_id=vendor.pk, is_trusted=is_trusted, reason=WHY, actor=staff)
        vendor.refresh_from_db()
        assert vendor.is_trusted is is_trusted
    assert noted() == ["trust_set"] * 2
    with pytest.raises(Required):
        once(vendor_trust_set, vendor_id=vendor.pk, is_trusted=True, reason="", actor=staff)
