"""Buy what was quoted: lines of a basket at the prices of quotes, held through their validity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.channels.models import Audience, Channel
from market.checkout.models import Checkout
from market.checkout.rules import HeldLine
from market.checkout.services.checkout_create import CheckoutWish, checkout_create
from market.checkout.services.lines_hold import lines_hold
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import NotFound, Required
from market.quotes.errors import AnswerNotStanding, ForeignListing, QuoteEnded, QuoteNotChosen, VendorNotSelling
from market.quotes.models import Quote, QuoteSource
from market.vendors.models import VendorStatus


def quotes_to_checkout(
    *, quote_ids: Sequence[UUID], actor: Actor, checkout_id: UUID | None = None, language_code: str = "ko"
) -> Checkout:
    """Put all lines of these quotes into a basket of the actor's (None: a new one), each at its quoted price until the quote ends.

    A line is named by the id of its QuoteLine, its quote by that of the Quote; doing it again puts the same lines in once. Raises Required,
    NotFound, PermissionDenied, QuoteNotChosen, AnswerNotStanding, QuoteEnded, VendorNotSelling, ForeignListing for goods that are gone, and
    what the basket refuses.
    """
    wanted = list(dict.fromkeys(quote_ids))
    if not wanted:
        raise Required("ids")
    found = {quote.pk: quote for quote in Quote.objects.select_related("vendor", "request").filter(pk__in=wanted)}
    if len(found) < len(wanted):
        raise NotFound("ids")
    for agency_id in dict.fromkeys(quote.agency_id for quote in found.values()):
        ensure_acts_for_agency(agency_id, actor, AgencyAbility.REQUEST, field="ids")
    quotes = [found[pk] for pk in wanted]
    for quote in quotes:
        _ensure_buyable(quote)
    lines = [line for quote in quotes for line in _held(quote)]
    with transaction.atomic():
        if checkout_id is None:
            wish = CheckoutWish(channel_slug=_public_channel(), language_code=language_code)
            checkout_id = checkout_create(wish=wish, actor=actor).pk
        checkout = lines_hold(checkout_id=checkout_id, lines=lines, actor=actor)
        audit.record(
            actor=actor,
            action="quotes.to_checkout",
            subject_type="Checkout",
            subject_id=checkout.pk,
            quotes=[quote.number for quote in quotes],
        )
    return checkout


def _ensure_buyable(quote: Quote) -> None:
    if quote.replaced_at is not None or quote.withdrawn_at is not None:
        raise AnswerNotStanding("ids")
    if quote.source == QuoteSource.REQUEST and quote.chosen_at is None:
        raise QuoteNotChosen("ids")
    if quote.valid_until < clock.today():
        raise QuoteEnded("ids")
    if quote.vendor.status != VendorStatus.ACTIVE:
        raise VendorNotSelling("ids")


def _held(quote: Quote) -> list[HeldLine]:
    until = clock.seoul_day_start(quote.valid_until + dt.timedelta(days=1))
    lines = []
    for line in quote.lines.order_by("position", "id"):
        if line.variant_id is None:
            raise ForeignListing("ids")
        lines.append(
            HeldLine(
                variant_id=line.variant_id,
                quantity=line.quantity,
                unit_price=line.unit_price_gross,
                until=until,
                reference=str(line.pk),
                quote=str(quote.pk),
                delivery=quote.delivery_gross,
                note=_note(quote, line.name, line.specification),
            )
        )
    return lines


def _note(quote: Quote, name: str, specification: str) -> str:
    """What was agreed on besides the price, as the enterprise reads it with the order."""
    what = f"{name} / {specification}" if specification else name
    return f"{quote.number} {what}"[:500]


def _public_channel() -> str:
    return Channel.objects.filter(audience=Audience.PUBLIC, is_active=True).order_by("pk")[0].slug
