"""What 품의서 and 발주서 print: plain strings, so that a paper can be printed again from its stored facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from market.agencies.models import Agency, BudgetLine
from market.core import clock
from market.core.money import Money, TaxedMoney
from market.core.tax import TaxKind
from market.orders.models import CancelledLine, OrderLine
from market.orders.paper_rules import amount_in_words, business_number_text, korean_day, sold_line
from market.procurement.contract_terms import PAYMENT_DAYS, DelayTerms, delay_terms
from market.procurement.models import (
    ApprovalStep,
    PurchaseOrder,
    PurchaseRequest,
    RequestGround,
    RequestLine,
    RequestLineStatus,
    StepStatus,
)
from market.procurement.route_answer import BasketRoute
from market.procurement.selectors.people import member_words, person_name
from market.procurement.selectors.request_parts import grounds_of, lines_of, quotes_of, steps_of
from market.vendors.models import Vendor

NOTICE = "이음은 통신판매중개자이며 거래 당사자가 아닙니다. 계약의 당사자는 공급자와 수요기관입니다."
KINDS = {TaxKind.TAXABLE: "", TaxKind.EXEMPT: "면세", TaxKind.ZERO_RATED: "영세율"}
VERDICTS = {
    "quote_omitted": "견적 생략 수의계약",
    "one_quote": "1인 견적 수의계약",
    "two_quotes": "2인 이상 견적 수의계약",
    "two_quotes_platform": "2인 이상 견적 수의계약 (지정정보처리장치)",
    "no_ceiling": "금액 제한 없는 수의계약",
    "open_tender": "입찰",
}
DEFECTS = "검수한 날부터 1년. 하자가 있으면 같은 물품으로 교환하거나 보수한다."


def request_facts(request: PurchaseRequest) -> dict[str, Any]:
    """품의서: who asks for what and why, from which money, by which legal way, and who approved it."""
    lines = [row for row in lines_of([request.pk]) if row.round == request.round]
    kept = [row for row in lines if row.status == RequestLineStatus.REQUESTED]
    vendors = {row.vendor_id for row in kept}
    grounds = [row for row in grounds_of([request.pk]) if row.round == request.round and row.vendor_id in vendors]
    steps = [row for row in steps_of([request.pk]) if row.round == request.round]
    total = _taxed(request.total_net, request.total_gross, request.currency)
    requester = request.requester
    return {
        "number": request.number or "",
        "day": _day(request.submitted_at),
        "approved": _day(request.decided_at),
        "fiscal_year": str(request.budget_line.fiscal_year) if request.budget_line else "",
        "title": request.title,
        "purpose": request.purpose,
        "agency": request.agency.name,
        "department": request.department.name if request.department else "",
        "requester": member_words(requester),
        "requester_name": person_name(requester.user),
        "requester_title": requester.job_title,
        "requester_day": _short(request.submitted_at),
        "notice": NOTICE,
        "lines": [_request_line(row) for row in kept] + [_shipping(row) for row in grounds if row.shipping_gross],
        "rejected": [f"{row.name}: {row.rejected_reason}" for row in lines if row not in kept],
        **_totals(total),
        "approvals": [_approval(request, step) for step in steps],
        "notes": _request_notes(request, grounds),
        "grounds": [_ground(row) for row in grounds],
        "quotes": [_quote(row.quote) for row in quotes_of([request.pk])],
    }


def purchase_order_facts(
    purchase_order: PurchaseOrder, ground: RequestGround, *, number: str, replaces: str
) -> dict[str, Any]:
    """발주서: what one enterprise is to deliver, by when and where, for how much, on which terms."""
    request, part = purchase_order.request, purchase_order.vendor_order
    rows, total = _part_lines(purchase_order)
    return {
        "number": number,
        "replaces": replaces,
        "day": korean_day(purchase_order.ordered_on),
        "request_number": request.number or "",
        "order_number": part.number,
        "title": request.title,
        "notice": NOTICE,
        "vendor": vendor_facts(part.vendor),
        "buyer": _buyer(request),
        "lines": rows,
        **_totals(total),
        "notes": _order_notes(purchase_order, ground),
    }


def vendor_facts(vendor: Vendor) -> dict[str, str]:
    return {
        "name": vendor.name,
        "legal_name": vendor.legal_name,
        "representative": vendor.representative,
        "business_number": business_number_text(vendor.business_number),
        "address": vendor.address,
        "phone": vendor.phone,
        "email": vendor.email,
    }


def _buyer(request: PurchaseRequest) -> dict[str, str]:
    agency: Agency = request.agency
    return {
        "name": " ".join(filter(None, (agency.name, request.department.name if request.department else ""))),
        "agency": agency.name,
        "number": business_number_text(agency.registration_number),
        "representative": agency.representative,
        "address": agency.address,
        "phone": agency.phone,
        "person": member_words(request.requester),
    }


def _part_lines(purchase_order: PurchaseOrder) -> tuple[list[dict[str, str]], TaxedMoney]:
    part = purchase_order.vendor_order
    lines = list(OrderLine.objects.filter(vendor_order=part).order_by("sort_order", "id"))
    worth = CancelledLine.objects.filter(order_line__in=lines).order_by()
    gone = dict(worth.values_list("order_line_id").annotate(amount=Sum("amount")))
    quotes = {
        row.order_line_id: row.quote_line.quote.number
        for row in lines_of([purchase_order.request_id])
        if row.quote_line is not None
    }
    total, rows = TaxedMoney.zero(part.currency), []
    for line in lines:
        left = sold_line(
            quantity=line.quantity,
            canceled=line.quantity_canceled,
            net=line.total_net,
            gross=line.total_gross,
            tax_rate=line.tax_rate,
            currency=line.currency,
            cancelled_worth=gone.get(line.pk, Decimal(0)),
        )
        if left.quantity:
            total = total + left.amount
            remark = ", ".join(filter(None, (KINDS[TaxKind(line.tax_kind)], quotes.get(line.pk, ""))))
            rows.append(
                _row(line.product_name, line.variant_name, left.quantity, line.unit_price_gross, left.amount, remark)
            )
    if part.shipping_gross and rows:
        charge = _taxed(part.shipping_net, part.shipping_gross, part.currency)
        total = total + charge
        rows.append(_row("배송비", "", 1, part.shipping_gross, charge, ""))
    return rows, total


def _row(name: str, option: str, quantity: int, unit: Decimal, amount: TaxedMoney, remark: str) -> dict[str, str]:
    return {
        "name": name,
        "option": option,
        "quantity": str(quantity),
        "unit": str(int(unit)),
        "supply": str(int(amount.net.amount)),
        "tax": str(int(amount.tax.amount)),
        "remark": remark,
    }


def _request_line(row: RequestLine) -> dict[str, str]:
    amount = _taxed(row.total_net, row.total_gross, "KRW")
    remark = row.quote_line.quote.number if row.quote_line is not None else KINDS[TaxKind(row.tax_kind)]
    return {"vendor": row.vendor.name, **_row(row.name, row.option, row.quantity, row.unit_price_gross, amount, remark)}


def _shipping(row: RequestGround) -> dict[str, str]:
    amount = _taxed(row.shipping_net, row.shipping_gross, "KRW")
    return {"vendor": row.vendor.name, **_row("배송비", "", 1, row.shipping_gross, amount, "")}


def _approval(request: PurchaseRequest, step: ApprovalStep) -> dict[str, str]:
    by = step.decided_by or step.member
    is_deputy = by.pk != step.member_id
    return {
        "label": step.label,
        "title": step.member.job_title,
        "name": person_name(by.user) + (" (대결)" if is_deputy else ""),
        "day": _short(step.decided_at) if step.status == StepStatus.APPROVED else "",
        "comment": step.comment,
    }


def _request_notes(request: PurchaseRequest, grounds: Sequence[RequestGround]) -> list[dict[str, str]]:
    budget = request.budget_line
    notes = []
    if budget is not None:
        names = " · ".join(filter(None, (budget.account, budget.project, f"{budget.code} {budget.name}")))
        notes.append({"label": "예산과목", "text": f"{budget.fiscal_year}년 {names}"})
        notes.append(
            {
                "label": "예산",
                "text": f"예산현액 {budget.appropriated:,}원 · 이 품의 {int(request.total_gross):,}원 · 잔액 {_budget_left(request):,}원",
            }
        )
    notes.append({"label": "납품 기한", "text": korean_day(request.deliver_by) if request.deliver_by else ""})
    notes.append({"label": "납품 장소", "text": request.delivery_place or "협의"})
    if request.choice_reason:
        notes.append({"label": "견적 선정", "text": request.choice_reason})
    if request.split_reason:
        notes.append({"label": "분할 아님", "text": request.split_reason})
    return notes


def _budget_left(request: PurchaseRequest) -> int:
    """What the line has left with this request at its total of now, however much is still held for it."""
    line = BudgetLine.objects.get(pk=request.budget_line_id or 0)
    use = line.uses.filter(reference=f"request:{request.pk}").first()
    own = use.held + use.committed + use.spent if use is not None else Decimal(0)
    return int(line.available + own - request.total_gross)


def _ground(row: RequestGround) -> dict[str, str]:
    answer = BasketRoute.from_json(row.answer)
    return {
        "vendor": answer.vendor_name,
        "verdict": VERDICTS[answer.verdict.value],
        "articles": ", ".join(dict.fromkeys(filter(None, (answer.contract_article, answer.quote_article)))),
        "reason": answer.reason,
        "price": str(int(row.estimated_price)),
        "judged_on": korean_day(row.judged_on),
    }


def _quote(quote: Any) -> dict[str, str]:
    return {
        "number": quote.number,
        "vendor": quote.vendor.name,
        "day": korean_day(quote.issued_on),
        "total": str(int(quote.total_gross)),
    }


def _order_notes(purchase_order: PurchaseOrder, ground: RequestGround) -> list[dict[str, str]]:
    answer = BasketRoute.from_json(ground.answer)
    terms = delay_terms(answer.law, purchase_order.ordered_on)
    days, article = PAYMENT_DAYS.get(answer.law, PAYMENT_DAYS["local"])
    ways = ", ".join(dict.fromkeys(filter(None, (answer.contract_article, answer.quote_article))))
    return [
        {"label": "납품 기한", "text": korean_day(purchase_order.deliver_by)},
        {"label": "납품 장소", "text": purchase_order.delivery_place or "협의"},
        {"label": "지체상금률", "text": _delay(purchase_order.delay_rate_per_day, terms)},
        {"label": "하자 보수", "text": DEFECTS},
        {
            "label": "대금 지급",
            "text": f"검사·검수 뒤 청구를 받은 날부터 {days}일 이내 계좌이체, 공휴일과 토요일은 빼고 셈 ({article})",
        },
        {"label": "계약 근거", "text": f"{ways} ({VERDICTS[answer.verdict.value]})" if ways else answer.reason},
    ]


def _delay(rate: Decimal, terms: DelayTerms) -> str:
    per_mille = (rate * 1000).normalize()
    return f"지체 1일마다 계약금액의 1천분의 {per_mille:f}, {terms.cap:.0%}까지 ({terms.article})"


def _totals(total: TaxedMoney) -> dict[str, str]:
    return {
        "supply": str(int(total.net.amount)),
        "tax": str(int(total.tax.amount)),
        "total": str(int(total.gross.amount)),
        "words": amount_in_words(int(total.gross.amount)),
    }


def _taxed(net: Decimal, gross: Decimal, currency: str) -> TaxedMoney:
    return TaxedMoney(Money.of(net, currency), Money.of(gross, currency))


def _day(moment: dt.datetime | None) -> str:
    return korean_day(moment.astimezone(clock.SEOUL).date()) if moment else ""


def _short(moment: dt.datetime | None) -> str:
    day = moment.astimezone(clock.SEOUL).date() if moment else None
    return f"{day.month}/{day.day}" if day else ""
