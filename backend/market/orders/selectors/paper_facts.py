"""What packing lists and statements print, read in a fixed number of statements however many orders."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Max, Sum

from market.core import clock
from market.core.errors import NotFound
from market.core.money import Money, TaxedMoney
from market.core.tax import TaxKind
from market.orders.enums import FulfillmentStatus, OrderStatus
from market.orders.models import CancelledLine, Fulfillment, OrderLine, VendorOrder
from market.orders.paper_rules import (
    SoldLine,
    amount_in_words,
    business_number_text,
    korean_day,
    sold_line,
)
from market.orders.receiver import Receiver, receiver_of
from market.orders.selectors.vendor_desk import WITH, parts_with_person
from market.vendors.models import Vendor

NOTICE = "이음은 통신판매중개자이며 거래 당사자가 아닙니다. 거래의 당사자는 공급자와 구매자입니다."
KINDS = {TaxKind.TAXABLE: "", TaxKind.EXEMPT: "면세", TaxKind.ZERO_RATED: "영세율"}


def printable_parts(ids: Sequence[UUID]) -> list[VendorOrder]:
    """The parts in the order of their ids. Raises NotFound when one does not exist. Who may print is asked by the caller."""
    found = {
        part.pk: part for part in VendorOrder.objects.select_related(*WITH, "order__billing_address").filter(pk__in=ids)
    }
    if len(found) < len(set(ids)):
        raise NotFound("ids")
    return [found[pk] for pk in dict.fromkeys(ids)]


def packing_facts(parts: Sequence[VendorOrder]) -> dict[str, Any]:
    """What goes into each parcel: what is still to be sent, or where all is sent, what was."""
    lines, needed = _lines(parts), parts_with_person(parts)
    vendor = parts[0].vendor
    return {
        "vendor": _vendor(vendor),
        "notice": NOTICE,
        "returns": f"반품·교환 문의 {vendor.name} {vendor.phone}. 받은 날부터 7일 안에 이음 주문 페이지에서 신청할 수 있습니다.",
        "parts": [_packing(part, lines[part.pk], part.pk in needed) for part in parts],
    }


def statement_facts(parts: Sequence[VendorOrder]) -> dict[str, Any]:
    """What was supplied, with supply amount and VAT. Raises NotFound for a part that was cancelled: nothing was supplied."""
    if any(part.status in (OrderStatus.CANCELED, OrderStatus.EXPIRED) for part in parts):
        raise NotFound("ids")
    lines, needed = _lines(parts), parts_with_person(parts)
    sent = Fulfillment.objects.filter(vendor_order__in=parts).exclude(status=FulfillmentStatus.CANCELED)
    last = dict(sent.order_by().values_list("vendor_order_id").annotate(last=Max("created_at")))
    worth = CancelledLine.objects.filter(order_line__vendor_order__in=parts).order_by()
    gone = dict(worth.values_list("order_line_id").annotate(amount=Sum("amount")))
    return {
        "vendor": _vendor(parts[0].vendor),
        "notice": NOTICE,
        "parts": [_statement(part, lines[part.pk], gone, last.get(part.pk), part.pk in needed) for part in parts],
    }


def _lines(parts: Sequence[VendorOrder]) -> dict[UUID, list[OrderLine]]:
    lines: dict[UUID, list[OrderLine]] = {part.pk: [] for part in parts}
    for line in OrderLine.objects.filter(vendor_order__in=parts).order_by("sort_order", "id"):
        lines[line.vendor_order_id].append(line)
    return lines


def _vendor(vendor: Vendor) -> dict[str, str]:
    return {
        "name": vendor.name,
        "legal_name": vendor.legal_name,
        "representative": vendor.representative,
        "business_number": business_number_text(vendor.business_number),
        "postal_code": vendor.postal_code,
        "address": vendor.address,
        "phone": vendor.phone,
        "email": vendor.email,
    }


def _day(moment: Any) -> str:
    return korean_day(moment.astimezone(clock.SEOUL).date())


def _receiver(part: VendorOrder, is_needed: bool) -> dict[str, Any] | None:
    receiver = receiver_of(part.order.shipping_address, is_masked=not is_needed)
    if receiver is None:
        return None
    return {name: getattr(receiver, name) for name in Receiver.__slots__}


def _packing(part: VendorOrder, lines: Sequence[OrderLine], is_needed: bool) -> dict[str, Any]:
    is_all_sent = not any(line.quantity_open for line in lines)
    rows = [(line, line.quantity_fulfilled if is_all_sent else line.quantity_open) for line in lines]
    sent_before = sum(line.quantity_fulfilled for line in lines)
    canceled = sum(line.quantity_canceled for line in lines)
    remarks = []
    if sent_before and not is_all_sent:
        remarks.append(f"나누어 보내는 주문입니다. 먼저 보낸 것 {sent_before:,}개.")
    if canceled:
        remarks.append(f"취소한 것 {canceled:,}개는 들어 있지 않습니다.")
    return {
        "number": part.number,
        "placed": _day(part.created_at),
        "due": korean_day(part.due_on) if part.due_on else "",
        "note": part.order.customer_note if is_needed else "",
        "receiver": _receiver(part, is_needed),
        "lines": [
            {
                "name": line.product_name,
                "option": line.variant_name,
                "sku": line.product_sku or "",
                "quantity": str(count),
            }
            for line, count in rows
            if count
        ],
        "pieces": str(sum(count for _, count in rows)),
        "remarks": " ".join(remarks),
    }


def _statement(
    part: VendorOrder, lines: Sequence[OrderLine], gone: dict[UUID, Decimal], last: Any, is_needed: bool
) -> dict[str, Any]:
    sold = [(line, _sold(line, gone.get(line.pk, Decimal(0)))) for line in lines]
    rows = [_row(line, what) for line, what in sold if what.quantity]
    total = sum((what.amount for _, what in sold), TaxedMoney.zero(part.currency))
    if part.shipping_gross:
        charge = TaxedMoney(Money.of(part.shipping_net, part.currency), Money.of(part.shipping_gross, part.currency))
        total = total + charge
        rows.append(_printed("배송비", "", 1, charge.gross, charge, "" if charge.tax.amount else "면세"))
    return {
        "number": part.number,
        "placed": _day(part.created_at),
        "date": _day(last or clock.now()),
        "buyer": _buyer(part, is_needed),
        "lines": rows,
        "supply": _won(total.net),
        "tax": _won(total.tax),
        "total": _won(total.gross),
        "words": amount_in_words(int(total.gross.amount)),
        "notes": _notes(part, lines),
    }


def _sold(line: OrderLine, cancelled_worth: Decimal) -> SoldLine:
    return sold_line(
        quantity=line.quantity,
        canceled=line.quantity_canceled,
        net=line.total_net,
        gross=line.total_gross,
        tax_rate=line.tax_rate,
        currency=line.currency,
        cancelled_worth=cancelled_worth,
    )


def _row(line: OrderLine, what: SoldLine) -> dict[str, str]:
    remarks = [KINDS[TaxKind(line.tax_kind)]]
    if line.discount_gross:
        remarks.append("쿠폰 반영")
    if line.quantity_returned:
        remarks.append(f"반품 {line.quantity_returned:,}")
    unit = Money.of(line.unit_price_gross, line.currency)
    return _printed(
        line.product_name, line.variant_name, what.quantity, unit, what.amount, ", ".join(filter(None, remarks))
    )


def _printed(name: str, option: str, quantity: int, unit: Money, amount: TaxedMoney, remark: str) -> dict[str, str]:
    return {
        "name": name,
        "option": option,
        "quantity": str(quantity),
        "unit": _won(unit),
        "supply": _won(amount.net),
        "tax": _won(amount.tax),
        "remark": remark,
    }


def _won(amount: Money) -> str:
    return str(int(amount.amount))


def _buyer(part: VendorOrder, is_needed: bool) -> dict[str, str]:
    """The agency by its name; a citizen by the name of the bill, else of the parcel, masked when it is no longer needed."""
    order = part.order
    person = receiver_of(order.billing_address or order.shipping_address, is_masked=not is_needed)
    name = person.name if person else ""
    if order.buyer_organization:
        return {"name": order.buyer_organization, "detail": f"담당 {name}" if name else ""}
    return {"name": name or "구매자", "detail": person.organization if person else ""}


def _notes(part: VendorOrder, lines: Sequence[OrderLine]) -> list[dict[str, str]]:
    notes = [{"label": "부가가치세", "text": "공급가액과 나누어 표시, 합계금액에 포함"}]
    receiver = receiver_of(part.order.shipping_address, is_masked=True)
    if receiver is not None:
        notes.append({"label": "납품 장소", "text": receiver.address})
    canceled = sum(line.quantity_canceled for line in lines)
    if canceled:
        notes.append({"label": "취소", "text": f"{canceled:,}개를 취소하고 그 값을 뺀 금액입니다."})
    return notes
