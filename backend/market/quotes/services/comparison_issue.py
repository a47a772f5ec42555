"""Print the comparison (비교견적서)."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.papers.models import Paper, PaperKind
from market.papers.services.paper_issue import paper_issue
from market.quotes.errors import RequestStillSealed
from market.quotes.models import QuoteRequest
from market.quotes.selectors.comparison import comparison_of
from market.quotes.selectors.paper_facts import comparison_facts
from market.quotes.services.quote_issue import TEMPLATES
from market.quotes.services.quote_request_close import close_when_due
from market.quotes.services.request_locked import request_locked


def comparison_issue(*, request_id: UUID, actor: Actor) -> Paper:
    """The comparison of the opened answers as a paper; the last one again while it would say the same.

    Raises NotFound, PermissionDenied, RequestStillSealed.
    """
    with transaction.atomic():
        request = request_locked(request_id=request_id, actor=actor)
        close_when_due(request)
        return issue_comparison(request, actor)


def issue_comparison(request: QuoteRequest, actor: Actor) -> Paper:
    """The same of a locked request."""
    comparison = comparison_of(request)
    if comparison is None:
        raise RequestStillSealed("id")
    facts = comparison_facts(comparison)
    papers = list(
        Paper.objects.filter(
            subject_type="QuoteComparison", subject_id=str(request.pk), kind=PaperKind.COMPARISON
        ).order_by("issued_at", "id")
    )
    if papers and {**papers[-1].facts, "check": ""} == {**facts, "check": ""}:
        return papers[-1]
    paper = paper_issue(
        kind=PaperKind.COMPARISON,
        number=f"{request.number}-C{len(papers) + 1}",
        title=f"비교견적서 {request.title}",
        template=TEMPLATES / "comparison.typ",
        facts=facts,
        agency_id=request.agency_id,
        subject_type="QuoteComparison",
        subject_id=request.pk,
        actor=actor,
        replaces=papers[-1] if papers else None,
    )
    audit.record(
        actor=actor,
        action="quotes.comparison",
        subject_type="QuoteRequest",
        subject_id=request.pk,
        paper=paper.number,
        warnings=[
            {"vendors": [pair.first.pk, pair.second.pk], "traits": list(pair.traits)} for pair in comparison.warnings
        ],
    )
    return paper
