"""What is sent as a paper is refused, or comes out as pages or a picture that do nothing."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from factories.files import (
    MADE_HARMLESS,
    MARK,
    REFUSED_AS_PAPERS,
    acting_pdf,
    everything_in,
    keep_files_in,
    pdf,
    photograph,
    picture,
    saved,
    upload,
)
from market.core.errors import NotFound
from market.core.files.documents import document_keep, document_open, plain_name
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.files.pdf import WORKER


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    keep_files_in(tmp_path, settings)


@pytest.mark.parametrize("name", REFUSED_AS_PAPERS)
def test_what_is_no_paper_is_refused_and_not_kept(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        document_keep(upload(REFUSED_AS_PAPERS[name], "paper.pdf", "application/pdf"), field="file")
    assert refused.value.message("ko") != refused.value.message("en")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_why_a_pdf_is_refused_is_said() -> None:
    for name, word in (("encrypted pdf", "password"), ("pdf of 101 pages", "100"), ("broken pdf", "cannot be read")):
        with pytest.raises(FileRefused) as refused:
            document_keep(upload(REFUSED_AS_PAPERS[name]), field="file")
        assert word in refused.value.message("en")


def test_too_large_a_paper_is_refused() -> None:
    with pytest.raises(FileTooLarge):
        document_keep(upload(b"%PDF-1.7" + bytes(10_000_000)), field="file")


def test_a_pdf_keeps_its_pages_and_stamps_and_loses_what_acts() -> None:
    sent = acting_pdf()
    assert sent.count(MARK) >= 8
    kept = document_keep(upload(sent, "사업자등록증.pdf"), field="file")
    with document_open(kept.key) as file:
        content = file.read()
    whole = everything_in(content)
    assert MARK not in whole
    for word in (b"/JavaScript", b"/JS", b"/OpenAction", b"/Launch", b"/EmbeddedFile", b"/XFA", b"/Annots", b"/URI"):
        assert word not in whole
    assert b"(a paper) Tj" in whole
    assert b"(a stamp) Tj" in whole
    with pikepdf.open(io.BytesIO(content)) as document:
        assert set(document.Root.keys()) == {"/Pages", "/Type"}
        assert "/AA" in document.pages[0].obj.Resources.Font  # a font of this name is no action
    assert (kept.content_type, kept.name, kept.size) == ("application/pdf", "사업자등록증.pdf", len(content))
    assert kept.sha256 == hashlib.sha256(content).hexdigest()


def test_pages_keep_the_size_and_the_letters_that_they_inherit() -> None:
    document = pdf(2)
    for page in document.pages:
        del page.obj["/MediaBox"]
    document.Root.Pages.MediaBox = pikepdf.Array([0, 0, 111, 222])
    kept = document_keep(upload(saved(document)), field="file")
    with document_open(kept.key) as file, pikepdf.open(file) as made:
        assert [[int(n) for n in page.mediabox] for page in made.pages] == [[0, 0, 111, 222]] * 2


def test_a_pdf_of_a_hundred_pages_is_taken() -> None:
    assert document_keep(upload(saved(pdf(100))), field="file").content_type == "application/pdf"


@pytest.mark.parametrize("fmt", ["JPEG", "PNG"])
def test_pictures_of_papers_are_made_anew(fmt: str) -> None:
    kept = document_keep(upload(picture(fmt, colour="red"), "paper.exe"), field="file")
    assert (kept.content_type, kept.name, kept.key[-4:]) == ("image/jpeg", "paper.jpg", ".jpg")


@pytest.mark.parametrize("name", [name for name in MADE_HARMLESS if name.startswith(("png", "jpeg"))])
def test_what_a_picture_of_a_paper_carries_besides_is_gone(name: str) -> None:
    kept = document_keep(upload(MADE_HARMLESS[name], "a.html"), field="file")
    with document_open(kept.key) as file:
        assert MARK not in file.read()


def test_a_scanned_page_stays_legible_and_upright() -> None:
    kept = document_keep(upload(picture("PNG", size=(2480, 3508))), field="file")
    with document_open(kept.key) as file, Image.open(file) as image:
        assert image.height == 3500
    turned = document_keep(upload(photograph()), field="file")
    with document_open(turned.key) as file, Image.open(file) as image:
        assert image.size == (20, 40)


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\papers\\등록증.PDF", "등록증.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.pdf"),
        ("a\x00\r\nb.pdf", "ab.pdf"),
        ('<script>"x".pdf', "scriptx.pdf"),
        ("\u1100\u1161.pdf", "가.pdf"),
        ("  ..  ", "document.pdf"),
        ("", "document.pdf"),
        ("가" * 400, "가" * 146 + ".pdf"),
    ],
)
def test_names_are_made_plain(sent: str, wanted: str) -> None:
    assert plain_name(sent, "pdf") == wanted


def test_a_pdf_that_eats_memory_dies_alone() -> None:
    """The worker's own limits, whatever the parser would do: an object stream that unpacks to far more than there is."""
    code = f"import sys; sys.path.insert(0, {str(WORKER.parent)!r}); import pdf_worker as w; w._limit_ourselves(); bytearray(2 << 30)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


def test_a_paper_that_is_gone_is_not_found() -> None:
    with pytest.raises(NotFound):
        document_open("vendors/nothing.pdf")
