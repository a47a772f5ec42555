"""The door to files of requests for quotes and of their answers: who may read one is asked at each download."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from market.api.authentication import TOKEN_ERRORS, context_of
from market.api.papers import HEADERS
from market.core.errors import NotFound
from market.core.files.documents import document_open
from market.quotes.selectors.attachments import attachment_get


@require_GET
def quote_file(request: HttpRequest, attachment_id: UUID) -> HttpResponseBase:
    """The file as a download. 404 for one that does not exist and for who may not read it, 401 for a token that has ended."""
    try:
        actor = context_of(request).actor
    except TOKEN_ERRORS:
        return HttpResponse(status=401, headers=HEADERS)
    try:
        kept = attachment_get(attachment_id=attachment_id, viewer=actor)
        file = document_open(kept.key)
    except NotFound as error:
        raise Http404 from error
    return FileResponse(file, as_attachment=True, filename=kept.name, content_type=kept.content_type, headers=HEADERS)
