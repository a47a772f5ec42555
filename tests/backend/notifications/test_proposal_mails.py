"""What an enterprise's people are told of its proposals, and who is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factories.accounts import staff_with
from factories.channels import ChannelFactory
from factories.goods import change, decide, on_sale
from factories.mails import sent_mails
from factories.vendors import SellerFactory, member_of
from market.catalog.models import Product, ProductProposal
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.models import VendorRole

pytestmark = pytest.mark.django_db
Run = Callable[[], int]


@pytest.fixture
def people() -> dict[str, Any]:
    vendor = SellerFactory(name="두손공방")
    found = {role: member_of(vendor, role) for role in (VendorRole.OWNER, VendorRole.MANAGER, VendorRole.CLERK)}
    found[VendorRole.MANAGER].language_code = "en"
    found[VendorRole.MANAGER].save()
    on_sale(ChannelFactory(), vendor=vendor, name="나무 망치")
    return found


def told(run_outbox: Run) -> dict[str, tuple[str, str]]:
    return {mail.to[0]: (mail.subject, str(mail.body)) for mail in sent_mails(run_outbox)}


def test_what_is_to_be_mended_is_told_by_field(graphql: Any, people: dict[str, Any], run_outbox: Run) -> None:
    owner, manager = people[VendorRole.OWNER], people[VendorRole.MANAGER]
    change(graphql, owner, Product.objects.get(), name="최고 망치")
    reasons = [{"path": "name", "text": "'최고'는 쓸 수 없어요"}]
    given: dict[str, Any] = {"version": 1, "reasons": reasons, "comment": "이름만요"}
    decide(graphql, staff_with(MANAGE_PRODUCTS), "Return", ProductProposal.objects.get(), **given)
    mails = told(run_outbox)
    assert set(mails) == {owner.email, manager.email}, "a clerk manages no listings"
    subject, text = mails[owner.email]
    assert subject == "상품 내용을 조금 고쳐 주세요: 나무 망치"
    for word in ("두손공방", "상품 이름", "'최고'는 쓸 수 없어요", "이름만요", "/vendor/proposals/"):
        assert word in text
    assert mails[manager.email][0] == "Please mend your proposal: 나무 망치"


@pytest.mark.parametrize(
    ("verb", "subject"),
    [("Approve", "상품 변경을 반영했어요: 나무 망치"), ("Decline", "상품 내용을 반영하지 못했어요: 나무 망치")],
)
def test_a_decision_is_told_once(
    graphql: Any, people: dict[str, Any], run_outbox: Run, verb: str, subject: str
) -> None:
    owner = people[VendorRole.OWNER]
    change(graphql, owner, Product.objects.get(), summary="새 소개")
    decide(graphql, staff_with(MANAGE_PRODUCTS), verb, ProductProposal.objects.get(), version=1, comment="살펴봤어요")
    mails = told(run_outbox)
    assert mails[owner.email][0] == subject
    assert "살펴봤어요" in mails[owner.email][1]
    assert len(mails) == 2


def test_what_moved_on_is_not_told(graphql: Any, people: dict[str, Any], run_outbox: Run) -> None:
    owner = people[VendorRole.OWNER]
    change(graphql, owner, Product.objects.get(), summary="새 소개")
    waiting = ProductProposal.objects.get()
    decide(graphql, staff_with(MANAGE_PRODUCTS), "Return", waiting, version=1, comment="고쳐 주세요")
    decide(graphql, owner, "Withdraw", waiting)
    assert told(run_outbox) == {}
