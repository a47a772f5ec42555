"""What the weekly note says: the week in figures, what sold best, what people did not find, and the next best thing to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from market.insight.completeness_rules import Lack
from market.insight.rules import growth
from market.insight.selectors.completeness import Completeness
from market.insight.selectors.missed_searches import MissedSearch
from market.notifications.letters.desk import desk_letter
from market.notifications.letters.letter import Facts, Item, Letter, Note, Parcel, Part, Row
from market.notifications.letters.voice import Voice

# How each lack is mended, in words; the heaviest of the least complete listing is told.
MENDED: dict[Lack, tuple[str, str]] = {
    Lack.NOTICE: ("상품정보제공고시를 마저 적어 주세요", "complete its legal product notice"),
    Lack.PRICE: ("값을 정해 주세요", "set its price"),
    Lack.PICTURE: ("사진을 올려 주세요", "add a picture"),
    Lack.STOCK: ("재고를 채워 주세요", "put pieces into stock"),
    Lack.DESCRIPTION: ("설명을 조금 더 써 주세요", "describe it at more length"),
    Lack.CATEGORY: ("분류를 골라 주세요", "choose its category"),
    Lack.MORE_PICTURES: ("사진을 세 장까지 더해 주세요", "show it in three pictures"),
    Lack.PUBLIC_CHANNEL: ("공공기관에도 보이게 해 주세요", "offer it to agencies, too"),
    Lack.SUMMARY: ("한 줄 소개를 써 주세요", "write its one-line summary"),
    Lack.WEIGHT: ("무게를 적어 주세요", "enter its weight"),
    Lack.ENGLISH: ("영어 이름을 적어 주세요", "give it an English name"),
}


@dataclass(frozen=True, kw_only=True)
class WeekFacts:
    """A week of an enterprise. Amounts in won, VAT and delivery included."""

    vendor_name: str
    start: dt.date
    end: dt.date
    amount: Decimal
    amount_before: Decimal
    order_count: int
    views: int
    best: list[tuple[str, int, Decimal]]
    completeness: Completeness
    missed: list[MissedSearch]


def weekly_note(week: WeekFacts, voice: Voice) -> Letter:
    title = _title(week, voice)
    return desk_letter(
        voice,
        vendor_name=week.vendor_name,
        subject=f"{title} ({week.vendor_name})",
        title=title,
        lead=(_lead(week, voice),),
        keys=(
            Row(voice("판매", "Sales"), voice.money(week.amount), is_strong=True),
            Row(voice("주문", "Orders"), f"{week.order_count:,}"),
        ),
        parts=(_figures(week, voice), *_best(week, voice), *_next_step(week, voice), *_missed(week, voice)),
        button=(voice("판매 분석 보기", "See the figures"), "/vendor/insight"),
    )


def _title(week: WeekFacts, voice: Voice) -> str:
    if week.order_count == 0:
        return voice("지난주에는 주문이 없었어요", "No orders last week")
    counted = "One order" if week.order_count == 1 else f"{week.order_count:,} orders"
    return voice(f"지난주 주문 {week.order_count:,}건", f"{counted} last week")


def _lead(week: WeekFacts, voice: Voice) -> str:
    days = f"{week.start.month}. {week.start.day}. ~ {week.end.month}. {week.end.day}."
    rate = growth(int(week.amount), int(week.amount_before))
    if rate is None:
        return voice(f"{days} 한 주의 소식이에요.", f"How the week of {week.start:%d %B} went.")
    percent = f"{abs(rate) * 100:.0f} %"
    more = (
        voice(f"{percent} 늘었어요", f"up {percent}") if rate >= 0 else voice(f"{percent} 줄었어요", f"down {percent}")
    )
    return voice(
        f"{days} 판매가 한 주 전보다 {more}.", f"Week of {week.start:%d %B}: sales are {more} on the week before."
    )


def _figures(week: WeekFacts, voice: Voice) -> Part:
    rows = [
        Row(voice("상품 페이지를 본 횟수", "Views of your goods"), f"{week.views:,}"),
        Row(voice("한 주 전 판매", "Sales the week before"), voice.money(week.amount_before)),
    ]
    if week.completeness.score is not None:
        rows.append(Row(voice("상품 정보 완성도", "Completeness of listings"), f"{week.completeness.score} %"))
    return Facts(title=voice("한 주의 숫자", "The week in figures"), rows=tuple(rows))


def _best(week: WeekFacts, voice: Voice) -> list[Part]:
    if not week.best:
        return []
    items = tuple(Item(name, voice.pieces(quantity), voice.money(amount)) for name, quantity, amount in week.best)
    return [Parcel(title=voice("많이 팔린 상품", "What sold best"), detail="", items=items)]


def _next_step(week: WeekFacts, voice: Voice) -> list[Part]:
    listing = next((one for one in week.completeness.listings if one.lacks), None)
    if listing is None:
        return []
    korean, english = MENDED[listing.lacks[0]]
    return [
        Note(
            title=voice("지금 하면 가장 좋은 일", "The next best thing to do"),
            text=voice(f"“{listing.name}” — {korean}.", f"“{listing.name}”: {english}."),
        )
    ]


def _missed(week: WeekFacts, voice: Voice) -> list[Part]:
    if not week.missed:
        return []
    rows = tuple(Row(one.words, voice(f"{one.unanswered:,}번", f"{one.unanswered:,} times")) for one in week.missed)
    return [
        Facts(
            title=voice("찾았지만 못 찾은 상품", "Searched for, and not found"),
            rows=rows,
            note=voice(
                "최근 30일, 우리 상품과 가까운 검색어예요. 이름이나 설명에 이 말이 들어가면 찾을 수 있어요.",
                "Searches of the last 30 days that come near to your goods. With these words in name or text, they would be found.",
            ),
        )
    ]
