"""Draft a request for quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.core.actor import Actor
from market.quotes.errors import RequestNotEditable
from market.quotes.models import QuoteInvitation, QuoteRequest, QuoteRequestItem, QuoteRequestStatus
from market.quotes.services.request_clean import ItemWish, items_clean, request_columns, vendors_clean
from market.quotes.services.request_locked import request_locked


def quote_request_create(
    *,
    agency_id: int,
    values: dict[str, Any],
    items: Sequence[ItemWish] = (),
    vendor_ids: Sequence[int] = (),
    actor: Actor,
) -> QuoteRequest:
    """A draft of the actor's. ``values``: columns of QuoteRequest that a person fills in.

    Raises NotFound, PermissionDenied, VendorNotSelling, and ManyErrors with what is wrong with the fields.
    """
    member = ensure_acts_for_agency(agency_id, actor, AgencyAbility.REQUEST, field="agency")
    assert member is not None  # no permission of staff opens this door
    columns, rows, vendors = request_columns(values), items_clean(items), vendors_clean(vendor_ids)
    with transaction.atomic():
        request = QuoteRequest.objects.create(
            agency_id=agency_id, department_id=member.department_id, requester=member, **columns
        )
        _set_items(request, rows)
        _set_vendors(request, vendors)
    return request


def quote_request_update(
    *,
    request_id: UUID,
    values: dict[str, Any],
    items: Sequence[ItemWish] | None = None,
    vendor_ids: Sequence[int] | None = None,
    actor: Actor,
) -> QuoteRequest:
    """Change a draft; None leaves items or enterprises as they are. Raises as ``quote_request_create``, and RequestNotEditable."""
    with transaction.atomic():
        request = request_locked(request_id=request_id, actor=actor)
        if request.status != QuoteRequestStatus.DRAFT:
            raise RequestNotEditable("id")
        columns = request_columns(values)
        for name, value in columns.items():
            setattr(request, name, value)
        request.save(update_fields=[*columns] or None)
        if items is not None:
            _set_items(request, items_clean(items))
        if vendor_ids is not None:
            _set_vendors(request, vendors_clean(vendor_ids))
    return request


def _set_items(request: QuoteRequest, rows: list[dict[str, Any]]) -> None:
    request.items.all().delete()
    QuoteRequestItem.objects.bulk_create(QuoteRequestItem(request=request, **row) for row in rows)


def _set_vendors(request: QuoteRequest, vendor_ids: list[int]) -> None:
    request.invitations.exclude(vendor_id__in=vendor_ids).delete()
    known = set(request.invitations.values_list("vendor_id", flat=True))
    QuoteInvitation.objects.bulk_create(
        QuoteInvitation(request=request, vendor_id=vendor_id) for vendor_id in vendor_ids if vendor_id not in known
    )
