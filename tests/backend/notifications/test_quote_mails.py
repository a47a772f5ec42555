"""What enterprises and agencies hear of requests for quotes: each its own, in both languages, and no price before it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factories.checkout import anew
from factories.mails import sent_mails
from factories.procurement import agency_member
from factories.quotes import answered, buyer_of, in_days, invitation_of, seller_of, sent
from factories.vendors import SellerFactory, member_of
from market.quotes.models import QuoteRequest
from market.quotes.services.question import question_answer, question_ask
from market.quotes.services.quote_choose import quote_choose
from market.quotes.services.quote_request_close import quote_requests_close, quote_requests_remind
from market.quotes.services.quote_request_send import quote_request_cancel, quote_request_extend
from market.quotes.services.quote_submit import invitation_decline

pytestmark = pytest.mark.django_db
Outbox = Callable[[], int]


def to(messages: list[Any], user: Any) -> list[Any]:
    return [message for message in messages if message.to == [user.email]]


def one(messages: list[Any], user: Any) -> Any:
    (mail,) = to(messages, user)
    return mail


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_step_reaches_those_it_is_for(run_outbox: Outbox, language: str) -> None:
    clerk, first, second = agency_member(), SellerFactory(name="두손공방"), SellerFactory(name="새벽비누")
    one_of, other = member_of(first), member_of(second)
    for user in (clerk.user, one_of, other):
        user.language_code = language
        user.save()
    korean = language == "ko"
    request = sent(clerk, first, second)
    told = sent_mails(run_outbox)
    for user, name, rival in ((one_of, "두손공방", "새벽비누"), (other, "새벽비누", "두손공방")):
        mail = one(told, user)
        assert "/vendor/quotes/" in mail.body
        assert name in mail.body
        assert rival not in mail.body
        assert ("견적 요청이 왔어요" if korean else "asked for a quote") in mail.subject
    asked = anew(
        question_ask, token=invitation_of(request, first).token, question="몇 도 인쇄인가요?", actor=seller_of(first)
    )
    assert "몇 도 인쇄인가요?" in one(sent_mails(run_outbox), clerk.user).body
    anew(question_answer, question_id=asked.pk, answer="1도예요", actor=buyer_of(clerk))
    told = sent_mails(run_outbox)
    for user in (one_of, other):
        assert "1도예요" in one(told, user).body
    assert "두손공방" not in one(told, other).body
    answered(request, first, 7_654)
    mail = one(sent_mails(run_outbox), clerk.user)
    assert "두손공방" in mail.body
    assert "7,654" not in mail.body
    assert "4,592,400" not in mail.body
    quote = answered(request, second, 6_543)
    told = to(sent_mails(run_outbox), clerk.user)
    assert len(told) == 2  # that it came, and that all are open now
    assert any(("고를 차례" if korean else "choose") in mail.subject for mail in told)
    anew(quote_choose, quote_id=quote.pk, actor=buyer_of(clerk))
    told = sent_mails(run_outbox)
    assert ("선정됐어요" if korean else "was chosen") in one(told, other).subject
    lost = one(told, one_of)
    assert ("선정되지 않았어요" if korean else "not chosen") in lost.subject
    assert "새벽비누" not in lost.body
    assert "6,543" not in lost.body


def test_deadlines_and_ends(run_outbox: Outbox) -> None:
    clerk, first, second = agency_member(), SellerFactory(), SellerFactory()
    one_of, other = member_of(first), member_of(second)
    request = sent(clerk, first, second)
    sent_mails(run_outbox)
    anew(quote_request_extend, request_id=request.pk, reply_by=in_days(9), actor=buyer_of(clerk))
    assert "늦춰졌어요" in one(sent_mails(run_outbox), one_of).subject
    answered(request, first)
    sent_mails(run_outbox)
    QuoteRequest.objects.update(sent_at=in_days(-3), reply_by=in_days(0.5))
    assert quote_requests_remind() == 1
    told = sent_mails(run_outbox)
    assert "하루 남았어요" in one(told, other).subject
    assert not to(told, one_of)  # has answered
    QuoteRequest.objects.update(sent_at=in_days(-9), reply_by=in_days(-0.5))
    assert quote_requests_close() == 1
    assert "고를 차례" in one(sent_mails(run_outbox), clerk.user).subject
    anew(quote_request_cancel, request_id=request.pk, reason="예산이 줄었어요", actor=buyer_of(clerk))
    assert "예산이 줄었어요" in one(sent_mails(run_outbox), other).body


def test_nobody_is_invited_to_what_has_ended_meanwhile(run_outbox: Outbox) -> None:
    clerk, vendor = agency_member(), SellerFactory()
    seller = member_of(vendor)
    request = sent(clerk, vendor)
    anew(quote_request_cancel, request_id=request.pk, reason="실수", actor=buyer_of(clerk))
    (mail,) = to(sent_mails(run_outbox), seller)
    assert "취소됐어요" in mail.subject


def test_a_refusal_is_told_with_its_reason(run_outbox: Outbox) -> None:
    clerk, vendor = agency_member(), SellerFactory(name="두손공방")
    request = sent(clerk, vendor, SellerFactory())
    sent_mails(run_outbox)
    token = invitation_of(request, vendor).token
    anew(invitation_decline, token=token, reason="그날까지 만들 수 없어요", actor=seller_of(vendor))
    mail = one(sent_mails(run_outbox), clerk.user)
    assert "사양했어요" in mail.subject
    assert "그날까지 만들 수 없어요" in mail.body
