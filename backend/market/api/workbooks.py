"""Workbooks as files, for those who may have them, with their token: what an enterprise lists, the budget of an agency, and the templates."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from market.agencies.budget_workbook import write_budget_workbook
from market.agencies.selectors.budget_imports import budget_rows
from market.agencies.selectors.budget_lines import budget_line_list
from market.agencies.selectors.membership import membership_in
from market.api.authentication import TOKEN_ERRORS, context_of
from market.core import clock
from market.core.files.workbooks import XLSX
from market.core.global_ids import BadGlobalId, int_pk
from market.listings.selectors.export_rows import export_rows
from market.listings.selectors.lists import lists_today
from market.listings.workbook_write import write_workbook
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import may_act_for

YEAR = re.compile(r"[0-9]{4}")


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
    return _file(content, name)


@require_GET
def budgets_workbook(request: HttpRequest) -> HttpResponseBase:
    """``?agency=<id>&year=2026``: the budget lines in use that the member sees; ``&empty=1``: the template alone. 404 alike for all others."""
    try:
        actor = context_of(request).actor
    except TOKEN_ERRORS:
        return HttpResponse(status=401)
    try:
        agency_id = int_pk(request.GET.get("agency", ""), "Agency")
    except BadGlobalId as error:
        raise Http404 from error
    year = request.GET.get("year", "")
    if membership_in(agency_id, actor) is None or not YEAR.fullmatch(year):
        raise Http404
    if request.GET.get("empty") == "1":
        return _file(write_budget_workbook(), "ieum-budget-template.xlsx")
    lines = budget_line_list(agency_id=agency_id, viewer=actor, year=int(year), is_active=True)
    return _file(write_budget_workbook(budget_rows(lines)), f"ieum-budget-{year}.xlsx")


def _file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
