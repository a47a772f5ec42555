"""Staff look at what changed: confirmed, or refused with what is to end."""

from __future__ import annotations

from typing import Any

import pytest

from factories.team import acting, desk_clerk, noted, once, owner_of, told
from factories.vendors import SellerFactory, certify, member_of
from market.accounts.models import User
from market.core.errors import NotFound, Required
from market.core.permissions import MANAGE_VENDORS
from market.vendors.certificate_errors import OwnCertificate
from market.vendors.errors import RecheckDecided
from market.vendors.models import CertificateStatus, RecheckStatus, Vendor, VendorRecheck
from market.vendors.selectors.certificates import certificates_of
from market.vendors.services.recheck_decide import recheck_decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def recheck() -> VendorRecheck:
    vendor, _ = owner_of()
    changes = [{"field": "representative", "old": "한지우", "new": "고은채"}]
    return VendorRecheck.objects.create(vendor=vendor, changes=changes)


def decide(
    recheck: VendorRecheck, *, is_confirmed: bool, note: str = "", revoked: Any = (), actor: Any = None
) -> VendorRecheck:
    return once(
        recheck_decide,
        recheck_id=recheck.pk,
        is_confirmed=is_confirmed,
        note=note,
        revoked_ids=revoked,
        actor=actor or desk_clerk(),
    )


def test_certificates_count_while_it_is_open_and_after_it_is_confirmed(recheck: VendorRecheck) -> None:
    certify(recheck.vendor, "WOMEN")
    assert certificates_of([recheck.vendor_id]).count() == 1
    done = decide(recheck, is_confirmed=True)
    assert (done.status, done.note, done.decided_at is None) == (RecheckStatus.CONFIRMED, "", False)
    assert certificates_of([recheck.vendor_id]).count() == 1
    assert (told(), noted()) == (["vendor_recheck_decided"], ["recheck_decide"])


def test_a_refusal_revokes_what_is_named_and_suspends_nothing(recheck: VendorRecheck) -> None:
    women, coop = certify(recheck.vendor, "WOMEN"), certify(recheck.vendor, "COOP")
    done = decide(
        recheck, is_confirmed=False, note="대표자가 바뀌어 여성기업 확인서를 새로 받아야 해요.", revoked=[women.pk]
    )
    women.refresh_from_db()
    assert (done.status, women.status, women.decision_note) == (
        RecheckStatus.REFUSED,
        CertificateStatus.REVOKED,
        done.note,
    )
    assert list(certificates_of([recheck.vendor_id])) == [coop]
    assert Vendor.objects.get(pk=recheck.vendor_id).status == "active"
    assert told() == ["certificate_revoked", "vendor_recheck_decided"]


def test_a_confirmation_revokes_nothing(recheck: VendorRecheck) -> None:
    women = certify(recheck.vendor, "WOMEN")
    decide(recheck, is_confirmed=True, note="확인했어요.", revoked=[women.pk])
    women.refresh_from_db()
    assert women.status == CertificateStatus.VERIFIED


def test_it_is_decided_once_and_a_refusal_says_why(recheck: VendorRecheck) -> None:
    with pytest.raises(Required):
        decide(recheck, is_confirmed=False, note=" ")
    decide(recheck, is_confirmed=True)
    with pytest.raises(RecheckDecided):
        decide(recheck, is_confirmed=False, note="늦었어요.")
    recheck.refresh_from_db()
    assert recheck.status == RecheckStatus.CONFIRMED


def test_certificates_of_another_enterprise_are_not_touched_and_nothing_is_half_done(recheck: VendorRecheck) -> None:
    own, others = certify(recheck.vendor, "WOMEN"), certify(SellerFactory(), "COOP")
    with pytest.raises(NotFound):
        decide(recheck, is_confirmed=False, note="다시", revoked=[own.pk, others.pk])
    recheck.refresh_from_db()
    own.refresh_from_db()
    assert (recheck.status, own.status, told()) == (RecheckStatus.OPEN, CertificateStatus.VERIFIED, [])


def test_staff_who_belong_to_the_enterprise_leave_its_certificates_to_others(recheck: VendorRecheck) -> None:
    women = certify(recheck.vendor, "WOMEN")
    insider = member_of(recheck.vendor, "clerk")
    User.objects.filter(pk=insider.pk).update(is_staff=True)
    with pytest.raises(OwnCertificate):
        decide(recheck, is_confirmed=False, note="다시", revoked=[women.pk], actor=acting(insider, MANAGE_VENDORS))
    recheck.refresh_from_db()
    assert recheck.status == RecheckStatus.OPEN
