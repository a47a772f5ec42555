"""What the mails about goods that go back (청약철회) say: asked, accepted, refused, called off, arrived."""

from __future__ import annotations

import datetime as dt

from market.core.clock import seoul_day_start
from market.notifications.letters.letter import Facts, Letter, Note, Parcel, Part, Row, Sums
from market.notifications.letters.order_parts import help_line, item, order_button
from market.notifications.letters.voice import Voice
from market.notifications.selectors.order_facts import OrderFacts
from market.notifications.selectors.withdrawal_facts import WithdrawalFacts


def _letter(
    order: OrderFacts,
    withdrawal: WithdrawalFacts,
    voice: Voice,
    *,
    title: str,
    lead: tuple[str, ...],
    keys: tuple[Row, ...] = (),
    parts: tuple[Part, ...] = (),
) -> Letter:
    """What all five share: the number, the things, the way to the order."""
    things = Parcel(
        title=withdrawal.vendor_name,
        detail=f"{voice('반품번호', 'Return')} {withdrawal.number}",
        items=tuple(item(line, voice, order.currency, is_priced=False) for line in withdrawal.lines),
    )
    return Letter(
        language=voice.language,
        is_public=order.is_public,
        subject=f"{title} ({voice('주문', 'order')} {order.number})",
        preheader=f"{withdrawal.vendor_name} · {lead[0]}",
        kicker=f"{voice('주문번호', 'Order')} {order.number}",
        title=title,
        lead=lead,
        keys=keys,
        parts=(
            *parts,
            things,
            order_button(order, voice),
            Note(
                title=voice("판매 기업에 묻기", "Ask the enterprise", "공급 기업 문의"),
                text=f"{withdrawal.vendor_name} {withdrawal.vendor_phone}",
            ),
            Note(title=voice("도움", "Help", "문의"), text=help_line(voice)),
        ),
    )


def _cost_line(order: OrderFacts, withdrawal: WithdrawalFacts, voice: Voice) -> str:
    if not withdrawal.is_at_buyers_cost:
        return voice(
            "돌려보내는 비용은 판매 기업이 내요.",
            "The enterprise pays the way back.",
            "반품 비용은 공급 기업이 부담합니다.",
        )
    fee = voice.money(withdrawal.return_fee, order.currency)
    return voice(
        f"반품 배송비 {fee}은 환불할 금액에서 빼요.",
        f"The cost of the way back, {fee}, is taken off your refund.",
        f"반품 배송비 {fee}은 환불 금액에서 공제합니다.",
    )


def withdrawal_requested(order: OrderFacts, withdrawal: WithdrawalFacts, voice: Voice) -> Letter:
    return _letter(
        order,
        withdrawal,
        voice,
        title=voice("반품 신청을 받았어요", "We have your return request", "반품 신청을 접수했습니다"),
        lead=(
            voice(
                "판매 기업이 확인하고 나면 보내는 방법을 알려드려요. 그때까지 물건을 그대로 두어 주세요.",
                "Once the enterprise has seen it we tell you how to send the goods. Please keep them as they are until then.",
                "공급 기업이 확인한 뒤 보내는 방법을 알려 드립니다. 그때까지 물품을 그대로 보관해 주십시오.",
            ),
            _cost_line(order, withdrawal, voice),
        ),
        keys=(Row(voice("반품번호", "Return number"), withdrawal.number),),
    )


def withdrawal_accepted(order: OrderFacts, withdrawal: WithdrawalFacts, voice: Voice) -> Letter:
    where = Facts(
        title=voice("보내실 곳", "Send it to"),
        rows=(
            Row(voice("받는 곳", "Name"), withdrawal.vendor_name, is_strong=True),
            Row(voice("주소", "Address"), withdrawal.return_address),
            Row(voice("연락처", "Phone"), withdrawal.vendor_phone),
            Row(voice("반품번호", "Return number"), withdrawal.number, is_strong=True),
        ),
        note=voice(
            "상자 안에 반품번호를 적은 쪽지를 넣어 주시면 더 빨라요.",
            "A note with the return number in the box makes it quicker.",
            "상자 안에 반품번호를 적어 넣어 주시면 처리가 빨라집니다.",
        ),
    )
    return _letter(
        order,
        withdrawal,
        voice,
        title=voice("이제 물건을 보내 주세요", "Please send the goods back", "물품을 보내 주십시오"),
        lead=(
            voice(
                "물건이 도착하면 3영업일 안에 환불해 드려요.",
                "Your refund follows within 3 business days of their arrival.",
                "물품이 도착하면 3영업일 안에 환불해 드립니다.",
            ),
            _cost_line(order, withdrawal, voice),
        ),
        keys=(Row(voice("반품번호", "Return number"), withdrawal.number),),
        parts=(where,),
    )


def withdrawal_rejected(order: OrderFacts, withdrawal: WithdrawalFacts, voice: Voice) -> Letter:
    reason = Facts(
        title=voice("판매 기업의 설명", "What the enterprise says", "공급 기업의 설명"),
        rows=(Row(voice("이유", "Reason"), withdrawal.rejection_reason or voice("적지 않았어요", "None was given")),),
    )
    return _letter(
        order,
        withdrawal,
        voice,
        title=voice("반품이 받아들여지지 않았어요", "Your return was not accepted", "반품이 승인되지 않았습니다"),
        lead=(
            voice(
                "판매 기업이 반품을 받지 못하겠다고 알려 왔어요. 맞지 않다고 생각하시면 이 메일에 답해 주세요. 이음이 함께 살펴볼게요.",
                "The enterprise does not accept it. If you think that is wrong, answer this mail and we will look into it.",
                "공급 기업이 반품을 승인하지 않았습니다. 이견이 있으시면 이 메일에 회신해 주십시오.",
            ),
        ),
        parts=(reason,),
    )


def withdrawal_cancelled(order: OrderFacts, withdrawal: WithdrawalFacts, voice: Voice) -> Letter:
    return _letter(
        order,
        withdrawal,
        voice,
        title=voice("반품 신청을 거두었어요", "Your return is called off", "반품 신청을 철회했습니다"),
        lead=(
            voice(
                "물건은 그대로 쓰시면 돼요. 기한 안이라면 다시 신청할 수 있어요.",
                "Keep the goods. You can ask again as long as the time allows.",
                "물품은 그대로 사용하시면 됩니다. 기한 안이라면 다시 신청하실 수 있습니다.",
            ),
        ),
    )


def withdrawal_received(order: OrderFacts, withdrawal: WithdrawalFacts, voice: Voice) -> Letter:
    """The goods are back; the refund is decided."""
    amount = voice.money(withdrawal.refund, order.currency)
    rows = []
    if withdrawal.return_fee and withdrawal.is_at_buyers_cost:
        fee = voice.money(withdrawal.return_fee, order.currency)
        rows.append(Row(voice("반품 배송비 (이미 뺌)", "Way back (taken off)", "반품 배송비 (공제함)"), fee))
    if withdrawal.gift_cards:
        rows.append(
            Row(
                voice("그 가운데 기프트카드로", "Of it onto gift cards"),
                voice.money(withdrawal.gift_cards, order.currency),
            )
        )
    rows.append(Row(voice("환불할 금액", "Refund"), amount, is_strong=True))
    keys = [Row(voice("환불할 금액", "Refund"), amount, is_strong=True)]
    if withdrawal.refund_by:
        keys.append(Row(voice("늦어도", "At the latest"), voice.day(_noon(withdrawal.refund_by))))
    return _letter(
        order,
        withdrawal,
        voice,
        title=voice("돌아온 물건을 받았어요", "The goods are back", "반품을 받았습니다"),
        lead=(
            voice(
                "이제 환불해 드려요. 결제하신 방법으로 돌아가고, 카드는 카드사에 따라 며칠 더 걸릴 수 있어요.",
                "Your refund goes back the way you paid. Card companies may take some days more.",
                "지급하신 방법으로 환불해 드립니다.",
            ),
        ),
        keys=tuple(keys),
        parts=(Sums(rows=tuple(rows)),),
    )


def _noon(day: dt.date) -> dt.datetime:
    return seoul_day_start(day) + dt.timedelta(hours=12)
