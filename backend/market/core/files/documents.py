"""Private papers: PDF, JPEG and PNG, made anew, kept where only a view that asks who reads them can reach them."""

from __future__ import annotations

import hashlib
import unicodedata
import uuid
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages

from market.core.errors import NotFound
from market.core.files import pdf, raster
from market.core.files.errors import FileRefused
from market.core.files.reading import content_of

LARGEST_EDGE = 3500  # pixels: A4 at 300 dots an inch
LONGEST_NAME = 150
UNPLAIN = '<>:"/\\|?*'


@dataclass(frozen=True)
class KeptDocument:
    """A paper as it is kept: ``key`` in the private storage, ``name`` plain and ending as it must, ``size`` in bytes."""

    key: str
    name: str
    content_type: str
    size: int
    sha256: str


def document_keep(upload: File[Any], *, field: str, shelf: str = "vendors") -> KeptDocument:
    """Check the paper by what it holds, make it anew and keep it. Call it before the transaction that writes the row with its key.

    Raises FileTooLarge (10 MB), or FileRefused for anything but PDF, JPEG and PNG, for what is broken, for encrypted PDFs and those of
    more than 100 pages. PDFs lose scripts, actions, forms, attachments and metadata; pictures are encoded anew.
    A key that no row names is swept away after a day (``sweep.files_named_by``).
    """
    content = content_of(upload, field=field)
    if content.startswith(b"%PDF-"):
        made, content_type, extension = _pdf(content, field), "application/pdf", "pdf"
    else:
        picture = _picture(content, field)
        made, content_type, extension = picture.content, picture.content_type, picture.extension
    key = _storage().save(f"{shelf}/{uuid.uuid4().hex}.{extension}", ContentFile(made))
    return KeptDocument(
        key, plain_name(upload.name or "", extension), content_type, len(made), hashlib.sha256(made).hexdigest()
    )


def document_open(key: str) -> File[Any]:
    """The kept paper, open for reading. Raises NotFound."""
    try:
        return _storage().open(key)
    except FileNotFoundError as error:
        raise NotFound("id") from error


def plain_name(name: str, extension: str) -> str:
    """The sender's name for it without path, control, direction or reserved characters, ending in what it is."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(
        letter for letter in last if unicodedata.category(letter)[0] not in "CZ" or letter == " "
    )  # Cf holds the bidirectional marks
    stem = "".join(letter for letter in kept if letter not in UNPLAIN)
    if "." in stem:
        stem = stem.rsplit(".", 1)[0]
    stem = " ".join(stem.split()).strip(". ")
    return f"{stem[: LONGEST_NAME - len(extension) - 1].rstrip('. ') or 'document'}.{extension}"


def _pdf(content: bytes, field: str) -> bytes:
    try:
        return pdf.clean(content)
    except pdf.BadPdf as error:
        raise FileRefused(field, *REASONS[error.reason]) from error


def _picture(content: bytes, field: str) -> raster.Raster:
    try:
        return raster.clean(content, formats=("JPEG", "PNG"), edge=LARGEST_EDGE, see_through="PNG")
    except (raster.NoPicture, raster.TooManyPixels) as error:
        raise FileRefused(
            field,
            "PDF, JPG, PNG 파일만 올릴 수 있어요. 파일이 손상되지 않았는지 확인해 주세요.",
            "Only PDF, JPG and PNG files can be used. Please check that the file is not damaged.",
        ) from error


REASONS = {
    pdf.Reason.ENCRYPTED: (
        "암호가 걸린 PDF는 받을 수 없어요. 암호를 풀고 올려 주세요.",
        "Encrypted PDFs cannot be used. Please remove the password first.",
    ),
    pdf.Reason.TOO_LONG: (
        f"PDF는 {pdf.MOST_PAGES}쪽까지 올릴 수 있어요.",
        f"A PDF may have {pdf.MOST_PAGES} pages at most.",
    ),
    pdf.Reason.BROKEN: (
        "읽을 수 없는 PDF예요. 다시 저장해서 올려 주세요.",
        "The PDF cannot be read. Please save it anew.",
    ),
}


def _storage() -> Storage:
    return storages["papers"]
