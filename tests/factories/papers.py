"""Issued papers for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factories.checkout import anew
from market.agencies.models import Agency
from market.core.actor import ANONYMOUS
from market.papers.models import Paper, PaperKind
from market.papers.services.paper_issue import paper_issue

TEMPLATE = Path(__file__).resolve().parent / "papers_templates" / "note.typ"


def issued(*, agency: Agency | None = None, number: str = "EQ-2026-0001", **fields: Any) -> Paper:
    """A one-page paper about a subject nobody speaks for, unless ``fields`` say otherwise."""
    given: dict[str, Any] = {
        "kind": PaperKind.QUOTE,
        "title": "가을 문화제 기념품",
        "template": TEMPLATE,
        "facts": {"text": "아래와 같이 견적합니다."},
        "subject_type": "Nothing",
        "subject_id": "1",
        "actor": ANONYMOUS,
        "agency_id": agency.pk if agency else None,
        **fields,
    }
    return anew(paper_issue, number=number, **given)
