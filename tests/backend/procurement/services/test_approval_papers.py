"""품의서 and 발주서 as people read them: the text of the PDFs, to the won."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from factories.approval import approved, decide, goods, office, put_up
from market.core.files.documents import document_open
from market.papers.models import Paper
from market.procurement.models import PurchaseOrder
from market.procurement.services.request_decide import LineRejection

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]


def text_of(paper: Paper) -> str:
    with document_open(paper.key) as file:
        pages = PdfReader(io.BytesIO(file.read())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_a_purchase_order_says_what_a_contract_must() -> None:
    at = office()
    approved(at, {goods(at, price=11_000, name="쌀겨 비누"): 7})
    order = PurchaseOrder.objects.select_related("paper", "vendor_order").get()
    assert order.paper is not None
    text = text_of(order.paper)
    for words in (
        order.number,
        "일금 칠만칠천원정",
        "77,000",
        "70,000",
        "7,000",
        "쌀겨 비누",
        "1천분의 0.8",
        "30%",
        "지방계약법 시행규칙 제75조",
        "하자 보수",
        "대금 지급",
        "개봉로23길 10",
        at.agency.name,
        order.vendor_order.vendor.legal_name,
    ):
        assert words in text, words


def test_a_request_says_who_approved_and_what_was_taken_out() -> None:
    at = office(approvers=2)
    request = put_up(at, {goods(at, price=110_000, name="쌀겨 비누"): 1, goods(at, price=55_000, name="면 수건"): 1})
    line = request.lines.get(name="면 수건")
    request = decide(request, at.approvers[0], rejections=[LineRejection(line.pk, "작년 것이 남았어요")])
    request = decide(request, at.approvers[1], comment="진행해 주세요")
    text = text_of(Paper.objects.get(kind="purchase_request"))
    assert "면 수건: 작년 것이 남았어요" in text
    for words in (str(request.number), "일금 일십일만원정", "110,000", "견적 생략 수의계약", "진행해 주세요", "201-01"):
        assert words in text, words
    assert f"잔액 {100_000_000 - 110_000:,}원" in text
