"""What people who keep certificates read: it counts, it came back, it was revoked, it ends soon, and what hangs on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from market.core.clock import seoul_day_start
from market.notifications.letters.desk import desk_letter
from market.notifications.letters.letter import Facts, Letter, Note, Part, Row
from market.notifications.letters.voice import Voice

EOK, CHEONMAN = Decimal(100_000_000), Decimal(10_000_000)
FIRST_SYLLABLE, LAST_SYLLABLE, FINALS, RIEUL = 0xAC00, 0xD7A3, 28, 8


@dataclass(frozen=True, kw_only=True)
class Way:
    """One legal way of buying; ``names`` are those of the certificates that open it, none where anybody may."""

    quotes: int
    up_to: Decimal | None
    is_up_to_included: bool
    names: tuple[str, ...]
    names_en: tuple[str, ...]
    article: str
    article_en: str


@dataclass(frozen=True, kw_only=True)
class CertificateFacts:
    """What a letter knows. ``hanging``: ways that are open with it only; ``left``: those open without it."""

    path: str
    vendor_name: str
    name: str
    name_en: str
    is_preliminary: bool
    number: str
    valid_until: dt.date | None
    days_left: int
    note: str
    hanging: tuple[Way, ...]
    left: tuple[Way, ...]


def verified(facts: CertificateFacts, voice: Voice) -> Letter:
    name = voice.named(facts.name, facts.name_en)
    shown = voice(
        f"이제 상품과 기업 페이지에 {name} 표시가 보이고, {name} 조건으로 찾는 분들이 볼 수 있어요.",
        f"The mark “{name}” now stands on your goods and your page, and whoever looks for it finds you.",
    )
    return _letter(
        facts,
        voice,
        subject=voice(f"{facts.name} 인증서를 확인했어요", f"Your certificate is checked: {facts.name_en}"),
        title=voice("인증서를 확인했어요", "Your certificate counts"),
        lead=(shown,),
        parts=_ways(voice("이 인증서로 열린 길", "What it opens"), facts.hanging, voice),
        button=voice("인증서 보기", "See the certificate"),
    )


def rejected(facts: CertificateFacts, voice: Voice) -> Letter:
    return _letter(
        facts,
        voice,
        subject=voice(
            f"{facts.name} 인증서를 다시 봐 주세요", f"Please look at your certificate again: {facts.name_en}"
        ),
        title=voice("인증서를 다시 봐 주세요", "Please look at your certificate again"),
        lead=(
            voice(
                "올려 주신 인증서를 확인하지 못했어요. 아래 내용을 보고 다시 올려 주세요.",
                "We could not confirm the certificate you handed in. Please see why, and hand it in again.",
            ),
        ),
        parts=(Note(title=voice("돌려보낸 까닭", "Why"), text=facts.note),),
        button=voice("다시 올리기", "Hand it in again"),
    )


def revoked(facts: CertificateFacts, voice: Voice) -> Letter:
    name = voice.named(facts.name, facts.name_en)
    return _letter(
        facts,
        voice,
        subject=voice(f"{facts.name} 인증 확인이 취소됐어요", f"Your certificate counts no longer: {facts.name_en}"),
        title=voice("인증 확인이 취소됐어요", "Your certificate counts no longer"),
        lead=(
            voice(
                f"{name} 표시와 검색 조건, 이 인증서로 열리던 계약의 길이 모두 닫혔어요.",
                f"The mark “{name}”, the place in searches, and the ways of contracting that hung on it are gone.",
            ),
        ),
        parts=(
            Note(title=voice("취소한 까닭", "Why"), text=facts.note),
            *_ways(voice("닫힌 길", "What is closed"), facts.hanging, voice),
        ),
        button=voice("인증서 보기", "See the certificate"),
    )


def ending(facts: CertificateFacts, last: dt.date, voice: Voice) -> Letter:
    name = voice.named(facts.name, facts.name_en)
    day = voice.day(seoul_day_start(last))
    left = facts.days_left
    when = voice("오늘", "today") if left == 0 else voice(f"{left}일 뒤", f"in {left} day{'' if left == 1 else 's'}")
    title = voice(f"{facts.name}{_subject(facts.name)} {when} 끝나요", f"{facts.name_en} ends {when}")
    lost = voice(
        f"{last.month}월 {last.day}일이 지나면 {name} 표시와 검색 조건이 함께 사라져요.",
        f"After {day} the mark “{name}” and the place in searches are gone.",
    )
    return _letter(
        facts,
        voice,
        subject=title,
        title=title,
        lead=(*(_what_changes(facts, last, day, voice) or ()), lost),
        parts=(
            *_ways(voice("기한이 지나면 닫히는 길", "What closes with it"), facts.hanging, voice),
            *_ways(voice("그대로 남는 길", "What stays open"), tuple(way for way in facts.left if way.names), voice),
        ),
        button=voice("새 인증서 올리기", "Hand in the new one"),
        page=f"{facts.path}?renew=1",
    )


def _what_changes(facts: CertificateFacts, last: dt.date, day: str, voice: Voice) -> tuple[str, ...]:
    """9월 20일이 지나면 사회적기업으로는 2천만원까지만 한 곳 견적으로 계약할 수 있어요. 여성기업으로는 그대로 5천만원까지 돼요."""
    gone = _highest(facts.hanging)
    base = _highest(way for way in facts.left if not way.names)
    if gone is None or base is None or base.up_to is None:
        return ()
    names, names_en = " · ".join(gone.names), ", ".join(gone.names_en)
    sentences = [
        voice(
            f"{last.month}월 {last.day}일이 지나면 {names}{_as(names)}는 {_short(base.up_to, voice)}까지만 한 곳 견적으로 계약할 수 있어요.",
            f"After {day}, agencies can contract with you as {names_en} on one quote only up to {_short(base.up_to, voice)}.",
        )
    ]
    other = _highest(way for way in facts.left if way.names)
    if other is not None:
        by, by_en = " · ".join(other.names), ", ".join(other.names_en)
        reach = voice("금액 제한 없이", "any amount") if other.up_to is None else _short(other.up_to, voice)
        sentences.append(
            voice(
                f"{by}{_as(by)}는 그대로 {reach}{'' if other.up_to is None else '까지'} 돼요.",
                f"As {by_en} it stays at {reach}.",
            )
        )
    return (" ".join(sentences),)


def _highest(ways: object) -> Way | None:
    """The one that reaches highest on a single quote."""
    single = [way for way in ways if way.quotes <= 1]  # type: ignore[attr-defined]
    return max(single, key=lambda way: (way.up_to is None, way.up_to or 0), default=None)


def _ways(title: str, ways: tuple[Way, ...], voice: Voice) -> tuple[Part, ...]:
    rows = tuple(
        Row(_reach(way, voice), f"{_quotes(way, voice)} · {voice(way.article, way.article_en)}") for way in ways
    )
    if not rows:
        return ()
    note = voice(
        "지방계약법 시행령의 수의계약 기준이에요. 추정가격(부가세 뺀 금액)으로 봐요.",
        "By the decree on contracts of local governments; amounts without VAT.",
    )
    return (Facts(title=title, rows=rows, note=note),)


def _reach(way: Way, voice: Voice) -> str:
    if way.up_to is None:
        return voice("금액 제한 없음", "No ceiling")
    if not way.is_up_to_included:
        return voice(f"{_short(way.up_to, voice)} 미만", f"Below {_short(way.up_to, voice)}")
    return voice(f"{_short(way.up_to, voice)}까지", f"Up to {_short(way.up_to, voice)}")


def _quotes(way: Way, voice: Voice) -> str:
    if way.quotes == 0:
        return voice("견적 생략 가능", "no quote needed")
    if way.quotes == 1:
        return voice("견적 1곳", "one quote")
    return voice(f"견적 {way.quotes}곳 이상", f"{way.quotes} quotes or more")


def _letter(
    facts: CertificateFacts,
    voice: Voice,
    *,
    subject: str,
    title: str,
    lead: tuple[str, ...],
    parts: tuple[Part, ...],
    button: str,
    page: str = "",
) -> Letter:
    end = seoul_day_start(facts.valid_until) if facts.valid_until else None
    return desk_letter(
        voice,
        vendor_name=facts.vendor_name,
        subject=subject,
        title=title,
        lead=lead,
        keys=(
            Row(voice("인증서", "Certificate"), f"{voice.named(facts.name, facts.name_en)} {facts.number}"),
            Row(voice("유효 기한", "Valid until"), voice.day(end) if end else voice("기한 없음", "No end")),
        ),
        parts=parts,
        button=(button, page or facts.path),
    )


def _short(amount: Decimal, voice: Voice) -> str:
    """2천만원, 1억원, 1억 2천만원; ₩20 million. Anything uneven in full."""
    eok, rest = divmod(amount, EOK)
    cheonman, uneven = divmod(rest, CHEONMAN)
    if uneven or amount <= 0:
        million, odd = divmod(amount, Decimal(1_000_000))
        return voice.money(amount) if odd else voice(f"{million:,.0f}백만원", f"₩{million:,.0f} million")
    if not voice.is_korean:
        return f"₩{amount / 1_000_000:,.0f} million"
    return " ".join([f"{eok:,.0f}억"] * bool(eok) + [f"{cheonman:.0f}천만"] * bool(cheonman)) + "원"


def _final(word: str) -> int:
    """The number of the final consonant of a Korean word; 0: none, or no Korean letter."""
    code = ord(word[-1]) if word else 0
    return (code - FIRST_SYLLABLE) % FINALS if FIRST_SYLLABLE <= code <= LAST_SYLLABLE else 0


def _as(word: str) -> str:
    """으로, 로."""
    return "로" if _final(word) in (0, RIEUL) else "으로"


def _subject(word: str) -> str:
    """이, 가."""
    return "이" if _final(word) else "가"
