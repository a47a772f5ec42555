"""The profile: what is checked, what counts at once, and what opens a re-check."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.team import acting, clerk_of, manager_of, noted, once, owner_of, told
from factories.vendors import DistrictFactory, SellerFactory, certify
from market.core import catalogue_version
from market.core.errors import ManyErrors, NotFound, PermissionDenied
from market.vendors.errors import UnprovenClaim
from market.vendors.models import LegalForm, RecheckStatus, Vendor, VendorRecheck
from market.vendors.services.recheck_open import joined
from market.vendors.services.vendor_update import vendor_update
from market.vendors.states import WATCHED_FIELDS

pytestmark = pytest.mark.django_db


def update(vendor: Vendor, actor: Any, **values: Any) -> Vendor:
    return once(vendor_update, vendor_id=vendor.pk, values=values, actor=actor)


def faults(vendor: Vendor, actor: Any, **values: Any) -> list[tuple[str | None, str]]:
    with pytest.raises(ManyErrors) as refused:
        update(vendor, actor, **values)
    return [(error.field, error.code) for error in refused.value.errors]


def test_what_is_given_changes_and_the_rest_stays() -> None:
    vendor, owner = owner_of()
    before = catalogue_version.current()
    done = update(
        vendor, owner, introduction="  새 소개예요.\r\n둘째 줄 ", delivery_fee=Decimal("2500"), free_delivery_from=None
    )
    vendor.refresh_from_db()
    assert (vendor.introduction, vendor.delivery_fee, vendor.free_delivery_from) == (
        "새 소개예요.\n둘째 줄",
        2500,
        None,
    )
    assert (vendor.return_fee, vendor.carrier, done.pk) == (3000, "택배", vendor.pk)
    assert not VendorRecheck.objects.exists()
    assert (told(), noted()) == ([], ["vendor_update"])
    assert catalogue_version.current() == before + 1


def test_what_is_already_so_changes_nothing() -> None:
    vendor, owner = owner_of()
    update(vendor, owner, name=vendor.name, representative=vendor.representative)
    assert (noted(), VendorRecheck.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"name": " "}, [("name", "required")]),
        ({"name": "가" * 121}, [("name", "invalid")]),
        ({"name": "한\n줄"}, [("name", "invalid")]),
        ({"introduction": "x\x00y"}, [("introduction", "invalid")]),
        ({"introduction": "가" * 3_001}, [("introduction", "invalid")]),
        ({"phone": "12"}, [("phone", "invalid")]),
        ({"email": "nobody"}, [("email", "invalid")]),
        ({"email": None}, [("email", "invalid")]),
        ({"postal_code": "1234"}, [("postalCode", "invalid")]),
        ({"district": "nowhere"}, [("district", "invalid")]),
        ({"district": "\x00"}, [("district", "invalid")]),
        ({"legal_form": None}, [("legalForm", "required")]),
        ({"delivery_fee": Decimal("0.5")}, [("deliveryFee", "invalid")]),
        ({"delivery_fee": Decimal("100001")}, [("deliveryFee", "invalid")]),
        ({"delivery_fee": None}, [("deliveryFee", "required")]),
        ({"return_fee": Decimal("NaN")}, [("returnFee", "invalid")]),
        ({"dispatch_days": 0}, [("dispatchDays", "invalid")]),
        ({"dispatch_days": 31}, [("dispatchDays", "invalid")]),
        ({"name": "", "phone": ""}, [("name", "required"), ("phone", "invalid")]),
    ],
)
def test_every_fault_is_told_on_its_field_and_nothing_changes(values: dict[str, Any], expected: Any) -> None:
    vendor, owner = owner_of()
    assert faults(vendor, owner, carrier="다른 택배", **values) == expected
    vendor.refresh_from_db()
    assert vendor.carrier == "택배"
    assert noted() == []


@pytest.mark.parametrize(
    ("field", "value", "new"),
    [
        ("name", "새이름", "새이름"),
        ("legal_name", "새상호", "새상호"),
        ("representative", "고은채", "고은채"),
        ("postal_code", "03190", "03190"),
        ("address", "서울특별시 종로구 가상로 1", "서울특별시 종로구 가상로 1"),
        ("district", "jongno", "종로구"),
        ("legal_form", LegalForm.COOPERATIVE, "cooperative"),
    ],
)
def test_what_certificates_bear_on_their_face_opens_a_recheck(field: str, value: Any, new: str) -> None:
    DistrictFactory(code="jongno", name="종로구")
    vendor, owner = owner_of()
    update(vendor, owner, **{field: value})
    recheck = VendorRecheck.objects.get()
    assert (recheck.vendor, recheck.status, recheck.requested_by_id) == (vendor, RecheckStatus.OPEN, owner.user_id)
    assert [(change["field"], change["new"]) for change in recheck.changes] == [(field, new)]
    assert told() == ["vendor_recheck_opened"]


def test_every_watched_field_can_be_changed_here() -> None:
    from market.vendors.graphql.mutations.profile import VendorUpdateInput

    assert set(WATCHED_FIELDS) <= set(VendorUpdateInput._meta.fields)


def test_a_second_change_joins_the_open_recheck() -> None:
    vendor, owner = owner_of(SellerFactory(name="처음", representative="한지우"))
    update(vendor, owner, name="둘째")
    update(vendor, owner, name="셋째", representative="고은채")
    recheck = VendorRecheck.objects.get()
    assert recheck.changes == [
        {"field": "name", "old": "처음", "new": "셋째"},
        {"field": "representative", "old": "한지우", "new": "고은채"},
    ]
    assert told() == ["vendor_recheck_opened"]


def test_changed_back_in_whole_it_ends_as_confirmed() -> None:
    vendor, owner = owner_of(SellerFactory(name="처음"))
    update(vendor, owner, name="둘째")
    update(vendor, owner, name="처음")
    recheck = VendorRecheck.objects.get()
    assert (recheck.status, recheck.changes, recheck.decided_at is None) == (RecheckStatus.CONFIRMED, [], False)
    update(vendor, owner, name="둘째")
    assert VendorRecheck.objects.filter(status=RecheckStatus.OPEN).count() == 1


def test_joining_keeps_one_entry_a_field_and_drops_what_was_undone() -> None:
    before = [{"field": "name", "old": "a", "new": "b"}, {"field": "address", "old": "x", "new": "y"}]
    after = [{"field": "name", "old": "b", "new": "c"}, {"field": "address", "old": "y", "new": "x"}]
    assert joined(before, after) == [{"field": "name", "old": "a", "new": "c"}]


def test_a_protected_name_needs_its_certificate_today() -> None:
    vendor, owner = owner_of()
    for field, value in (
        ("introduction", "우리는 사회적 기업"),
        ("name", "햇살 사회적기업"),
        ("legal_name", "사회적기업 햇살"),
    ):
        with pytest.raises(UnprovenClaim) as refused:
            update(vendor, owner, **{field: value})
        assert refused.value.field == {"legal_name": "legalName"}.get(field, field)
    certify(vendor, "SOCIAL_ENTERPRISE", status="submitted")
    with pytest.raises(UnprovenClaim):
        update(vendor, owner, introduction="우리는 사회적 기업")
    certify(vendor, "SOCIAL_ENTERPRISE")
    assert update(vendor, owner, introduction="우리는 사회적 기업").introduction == "우리는 사회적 기업"


def test_a_text_that_is_not_touched_is_not_judged_anew() -> None:
    vendor, owner = owner_of(SellerFactory(introduction="우리는 사회적기업"))
    assert update(vendor, owner, carrier="새 택배", introduction="우리는 사회적기업").carrier == "새 택배"


def test_owners_and_managers_may_and_nobody_else() -> None:
    vendor, _ = owner_of()
    assert update(vendor, manager_of(vendor), carrier="관리자 택배").carrier == "관리자 택배"
    with pytest.raises(PermissionDenied):
        update(vendor, clerk_of(vendor), carrier="담당자 택배")
    for actor in (acting(UserFactory()), owner_of()[1]):
        for pk in (vendor.pk, 987_654):
            with pytest.raises(NotFound):
                once(vendor_update, vendor_id=pk, values={"carrier": "남의 택배"}, actor=actor)
    vendor.refresh_from_db()
    assert vendor.carrier == "관리자 택배"
