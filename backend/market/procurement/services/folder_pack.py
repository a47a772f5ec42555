"""The whole folder of a purchase (문서철): every paper, quote, comparison and attachment as one ZIP with an index."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string

from market.agencies.selectors.membership import ensure_acts_for_agency
from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.files.documents import document_open
from market.papers.rules import file_name
from market.procurement.enums import TrailAction
from market.procurement.errors import FolderTooLarge
from market.procurement.models import PurchaseRequest, RequestEvent
from market.procurement.selectors.folder import FolderFile, folder_files
from market.procurement.selectors.request_parts import events_of
from market.procurement.selectors.requests import request_get
from market.procurement.services.trail_write import trail_write

MOST_FILES = 300
MOST_BYTES = 200_000_000
IN_MEMORY = 8_000_000


@dataclass(frozen=True)
class Entry:
    """One line of the index."""

    path: str
    kind: str
    number: str
    title: str
    day: str
    size: int
    sha256: str


def folder_pack(*, request_id: UUID, actor: Actor) -> tuple[PurchaseRequest, IO[bytes]]:
    """The ZIP, ready to be read from its start, for who may read the request; that it was taken is written in the trail.

    Its files carry the checksums they were issued with, which the index repeats. Raises NotFound, and FolderTooLarge for more than
    MOST_FILES files or MOST_BYTES bytes.
    """
    request = request_get(request_id=request_id, viewer=actor)
    files = folder_files(request)
    if len(files) > MOST_FILES or sum(file.size for file in files) > MOST_BYTES:
        raise FolderTooLarge("id")
    packed: Any = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - handed on to who streams it
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        entries = [entry for file in files if (entry := _add(archive, file))]
        trail = list(events_of([request.pk]))
        _write(archive, "trail.csv", _trail_csv(trail))
        _write(archive, "index.csv", _index_csv(entries))
        _write(archive, "index.html", _index_html(request, entries, trail))
    packed.seek(0)
    member = ensure_acts_for_agency(request.agency_id, actor, None)
    with transaction.atomic():
        trail_write(request=request, action=TrailAction.FOLDER_READ, actor=actor, member=member, files=len(entries))
    return request, packed


def _add(archive: zipfile.ZipFile, file: FolderFile) -> Entry | None:
    """The kept file as it is; one that the storage has lost is told of in the index without a checksum."""
    path = f"{file.folder}/{file_name(file.title, file.number)}" if file.is_pdf else f"{file.folder}/{file.name}"
    path = _free(path, archive)
    checksum, size = hashlib.sha256(), 0
    try:
        content = document_open(file.key)
    except NotFound:
        return Entry(path, file.kind, file.number, file.title, file.day, 0, "")
    with content, archive.open(path, "w") as target:
        for chunk in _chunks(content):
            checksum.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return Entry(path, file.kind, file.number, file.title, file.day, size, checksum.hexdigest())


def _chunks(content: Any) -> Iterator[bytes]:
    while chunk := content.read(1 << 16):
        yield chunk


def _free(path: str, archive: zipfile.ZipFile) -> str:
    taken, stem, _, extension = set(archive.namelist()), *path.rpartition(".")
    found, number = path, 2
    while found in taken:
        found, number = f"{stem}-{number}.{extension}", number + 1
    return found


def _write(archive: zipfile.ZipFile, name: str, text: str) -> None:
    archive.writestr(name, text.encode("utf-8-sig") if name.endswith(".csv") else text.encode())


def _index_csv(entries: list[Entry]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["번호", "파일", "종류", "문서번호", "제목", "날짜", "크기", "sha256"])
    for number, row in enumerate(entries, start=1):
        cells = (row.path, row.kind, row.number, row.title, row.day, str(row.size), row.sha256)
        writer.writerow([str(number), *map(_plain, cells)])
    return out.getvalue()


def _trail_csv(trail: list[RequestEvent]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["일시", "회차", "단계", "이름", "직책", "접속 주소", "의견", "자료"])
    for row in trail:
        at = row.at.astimezone(clock.SEOUL).isoformat(sep=" ", timespec="seconds")
        cells = (row.actor_name, row.role, row.ip_address or "", row.comment, json.dumps(row.data, ensure_ascii=False))
        writer.writerow([at, str(row.round), TrailAction(row.action).label, *map(_plain, cells)])
    return out.getvalue()


def _plain(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text


def _index_html(request: PurchaseRequest, entries: list[Entry], trail: list[RequestEvent]) -> str:
    steps = [
        {
            "at": row.at.astimezone(clock.SEOUL),
            "what": TrailAction(row.action).label,
            "who": " ".join(part for part in (row.role, row.actor_name) if part),
            "comment": row.comment,
        }
        for row in trail
    ]
    return render_to_string(
        "procurement/folder_index.html", {"request": request, "entries": entries, "steps": steps, "now": clock.now()}
    )
