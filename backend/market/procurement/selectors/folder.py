"""Which files belong to the folder of a purchase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from market.core import clock
from market.papers.models import Paper, PaperKind
from market.procurement.models import PurchaseRequest
from market.procurement.selectors.request_parts import papers_of, quotes_of
from market.quotes.models import Quote, QuoteAttachment

FOLDERS = {
    PaperKind.QUOTE_REQUEST: "1-견적요청",
    PaperKind.QUOTE: "2-견적서",
    PaperKind.COMPARISON: "3-비교견적",
    PaperKind.PURCHASE_REQUEST: "4-품의서",
    PaperKind.PURCHASE_ORDER: "5-발주서",
}
ATTACHMENTS = "6-첨부"


@dataclass(frozen=True)
class FolderFile:
    """One file: where in the folder, and where it is kept. ``name`` is its own for what people handed in."""

    folder: str
    kind: str
    number: str
    title: str
    day: str
    key: str
    size: int
    name: str = ""
    is_pdf: bool = True


def folder_files(request: PurchaseRequest) -> list[FolderFile]:
    """Issued papers of the request, its purchase orders, its quotes and what led to them; then files handed in with the quotes."""
    quotes = [row.quote for row in quotes_of([request.pk])]
    papers = {paper.pk: paper for paper in (*_papers_of_quotes(request, quotes), *papers_of([request.pk]))}
    order = list(FOLDERS)
    rows = sorted(papers.values(), key=lambda paper: (order.index(PaperKind(paper.kind)), paper.issued_at))
    return [*map(_paper, rows), *_attachments(quotes)]


def _papers_of_quotes(request: PurchaseRequest, quotes: Iterable[Quote]) -> list[Paper]:
    """The quotes' own papers, and requests for quotes and comparisons that they belong to."""
    rows = list(quotes)
    requests = {str(quote.request_id) for quote in rows if quote.request_id is not None}
    about = Q(pk__in=[quote.paper_id for quote in rows if quote.paper_id is not None])
    about |= Q(
        kind__in=[PaperKind.QUOTE_REQUEST, PaperKind.COMPARISON], subject_id__in=requests, agency_id=request.agency_id
    )
    return list(Paper.objects.filter(about))


def _paper(paper: Paper) -> FolderFile:
    return FolderFile(
        folder=FOLDERS[PaperKind(paper.kind)],
        kind=PaperKind(paper.kind).label,
        number=paper.number,
        title=paper.title,
        day=paper.issued_at.astimezone(clock.SEOUL).date().isoformat(),
        key=paper.key,
        size=paper.size,
    )


def _attachments(quotes: Iterable[Quote]) -> list[FolderFile]:
    """Files of the requests for quotes, and of those answers only that are attached."""
    rows = list(quotes)
    wanted = Q(request__in=[quote.request_id for quote in rows if quote.request_id], invitation__isnull=True)
    wanted |= Q(invitation__in=[quote.invitation_id for quote in rows if quote.invitation_id])
    files = QuoteAttachment.objects.filter(wanted).select_related("request", "invitation__vendor")
    return [
        FolderFile(
            folder=ATTACHMENTS,
            kind="견적 요청 첨부" if file.invitation is None else f"{file.invitation.vendor.name} 첨부",
            number=file.request.number or "",
            title=file.name,
            day=file.uploaded_at.astimezone(clock.SEOUL).date().isoformat(),
            key=file.key,
            size=file.size,
            name=file.name,
            is_pdf=False,
        )
        for file in files.order_by("uploaded_at", "id")
    ]
