"""Parts that several letters about orders share."""

from __future__ import annotations

import phonenumbers
from django.conf import settings

from market.notifications.letters.letter import Button, Facts, Item, Note, Parcel, Row, Sums
from market.notifications.letters.links import order_link
from market.notifications.letters.voice import Voice
from market.notifications.selectors.order_facts import LineFacts, OrderFacts, VendorFacts
from market.orders.enums import PaymentMeans

MEANS = {
    PaymentMeans.BANK_TRANSFER: ("무통장 입금", "Bank transfer"),
    PaymentMeans.DEFERRED: ("후불", "Deferred payment"),
    PaymentMeans.CARD: ("카드", "Card"),
    PaymentMeans.EASY_PAY: ("간편결제", "Easy pay"),
    PaymentMeans.VIRTUAL_ACCOUNT: ("가상계좌", "Virtual account"),
    PaymentMeans.GIFT_CARD: ("기프트카드", "Gift card"),
    PaymentMeans.FREE: ("결제 없음", "Nothing to pay"),
}


def means_name(order: OrderFacts, voice: Voice) -> str:
    return voice(*MEANS[PaymentMeans(order.means)])


def number_row(order: OrderFacts, voice: Voice) -> Row:
    return Row(voice("주문번호", "Order number"), order.number)


def summary(order: OrderFacts, voice: Voice) -> str:
    """The first thing and how many more: what the list of mails shows beside the subject."""
    lines = [line for part in order.vendors for line in part.lines]
    if not lines:
        return ""
    rest = len(lines) - 1
    more = voice(f" 외 {rest:,}가지", f" and {rest:,} more") if rest else ""
    return f"{lines[0].title}{more}"


def item(line: LineFacts, voice: Voice, currency: str, *, is_priced: bool) -> Item:
    """Pieces of a thing; priced: with the line's whole amount and the price of one."""
    pieces = voice.pieces(line.quantity)
    if is_priced and line.quantity > 1:
        unit = voice.money(line.unit, currency)
        pieces = voice(f"{pieces} · 하나에 {unit}", f"{pieces} · {unit} each", f"{pieces} · 단가 {unit}")
    amount = voice.money(line.total, currency) if is_priced else ""
    return Item(line.title, " · ".join(text for text in (line.option, pieces) if text), amount, line.picture)


def priced_parcels(order: OrderFacts, voice: Voice) -> tuple[Parcel, ...]:
    """Each enterprise's part with its prices and delivery charge."""
    return tuple(_priced_parcel(order, part, voice) for part in order.vendors)


def _priced_parcel(order: OrderFacts, part: VendorFacts, voice: Voice) -> Parcel:
    return Parcel(
        title=part.name,
        detail=f"{voice('기업별 주문번호', 'Part')} {part.number}",
        items=tuple(item(line, voice, order.currency, is_priced=True) for line in part.lines),
        sums=(
            Row(voice("배송비", "Delivery"), voice.charge(part.shipping, order.currency)),
            Row(voice("합계", "Total"), voice.money(part.total, order.currency), is_strong=True),
        ),
    )


def plain_parcels(order: OrderFacts, voice: Voice) -> tuple[Parcel, ...]:
    """Each enterprise's part without prices."""
    return tuple(
        Parcel(
            title=part.name,
            detail=f"{voice('기업별 주문번호', 'Part')} {part.number}",
            items=tuple(item(line, voice, order.currency, is_priced=False) for line in part.lines),
        )
        for part in order.vendors
    )


def sums(order: OrderFacts, voice: Voice) -> Sums:
    """Goods, delivery and the whole. Agencies see supply amount and VAT apart, as their papers do."""
    rows = [
        Row(voice("상품 금액", "Goods", "품목 금액"), voice.money(order.goods, order.currency)),
        Row(voice("배송비", "Delivery"), voice.charge(order.shipping, order.currency)),
    ]
    if order.gift_cards:
        rows.append(Row(voice("기프트카드", "Gift cards"), f"−{voice.money(order.gift_cards, order.currency)}"))
    if order.is_public:
        rows += [
            Row(voice("공급가액", "Supply amount"), voice.money(order.net, order.currency)),
            Row(voice("세액", "VAT"), voice.money(order.total - order.net, order.currency)),
        ]
    rows.append(Row(voice("전체 금액", "Total of the order"), voice.money(order.total, order.currency), is_strong=True))
    note = voice("부가세를 포함한 금액이에요.", "VAT included.", "부가세 포함")
    if order.discount:
        off = voice.money(order.discount, order.currency)
        saved = voice(f"쿠폰으로 {off}을 뺐어요.", f"Your voucher took off {off}.", f"쿠폰 할인 {off} 반영.")
        note = f"{saved} {note}"
    return Sums(rows=tuple(rows), note=note)


def receiver(order: OrderFacts, voice: Voice) -> tuple[Facts, ...]:
    """Where it goes, whole: the buyer's own mail. Nothing where nothing is sent."""
    if order.receiver is None or not order.is_shipped:
        return ()
    rows = [
        Row(voice("받는 분", "Name", "받는 곳"), order.receiver.name),
        Row(voice("주소", "Address"), order.receiver.place),
        Row(voice("연락처", "Phone"), phone_text(order.receiver.phone)),
        Row(voice("배송 방법", "Delivery"), order.method),
    ]
    title = voice("받는 곳", "Delivery address", "납품처")
    return (Facts(title=title, rows=tuple(row for row in rows if row.value)),)


def phone_text(phone: str) -> str:
    """A Korean number as Korea writes it."""
    try:
        number = phonenumbers.parse(phone, "KR")
    except phonenumbers.NumberParseException:
        return phone
    if number.country_code != 82:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


def order_button(order: OrderFacts, voice: Voice) -> Button:
    return Button(label=voice("주문 보기", "See the order"), url=order_link(order, voice.language))


def withdrawal_note(voice: Voice) -> Note:
    """전자상거래법 §17: seven days."""
    return Note(
        title=voice("반품", "Returns"),
        text=voice(
            "받은 날부터 7일 안에 반품할 수 있어요. 주문 페이지에서 신청하거나 판매 기업에 알려 주세요.",
            "You can return goods within 7 days of receipt. Ask on the page of the order or tell the enterprise.",
            "받은 날부터 7일 안에 반품할 수 있습니다. 주문 페이지에서 신청하거나 공급 기업에 알려 주십시오.",
        ),
    )


def help_line(voice: Voice) -> str:
    phone = settings.OPERATOR["phone"]
    return voice(
        f"궁금한 것은 이 메일에 답하거나 전화({phone})로 물어봐 주세요.",
        f"Questions? Answer this mail or call {phone}.",
        f"문의는 이 메일에 회신하거나 전화({phone})로 연락해 주십시오.",
    )
