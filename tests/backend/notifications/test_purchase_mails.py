"""What agencies' people and enterprises hear of a purchase: each step to the right people, in both languages, no addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from factories.approval import acting_for, approved, decide, goods, office, put_up, stand_in
from factories.certificates import law
from factories.checkout import anew
from factories.mails import sent_mails
from factories.procurement import agency_member
from factories.vendors import member_of
from market.agencies.permissions import AgencyAbility
from market.core import clock
from market.core.actor import Actor
from market.procurement.enums import Decision
from market.procurement.models import PurchaseOrder, PurchaseRequest
from market.procurement.services.purchase_order_answer import purchase_order_accept, purchase_order_change_propose
from market.procurement.services.purchase_order_cancel import purchase_order_cancel
from market.procurement.services.purchase_order_change_decide import purchase_order_change_decide
from market.procurement.services.request_decide import LineRejection
from market.procurement.services.requests_lapse import approvals_remind, requests_lapse

__all__ = ["law"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
Outbox = Callable[[], int]


def to(messages: list[Any], address: str) -> list[Any]:
    return [message for message in messages if message.to == [address]]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_whose_turn_it_is_hears_with_a_link_and_deputies_too(run_outbox: Outbox, language: str) -> None:
    at = office(approvers=2)
    deputy = agency_member(at.agency, AgencyAbility.APPROVE)
    stand_in(at.approvers[0], deputy)
    for member in (*at.approvers, deputy):
        member.user.language_code = language
        member.user.save()
    request = put_up(at)
    messages = sent_mails(run_outbox)
    for member in (at.approvers[0], deputy):
        (mail,) = to(messages, member.user.email)
        assert "/agency/requests/" in mail.body
        assert request.title in mail.subject
        assert ("결재할 품의가 있어요" if language == "ko" else "waits for your decision") in mail.body
        assert "개봉로" not in mail.body
    assert not to(messages, at.approvers[1].user.email)
    decide(request, at.approvers[0])
    assert to(sent_mails(run_outbox), at.approvers[1].user.email)


def test_nobody_hears_of_what_was_decided_meanwhile(run_outbox: Outbox) -> None:
    at = office()
    request = put_up(at)
    decide(request, at.approvers[0], Decision.REJECT, comment="올해는 사지 않아요")
    messages = sent_mails(run_outbox)
    assert not to(messages, at.approvers[0].user.email)
    (mail,) = to(messages, at.requester.user.email)
    assert "반려" in mail.subject
    assert "올해는 사지 않아요" in mail.body


@pytest.mark.parametrize(("days", "words"), [(0, "유지 기간이 끝났어요"), (1, "하루도 남지 않았어요")])
def test_of_the_end_of_its_time(run_outbox: Outbox, days: int, words: str) -> None:
    at = office()
    put_up(at)
    sent_mails(run_outbox)
    PurchaseRequest.objects.update(
        submitted_at=clock.now() - dt.timedelta(days=6), held_until=clock.now() + dt.timedelta(days=days, seconds=-1)
    )
    requests_lapse()
    approvals_remind()
    who = at.requester if days == 0 else at.approvers[0]
    (mail,) = to(sent_mails(run_outbox), who.user.email)
    assert words in mail.subject


def test_the_requester_hears_of_rejected_lines_and_of_the_order(run_outbox: Outbox) -> None:
    at = office(approvers=2)
    request = put_up(at, {goods(at, name="쌀겨 비누"): 1, goods(at, name="면 수건"): 1})
    sent_mails(run_outbox)
    line = request.lines.get(name="면 수건")
    request = decide(request, at.approvers[0], rejections=[LineRejection(line.pk, "작년 것이 남았어요")])
    (mail,) = to(sent_mails(run_outbox), at.requester.user.email)
    assert "면 수건: 작년 것이 남았어요" in mail.body
    decide(request, at.approvers[1])
    bodies = [mail.subject for mail in to(sent_mails(run_outbox), at.requester.user.email)]
    assert any("품의가 승인되어 발주했어요" in subject for subject in bodies)


def test_the_enterprise_hears_of_its_order_once_and_of_every_answer(run_outbox: Outbox) -> None:
    at = office()
    variant = goods(at)
    clerk = member_of(variant.product.vendor)
    approved(at, {variant: 1})
    order = PurchaseOrder.objects.get()
    (mail,) = to(sent_mails(run_outbox), clerk.email)
    assert order.number in mail.subject
    assert "/vendor/purchase-orders/" in mail.body
    seller = Actor(user_id=clerk.pk)
    change = anew(
        purchase_order_change_propose,
        purchase_order_id=order.pk,
        reason="재료가 늦어요",
        actor=seller,
        deliver_by=order.deliver_by + dt.timedelta(days=3),
    )
    (mail,) = to(sent_mails(run_outbox), at.requester.user.email)
    assert "재료가 늦어요" in mail.body
    anew(
        purchase_order_change_decide,
        purchase_order_id=order.pk,
        change_id=change.pk,
        agrees=False,
        note="행사 날이에요",
        actor=acting_for(at.requester),
    )
    (mail,) = to(sent_mails(run_outbox), clerk.email)
    assert "행사 날이에요" in mail.body
    anew(purchase_order_accept, purchase_order_id=order.pk, actor=seller)
    (mail,) = to(sent_mails(run_outbox), at.requester.user.email)
    assert "수락" in mail.subject
    anew(purchase_order_cancel, purchase_order_id=order.pk, reason="행사가 없어졌어요", actor=acting_for(at.requester))
    (mail,) = to(sent_mails(run_outbox), clerk.email)
    assert "행사가 없어졌어요" in mail.body
