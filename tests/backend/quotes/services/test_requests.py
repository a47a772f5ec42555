"""Drafting, sending, extending, closing and calling off a request."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from factories.checkout import anew
from factories.files import pdf, saved, upload
from factories.procurement import agency_member
from factories.quotes import ITEMS, answered, buyer_of, draft, in_days, invitation_of, seller_of, sent
from factories.vendors import SellerFactory
from market.agencies.permissions import AgencyAbility
from market.core import clock
from market.core.errors import InvalidInput, ManyErrors, NotFound, PermissionDenied, Required
from market.core.files.documents import document_open
from market.core.files.errors import FileRefused
from market.core.models import AuditEntry, OutboxEvent
from market.papers.models import Paper, PaperKind
from market.quotes.errors import (
    AnsweredQuestion,
    RequestNotComplete,
    RequestNotEditable,
    RequestNotOpen,
    TooManyFiles,
    VendorNotSelling,
)
from market.quotes.models import InvitationStatus, QuoteAttachment, QuoteRequest
from market.quotes.rules import MOST_FILES
from market.quotes.services import attachment
from market.quotes.services.question import question_answer, question_ask
from market.quotes.services.quote_request_close import quote_requests_close, quote_requests_remind
from market.quotes.services.quote_request_send import (
    quote_request_cancel,
    quote_request_extend,
    quote_request_send,
)
from market.quotes.services.quote_request_write import quote_request_create, quote_request_update
from market.quotes.services.quote_submit import invitation_decline, invitation_seen
from market.quotes.services.request_clean import ItemWish

pytestmark = pytest.mark.django_db


def pdf_file(name: str = "과업.pdf") -> SimpleUploadedFile:
    return upload(saved(pdf()), name, "application/pdf")


def papers_of(request: QuoteRequest) -> list[Paper]:
    return list(Paper.objects.filter(subject_type="QuoteRequest", subject_id=str(request.pk)).order_by("issued_at"))


def topics() -> list[str]:
    return list(OutboxEvent.objects.order_by("id").values_list("topic", flat=True))


def test_a_sent_request_has_a_number_and_a_paper_that_names_nobody_who_is_asked() -> None:
    member, first, second = agency_member(job_title="주무관"), SellerFactory(), SellerFactory()
    request = sent(member, first, second)
    assert request.number == f"QR-{clock.today().year}-0001"
    assert request.status == "open"
    assert request.department == member.department
    (paper,) = papers_of(request)
    assert (paper.kind, paper.agency, paper.vendor) == (PaperKind.QUOTE_REQUEST, member.agency, None)
    pages = PdfReader(io.BytesIO(document_open(paper.key).read())).pages
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    for words in (
        "견적요청서",
        "QR-",
        member.agency.name,
        "쌀겨설거지비누",
        "300",
        "물품인수처",
        "한지띠지를두른",
        "주무관",
    ):
        assert words.replace(" ", "") in text, words
    for vendor in (first, second):
        assert vendor.legal_name.replace(" ", "") not in text
    assert topics() == ["quotes.request_sent"]
    assert AuditEntry.objects.get().action == "quotes.request_send"


def test_a_draft_is_changed_at_will_and_a_sent_one_is_not() -> None:
    member, vendor, other = agency_member(), SellerFactory(), SellerFactory()
    request = draft(member, vendor, title="")
    change = {"title": " 봄 행사 ", "delivery_place": ""}
    items = [ItemWish(name="꽃", quantity=5)]
    anew(
        quote_request_update,
        request_id=request.pk,
        values=change,
        items=items,
        vendor_ids=[other.pk],
        actor=buyer_of(member),
    )
    request.refresh_from_db()
    assert request.title == "봄 행사"
    assert [(item.name, item.unit, item.quantity) for item in request.items.all()] == [("꽃", "개", 5)]
    assert [row.vendor for row in request.invitations.all()] == [other]
    with pytest.raises(RequestNotComplete) as fault:
        anew(quote_request_send, request_id=request.pk, actor=buyer_of(member))
    assert fault.value.params["missing"] == "deliveryPlace"
    assert fault.value.message("ko").endswith(": 납품 장소")
    done = sent(member, vendor)
    with pytest.raises(RequestNotEditable):
        anew(quote_request_update, request_id=done.pk, values={"title": "x"}, actor=buyer_of(member))
    with pytest.raises(RequestNotEditable):
        anew(quote_request_send, request_id=done.pk, actor=buyer_of(member))
    assert not Paper.objects.filter(subject_id=str(request.pk)).exists()


def test_what_a_request_cannot_say() -> None:
    member, vendor = agency_member(), SellerFactory()
    actor = buyer_of(member)
    for items in ([ItemWish(name="", quantity=1)], [ItemWish(name="x", quantity=0)], [ITEMS[0]] * 51):
        with pytest.raises(ManyErrors):
            anew(quote_request_create, agency_id=member.agency_id, values={}, items=items, actor=actor)
    with pytest.raises(ManyErrors):
        anew(quote_request_create, agency_id=member.agency_id, values={"title": "x" * 151}, actor=actor)
    items = [ItemWish(name="x", quantity=1, variant_id=0)]
    with pytest.raises(ManyErrors):
        anew(quote_request_create, agency_id=member.agency_id, values={}, items=items, actor=actor)
    with pytest.raises(NotFound):
        anew(quote_request_create, agency_id=member.agency_id, values={}, vendor_ids=[0], actor=actor)
    assert not QuoteRequest.objects.exists()
    for dates in (
        {"reply_by": in_days(-1)},
        {"reply_by": in_days(61), "delivery_by": clock.today() + dt.timedelta(days=90)},
        {"delivery_by": clock.today()},
    ):
        request = draft(member, vendor, **dates)
        with pytest.raises(InvalidInput):
            anew(quote_request_send, request_id=request.pk, actor=actor)
    assert not Paper.objects.exists()


def test_only_enterprises_that_sell_are_asked() -> None:
    member, vendor = agency_member(), SellerFactory()
    request = draft(member, vendor)
    vendor.status = "suspended"
    vendor.save()
    with pytest.raises(VendorNotSelling):
        anew(quote_request_send, request_id=request.pk, actor=buyer_of(member))
    with pytest.raises(VendorNotSelling):
        draft(member, vendor)
    assert topics() == []


def test_nobody_else_touches_it() -> None:
    member = agency_member()
    request, vendor = sent(member), SellerFactory()
    attempts = [
        lambda actor: quote_request_update(request_id=request.pk, values={"title": "x"}, actor=actor),
        lambda actor: quote_request_send(request_id=request.pk, actor=actor),
        lambda actor: quote_request_extend(request_id=request.pk, reply_by=in_days(9), actor=actor),
        lambda actor: quote_request_cancel(request_id=request.pk, reason="x", actor=actor),
        lambda actor: attachment.request_file_add(request_id=request.pk, upload=pdf_file(), actor=actor),
        lambda actor: quote_request_create(agency_id=member.agency_id, values={}, actor=actor),
    ]
    before = QuoteRequest.objects.values().get()
    for attempt in attempts:
        for stranger in (buyer_of(agency_member()), seller_of(vendor)):
            with pytest.raises(NotFound):
                anew(attempt, actor=stranger)
        with pytest.raises(PermissionDenied):
            anew(attempt, actor=buyer_of(agency_member(member.agency, AgencyAbility.PAY)))
    assert QuoteRequest.objects.values().get() == before
    assert not QuoteAttachment.objects.exists()


def test_a_deadline_moves_away_only_with_a_new_paper() -> None:
    member = agency_member()
    request = sent(member)
    for reply_by in (in_days(4), in_days(90)):
        with pytest.raises(InvalidInput):
            anew(quote_request_extend, request_id=request.pk, reply_by=reply_by, actor=buyer_of(member))
    anew(quote_request_extend, request_id=request.pk, reply_by=in_days(8), actor=buyer_of(member))
    old, new = papers_of(request)
    assert (new.replaces, new.number) == (old, f"{request.number}-2")
    assert topics() == ["quotes.request_sent", "quotes.request_extended"]
    QuoteRequest.objects.update(sent_at=in_days(-9), reply_by=in_days(-0.1))
    with pytest.raises(RequestNotOpen):
        anew(quote_request_extend, request_id=request.pk, reply_by=in_days(9), actor=buyer_of(member))


def test_calling_off_needs_a_reason_and_happens_once() -> None:
    member = agency_member()
    request = sent(member)
    with pytest.raises(Required):
        anew(quote_request_cancel, request_id=request.pk, reason=" ", actor=buyer_of(member))
    anew(quote_request_cancel, request_id=request.pk, reason="행사가 미뤄졌어요", actor=buyer_of(member))
    request.refresh_from_db()
    assert (request.status, request.canceled_reason, request.closed_at) == ("canceled", "행사가 미뤄졌어요", None)
    with pytest.raises(RequestNotOpen):
        anew(quote_request_cancel, request_id=request.pk, reason="또", actor=buyer_of(member))
    unsent = draft(member, SellerFactory())
    anew(quote_request_cancel, request_id=unsent.pk, reason="", actor=buyer_of(member))
    assert topics() == ["quotes.request_sent", "quotes.request_canceled"]


def test_the_sweep_closes_what_is_overdue_and_nothing_twice() -> None:
    due, running = sent(), sent()
    QuoteRequest.objects.filter(pk=due.pk).update(sent_at=in_days(-9), reply_by=in_days(-0.5))
    assert [quote_requests_close(), quote_requests_close()] == [1, 0]
    due.refresh_from_db()
    running.refresh_from_db()
    assert (due.status, running.status) == ("closed", "open")
    assert due.closed_at == due.reply_by
    assert topics().count("quotes.request_closed") == 1


def test_the_eve_of_a_deadline_is_told_of_once_for_each_deadline() -> None:
    member = agency_member()
    request = sent(member)
    assert quote_requests_remind() == 0
    QuoteRequest.objects.update(sent_at=in_days(-3), reply_by=in_days(0.5))
    assert [quote_requests_remind(), quote_requests_remind()] == [1, 0]
    anew(quote_request_extend, request_id=request.pk, reply_by=in_days(0.9), actor=buyer_of(member))
    assert [quote_requests_remind(), quote_requests_remind()] == [1, 0]
    QuoteRequest.objects.update(sent_at=in_days(-0.5), reply_by=in_days(0.2), reminded_of=None)
    assert quote_requests_remind() == 0  # it was sent this morning: everybody knows


def test_questions_are_answered_once_while_answers_are_taken() -> None:
    member, vendor = agency_member(), SellerFactory()
    request = sent(member, vendor, SellerFactory())
    token, seller = invitation_of(request, vendor).token, seller_of(vendor)
    with pytest.raises(Required):
        anew(question_ask, token=token, question=" ", actor=seller)
    asked = anew(question_ask, token=token, question="띠지는 몇 도 인쇄인가요?", actor=seller)
    for actor in (buyer_of(agency_member()), seller):
        with pytest.raises(NotFound):
            anew(question_answer, question_id=asked.pk, answer="1도", actor=actor)
    anew(question_answer, question_id=asked.pk, answer="1도예요", actor=buyer_of(member))
    with pytest.raises(AnsweredQuestion):
        anew(question_answer, question_id=asked.pk, answer="2도", actor=buyer_of(member))
    asked.refresh_from_db()
    assert asked.answer == "1도예요"
    QuoteRequest.objects.update(sent_at=in_days(-9), reply_by=in_days(-0.1))
    with pytest.raises(RequestNotOpen):
        anew(question_ask, token=token, question="늦은 질문", actor=seller)
    assert topics()[1:] == ["quotes.question_asked", "quotes.question_answered"]


def test_opening_is_remembered_the_first_time() -> None:
    vendor = SellerFactory()
    request = sent(None, vendor)
    token, seller = invitation_of(request, vendor).token, seller_of(vendor)
    first = anew(invitation_seen, token=token, actor=seller)
    assert (first.status, first.seen_at is not None) == (InvitationStatus.SEEN, True)
    assert anew(invitation_seen, token=token, actor=seller).seen_at == first.seen_at
    with pytest.raises(NotFound):
        anew(invitation_seen, token=token, actor=seller_of(SellerFactory()))


def test_files_of_a_draft_and_of_an_answer() -> None:
    member, vendor = agency_member(), SellerFactory()
    request = draft(member, vendor)
    for number in range(MOST_FILES):
        file = anew(
            attachment.request_file_add,
            request_id=request.pk,
            upload=pdf_file(name=f"과업 {number}.pdf"),
            actor=buyer_of(member),
        )
    assert storages["papers"].exists(file.key)
    assert file.name == "과업 4.pdf"
    with pytest.raises(TooManyFiles):
        anew(attachment.request_file_add, request_id=request.pk, upload=pdf_file(), actor=buyer_of(member))
    with pytest.raises(NotFound):
        anew(attachment.file_remove, attachment_id=file.pk, actor=buyer_of(agency_member()))
    anew(attachment.file_remove, attachment_id=file.pk, actor=buyer_of(member))
    bad = upload(b"<html>", "x.pdf", "application/pdf")
    with pytest.raises(FileRefused):
        anew(attachment.request_file_add, request_id=request.pk, upload=bad, actor=buyer_of(member))
    anew(quote_request_send, request_id=request.pk, actor=buyer_of(member))
    with pytest.raises(RequestNotEditable):
        anew(attachment.request_file_add, request_id=request.pk, upload=pdf_file(), actor=buyer_of(member))
    token = invitation_of(request, vendor).token
    own = anew(attachment.answer_file_add, token=token, upload=pdf_file(), actor=seller_of(vendor))
    assert own.invitation == invitation_of(request, vendor)
    with pytest.raises(NotFound):
        anew(attachment.answer_file_add, token=token, upload=pdf_file(), actor=buyer_of(member))


def test_when_nobody_owes_an_answer_the_request_closes_at_once() -> None:
    first, second = SellerFactory(), SellerFactory()
    request = sent(None, first, second)
    answered(request, first, 1_000)
    request.refresh_from_db()
    assert request.status == "open"
    token = invitation_of(request, second).token
    anew(invitation_decline, token=token, reason="그날까지 만들 수 없어요", actor=seller_of(second))
    request.refresh_from_db()
    assert request.status == "closed"
    assert topics()[-1] == "quotes.request_closed"
