"""Files of requests and of answers."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from market.agencies.selectors.membership import membership_in
from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_ORDERS
from market.quotes.models import QuoteAttachment, QuoteInvitation
from market.quotes.rules import is_opened
from market.quotes.selectors.access import vendor_ids_answering


def attachment_get(*, attachment_id: UUID, viewer: Actor) -> QuoteAttachment:
    """A request's file for its agency and for those it was sent to; an answer's for its enterprise, and for the agency once it has opened.

    Raises NotFound for everybody else, as for a file that does not exist.
    """
    if viewer.user_id is None:
        raise NotFound("id")
    file = QuoteAttachment.objects.select_related("request", "invitation").filter(pk=attachment_id).first()
    if file is None or not (viewer.has_permission(MANAGE_ORDERS) or _reads(file, viewer)):
        raise NotFound("id")
    return file


def attachment_keys_named(keys: Iterable[str]) -> set[str]:
    """Those of the keys in the private storage that an attachment names."""
    return set(QuoteAttachment.objects.filter(key__in=list(keys)).values_list("key", flat=True))


def _reads(file: QuoteAttachment, viewer: Actor) -> bool:
    is_shown = file.invitation is None or is_opened(file.request, clock.now())
    if is_shown and membership_in(file.request.agency_id, viewer) is not None:
        return True
    own = vendor_ids_answering(viewer)
    if file.invitation is not None:
        return file.invitation.vendor_id in own
    sent = QuoteInvitation.objects.filter(request=file.request, request__sent_at__isnull=False)
    return sent.filter(vendor_id__in=own).exists()
