"""The door to the whole folder of a purchase: who may read it is asked, and written in its trail, at each download."""

from __future__ import annotations

from urllib.parse import quote
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from market.agencies.selectors.membership import ensure_agency_member_or
from market.api.authentication import TOKEN_ERRORS, context_of
from market.api.papers import HEADERS
from market.core.errors import DomainError, NotFound, PermissionDenied
from market.papers.rules import file_name
from market.procurement.services.folder_pack import folder_pack


@require_GET
def purchase_folder(request: HttpRequest, request_id: UUID) -> HttpResponseBase:
    """A ZIP with an index. 401 without a token that is good, 404 for who may not read the request as for one that does not exist, 400 for a
    folder that is too large, with the reason."""
    try:
        context = context_of(request)
    except TOKEN_ERRORS:
        return HttpResponse(status=401, headers=HEADERS)
    if not context.actor.is_authenticated:
        return HttpResponse(status=401, headers=HEADERS)
    try:
        ensure_agency_member_or(context.actor)
        purchase, packed = folder_pack(request_id=request_id, actor=context.actor)
    except (NotFound, PermissionDenied) as error:
        raise Http404 from error
    except DomainError as error:
        answer = {"code": error.code, "message": error.message(context.language)}
        return JsonResponse(answer, status=400, headers=HEADERS)
    response = FileResponse(packed, content_type="application/zip", headers=HEADERS)
    name = file_name(purchase.title, purchase.number or "").removesuffix(".pdf") + ".zip"
    response["Content-Disposition"] = f"attachment; filename=\"folder.zip\"; filename*=UTF-8''{quote(name)}"
    return response
