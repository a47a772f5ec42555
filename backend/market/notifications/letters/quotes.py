"""What is said of requests for quotes. To an enterprise: its own affairs only. To the agency: no price before it is open."""

from __future__ import annotations

import dataclasses
from urllib.parse import quote

from market.core.global_ids import to_global_id
from market.notifications.letters.desk import desk_letter
from market.notifications.letters.letter import Facts, Letter, Note, Part, Row
from market.notifications.letters.voice import Voice
from market.notifications.selectors.quote_facts import QuoteFacts
from market.quotes.models import InvitationStatus, Quote, QuoteInvitation, QuoteQuestion

MOST_ITEMS = 8
HELD = ("금액은 마감까지 기관도 볼 수 없어요.", "Nobody, not even the agency, sees prices before the deadline.")


def requested(facts: QuoteFacts, voice: Voice) -> Letter:
    title = voice("견적 요청이 왔어요", "You are asked for a quote")
    buyer = facts.request.agency.name
    lead = voice(f"{buyer}에서 견적을 요청했어요. 마감까지 값을 적어 주세요.", f"{buyer} asks for your prices.")
    return _to_vendor(
        facts,
        voice,
        title,
        (lead, voice(*HELD)),
        parts=(_items(facts, voice),),
        button=voice("보고 답하기", "See and answer"),
    )


def extended(facts: QuoteFacts, voice: Voice) -> Letter:
    title = voice("견적 마감이 늦춰졌어요", "A deadline was moved")
    lead = voice(
        "새 마감까지 견적을 내거나 바꿀 수 있어요.", "You may answer, or change your answer, until the new deadline."
    )
    return _to_vendor(facts, voice, title, (lead,), button=voice("견적 요청 보기", "See the request"))


def ending(facts: QuoteFacts, voice: Voice) -> Letter:
    title = voice("견적 마감이 하루 남았어요", "A day is left to answer")
    lead = voice("값을 적거나, 어려우면 사양해 주세요.", "Please answer, or decline if you cannot.")
    return _to_vendor(facts, voice, title, (lead,), button=voice("답하기", "Answer"))


def canceled(facts: QuoteFacts, voice: Voice) -> Letter:
    title = voice("견적 요청이 취소됐어요", "A request for quotes was cancelled")
    lead = voice("열리지 않은 견적 금액은 계속 닫혀 있어요.", "Prices that were not opened stay sealed.")
    why = Note(title=voice("취소한 까닭", "Why"), text=facts.request.canceled_reason)
    return _to_vendor(facts, voice, title, (lead,), parts=(why,), button=voice("견적 요청 보기", "See the request"))


def question_answered(facts: QuoteFacts, question: QuoteQuestion, voice: Voice) -> Letter:
    title = voice("견적 요청에 답이 올라왔어요", "A question was answered")
    lead = voice("요청받은 모든 곳이 함께 보는 답이에요.", "All who were asked read this.")
    parts = (
        Note(title=voice("질문", "Question"), text=question.question),
        Note(title=voice("답", "Answer"), text=question.answer),
    )
    return _to_vendor(facts, voice, title, (lead,), parts=parts, button=voice("견적 요청 보기", "See the request"))


def chosen(facts: QuoteFacts, given: Quote, voice: Voice) -> Letter:
    title = voice("우리 견적이 선정됐어요", "Your quote was chosen")
    lead = voice(
        "기관이 결재를 마치면 발주서가 와요. 그때까지 값과 납품을 지켜 주세요.",
        "A purchase order comes once the agency has approved it. Please keep prices and delivery until then.",
    )
    return _to_vendor(
        facts, voice, title, (lead,), keys=(_own(given, voice),), button=voice("견적 보기", "See the quote")
    )


def not_chosen(facts: QuoteFacts, given: Quote, voice: Voice) -> Letter:
    title = voice("이번에는 선정되지 않았어요", "Your quote was not chosen this time")
    lead = voice(
        "견적을 내 주셔서 고마워요. 다음 요청에서 또 만나요.", "Thank you for your quote. We hope for the next one."
    )
    return _to_vendor(
        facts, voice, title, (lead,), keys=(_own(given, voice),), button=voice("견적 보기", "See the quote")
    )


def question_asked(facts: QuoteFacts, question: QuoteQuestion, voice: Voice) -> Letter:
    title = voice("견적 요청에 질문이 왔어요", "A question about your request")
    lead = voice("답은 요청받은 모든 곳이 함께 봐요.", "All who were asked read your answer.")
    parts = (Note(title=voice("질문", "Question"), text=question.question),)
    return _to_agency(facts, voice, title, (lead,), parts=parts, button=voice("답하기", "Answer"))


def answered(facts: QuoteFacts, invitation: QuoteInvitation, voice: Voice) -> Letter:
    name, is_no = invitation.vendor.name, invitation.status == InvitationStatus.DECLINED
    title = (
        voice("견적을 사양했어요", "An enterprise declined") if is_no else voice("견적이 왔어요", "A quote has come")
    )
    count = voice(
        f"{facts.asked}곳 중 {facts.answered}곳이 답했어요.", f"{facts.answered} of {facts.asked} have answered."
    )
    held = voice("금액은 마감되거나 모두 답하면 열려요.", "Prices open after the deadline, or when all have answered.")
    says = (voice(f"{name}: {count}", f"{name}. {count}"), *(() if facts.is_opened else (held,)))
    why = (Note(title=voice("사양한 까닭", "Why"), text=invitation.decline_reason),) if is_no else ()
    return _to_agency(facts, voice, title, says, parts=why, button=voice("견적 요청 보기", "See the request"))


def closed(facts: QuoteFacts, voice: Voice) -> Letter:
    title = voice("견적을 고를 차례예요", "Time to choose a quote")
    lead = voice(
        f"{facts.asked}곳 중 {facts.answered}곳이 답했고, 금액이 열렸어요.",
        f"{facts.answered} of {facts.asked} have answered; prices are open.",
    )
    return _to_agency(facts, voice, title, (lead,), button=voice("비교하고 고르기", "Compare and choose"))


def _items(facts: QuoteFacts, voice: Voice) -> Part:
    rows = [Row(name, f"{quantity:,} {unit}") for name, quantity, unit in facts.items[:MOST_ITEMS]]
    more = len(facts.items) - MOST_ITEMS
    if more > 0:
        rows.append(Row(voice(f"그 밖에 {more}가지", f"and {more} more"), ""))
    return Facts(title=voice("품목", "Items"), rows=tuple(rows), note="")


def _own(given: Quote, voice: Voice) -> Row:
    return Row(voice("우리 견적", "Your quote"), f"{given.number} · {voice.money(given.total_gross)}", is_strong=True)


def _keys(facts: QuoteFacts, voice: Voice) -> tuple[Row, ...]:
    request = facts.request
    by = (Row(voice("마감", "Deadline"), voice.moment(request.reply_by)),) if request.reply_by else ()
    return (Row(voice("건명", "Subject"), f"{request.title} ({request.number})"), *by)


def _to_vendor(
    facts: QuoteFacts,
    voice: Voice,
    title: str,
    lead: tuple[str, ...],
    *,
    button: str,
    parts: tuple[Part, ...] = (),
    keys: tuple[Row, ...] = (),
) -> Letter:
    assert facts.invitation is not None  # the writer has looked
    token = quote(to_global_id("VendorQuoteRequest", facts.invitation.token), safe="")
    return desk_letter(
        voice,
        vendor_name=facts.invitation.vendor.name,
        subject=f"{title}: {facts.request.title}",
        title=title,
        lead=lead,
        keys=(*_keys(facts, voice), *keys),
        parts=parts,
        button=(button, f"/vendor/quotes/{token}"),
    )


def _to_agency(
    facts: QuoteFacts, voice: Voice, title: str, lead: tuple[str, ...], *, button: str, parts: tuple[Part, ...] = ()
) -> Letter:
    path = f"/agency/quotes/{quote(to_global_id('QuoteRequest', facts.request.pk), safe='')}"
    letter = desk_letter(
        voice,
        vendor_name=facts.request.agency.name,
        subject=f"{title}: {facts.request.title}",
        title=title,
        lead=lead,
        keys=_keys(facts, voice),
        parts=parts,
        button=(button, path),
    )
    text = voice(
        "함께누리 담당자가 평일 10시부터 17시까지 답해 드려요.",
        "The desk for public agencies answers on weekdays from 10:00 to 17:00.",
    )
    return dataclasses.replace(letter, parts=(*letter.parts[:-1], Note(title=voice("도움", "Help"), text=text)))
