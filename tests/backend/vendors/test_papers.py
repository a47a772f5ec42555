"""Papers are read by those they belong to and by staff who vet, whose reading is written down; to everybody else there are none."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages

from factories.accounts import UserFactory, staff_with
from factories.files import MARK, REFUSED_AS_PAPERS, acting_pdf, keep_files_in, pdf, picture, saved, upload
from factories.vendors import SellerFactory, member_of
from market.accounts.services.tokens import ACCESS, token_create
from market.core.actor import SYSTEM, Actor
from market.core.errors import NotFound
from market.core.files.errors import FileRefused
from market.core.models import AuditEntry
from market.core.permissions import ALL_PERMISSIONS, MANAGE_VENDORS
from market.vendors.errors import TooManyPapers
from market.vendors.models import DocumentKind, VendorApplication, VendorDocument, VendorRole, VendorStatus
from market.vendors.services import document_add as module
from market.vendors.services.document_add import document_add

pytestmark = pytest.mark.django_db
Read = Callable[..., Any]


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    keep_files_in(tmp_path, settings)
    return tmp_path


@pytest.fixture
def read(client: Any) -> Read:
    def call(document_id: Any, user: Any = None, **options: Any) -> Any:
        headers = {"Authorization": f"Bearer {token_create(user=user, kind=ACCESS)}"} if user else {}
        return client.get(f"/documents/{document_id}/", headers=headers, **options)

    return call


def paper(content: bytes | None = None, name: str = "사업자등록증.pdf", **belongs: Any) -> VendorDocument:
    return document_add(
        upload=upload(content or saved(pdf()), name), kind=DocumentKind.BUSINESS_REGISTRATION, actor=SYSTEM, **belongs
    )


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_paper_is_a_download_that_does_nothing(read: Read) -> None:
    vendor = SellerFactory()
    document = paper(acting_pdf(), vendor_id=vendor.pk)
    answer = read(document.pk, member_of(vendor))
    content = b"".join(answer.streaming_content)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%EC%82%AC")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "private, no-store"
    assert content.startswith(b"%PDF-")
    assert MARK not in content
    assert not AuditEntry.objects.filter(action="vendors.document_read").exists()


def test_a_picture_of_a_paper_is_a_download_too(read: Read) -> None:
    vendor = SellerFactory()
    answer = read(paper(picture("PNG"), "a.svg", vendor_id=vendor.pk).pk, member_of(vendor))
    assert (answer["Content-Type"], answer["Content-Disposition"]) == ("image/jpeg", 'attachment; filename="a.jpg"')


def test_who_may_not_read_a_paper_hears_the_same_as_of_none(read: Read) -> None:
    vendor = SellerFactory()
    document = paper(vendor_id=vendor.pk)
    ended = SellerFactory(status=VendorStatus.CLOSED)
    strangers = {
        "nobody": None,
        "customer": UserFactory(),
        "owner of another": member_of(),
        "clerk of it": member_of(vendor, VendorRole.CLERK),
        "staff for everything else": staff_with(*(set(ALL_PERMISSIONS) - {MANAGE_VENDORS})),
        "manager of one that has left, about the own": member_of(ended, VendorRole.MANAGER),
    }
    nothing = read(uuid.uuid4(), UserFactory())
    own_of_ended = paper(vendor_id=ended.pk)
    for name, user in strangers.items():
        for asked in (document, own_of_ended):
            answer = read(asked.pk, user)
            assert (answer.status_code, answer.content) == (404, nothing.content), name
    assert not AuditEntry.objects.filter(action="vendors.document_read").exists()


def test_an_applicant_reads_the_own_papers_and_nobody_elses(read: Read) -> None:
    applicant, other = UserFactory(), UserFactory()
    application = VendorApplication.objects.create(applicant=applicant)
    document = paper(application_id=application.pk)
    assert read(document.pk, applicant).status_code == 200
    assert read(document.pk, other).status_code == 404


def test_each_reading_by_staff_is_written_down(read: Read) -> None:
    vendor, clerk = SellerFactory(), staff_with(MANAGE_VENDORS)
    document = paper(vendor_id=vendor.pk)
    for _ in range(2):
        assert read(document.pk, clerk, REMOTE_ADDR="203.0.113.9").status_code == 200
    first, second = AuditEntry.objects.filter(action="vendors.document_read")
    assert (first.actor_id, first.subject_id, first.ip_address) == (clerk.pk, str(document.pk), "203.0.113.9")
    assert first.data == {"kind": "business_registration", "vendor": vendor.pk, "application": ""}
    assert second.pk != first.pk


def test_a_token_that_is_no_good_is_said_to_be(client: Any) -> None:
    answer = client.get(f"/documents/{uuid.uuid4()}/", headers={"Authorization": "Bearer nonsense"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_papers_are_only_read(client: Any) -> None:
    assert client.post(f"/documents/{uuid.uuid4()}/").status_code == 405


def test_a_paper_whose_file_is_gone_is_not_found(read: Read) -> None:
    vendor = SellerFactory()
    document = paper(vendor_id=vendor.pk)
    storages["papers"].delete(document.file)
    assert read(document.pk, member_of(vendor)).status_code == 404


def test_a_refused_paper_leaves_nothing(folder: Path) -> None:
    vendor = SellerFactory()
    for content in REFUSED_AS_PAPERS.values():
        with pytest.raises(FileRefused):
            document_add(upload=upload(content), kind="evidence", vendor_id=vendor.pk, actor=SYSTEM)
    assert not VendorDocument.objects.exists()
    assert not files(folder)


@pytest.mark.parametrize(("limit", "of"), [("MOST_OF_AN_APPLICATION", "application"), ("MOST_OF_A_VENDOR", "vendor")])
def test_there_are_only_so_many_papers(monkeypatch: pytest.MonkeyPatch, limit: str, of: str) -> None:
    monkeypatch.setattr(module, limit, 2)
    application = VendorApplication.objects.create(applicant=UserFactory())
    belongs = {"application_id": application.pk} if of == "application" else {"vendor_id": SellerFactory().pk}
    for _ in range(2):
        paper(**belongs)
    with pytest.raises(TooManyPapers) as refused:
        paper(**belongs)
    assert refused.value.field == "file"
    assert VendorDocument.objects.count() == 2


def test_a_paper_belongs_to_somebody_who_is_there() -> None:
    for belongs in ({"vendor_id": 10**9}, {"application_id": uuid.uuid4()}):
        with pytest.raises(NotFound):
            paper(**belongs)
    assert not VendorDocument.objects.exists()


def test_who_handed_it_in_and_what_it_is_now_are_kept() -> None:
    user, vendor = UserFactory(), SellerFactory()
    document = document_add(
        upload=upload(picture("PNG"), "../통장 사본.html"),
        kind="bankbook_copy",
        vendor_id=vendor.pk,
        actor=Actor(user_id=user.pk),
    )
    assert (document.name, document.content_type, document.uploaded_by) == ("통장 사본.jpg", "image/jpeg", user)
    assert storages["papers"].size(document.file) == document.size
