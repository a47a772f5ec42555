"""An issued paper is kept with what was printed, and never changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import re

import pytest
from django.core.files.storage import FileSystemStorage, storages
from django.db import DatabaseError, IntegrityError, transaction
from pypdf import PdfReader

from factories.papers import issued
from factories.procurement import agency_of
from market.core.files.documents import document_open
from market.core.files.sweep import sweep
from market.papers.models import Paper, PaperReading

pytestmark = pytest.mark.django_db


def test_a_paper_is_kept_as_it_was_printed() -> None:
    agency = agency_of()
    paper = issued(agency=agency)
    content = document_open(paper.key).read()
    assert (paper.size, paper.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert paper.facts["text"] == "아래와 같이 견적합니다."
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", paper.facts["check"])
    (page,) = PdfReader(io.BytesIO(content)).pages
    plain = re.sub(r"\s+", "", page.extract_text())
    assert "아래와같이견적합니다." in plain
    assert f"문서확인번호{paper.facts['check']}" in plain


def test_a_number_is_given_to_one_paper_of_its_kind() -> None:
    agency = agency_of()
    issued(agency=agency)
    with pytest.raises(IntegrityError), transaction.atomic():
        issued(agency=agency)
    assert issued(agency=agency, kind="comparison").number == "EQ-2026-0001"


def test_a_paper_belongs_to_somebody() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        issued()
    assert not Paper.objects.exists()


def test_the_database_refuses_to_change_or_forget_a_paper() -> None:
    paper = issued(agency=agency_of())
    PaperReading.objects.create(paper=paper, user_id=1)
    for rows in (Paper.objects.all(), PaperReading.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(id=rows.get().pk)
        with pytest.raises(DatabaseError), transaction.atomic():
            rows._raw_delete("default")  # type: ignore[attr-defined]
    assert Paper.objects.get() == paper


def test_the_file_of_a_paper_that_was_never_issued_is_swept() -> None:
    storage = storages["papers"]
    assert isinstance(storage, FileSystemStorage)
    kept = issued(agency=agency_of())
    with transaction.atomic():
        lost = issued(agency=agency_of(), number="EQ-2026-0002").key
        transaction.set_rollback(True)
    assert storage.exists(lost)
    long_ago = (dt.datetime.now(dt.UTC) - dt.timedelta(days=2)).timestamp()
    for key in (kept.key, lost):
        os.utime(storage.path(key), (long_ago, long_ago))
    sweep()
    assert storage.exists(kept.key)
    assert not storage.exists(lost)
