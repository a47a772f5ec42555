"""Workbooks of listings as files: the template, and everything an enterprise lists. For those who may list, with their token."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from market.api.authentication import TOKEN_ERRORS, context_of
from market.core import clock
from market.core.global_ids import BadGlobalId, int_pk
from market.listings.selectors.export_rows import export_rows
from market.listings.selectors.lists import lists_today
from market.listings.workbook_write import write_workbook
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import may_act_for

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def listings_workbook(request: HttpRequest) -> HttpResponseBase:
    """``?vendor=<id>``: the enterprise's goods; ``&empty=1``: the template alone. 404 alike for all who may not."""
    try:
        actor = context_of(request).actor
    except TOKEN_ERRORS:
        return HttpResponse(status=401)
    try:
        vendor_id = int_pk(request.GET.get("vendor", ""), "Vendor")
    except BadGlobalId as error:
        raise Http404 from error
    if not may_act_for(vendor_id, actor, Ability.MANAGE_LISTINGS):
        raise Http404
    lists = lists_today()
    is_empty = request.GET.get("empty") == "1"
    content = write_workbook(lists, () if is_empty else export_rows(vendor_id, lists))
    name = "ieum-template.xlsx" if is_empty else f"ieum-listings-{clock.today():%Y%m%d}.xlsx"
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
