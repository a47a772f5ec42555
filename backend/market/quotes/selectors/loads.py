"""What hangs on requests and quotes, for many of them at once: one statement each. Who may see the parents is asked by the caller."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Q, QuerySet

from market.catalog.models import ProductVariant
from market.channels.models import Audience
from market.core import clock
from market.core.actor import Actor
from market.papers.models import Paper
from market.quotes.models import (
    Quote,
    QuoteAttachment,
    QuoteInvitation,
    QuoteLine,
    QuoteQuestion,
    QuoteRequestItem,
)
from market.quotes.selectors.access import vendor_ids_answering
from market.quotes.selectors.quotes import SHOWN

Ids = Iterable[UUID]
MOST_LISTINGS = 100


def items_of(request_ids: Ids) -> QuerySet[QuoteRequestItem]:
    return QuoteRequestItem.objects.filter(request_id__in=list(request_ids)).order_by("position", "id")


def items_with_products(request_ids: Ids) -> QuerySet[QuoteRequestItem]:
    return items_of(request_ids).select_related("variant__product")


def invitations_of(request_ids: Ids) -> QuerySet[QuoteInvitation]:
    rows = QuoteInvitation.objects.filter(request_id__in=list(request_ids))
    return rows.select_related("vendor", "request").order_by("vendor__name", "id")


def questions_of(request_ids: Ids) -> QuerySet[QuoteQuestion]:
    return QuoteQuestion.objects.filter(request_id__in=list(request_ids)).select_related("vendor").order_by("id")


def files_of_requests(request_ids: Ids) -> QuerySet[QuoteAttachment]:
    return QuoteAttachment.objects.filter(request_id__in=list(request_ids), invitation__isnull=True).order_by(
        "uploaded_at", "id"
    )


def files_of_answers(invitation_ids: Iterable[int]) -> QuerySet[QuoteAttachment]:
    return QuoteAttachment.objects.filter(invitation_id__in=list(invitation_ids)).order_by("uploaded_at", "id")


def papers_of(request_ids: Ids, subject_type: str) -> QuerySet[Paper]:
    """Issued papers of requests (``QuoteRequest``) or of their comparisons (``QuoteComparison``), the latest first."""
    ids = [str(pk) for pk in request_ids]
    return Paper.objects.filter(subject_type=subject_type, subject_id__in=ids).order_by("-issued_at", "id")


def lines_of(quote_ids: Ids) -> QuerySet[QuoteLine]:
    return QuoteLine.objects.filter(quote_id__in=list(quote_ids)).order_by("position", "id")


def answers_of(invitation_ids: Iterable[int]) -> QuerySet[Quote]:
    """All answers of enterprises to what they were sent, the latest first."""
    rows = Quote.objects.filter(invitation_id__in=list(invitation_ids)).select_related(*SHOWN)
    return rows.order_by("-created_at", "id")


def standing_of(request_ids: Ids) -> QuerySet[Quote]:
    """The standing answers of these requests, cheapest first."""
    rows = Quote.objects.filter(
        request_id__in=list(request_ids), replaced_at__isnull=True, withdrawn_at__isnull=True
    ).select_related(*SHOWN)
    return rows.order_by("total_gross", "created_at", "id")


def own_listings(
    vendor_id: int, viewer: Actor, *, search: str = "", ids: Iterable[int] | None = None
) -> QuerySet[ProductVariant]:
    """What an enterprise of the viewer's sells in the public channel and may name in an answer, by name; a hundred at most.

    ``search``: each of its words in the name of product or variant, or in the code. ``ids``: only these.
    """
    now = clock.now()
    rows = ProductVariant.objects.filter(
        product__vendor_id__in={vendor_id}.intersection(vendor_ids_answering(viewer)),
        product__channel_listings__channel__audience=Audience.PUBLIC,
        product__channel_listings__channel__is_active=True,
        product__channel_listings__is_published=True,
        product__channel_listings__available_for_purchase_at__lte=now,
    ).select_related("product")
    for word in search.replace("\x00", "")[:100].split():
        rows = rows.filter(Q(product__name__icontains=word) | Q(name__icontains=word) | Q(sku__icontains=word))
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    return rows.order_by(F("product__is_quote_only").desc(), "product__name", "sort_order", "id").distinct()[
        :MOST_LISTINGS
    ]
