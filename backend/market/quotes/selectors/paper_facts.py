"""What quotes, requests for them and comparisons print. JSON values only: amounts are strings of digits."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from market.agencies.models import Agency, AgencyMember, Department
from market.core import clock
from market.core.tax import TaxKind
from market.orders.paper_rules import amount_in_words, business_number_text, korean_day
from market.quotes.models import Quote, QuoteLine, QuoteRequest
from market.quotes.selectors.comparison import ComparedQuote, Comparison, SharedPair
from market.vendors.models import Certificate, Vendor
from market.vendors.selectors.certificates import certificates_counting, without_outrun

NOTICE = "이음은 통신판매중개자이며 거래 당사자가 아닙니다. 계약의 당사자는 공급자와 수요기관입니다."
KINDS = {TaxKind.TAXABLE: "", TaxKind.EXEMPT: "면세", TaxKind.ZERO_RATED: "영세율"}
TRAIT_WORDS = {
    "representative": "대표자",
    "address": "사업장 주소",
    "account": "입금 계좌",
    "email": "이메일",
    "phone": "전화번호",
    "member": "담당자",
}
LONGEST_DUTIES = 6


def quote_facts(quote: Quote, *, place: str) -> dict[str, Any]:
    """A 견적서 of a quote that was just written, with its lines."""
    lines = list(quote.lines.order_by("position", "id"))
    vendor = Vendor.objects.get(pk=quote.vendor_id)
    request = quote.request
    title = quote.title or (request.title if request else "")
    return {
        "number": quote.number,
        "date": korean_day(quote.issued_on),
        "heads": _rows(
            ("견적번호", quote.number),
            ("견적일", korean_day(quote.issued_on)),
            ("요청번호", request.number if request and request.number else ""),
        ),
        "buyer": buyer_name(quote.agency, quote.department),
        "people": _rows(("담당", person_words(quote.member)), ("건명", title)),
        "vendor": vendor_facts(vendor),
        "words": amount_in_words(int(quote.total_gross)),
        "total": won(quote.total_gross),
        "supply": won(quote.total_net),
        "tax": won(quote.total_gross - quote.total_net),
        "lines": [*(_line(line) for line in lines), _delivery(quote)],
        "notes": _quote_notes(quote, vendor, place),
        "notice": NOTICE,
    }


def request_facts(request: QuoteRequest) -> dict[str, Any]:
    """A 견적요청서: the same for all who are asked, and nothing of who they are."""
    assert request.reply_by is not None  # a request is printed when it is sent
    return {
        "number": request.number or "",
        "date": korean_day((request.sent_at or clock.now()).astimezone(clock.SEOUL).date()),
        "title": request.title,
        "buyer": {
            "name": buyer_name(request.agency, request.department),
            "number": business_number_text(request.agency.registration_number),
            "representative": request.agency.representative,
            "address": request.agency.address,
            "person": person_words(request.requester),
            "email": request.requester.user.email if request.requester.user else "",
        },
        "heads": _rows(
            ("건명", request.title),
            ("납품 장소", request.delivery_place),
            ("납품 기한", korean_day(request.delivery_by) if request.delivery_by else ""),
            ("회신 기한", korean_moment(request.reply_by)),
        ),
        "lines": [
            {"name": item.name, "specification": item.specification, "unit": item.unit, "quantity": str(item.quantity)}
            for item in request.items.order_by("position", "id")
        ],
        "specification": request.specification,
        "files": [file.name for file in request.attachments.filter(invitation__isnull=True)],
        "notes": _rows(
            ("견적 금액", "부가가치세를 포함한 금액으로, 품목마다 단가를 적어 주십시오."),
            (
                "금액 공개",
                "회신 기한이 지나거나 요청받은 곳이 모두 답한 뒤에 금액을 엽니다. 그 전에는 수요기관도 볼 수 없습니다.",
            ),
            ("질문", "이음 입점센터에서 물을 수 있고, 답은 요청받은 모든 곳이 함께 봅니다. 물은 곳은 밝히지 않습니다."),
        ),
        "notice": NOTICE,
    }


def comparison_facts(comparison: Comparison) -> dict[str, Any]:
    """A 비교견적서 of opened answers, cheapest first."""
    request = comparison.request
    chosen = next((one.quote for one in comparison.quotes if one.quote.chosen_at is not None), None)
    return {
        "number": request.number or "",
        "heads": _rows(
            ("건명", request.title),
            ("요청번호", request.number or ""),
            ("수요기관", buyer_name(request.agency, request.department)),
            ("담당", person_words(request.requester)),
            ("마감", korean_moment(request.closed_at or request.reply_by or clock.now())),
        ),
        "items": [
            {"name": item.name, "specification": item.specification, "unit": item.unit, "quantity": str(item.quantity)}
            for item in comparison.items
        ],
        "quotes": [_compared(one) for one in comparison.quotes],
        "declined": [vendor.legal_name for vendor in comparison.declined],
        "warnings": [_warning(pair) for pair in comparison.warnings],
        "chosen": "" if chosen is None else f"{chosen.vendor.legal_name} ({chosen.number})",
        "reason": "" if chosen is None else chosen.chosen_reason,
        "notice": NOTICE,
    }


def buyer_name(agency: Agency, department: Department | None) -> str:
    return f"{agency.name} {department.name}" if department else agency.name


def person_words(member: AgencyMember) -> str:
    """한지우 주무관 (02-000-0000)."""
    user = member.user
    name = f"{user.last_name}{user.first_name}".strip() if user else ""
    words = " ".join(filter(None, [name, member.job_title]))
    phone = member.agency.phone
    return f"{words} ({phone})" if phone else words


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


def korean_moment(moment: dt.datetime) -> str:
    local = moment.astimezone(clock.SEOUL)
    return f"{korean_day(local.date())} {local:%H:%M}"


def won(amount: Decimal) -> str:
    return str(int(amount))


def certificate_words(certificate: Certificate) -> str:
    """사회적기업 (제2020-001호, 2028. 3. 14.까지)."""
    until = certificate.valid_until
    end = f"{until.year}. {until.month}. {until.day}.까지" if until else "기한 없음"
    return f"{certificate.kind.short_name} ({certificate.number}, {end})"


def _rows(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "text": text} for label, text in pairs if text]


def _line(line: QuoteLine) -> dict[str, str]:
    remarks = (KINDS[TaxKind(line.tax_kind)], line.remark)
    return {
        "name": line.name,
        "specification": line.specification,
        "unit": line.unit,
        "quantity": str(line.quantity),
        "price": won(line.unit_price_gross),
        "supply": won(line.total_net),
        "tax": won(line.total_gross - line.total_net),
        "remark": ", ".join(filter(None, remarks)),
    }


def _delivery(quote: Quote) -> dict[str, str]:
    tax = quote.delivery_gross - quote.delivery_net
    return {
        "name": "납품 운송",
        "specification": "",
        "unit": "식",
        "quantity": "1",
        "price": won(quote.delivery_gross),
        "supply": won(quote.delivery_net),
        "tax": won(tax),
        "remark": "무상" if not quote.delivery_gross else ("" if tax else "면세"),
    }


def _quote_notes(quote: Quote, vendor: Vendor, place: str) -> list[dict[str, str]]:
    days = (quote.valid_until - quote.issued_on).days
    today = clock.today()
    held = without_outrun(certificates_counting([vendor.pk], today), today)
    return _rows(
        (
            "유효기간",
            f"{korean_day(quote.valid_until)}까지 (견적일 다음 날부터 {days}일)"
            if days
            else f"{korean_day(quote.valid_until)}까지",
        ),
        ("부가가치세", "별도 표시, 합계금액에 포함"),
        ("납품", _delivery_words(quote, place)),
        ("대금 지급", "검수 뒤 청구일부터 5일 이내 계좌이체"),
        ("인증", " · ".join(map(certificate_words, held))),
        ("비고", quote.remarks),
    )


def _delivery_words(quote: Quote, place: str) -> str:
    when = "" if quote.delivery_days is None else f"발주일부터 영업일 {quote.delivery_days}일 이내 발송"
    if quote.request_id is not None and quote.delivery_days is not None:
        when = f"발주일부터 {quote.delivery_days}일 이내 납품"
    return ", ".join(filter(None, [when, place]))


def _compared(one: ComparedQuote) -> dict[str, Any]:
    quote = one.quote
    duties = dict.fromkeys(duty.duty.scheme.short_name for duty in one.duties)
    return {
        "vendor": quote.vendor.legal_name,
        "number": quote.number,
        "business_number": business_number_text(quote.vendor.business_number),
        "representative": quote.vendor.representative,
        "lines": [{"price": won(line.unit_price_gross), "amount": won(line.total_gross)} for line in one.lines],
        "delivery": won(quote.delivery_gross),
        "supply": won(quote.total_net),
        "tax": won(quote.total_gross - quote.total_net),
        "total": won(quote.total_gross),
        "days": "" if quote.delivery_days is None else str(quote.delivery_days),
        "valid": korean_day(quote.valid_until),
        "duties": ", ".join(list(duties)[:LONGEST_DUTIES]),
        "certificates": ", ".join(dict.fromkeys(row.kind.short_name for row in one.certificates)),
        "is_lowest": one.is_lowest,
        "is_chosen": quote.chosen_at is not None,
    }


def _warning(pair: SharedPair) -> str:
    shared = ", ".join(TRAIT_WORDS[trait] for trait in pair.traits)
    return f"{pair.first.legal_name}, {pair.second.legal_name}: {shared} 같음"
