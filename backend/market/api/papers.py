"""The door to private papers: who may read one is asked at each download."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from market.api.authentication import TOKEN_ERRORS, context_of
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.files.documents import document_open
from market.vendors.models import VendorDocument
from market.vendors.selectors.documents import document_get, is_own

# Nobody's browser may make more of a paper than a file to keep: not a page, not a picture inside another's page.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
    "Vary": "Authorization",
}


@require_GET
def paper(request: HttpRequest, document_id: UUID) -> HttpResponseBase:
    """The paper as a download. 404 for one that does not exist and for who may not read it, 401 for a token that has ended.

    Each download by staff is written down: who read whose paper, and when (개인정보의 안전성 확보조치 기준 제8조, access records).
    """
    try:
        actor = context_of(request).actor
    except TOKEN_ERRORS:
        return HttpResponse(status=401, headers=HEADERS)
    try:
        document = document_get(actor, document_id)
        file = document_open(document.file)
    except NotFound as error:
        raise Http404 from error
    if not is_own(document, actor):
        _write_down(document, actor)
    return FileResponse(
        file, as_attachment=True, filename=document.name, content_type=document.content_type, headers=HEADERS
    )


def _write_down(document: VendorDocument, actor: Actor) -> None:
    with transaction.atomic():
        audit.record(
            actor=actor,
            action="vendors.document_read",
            subject_type="VendorDocument",
            subject_id=document.pk,
            kind=document.kind,
            vendor=document.vendor_id,
            application=str(document.application_id or ""),
        )
