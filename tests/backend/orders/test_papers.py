"""Packing lists and statements, read back from the PDF."""

from __future__ import annotations

import io
import re
import uuid
from typing import Any

import pytest
from pypdf import PdfReader

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import CLERK, placed_order, receive_money, send
from factories.promotions import voucher_in
from factories.vendors import SellerFactory, member_of
from market.accounts.models import User
from market.accounts.services.tokens import ACCESS, token_create
from market.core.global_ids import to_global_id
from market.core.models import AuditEntry
from market.orders.models import Order, OrderLine, VendorOrder
from market.orders.paper_rules import amount_in_words
from market.orders.services.vendor_order_lines_cancel import vendor_order_lines_cancel
from market.orders.services.vendor_order_papers import MOST_PAPERS
from market.vendors.models import Vendor

pytestmark = pytest.mark.django_db
ODD = 'soap #image("/etc/passwd") $x$ *b* <script> \\ 비누'


@pytest.fixture
def vendor() -> Vendor:
    return SellerFactory(name="두손공방", legal_name="주식회사 두손공방", business_number="1234567890")


@pytest.fixture
def order(vendor: Vendor) -> Order:
    """Three of one thing with a voucher, two of another that is free of VAT, and somebody else's part."""
    channel = ChannelFactory()
    voucher_in(channel, code="OFF", value=1_000)
    goods = {
        variant_on_sale(channel, vendor=vendor, price=3_333, name=ODD): 3,
        variant_on_sale(channel, vendor=vendor, price=12_000, name="그림책", tax_kind="exempt"): 2,
        variant_on_sale(channel, name="남의 상품"): 1,
    }
    return receive_money(placed_order(channel, goods, codes=["OFF"]))


def part_of(order: Order, vendor: Vendor) -> VendorOrder:
    return order.vendor_orders.get(vendor=vendor)


def fetch(client: Any, user: User | None, kind: str, *parts: Any) -> Any:
    headers = {"Authorization": f"Bearer {token_create(user=user, kind=ACCESS)}"} if user else {}
    ids = ",".join(part if isinstance(part, str) else to_global_id("VendorOrder", part.pk) for part in parts)
    return client.get("/papers/vendor-orders.pdf", {"kind": kind, "ids": ids}, headers=headers)


def pages(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/pdf"
    return [page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages]


def grouped(amount: Any) -> str:
    return f"{int(amount):,}"


def test_a_statement_says_what_the_order_says(client: Any, order: Order, vendor: Vendor) -> None:
    part = part_of(order, vendor)
    (text,) = pages(fetch(client, member_of(vendor), "statement", part))
    plain = re.sub(r"\s+", "", text)
    assert re.sub(r"\s+", "", amount_in_words(int(part.total_gross))) in plain
    for amount in (part.total_gross, part.total_net, part.total_gross - part.total_net):
        assert grouped(amount) in plain
    for line in part.lines.all():
        assert grouped(line.total_net) in plain
        assert grouped(line.total_gross - line.total_net) in plain
    for words in (
        "거래명세서",
        "123-45-67890",
        "주식회사두손공방",
        "한지우귀중",
        "면세",
        "쿠폰반영",
        part.number,
        "1/1",
    ):
        assert words in plain, words
    assert "남의상품" not in plain
    assert "guest@ieum.example" not in plain


def test_what_people_type_is_text_and_never_drawn(client: Any, order: Order, vendor: Vendor) -> None:
    for kind in ("statement", "packing"):
        (text,) = pages(fetch(client, member_of(vendor), kind, part_of(order, vendor)))
        assert re.sub(r"\s+", "", ODD) in re.sub(r"\s+", "", text)


def test_what_was_cancelled_is_not_charged(client: Any, order: Order, vendor: Vendor) -> None:
    part = part_of(order, vendor)
    line = part.lines.order_by("sort_order")[0]
    done = anew(vendor_order_lines_cancel, vendor_order_id=part.pk, pieces=[(line.pk, 1)], reason="품절", actor=CLERK)
    (text,) = pages(fetch(client, member_of(vendor), "statement", part))
    assert grouped(part.total_gross - done.cancellation.amount) in text
    assert grouped(part.total_gross) not in text
    (text,) = pages(fetch(client, member_of(vendor), "packing", part))
    assert "취소한 것 1개" in re.sub(r"\s+", " ", text)


def test_a_packing_list_has_the_address_and_no_price(client: Any, order: Order, vendor: Vendor) -> None:
    other = receive_money(placed_order(ChannelFactory(), {variant_on_sale(ChannelFactory(), vendor=vendor): 7}))
    parts = [part_of(order, vendor), part_of(other, vendor)]
    first, second = pages(fetch(client, member_of(vendor), "packing", *parts))
    assert parts[0].number in first
    assert parts[1].number in second
    for words in ("포장명세서", "한지우", "010-0000-0000", "(08274)", "그림책"):
        assert words in re.sub(r"\s+", "", first), words
    assert "3,333" not in first
    assert grouped(parts[0].total_gross) not in first
    entries = AuditEntry.objects.filter(action="orders.receiver_printed").values_list("subject_id", flat=True)
    assert set(entries) == {str(part.pk) for part in parts}


def test_a_long_order_has_several_pages_counted_by_themselves(client: Any, vendor: Vendor) -> None:
    channel = ChannelFactory()
    order = receive_money(placed_order(channel, {variant_on_sale(channel, vendor=vendor): 1}))
    part = part_of(order, vendor)
    line = part.lines.get()
    fields = {**{field.attname: getattr(line, field.attname) for field in line._meta.concrete_fields}}
    OrderLine.objects.bulk_create(OrderLine(**{**fields, "id": uuid.uuid4()}) for _ in range(59))
    texts = pages(fetch(client, member_of(vendor), "statement", part, part_of(order, vendor)))
    assert len(texts) >= 2
    assert f"1 / {len(texts)}" in re.sub(r"\s+", " ", texts[0])


def test_papers_are_for_those_who_handle_the_order(client: Any, order: Order, vendor: Vendor) -> None:
    part = part_of(order, vendor)
    theirs = order.vendor_orders.exclude(pk=part.pk).get()
    own = member_of(vendor)
    assert fetch(client, None, "packing", part).status_code == 401
    assert fetch(client, UserFactory(), "packing", part).status_code == 403
    for ids in ([theirs], [part, theirs], [to_global_id("VendorOrder", order.pk)], ["nonsense"]):
        assert fetch(client, own, "packing", *ids).status_code == 404
    assert fetch(client, own, "invoice", part).status_code == 400
    assert fetch(client, own, "packing").status_code == 400
    assert fetch(client, own, "packing", *[part] * (MOST_PAPERS + 1)).status_code == 400
    assert not AuditEntry.objects.filter(action="orders.receiver_printed").exists()
    answer = fetch(client, own, "packing", part)
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("private, no-store", "nosniff")


def test_nothing_was_supplied_of_what_was_cancelled(client: Any, order: Order, vendor: Vendor) -> None:
    part = part_of(order, vendor)
    anew(vendor_order_lines_cancel, vendor_order_id=part.pk, pieces=None, reason="품절", actor=CLERK)
    assert fetch(client, member_of(vendor), "statement", part).status_code == 404


def test_what_was_sent_can_be_printed_again(client: Any, order: Order, vendor: Vendor) -> None:
    part = part_of(order, vendor)
    send(order, part=part)
    (text,) = pages(fetch(client, member_of(vendor), "packing", part))
    assert "그림책" in text
