"""Quotes as the two sides see them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from market.agencies.selectors.membership import agency_ids_with
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_ORDERS
from market.quotes.models import Quote, QuoteSource
from market.quotes.selectors.access import vendor_ids_answering
from market.quotes.selectors.requests import opened

SHOWN = ("agency", "department", "member__user", "vendor", "request", "paper")


def quotes_for_agencies(viewer: Actor) -> QuerySet[Quote]:
    """Those made out to the viewer's agencies, answers only once their request has opened; all of them for staff who keep orders."""
    rows = Quote.objects.select_related(*SHOWN)
    if viewer.has_permission(MANAGE_ORDERS):
        return rows
    return rows.filter(_for_agency(), agency_id__in=agency_ids_with(viewer))


def quotes_seen_by(viewer: Actor) -> QuerySet[Quote]:
    """Those of either side: made out to one's agencies, or by one's enterprises."""
    if viewer.has_permission(MANAGE_ORDERS):
        return Quote.objects.select_related(*SHOWN)
    theirs = _for_agency() & Q(agency_id__in=agency_ids_with(viewer))
    return Quote.objects.select_related(*SHOWN).filter(theirs | Q(vendor_id__in=vendor_ids_answering(viewer)))


def quote_get(*, quote_id: UUID, viewer: Actor) -> Quote:
    """Raises NotFound."""
    quote = quotes_seen_by(viewer).filter(pk=quote_id).first()
    if quote is None:
        raise NotFound("id")
    return quote


def standing_answers(request_id: UUID) -> QuerySet[Quote]:
    """The answers to a request that were neither replaced nor withdrawn, cheapest first. Whether they may be seen is asked by the caller."""
    rows = Quote.objects.filter(request_id=request_id, replaced_at__isnull=True, withdrawn_at__isnull=True)
    return rows.select_related(*SHOWN).order_by("total_gross", "created_at", "id")


def _for_agency() -> Q:
    """Instant quotes, and answers that are open and stood when they opened: what was replaced or withdrawn before is nobody else's business."""
    stands = Q(replaced_at__isnull=True, withdrawn_at__isnull=True)
    return Q(source=QuoteSource.INSTANT) | (stands & opened("request__"))
