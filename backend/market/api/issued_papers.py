"""The door to papers the market issued: who may read one is asked, and written down, at each download."""

from __future__ import annotations

import io
from uuid import UUID

import pikepdf
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from market.api.authentication import TOKEN_ERRORS, context_of
from market.api.papers import HEADERS
from market.core.errors import NotFound
from market.core.files.documents import document_open
from market.core.global_ids import BadGlobalId, uuid_pk
from market.papers.rules import file_name
from market.papers.services.paper_read import paper_read

MOST_AT_ONCE = 20


@require_GET
def issued_paper(request: HttpRequest, paper_id: UUID) -> HttpResponseBase:
    """The PDF as a download. 404 for one that does not exist and for who may not read it, 401 for a token that has ended."""
    try:
        actor = context_of(request).actor
    except TOKEN_ERRORS:
        return HttpResponse(status=401, headers=HEADERS)
    try:
        paper = paper_read(paper_id=paper_id, actor=actor)
        file = document_open(paper.key)
    except NotFound as error:
        raise Http404 from error
    return FileResponse(
        file,
        as_attachment=True,
        filename=file_name(paper.title, paper.number),
        content_type="application/pdf",
        headers=HEADERS,
    )


@require_GET
def issued_papers(request: HttpRequest) -> HttpResponseBase:
    """``?ids=<id>,<id>…``: several papers as one PDF, in the order given; each is written down as read.

    404 when one does not exist or may not be read, or for more than twenty; 401 for a token that has ended.
    """
    try:
        actor = context_of(request).actor
    except TOKEN_ERRORS:
        return HttpResponse(status=401, headers=HEADERS)
    try:
        ids = [uuid_pk(one, "Paper") for one in request.GET.get("ids", "").split(",") if one]
        if not 1 <= len(ids) <= MOST_AT_ONCE:
            raise NotFound("ids")
        with pikepdf.new() as joined:
            for paper_id in dict.fromkeys(ids):
                with document_open(paper_read(paper_id=paper_id, actor=actor).key) as file:
                    content = io.BytesIO(file.read())
                with pikepdf.open(content) as pdf:
                    joined.pages.extend(pdf.pages)
            content = io.BytesIO()
            joined.save(content)
    except (NotFound, BadGlobalId) as error:
        raise Http404 from error
    content.seek(0)
    return FileResponse(
        content, as_attachment=True, filename="papers.pdf", content_type="application/pdf", headers=HEADERS
    )
