"""What the mails about orders say. Each function takes what is known and gives the letter."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.conf import settings

from market.notifications.letters.letter import Button, Facts, Letter, Note, NothingToSay, Parcel, Row
from market.notifications.letters.order_parts import (
    help_line,
    item,
    means_name,
    number_row,
    order_button,
    plain_parcels,
    priced_parcels,
    receiver,
    summary,
    sums,
    withdrawal_note,
)
from market.notifications.letters.voice import Voice
from market.notifications.selectors.order_facts import DispatchFacts, OrderFacts


def order_placed(order: OrderFacts, voice: Voice) -> Letter:
    """The confirmation: everything that was promised, and how it is paid. Raises NothingToSay for an order that has ended since."""
    if order.is_ended:
        raise NothingToSay("the order ended before this was sent")
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=_placed_subject(order, voice),
        preheader=f"{summary(order, voice)} · {voice.money(order.total, order.currency)}",
        kicker=f"{voice('주문번호', 'Order')} {order.number} · {voice.day(order.placed_at)}",
        title=voice("주문을 받았어요", "We have your order", "주문을 접수했습니다"),
        lead=(_placed_lead(order, voice),),
        keys=_placed_keys(order, voice),
        parts=(
            *_bank_account(order, voice),
            *priced_parcels(order, voice),
            sums(order, voice),
            *receiver(order, voice),
            *_organization(order, voice),
            order_button(order, voice),
            withdrawal_note(voice),
            Note(title=voice("도움", "Help", "문의"), text=help_line(voice)),
        ),
        told={"is_paid": order.is_paid},
    )


def _placed_subject(order: OrderFacts, voice: Voice) -> str:
    if order.is_waiting_for_transfer and order.pay_by:
        due, until = voice.money(order.due, order.currency), voice.deadline(order.pay_by)
        return voice(
            f"주문 {order.number}: {due}을 {until} 입금해 주세요",
            f"Order {order.number}: please transfer {due} by {until}",
        )
    return voice(
        f"주문을 받았어요 ({order.number})", f"Order {order.number} received", f"주문 {order.number} 접수 안내"
    )


def _placed_lead(order: OrderFacts, voice: Voice) -> str:
    count = len(order.vendors)
    if order.is_waiting_for_transfer:
        return voice(
            "아래 계좌로 입금해 주시면 판매 기업마다 준비를 시작해요.",
            "As soon as your transfer arrives, each enterprise prepares its part.",
        )
    if order.is_deferred:
        return voice(
            "대금은 납품과 검수가 끝난 뒤에 내시면 돼요.",
            "Nothing is to be paid now: you pay after delivery and inspection, on each supplier's tax invoice.",
            f"공급 기업 {count}곳이 따로 납품하고 서류를 발행합니다. "
            "대금은 납품과 검수를 마친 뒤, 공급 기업이 발행하는 세금계산서에 따라 지급하시면 됩니다.",
        )
    if order.is_paid:
        return voice(
            f"결제를 확인했어요. 판매 기업 {count}곳이 따로 준비해서, 보낼 때마다 알려드려요.",
            "Your payment has been received. Each enterprise sends its own part, and we tell you each time.",
            f"결제를 확인했습니다. 공급 기업 {count}곳이 따로 납품하며, 발송할 때마다 알려 드립니다.",
        )
    return voice(
        "결제를 확인하고 있어요. 확인되면 판매 기업마다 준비를 시작해요.",
        "Your payment is being confirmed. After that each enterprise prepares its part.",
        "결제를 확인하고 있습니다. 확인되면 공급 기업마다 준비를 시작합니다.",
    )


def _placed_keys(order: OrderFacts, voice: Voice) -> tuple[Row, ...]:
    if order.is_waiting_for_transfer and order.pay_by:
        return (
            Row(voice("입금할 금액", "Amount to transfer"), voice.money(order.due, order.currency), is_strong=True),
            Row(voice("입금 기한", "Pay by"), voice.deadline(order.pay_by)),
        )
    return (
        Row(
            voice("전체 금액", "Total", "전체 금액 (부가세 포함)"),
            voice.money(order.total, order.currency),
            is_strong=True,
        ),
        Row(voice("결제 방법", "Payment", "대금 지급"), means_name(order, voice)),
    )


def _bank_account(order: OrderFacts, voice: Voice) -> tuple[Facts, ...]:
    """Where to transfer the money; only to those who still have to."""
    if not order.is_waiting_for_transfer or order.pay_by is None:
        return ()
    rows = (
        Row(voice("은행", "Bank"), settings.OPERATOR_BANK_NAME),
        Row(voice("계좌번호", "Account number"), settings.OPERATOR_BANK_ACCOUNT, is_strong=True),
        Row(voice("예금주", "Account holder"), settings.OPERATOR_BANK_HOLDER),
        Row(voice("입금자 이름", "Name of sender"), f"{settings.SHOP_NAME}{order.number}", is_strong=True),
        Row(voice("입금할 금액", "Amount"), voice.money(order.due, order.currency), is_strong=True),
        Row(voice("입금 기한", "Pay by"), voice.moment(order.pay_by)),
    )
    note = voice(
        "입금자 이름을 이렇게 적으면 바로 확인돼요. 기한이 지나면 주문이 자동으로 취소돼요.",
        "With this as the sender's name your transfer is matched at once. After that time the order lapses.",
    )
    return (Facts(title=voice("입금하실 곳", "Where to transfer"), rows=rows, note=note),)


def _organization(order: OrderFacts, voice: Voice) -> tuple[Facts, ...]:
    if not order.organization:
        return ()
    return (Facts(title=voice("구매 기관", "Buying agency"), rows=(Row(voice("기관", "Agency"), order.organization),)),)


def order_paid(order: OrderFacts, voice: Voice) -> Letter:
    """The money has come."""
    if order.is_ended:
        raise NothingToSay("the order ended before this was sent")
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=voice(
            f"주문 {order.number}: 결제를 확인했어요",
            f"Order {order.number}: payment received",
            f"주문 {order.number} 대금 지급 확인",
        ),
        preheader=f"{summary(order, voice)} · {voice.money(order.total, order.currency)}",
        kicker=f"{voice('주문번호', 'Order')} {order.number}",
        title=voice("결제를 확인했어요", "Payment received", "대금 지급을 확인했습니다"),
        lead=(
            voice(
                "고맙습니다. 이제 판매 기업마다 따로 준비해서 보내드려요. 보낼 때마다 알려드릴게요.",
                "Thank you. Each enterprise now prepares its part, and we tell you whenever one is sent.",
                "지급하신 대금을 확인했습니다. 공급 기업에 전달합니다.",
            ),
        ),
        keys=(
            Row(voice("받은 금액", "Received"), voice.money(order.total, order.currency), is_strong=True),
            Row(voice("결제 방법", "Payment", "대금 지급"), means_name(order, voice)),
        ),
        parts=(*plain_parcels(order, voice), sums(order, voice), order_button(order, voice)),
    )


def order_dispatched(order: OrderFacts, dispatch: DispatchFacts, voice: Voice, *, is_update: bool = False) -> Letter:
    """An enterprise has sent something, or done a service. As an update: only the carrier or the number is new."""
    vendor = dispatch.vendor
    is_shipped = any(line.is_shipped for line in dispatch.lines)
    title = (
        voice(f"{vendor.name}에서 보냈어요", f"{vendor.name} has sent your goods", f"{vendor.name}에서 발송했습니다")
        if is_shipped
        else voice(
            f"{vendor.name}에서 마쳤어요", f"{vendor.name} has done its part", f"{vendor.name}에서 수행을 마쳤습니다"
        )
    )
    if is_update:
        title = voice("운송장 번호가 바뀌었어요", "New tracking number", "운송장 번호가 변경되었습니다")
    parcel = Parcel(
        title=vendor.name,
        detail=f"{voice('기업별 주문번호', 'Part')} {vendor.number}",
        items=tuple(item(line, voice, order.currency, is_priced=False) for line in dispatch.lines),
    )
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=f"{title} ({voice('주문', 'order')} {order.number})",
        preheader=_dispatch_preheader(dispatch, voice),
        kicker=f"{voice('주문번호', 'Order')} {order.number} · {voice.day(dispatch.at)}",
        title=title,
        lead=(_dispatch_lead(dispatch, voice, is_shipped),),
        keys=_tracking(dispatch, voice) if is_shipped else (number_row(order, voice),),
        parts=(
            *_follow(dispatch, voice),
            parcel,
            *(receiver(order, voice) if is_shipped else ()),
            order_button(order, voice),
            *((withdrawal_note(voice),) if is_shipped else ()),
            Note(
                title=voice("판매 기업에 묻기", "Ask the enterprise", "공급 기업 문의"),
                text=f"{vendor.name} {vendor.phone}",
            ),
        ),
    )


def _dispatch_preheader(dispatch: DispatchFacts, voice: Voice) -> str:
    things = ", ".join(line.title for line in dispatch.lines[:2])
    if not dispatch.tracking_number:
        return things
    return f"{voice('운송장 번호', 'Tracking')} {dispatch.tracking_number} · {things}"


def _dispatch_lead(dispatch: DispatchFacts, voice: Voice, is_shipped: bool) -> str:
    if dispatch.remaining:
        left = voice.pieces(dispatch.remaining)
        return voice(
            f"이 기업의 물건 가운데 {left}는 준비되는 대로 따로 보내드려요.",
            f"Another {left} from this enterprise will follow as soon as they are ready.",
            f"이 기업의 품목 가운데 {left}는 준비되는 대로 따로 발송합니다.",
        )
    if not is_shipped:
        return voice(
            "주문하신 서비스를 마쳤어요.", "The service you ordered is done.", "주문하신 용역의 수행을 마쳤습니다."
        )
    return voice(
        "이 기업에서 주문하신 것은 이것으로 모두 출발했어요.",
        "Everything you ordered from this enterprise is now on its way.",
        "이 기업에 주문하신 품목을 모두 발송했습니다.",
    )


def _follow(dispatch: DispatchFacts, voice: Voice) -> tuple[Button, ...]:
    """To the carrier's own page, where it is known."""
    if not dispatch.tracking_url:
        return ()
    return (Button(label=voice("배송 따라가기", "Follow the parcel", "배송 조회"), url=dispatch.tracking_url),)


def _tracking(dispatch: DispatchFacts, voice: Voice) -> tuple[Row, ...]:
    number = dispatch.tracking_number or voice("운송장 없이 보냈어요", "Sent without a number", "운송장 없음")
    return (
        Row(voice("운송장 번호", "Tracking number"), number, is_strong=bool(dispatch.tracking_number)),
        Row(voice("보낸 방법", "Carrier", "운송"), dispatch.carrier),
    )


def order_cancelled(
    order: OrderFacts, received: Decimal, voice: Voice, reasons: Sequence[tuple[str, str]] = ()
) -> Letter:
    """The order was taken back. ``received`` is what had been paid of it and now goes back; ``reasons`` of enterprises that could not
    serve their part."""
    if received:
        lead = voice(
            "결제하신 금액은 3영업일 안에 결제하신 방법으로 돌려드려요. 카드는 카드사에 따라 며칠 더 걸릴 수 있어요.",
            "What you paid goes back the way you paid it within 3 business days. Card companies may take some days more.",
            "지급하신 금액은 3영업일 안에 지급하신 방법으로 돌려 드립니다.",
        )
    elif order.is_deferred:
        lead = voice("지급하실 금액은 없어요.", "There is nothing to pay.", "지급하실 금액은 없습니다.")
    else:
        lead = voice(
            "결제하신 금액이 없어서 돌려드릴 것도 없어요. 혹시 이미 입금하셨다면 이 메일에 답해 주세요.",
            "Nothing had been paid, so nothing goes back. If you have already made a transfer, please answer this mail.",
        )
    amount = Row(voice("환불할 금액", "Refund"), voice.money(received, order.currency), is_strong=True)
    whole = Row(voice("취소한 금액", "Cancelled"), voice.money(order.total, order.currency), is_strong=not received)
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=voice(
            f"주문을 취소했어요 ({order.number})",
            f"Order {order.number} is cancelled",
            f"주문 {order.number} 취소 안내",
        ),
        preheader=f"{summary(order, voice)} · {voice.money(order.total, order.currency)}",
        kicker=f"{voice('주문번호', 'Order')} {order.number}",
        title=voice("주문을 취소했어요", "The order is cancelled", "주문을 취소했습니다"),
        lead=(lead, *_gift_card_line(order, voice)),
        keys=(amount, whole) if received else (whole,),
        parts=(
            *(
                Note(title=voice(f"{name}에서 알려온 사유", f"What {name} says", f"{name}에서 알린 사유"), text=reason)
                for name, reason in reasons
            ),
            *plain_parcels(order, voice),
            order_button(order, voice),
            Note(title=voice("도움", "Help", "문의"), text=help_line(voice)),
        ),
    )


def _gift_card_line(order: OrderFacts, voice: Voice) -> tuple[str, ...]:
    """What gift cards had paid goes back onto them."""
    if not order.gift_cards:
        return ()
    amount = voice.money(order.gift_cards, order.currency)
    return (
        voice(f"기프트카드로 낸 {amount}은 기프트카드에 다시 채워져요.", f"{amount} goes back onto your gift card."),
    )


def order_expired(order: OrderFacts, voice: Voice) -> Letter:
    """The buyer did not pay in time."""
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=voice(
            f"주문 {order.number}: 입금 기한이 지났어요",
            f"Order {order.number} has lapsed",
            f"주문 {order.number} 기한 경과 안내",
        ),
        preheader=f"{summary(order, voice)} · {voice.money(order.total, order.currency)}",
        kicker=f"{voice('주문번호', 'Order')} {order.number}",
        title=voice(
            "입금 기한이 지나 주문이 취소됐어요", "The order has lapsed unpaid", "기한이 지나 주문을 취소했습니다"
        ),
        lead=(
            voice(
                "기한까지 입금을 확인하지 못했어요. 아직 필요하시면 주문 페이지에서 다시 담을 수 있어요.",
                "No transfer arrived in time. If you still want the goods, you can order them again from the page of the order.",
                "기한까지 입금을 확인하지 못했습니다. 필요하시면 주문 페이지에서 다시 담으실 수 있습니다.",
            ),
            voice(
                "이미 입금하셨다면 이 메일에 답해 주세요. 찾아서 돌려드리거나 다시 이어드릴게요.",
                "If you have paid already, please answer this mail: we will find it and give it back or restore the order.",
                "이미 입금하셨다면 이 메일에 회신해 주십시오.",
            ),
        ),
        keys=(Row(voice("주문 금액", "Total"), voice.money(order.total, order.currency), is_strong=True),),
        parts=(*plain_parcels(order, voice), order_button(order, voice)),
    )
