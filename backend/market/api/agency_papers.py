"""The door to the papers that came with applications of agencies: who may read one is asked at each download."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from market.agencies.selectors.applications import paper_readable
from market.api.authentication import TOKEN_ERRORS, context_of
from market.api.papers import HEADERS
from market.core import audit
from market.core.errors import NotFound
from market.core.files.documents import document_open


@require_GET
def agency_paper(request: HttpRequest, application_id: UUID) -> HttpResponseBase:
    """The 고유번호증 as a download. 404 for one that does not exist and for who may not read it, 401 for a token that has ended.

    Each download by staff is written down (개인정보의 안전성 확보조치 기준 제8조, access records).
    """
    try:
        actor = context_of(request).actor
    except TOKEN_ERRORS:
        return HttpResponse(status=401, headers=HEADERS)
    try:
        application = paper_readable(actor, application_id)
        file = document_open(application.paper_key)
    except NotFound as error:
        raise Http404 from error
    if application.applicant_id != actor.user_id:
        with transaction.atomic():
            audit.record(
                actor=actor,
                action="agencies.paper_read",
                subject_type="AgencyApplication",
                subject_id=application.pk,
            )
    return FileResponse(
        file,
        as_attachment=True,
        filename=application.paper_name,
        content_type=application.paper_type,
        headers=HEADERS,
    )
