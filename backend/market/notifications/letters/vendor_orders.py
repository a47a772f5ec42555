"""What the people of an enterprise are told of the orders they have to serve. No names, no addresses: those are in the vendor centre."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import quote

from market.core.global_ids import to_global_id
from market.notifications.letters.desk import desk_letter
from market.notifications.letters.letter import Item, Letter, Parcel, Row
from market.notifications.letters.voice import MONTHS, WEEKDAYS, Voice
from market.notifications.selectors.order_facts import LineFacts
from market.notifications.selectors.vendor_order_facts import DueFacts, PartFacts
from market.orders.models import Withdrawal

REASONS = {
    "change_of_mind": ("단순 변심", "Change of mind"),
    "faulty": ("불량·설명과 다름", "Faulty or not as described"),
    "other": ("그 밖의 사유", "Another reason"),
}


def day_text(day: dt.date, voice: Voice) -> str:
    weekday = WEEKDAYS[voice.language][day.weekday()]
    return (
        f"{day.month}월 {day.day}일 ({weekday})" if voice.is_korean else f"{weekday} {day.day} {MONTHS[day.month - 1]}"
    )


def _things(title: str, lines: Sequence[LineFacts], voice: Voice) -> Parcel:
    items = (
        Item(
            line.title,
            " · ".join(text for text in (line.option, voice.pieces(line.quantity)) if text),
            "",
            line.picture,
        )
        for line in lines
    )
    return Parcel(title=title, detail="", items=tuple(items))


def new_order(part: PartFacts, voice: Voice) -> Letter:
    """A part may be sent from now on."""
    due = day_text(part.due_on, voice) if part.due_on else ""
    paid = (
        voice("후불 주문이 들어왔어요.", "An order that is paid later has come.")
        if part.is_paid_later
        else voice("결제를 마친 주문이 들어왔어요.", "A paid order has come.")
    )
    rows = (
        Row(voice("보낼 날", "Send by"), due, is_strong=True),
        Row(voice("금액", "Amount"), voice.money(part.total, part.currency)),
        *((Row(voice("구매 기관", "Agency"), part.organization),) if part.organization else ()),
    )
    return desk_letter(
        voice,
        vendor_name=part.vendor_name,
        subject=voice(f"새 주문 {part.number}: {due}까지 보내 주세요", f"New order {part.number}: send by {due}"),
        title=voice("새 주문이 들어왔어요", "You have a new order"),
        lead=(
            paid,
            voice(
                f"{due}까지 보내 주세요. 받는 곳은 입점센터에서 볼 수 있어요.",
                f"Please send it by {due}. Where it goes is in the vendor centre.",
            ),
        ),
        keys=rows[:2],
        parts=(_things(voice(f"주문 {part.number}", f"Order {part.number}"), part.lines, voice),),
        button=(voice("주문 확인하기", "See the order"), order_path(part)),
    )


def order_path(part: PartFacts) -> str:
    return f"/vendor/orders/{quote(to_global_id('VendorOrder', part.id), safe='')}"


def due_today(vendor_name: str, today_count: int, late_count: int, rows: Sequence[DueFacts], voice: Voice) -> Letter:
    """The morning mail: what is to be sent today, and what is late."""
    count = today_count + late_count
    title = voice(f"오늘 보낼 주문이 {count:,}건 있어요", f"{count:,} orders to send today")
    late = voice(
        f"이 가운데 {late_count:,}건은 기한이 지났어요.", f"{late_count:,} of them should be on their way already."
    )
    lead = (
        late if late_count else voice("모두 오늘까지예요.", "All of them are due today."),
        voice(
            "보낼 수 없으면 바로 취소하고 사유를 알려 주세요. 구매자에게 3영업일 안에 환불해야 해요(전자상거래법 제15조).",
            "If you cannot send something, cancel it now and say why: the buyer must be refunded within 3 working days.",
        ),
    )
    items = tuple(
        Item(
            row.first + (voice(f" 외 {row.more:,}가지", f" and {row.more:,} more") if row.more else ""),
            f"{row.number} · {day_text(row.due_on, voice)}"
            + (voice(" · 기한 지남", " · late") if row.is_late else voice(" · 오늘까지", " · today")),
            "",
        )
        for row in rows
    )
    return desk_letter(
        voice,
        vendor_name=vendor_name,
        subject=title,
        title=title,
        lead=lead,
        keys=(
            Row(voice("오늘까지", "Due today"), voice(f"{today_count:,}건", f"{today_count:,}"), is_strong=True),
            Row(voice("기한 지남", "Late"), voice(f"{late_count:,}건", f"{late_count:,}")),
        ),
        parts=(Parcel(title=voice("보낼 주문", "To send"), detail="", items=items),),
        button=(voice("보낼 주문 보기", "See what to send"), "/vendor/orders"),
    )


def withdrawal_new(withdrawal: Withdrawal, lines: Sequence[LineFacts], voice: Voice) -> Letter:
    """A buyer wants to give goods back."""
    path = f"/vendor/returns/{quote(to_global_id('Withdrawal', withdrawal.pk), safe='')}"
    title = voice("반품 신청이 들어왔어요", "Somebody wants to return goods")
    return desk_letter(
        voice,
        vendor_name=withdrawal.vendor_order.vendor.name,
        subject=f"{title} ({withdrawal.number})",
        title=title,
        lead=(
            voice(
                "확인하고 받아들이거나, 받을 수 없으면 사유를 적어 거절해 주세요.",
                "Please accept it, or refuse it and say why.",
            ),
            voice(
                "물건이 돌아오면 3영업일 안에 환불해야 해요(전자상거래법 제18조).",
                "Once the goods are back the money must go back within 3 working days.",
            ),
        ),
        keys=(Row(voice("사유", "Reason"), voice(*REASONS[withdrawal.reason_kind]), is_strong=True),),
        parts=(_things(withdrawal.number, lines, voice),),
        button=(voice("반품 신청 보기", "See the return"), path),
    )
