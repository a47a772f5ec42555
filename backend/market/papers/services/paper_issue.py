"""Issue a paper: print it, keep it, write its row."""

from __future__ import annotations

import hashlib
import uuid
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages

from market.core import clock
from market.core.actor import Actor
from market.core.papers import paper_pdf
from market.papers.models import Paper
from market.papers.rules import check_number

SHELF = "issued"


def paper_issue(
    *,
    kind: str,
    number: str,
    title: str,
    template: Path,
    facts: dict[str, Any],
    agency_id: int | None = None,
    vendor_id: int | None = None,
    subject_type: str,
    subject_id: object,
    actor: Actor,
    replaces: Paper | None = None,
) -> Paper:
    """The PDF of ``template`` filled with ``facts`` (JSON values), kept for good. ``kind`` is a PaperKind, ``number`` once in its kind.

    The template finds its check number (문서 확인번호) as ``data.check``. Meant for the middle of a transaction: printing takes about a
    tenth of a second and asks nobody; when the transaction is rolled back, the file is named by no row and swept away after a day.
    """
    key = uuid.uuid4()
    printed = {**facts, "check": check_number(key)}
    content = paper_pdf(template, printed)
    return Paper.objects.create(
        id=key,
        kind=kind,
        number=number,
        title=title[:200],
        agency_id=agency_id,
        vendor_id=vendor_id,
        subject_type=subject_type,
        subject_id=str(subject_id),
        key=storages["papers"].save(f"{SHELF}/{key.hex}.pdf", ContentFile(content)),
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        facts=printed,
        replaces=replaces,
        issued_by_id=actor.user_id,
        issued_at=clock.now(),
    )
