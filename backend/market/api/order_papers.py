"""The door to the papers of an enterprise's orders: packing lists and statements, made when they are asked for."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from market.api.authentication import TOKEN_ERRORS, context_of
from market.core.errors import DomainError, NotFound, PermissionDenied
from market.core.global_ids import BadGlobalId, uuid_pk
from market.core.permissions import MANAGE_ORDERS
from market.orders.enums import PaperKind
from market.orders.services.vendor_order_papers import vendor_order_papers
from market.vendors.selectors.membership import ensure_member_or

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
    "Vary": "Authorization",
}


@require_GET
def vendor_order_papers_pdf(request: HttpRequest) -> HttpResponse:
    """``?kind=packing|statement&ids=<id>,<id>…`` as one PDF, for members of the enterprise who handle orders and staff.

    401 without a token that is good, 403 for who works for no enterprise, 404 for what is another's or does not exist, 400 for a request
    that is none, with the reason.
    """
    try:
        context = context_of(request)
    except TOKEN_ERRORS:
        return HttpResponse(status=401, headers=HEADERS)
    if not context.actor.is_authenticated:
        return HttpResponse(status=401, headers=HEADERS)
    try:
        ensure_member_or(context.actor, MANAGE_ORDERS)
        kind = PaperKind(request.GET.get("kind", ""))
        pdf = vendor_order_papers(vendor_order_ids=_ids(request), kind=kind, actor=context.actor)
    except PermissionDenied:
        return HttpResponse(status=403, headers=HEADERS)
    except (NotFound, BadGlobalId):
        return HttpResponse(status=404, headers=HEADERS)
    except DomainError as error:
        return JsonResponse(
            {"code": error.code, "message": error.message(context.language)}, status=400, headers=HEADERS
        )
    except ValueError:
        return JsonResponse({"code": "invalid", "message": "kind: packing | statement"}, status=400, headers=HEADERS)
    response = HttpResponse(pdf, content_type="application/pdf", headers=HEADERS)
    response["Content-Disposition"] = f'inline; filename="{kind.value}.pdf"'
    return response


def _ids(request: HttpRequest) -> list[UUID]:
    given = ",".join(request.GET.getlist("ids"))
    return [uuid_pk(one, "VendorOrder") for one in given.split(",") if one]
