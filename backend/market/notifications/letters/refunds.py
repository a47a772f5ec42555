"""What the mails about money that goes back say."""

from __future__ import annotations

from decimal import Decimal

from market.notifications.letters.letter import Letter, Note, NothingToSay, Parcel, Row
from market.notifications.letters.order_parts import help_line, item, means_name, order_button, summary
from market.notifications.letters.voice import Voice
from market.notifications.selectors.order_facts import OrderFacts, RefundFacts, VendorFacts
from market.notifications.selectors.vendor_order_facts import CancelledFacts
from market.orders.enums import RefundKind


def refund_granted(order: OrderFacts, refund: RefundFacts, received: Decimal, voice: Voice) -> Letter:
    """Less is to be paid than before. ``received`` is what had been paid when that was decided."""
    if refund.kind != RefundKind.ADJUSTMENT:
        raise NothingToSay("the mail about what was cancelled or given back tells it")
    goes_back = min(refund.amount, received)
    amount = Row(voice("환불 금액", "Refund"), voice.money(goes_back, refund.currency), is_strong=True)
    lead = voice(
        "3영업일 안에 결제하신 방법으로 돌려드려요. 카드는 카드사에 따라 며칠 더 걸릴 수 있어요.",
        "It goes back the way you paid within 3 business days. Card companies may take some days more.",
        "3영업일 안에 지급하신 방법으로 돌려 드립니다.",
    )
    title = voice("환불해 드려요", "Your refund", "환불 안내")
    if not goes_back:
        amount = Row(voice("줄어든 금액", "Less to pay"), voice.money(refund.amount, refund.currency), is_strong=True)
        due = voice.money(order.due, order.currency)
        lead = voice(
            f"내실 금액이 줄었어요. 이제 {due}만 내시면 돼요.",
            f"There is less to pay: {due} now.",
            f"지급하실 금액이 {due}으로 줄었습니다.",
        )
        title = voice("내실 금액이 줄었어요", "There is less to pay", "지급하실 금액이 줄었습니다")
    things = Parcel(
        title=refund.vendor_name or voice("주문", "Order"),
        detail=voice("배송비 포함", "delivery included") if refund.is_shipping_included else "",
        items=tuple(item(line, voice, refund.currency, is_priced=False) for line in refund.lines),
    )
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=f"{voice('주문', 'Order')} {order.number}: {title}",
        preheader=f"{amount.label} {amount.value}",
        kicker=f"{voice('주문번호', 'Order')} {order.number}",
        title=title,
        lead=(lead,),
        keys=(amount, Row(voice("결제 방법", "Payment", "대금 지급"), means_name(order, voice))),
        parts=(
            *((things,) if refund.lines else ()),
            order_button(order, voice),
            Note(title=voice("도움", "Help", "문의"), text=help_line(voice)),
        ),
    )


def refund_done(order: OrderFacts, amount: Decimal, currency: str, voice: Voice) -> Letter:
    """Money has gone back."""
    title = voice("환불했어요", "Your refund is on its way", "환불을 마쳤습니다")
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=f"{voice('주문', 'Order')} {order.number}: {title}",
        preheader=f"{voice('환불한 금액', 'Refunded')} {voice.money(amount, currency)} · {summary(order, voice)}",
        kicker=f"{voice('주문번호', 'Order')} {order.number}",
        title=title,
        lead=(
            voice(
                "결제하신 방법으로 돌려드렸어요. 카드는 카드사에 따라 며칠 뒤에 보일 수 있어요.",
                "It has gone back the way you paid. Card companies may take some days to show it.",
                "지급하신 방법으로 돌려 드렸습니다.",
            ),
        ),
        keys=(
            Row(voice("환불한 금액", "Refunded"), voice.money(amount, currency), is_strong=True),
            Row(voice("결제 방법", "Payment", "대금 지급"), means_name(order, voice)),
        ),
        parts=(order_button(order, voice), Note(title=voice("도움", "Help", "문의"), text=help_line(voice))),
    )


def part_cancelled(
    order: OrderFacts, part: VendorFacts, granted: Decimal, received: Decimal, voice: Voice, reason: str = ""
) -> Letter:
    """One enterprise's part is cancelled, the others stand. ``granted`` need not be paid; ``received`` had been paid by then.

    ``reason``: the enterprise's, where it could not serve it; empty where the buyer cancelled.
    """
    if order.is_ended:
        raise NothingToSay("the mail about the whole order tells it")
    title = voice(
        f"{part.name} 주문을 취소했어요", f"Your order to {part.name} is cancelled", f"{part.name} 주문을 취소했습니다"
    )
    lead, key = _what_a_part_changes(order, part, min(granted, received), voice)
    things = Parcel(
        title=part.name,
        detail=f"{voice('기업별 주문번호', 'Part')} {part.number}",
        items=tuple(item(line, voice, order.currency, is_priced=True) for line in part.lines),
    )
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=f"{title} ({part.number})",
        preheader=f"{key.label} {key.value}",
        kicker=f"{voice('주문번호', 'Order')} {order.number}",
        title=title,
        lead=(lead,),
        keys=(key,),
        parts=(
            *why_note(reason, voice),
            things,
            order_button(order, voice),
            Note(title=voice("도움", "Help", "문의"), text=help_line(voice)),
        ),
    )


def why_note(reason: str, voice: Voice) -> tuple[Note, ...]:
    """The enterprise's words; nothing where there are none."""
    title = voice("기업이 알려온 사유", "What the enterprise says", "공급 기업이 알린 사유")
    return (Note(title=title, text=reason),) if reason else ()


def lines_cancelled(
    order: OrderFacts, part: VendorFacts, cancelled: CancelledFacts, received: Decimal, voice: Voice
) -> Letter:
    """An enterprise cannot send some of the pieces; the rest of its part stands."""
    if order.is_ended:
        raise NothingToSay("the mail about the whole order tells it")
    title = voice(
        f"{part.name}에서 일부를 보내지 못해요",
        f"{part.name} cannot send some of your goods",
        f"{part.name}에서 일부 품목을 공급하지 못합니다",
    )
    goes_back = min(cancelled.amount, received)
    lead, key = _what_a_part_changes(order, part, goes_back, voice)
    if goes_back:
        lead = voice(
            "보내지 못하는 물건 값은 3영업일 안에 결제하신 방법으로 돌려드려요. 나머지는 그대로 보내드려요.",
            "What you paid for it goes back the way you paid within 3 business days. The rest will be sent.",
            "공급하지 못하는 품목의 금액은 3영업일 안에 지급하신 방법으로 돌려 드립니다. 나머지는 그대로 공급합니다.",
        )
    else:
        amount = voice.money(cancelled.amount, order.currency)
        key = Row(voice("줄어든 금액", "Less to pay"), amount, is_strong=True)
        lead = voice("나머지는 그대로 보내드려요.", "The rest will be sent.", "나머지는 그대로 공급합니다.")
    things = Parcel(
        title=part.name,
        detail=voice("보내지 못하는 것", "What cannot be sent", "공급하지 못하는 품목"),
        items=tuple(item(line, voice, order.currency, is_priced=False) for line in cancelled.lines),
    )
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=f"{title} ({part.number})",
        preheader=f"{key.label} {key.value}",
        kicker=f"{voice('주문번호', 'Order')} {order.number}",
        title=title,
        lead=(lead,),
        keys=(key,),
        parts=(
            *why_note(cancelled.reason, voice),
            things,
            order_button(order, voice),
            Note(title=voice("도움", "Help", "문의"), text=help_line(voice)),
        ),
    )


def _what_a_part_changes(order: OrderFacts, part: VendorFacts, goes_back: Decimal, voice: Voice) -> tuple[str, Row]:
    """What it means for the buyer's money, and the amount that matters."""
    if goes_back:
        lead = voice(
            "이 기업의 물건 값은 3영업일 안에 결제하신 방법으로 돌려드려요. 다른 기업의 주문은 그대로예요.",
            "What you paid for it goes back the way you paid within 3 business days. The rest of the order stands.",
            "이 기업의 품목 금액은 3영업일 안에 지급하신 방법으로 돌려 드립니다. 다른 기업의 주문은 그대로입니다.",
        )
        return lead, Row(voice("환불할 금액", "Refund"), voice.money(goes_back, order.currency), is_strong=True)
    stands = voice(
        "다른 기업의 주문은 그대로예요.", "The rest of the order stands.", "다른 기업의 주문은 그대로입니다."
    )
    if order.is_deferred or order.is_paid:
        return stands, Row(voice("취소한 금액", "Cancelled"), voice.money(part.total, order.currency), is_strong=True)
    due = voice.money(order.due, order.currency)
    lead = voice(f"{stands} 이제 {due}만 내시면 돼요.", f"{stands} Now {due} is to be paid.")
    return lead, Row(voice("이제 내실 금액", "Now to be paid"), due, is_strong=True)
