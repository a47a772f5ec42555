"""What agencies' people and enterprises are told of purchases. No addresses: those are behind the link, after signing in."""

from __future__ import annotations

import dataclasses
import datetime as dt
from urllib.parse import quote

from market.core.global_ids import to_global_id
from market.notifications.letters.desk import desk_letter
from market.notifications.letters.letter import Item, Letter, Note, Parcel, Row
from market.notifications.letters.vendor_orders import day_text
from market.notifications.letters.voice import Voice
from market.notifications.selectors.purchase_facts import PurchaseFacts
from market.procurement.enums import TrailAction
from market.procurement.models import ChangeStatus, PurchaseOrder, PurchaseOrderChange, PurchaseRequest, RequestEvent

MOST_ITEMS = 8
RETURNED = {
    TrailAction.SENT_BACK: ("보완 요청을 받았어요", "was sent back to you"),
    TrailAction.REJECTED: ("반려됐어요", "was rejected"),
    TrailAction.LAPSED: ("유지 기간이 끝났어요", "has lapsed"),
    TrailAction.VENDOR_STOPPED: ("기업이 판매를 멈춰 돌아왔어요", "came back, since an enterprise stopped selling"),
}


def request_path(request: PurchaseRequest) -> str:
    return f"/agency/requests/{quote(to_global_id('PurchaseRequest', request.pk), safe='')}"


def order_path(order: PurchaseOrder, *, is_vendor: bool) -> str:
    place = "/vendor/purchase-orders" if is_vendor else "/agency/orders"
    return f"{place}/{quote(to_global_id('PurchaseOrder', order.pk), safe='')}"


def _for_agency(letter: Letter, voice: Voice) -> Letter:
    """The same letter with the help of the agencies' desk at its end."""
    note = Note(
        title=voice("도움", "Help"),
        text=voice(
            "함께누리 담당자가 평일 10시부터 17시까지 답해 드려요.",
            "The desk for public agencies answers on weekdays from 10:00 to 17:00.",
        ),
    )
    return dataclasses.replace(letter, parts=(*letter.parts[:-1], note))


def _items(facts: PurchaseFacts, voice: Voice) -> Parcel:
    rows = [
        Item(row.name, f"{row.vendor.name} · {voice.pieces(row.quantity)}", voice.money(row.total_gross))
        for row in facts.lines[:MOST_ITEMS]
    ]
    more = len(facts.lines) - MOST_ITEMS
    if more > 0:
        rows.append(Item(voice(f"그 밖에 {more}가지", f"and {more} more"), "", ""))
    return Parcel(title=facts.request.title, detail=facts.request.number or "", items=tuple(rows))


def _keys(facts: PurchaseFacts, voice: Voice) -> tuple[Row, ...]:
    held = facts.request.held_until
    return (
        Row(voice("금액", "Amount"), voice.money(facts.total), is_strong=True),
        Row(voice("기안", "Requested by"), facts.requester),
        *((Row(voice("결재 기한", "Decide by"), voice.moment(held)),) if held else ()),
    )


def approval_turn(facts: PurchaseFacts, voice: Voice) -> Letter:
    """The reader is to decide."""
    title = voice("결재할 품의가 있어요", "A purchase request waits for your decision")
    return _for_agency(
        desk_letter(
            voice,
            vendor_name=facts.request.agency.name,
            subject=f"{title}: {facts.request.title}",
            title=title,
            lead=(
                voice(f"{facts.requester} 님이 올린 품의예요.", f"It was put up by {facts.requester}."),
                voice(
                    "결재 기한까지 가격과 재고, 예산을 잡아 두고 있어요. 지나면 기안자에게 돌아가요.",
                    "Price, stock and budget are held until then; afterwards it goes back to the requester.",
                ),
            ),
            keys=_keys(facts, voice),
            parts=(_items(facts, voice),),
            button=(voice("품의 보고 결재하기", "See it and decide"), request_path(facts.request)),
        ),
        voice,
    )


def approval_ends_soon(facts: PurchaseFacts, voice: Voice) -> Letter:
    """Less than a day is left."""
    title = voice("결재 기한이 하루도 남지 않았어요", "Less than a day is left to decide")
    return _for_agency(
        desk_letter(
            voice,
            vendor_name=facts.request.agency.name,
            subject=f"{title}: {facts.request.title}",
            title=title,
            lead=(
                voice(
                    "기한이 지나면 잡아 둔 가격과 재고, 예산이 풀리고 기안자가 다시 올려야 해요.",
                    "Afterwards price, stock and budget are free, and the requester has to put it up again.",
                ),
            ),
            keys=_keys(facts, voice),
            parts=(_items(facts, voice),),
            button=(voice("품의 보고 결재하기", "See it and decide"), request_path(facts.request)),
        ),
        voice,
    )


def approved(facts: PurchaseFacts, voice: Voice) -> Letter:
    title = voice("품의가 승인되어 발주했어요", "Your request was approved and ordered")
    return _for_agency(
        desk_letter(
            voice,
            vendor_name=facts.request.agency.name,
            subject=f"{title}: {facts.request.title}",
            title=title,
            lead=(
                voice(
                    "품의서와 기업별 발주서를 품의 화면에서 받을 수 있어요.",
                    "The approved request and a purchase order for each enterprise can be downloaded.",
                ),
            ),
            keys=_keys(facts, voice)[:1],
            parts=(_items(facts, voice),),
            button=(voice("품의 보기", "See the request"), request_path(facts.request)),
        ),
        voice,
    )


def returned(facts: PurchaseFacts, event: RequestEvent, voice: Voice) -> Letter:
    """Sent back, rejected, lapsed, or stopped with an enterprise."""
    korean, english = RETURNED[TrailAction(event.action)]
    is_final = event.action == TrailAction.REJECTED
    lead = voice(
        "잡아 둔 가격과 재고, 예산은 풀렸어요."
        + ("" if is_final else " 구매 목록이 돌아왔으니 고쳐서 다시 올릴 수 있어요."),
        "What it held is free."
        + ("" if is_final else " Its purchase list is back: you can change it and put it up again."),
    )
    said = (Note(title=event.role or voice("사유", "Why"), text=event.comment),) if event.comment else ()
    return _for_agency(
        desk_letter(
            voice,
            vendor_name=facts.request.agency.name,
            subject=voice(f"품의가 {korean}: {facts.request.title}", f"Your request {english}: {facts.request.title}"),
            title=voice(f"품의가 {korean}", f"Your request {english}"),
            lead=(lead,),
            keys=(Row(voice("품의번호", "Number"), facts.request.number or ""),),
            parts=said,
            button=(voice("품의 보기", "See the request"), request_path(facts.request)),
        ),
        voice,
    )


def lines_rejected(facts: PurchaseFacts, event: RequestEvent, voice: Voice) -> Letter:
    title = voice("품목 일부가 반려됐어요", "Some items were rejected")
    return _for_agency(
        desk_letter(
            voice,
            vendor_name=facts.request.agency.name,
            subject=f"{title}: {facts.request.title}",
            title=title,
            lead=(voice("나머지는 그대로 결재가 이어져요.", "The rest goes on as it is."),),
            keys=_keys(facts, voice)[:1],
            parts=(Note(title=event.role or voice("사유", "Why"), text=event.comment), _items(facts, voice)),
            button=(voice("품의 보기", "See the request"), request_path(facts.request)),
        ),
        voice,
    )


def campaign_ended(facts: PurchaseFacts, voice: Voice) -> Letter:
    title = voice("결재 중에 기획전이 끝났어요", "A campaign has ended during approval")
    return _for_agency(
        desk_letter(
            voice,
            vendor_name=facts.request.agency.name,
            subject=f"{title}: {facts.request.title}",
            title=title,
            lead=(
                voice(
                    "결재 기한까지는 기획전 가격 그대로예요. 기한이 지나 다시 올리면 그때 가격으로 바뀌어요.",
                    "Its prices stand until the hold ends. Put up again afterwards, the prices of then count.",
                ),
            ),
            keys=_keys(facts, voice),
            button=(voice("품의 보기", "See the request"), request_path(facts.request)),
        ),
        voice,
    )


def _order_keys(order: PurchaseOrder, voice: Voice, day: dt.date | None = None) -> tuple[Row, ...]:
    agency = order.request.agency.name
    department = order.request.department.name if order.request.department else ""
    return (
        Row(voice("납품 기한", "Deliver by"), day_text(day or order.deliver_by, voice), is_strong=True),
        Row(voice("금액", "Amount"), voice.money(order.vendor_order.total_gross, order.vendor_order.currency)),
        Row(voice("발주 기관", "Agency"), f"{agency} {department}".strip()),
    )


def order_new(order: PurchaseOrder, voice: Voice) -> Letter:
    """For the enterprise."""
    title = voice("발주서가 왔어요", "You have a purchase order")
    return desk_letter(
        voice,
        vendor_name=order.vendor_order.vendor.name,
        subject=voice(
            f"발주 {order.number}: {order.request.agency.name}",
            f"Purchase order {order.number}: {order.request.agency.name}",
        ),
        title=title,
        lead=(
            voice(
                "발주서를 보고 수락하거나, 날짜나 수량을 바꿔야 하면 변경을 제안해 주세요.",
                "Please accept it, or propose a change if day or pieces cannot be kept.",
            ),
            voice("후불 주문이에요. 검수 뒤에 대금을 받아요.", "It is paid after inspection."),
        ),
        keys=_order_keys(order, voice),
        button=(voice("발주서 보기", "See the purchase order"), order_path(order, is_vendor=True)),
    )


def order_accepted(order: PurchaseOrder, voice: Voice) -> Letter:
    vendor = order.vendor_order.vendor.name
    title = voice(f"{vendor}가 발주를 수락했어요", f"{vendor} has accepted your purchase order")
    return _for_agency(
        desk_letter(
            voice,
            vendor_name=order.request.agency.name,
            subject=f"{title} ({order.number})",
            title=title,
            lead=(voice("납품 기한까지 도착할 거예요.", "It will be delivered by the agreed day."),),
            keys=_order_keys(order, voice),
            button=(voice("발주 보기", "See the purchase order"), order_path(order, is_vendor=False)),
        ),
        voice,
    )


def _change_words(change: PurchaseOrderChange, voice: Voice) -> str:
    words = []
    if change.deliver_by is not None:
        words.append(
            voice(f"납품일 {day_text(change.deliver_by, voice)}", f"deliver by {day_text(change.deliver_by, voice)}")
        )
    if change.pieces:
        words.append(voice(f"품목 {len(change.pieces)}가지 수량 줄임", f"fewer pieces of {len(change.pieces)} items"))
    return " · ".join(words)


def order_change(order: PurchaseOrder, change: PurchaseOrderChange, voice: Voice) -> Letter:
    vendor = order.vendor_order.vendor.name
    title = voice(f"{vendor}가 발주 변경을 제안했어요", f"{vendor} proposes a change")
    return _for_agency(
        desk_letter(
            voice,
            vendor_name=order.request.agency.name,
            subject=f"{title} ({order.number})",
            title=title,
            lead=(
                voice(
                    "동의하거나 거절해 주세요. 거절하면 처음 발주 그대로예요.",
                    "Please agree, or refuse: then it stays as ordered.",
                ),
            ),
            keys=(Row(voice("제안", "Proposal"), _change_words(change, voice), is_strong=True),),
            parts=(Note(title=voice("사유", "Why"), text=change.reason),),
            button=(voice("제안 보고 답하기", "See and answer it"), order_path(order, is_vendor=False)),
        ),
        voice,
    )


def order_change_decided(order: PurchaseOrder, change: PurchaseOrderChange, voice: Voice) -> Letter:
    """For the enterprise."""
    agrees = change.status == ChangeStatus.AGREED
    title = (
        voice("기관이 변경에 동의했어요", "The agency agrees to your change")
        if agrees
        else voice("기관이 변경을 거절했어요", "The agency refuses your change")
    )
    said = (
        (Note(title=voice("기관의 말", "From the agency"), text=change.decision_note),) if change.decision_note else ()
    )
    return desk_letter(
        voice,
        vendor_name=order.vendor_order.vendor.name,
        subject=f"{title} ({order.number})",
        title=title,
        lead=(
            voice("바뀐 내용으로 새 발주서를 드렸어요.", "A new purchase order takes the place of the old one.")
            if agrees
            else voice(
                "처음 발주 그대로예요. 보낼 수 없으면 주문을 취소해 주세요.",
                "It stays as ordered. If you cannot deliver, please decline it.",
            ),
        ),
        keys=(
            Row(voice("제안", "Proposal"), _change_words(change, voice), is_strong=True),
            *_order_keys(order, voice)[:1],
        ),
        parts=said,
        button=(voice("발주서 보기", "See the purchase order"), order_path(order, is_vendor=True)),
    )


def order_canceled(order: PurchaseOrder, voice: Voice) -> Letter:
    """For the enterprise: the agency took it back."""
    title = voice("기관이 발주를 취소했어요", "The agency has cancelled its purchase order")
    return desk_letter(
        voice,
        vendor_name=order.vendor_order.vendor.name,
        subject=f"{title} ({order.number})",
        title=title,
        lead=(
            voice(
                "보내지 않아도 돼요. 재고는 다시 팔 수 있어요.", "Nothing is to be sent; the pieces can be sold again."
            ),
        ),
        keys=(Row(voice("발주번호", "Number"), order.number, is_strong=True),),
        parts=(Note(title=voice("사유", "Why"), text=order.canceled_reason),),
        button=(voice("발주 보기", "See the purchase order"), order_path(order, is_vendor=True)),
    )
