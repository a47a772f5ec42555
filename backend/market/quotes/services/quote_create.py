"""Quotes at once (바로 견적): of a basket, at the market's prices."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Min

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import agency_ids_with, ensure_acts_for_agency
from market.campaigns.models import CampaignProduct
from market.channels.models import Audience
from market.checkout.models import Checkout
from market.checkout.selectors.checkout_get import checkout_get
from market.checkout.selectors.pricing import PricedLine, Pricing, VendorGroup, pricing_get
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.receiver import receiver_of
from market.quotes.errors import EmptyBasket, NotForSale, NotPublicBasket
from market.quotes.events import InstantQuotesIssued
from market.quotes.models import Quote
from market.quotes.rules import instant_validity
from market.quotes.services.quote_issue import OfferedLine, QuoteTerms, quote_issue


def quote_create(*, checkout_id: UUID, actor: Actor, agency_id: int | None = None, title: str = "") -> list[Quote]:
    """One quote for each enterprise of the basket, with prices, quantity prices and delivery of now; vouchers do not count.

    They stand a fortnight, or through the last day of a campaign whose price is used. ``agency_id`` None: the first agency the actor asks
    quotes for. Raises NotFound, PermissionDenied, NotPublicBasket, EmptyBasket, NotForSale.
    """
    member = _member(agency_id, actor)
    checkout = checkout_get(checkout_id=checkout_id, viewer=actor)
    if checkout is None or checkout.user_id not in (None, actor.user_id):
        raise NotFound("checkoutId")
    if checkout.channel.audience != Audience.PUBLIC:
        raise NotPublicBasket("checkoutId")
    with transaction.atomic():
        pricing = pricing_get(checkout=checkout)
        _ensure_sold(pricing)
        bundle, ends = uuid.uuid4(), _campaign_ends(checkout, pricing.lines)
        groups = sorted(pricing.groups, key=lambda group: group.vendor.pk)
        quotes = [_issue(checkout, group, member, bundle, ends, title, actor) for group in groups]
        audit.record(
            actor=actor,
            action="quotes.instant",
            subject_type="Agency",
            subject_id=member.agency_id,
            quotes=[quote.number for quote in quotes],
        )
        outbox.publish(InstantQuotesIssued(bundle=bundle, agency_id=member.agency_id))
    return quotes


def _member(agency_id: int | None, actor: Actor) -> AgencyMember:
    if agency_id is None:
        agency_id = next(iter(agency_ids_with(actor, AgencyAbility.REQUEST)), None)
    if agency_id is None:
        agency_id = next(iter(agency_ids_with(actor)), None)
    member = ensure_acts_for_agency(agency_id, actor, AgencyAbility.REQUEST, field="agency")
    assert member is not None  # no permission of staff opens this door
    return member


def _ensure_sold(pricing: Pricing) -> None:
    if not pricing.lines:
        raise EmptyBasket("checkoutId")
    for line in pricing.lines:
        if line.refusal is not None:
            raise NotForSale("checkoutId", name=line.offer.product.name)


def _campaign_ends(checkout: Checkout, lines: Sequence[PricedLine]) -> dict[int, dt.date]:
    """By product whose lowered price is used: the last day of the first of its campaigns to end."""
    now = clock.now()
    lowered = {line.offer.product.pk for line in lines if _is_lowered(line)}
    running = CampaignProduct.objects.filter(
        product_id__in=lowered,
        campaign__channels=checkout.channel_id,
        campaign__starts_at__lte=now,
        campaign__ends_at__gt=now,
    )
    ends = running.order_by().values_list("product_id").annotate(end=Min("campaign__ends_at"))
    return {product_id: _last_day(end) for product_id, end in ends}


def _is_lowered(line: PricedLine) -> bool:
    """Whether it costs the lowered price of now, and neither a quantity price nor that of another quote."""
    offer = line.offer
    return not line.line.is_held and offer.unit < offer.undiscounted and offer.step_for(line.pieces) is None


def _last_day(end: dt.datetime) -> dt.date:
    """The Seoul day of the last moment before ``end``."""
    return (end - dt.timedelta(microseconds=1)).astimezone(clock.SEOUL).date()


def _issue(
    checkout: Checkout,
    group: VendorGroup,
    member: AgencyMember,
    bundle: UUID,
    campaigns: dict[int, dt.date],
    title: str,
    actor: Actor,
) -> Quote:
    products = [line.offer.product for line in group.lines]
    ends = [campaigns[product.pk] for product in products if product.pk in campaigns]
    ends += [_last_day(line.line.held_until) for line in group.lines if line.line.held_until is not None]
    place = receiver_of(checkout.shipping_address, is_masked=False)
    terms = QuoteTerms(
        agency_id=member.agency_id,
        department_id=member.department_id,
        member_id=member.pk,
        vendor_id=group.vendor.pk,
        title=title or _title(group.lines),
        valid_until=instant_validity(clock.today(), ends),
        delivery=(group.shipping.gross + group.shipping_discount).amount,
        delivery_days=max(product.dispatch_days for product in products),
        place=place.address if place else "",
        bundle=bundle,
    )
    return quote_issue(terms=terms, lines=[_line(line) for line in group.lines], actor=actor)


def _title(lines: Sequence[PricedLine]) -> str:
    first = lines[0].offer.product.name[:150]
    return first if len(lines) == 1 else f"{first} 외 {len(lines) - 1}건"


def _line(line: PricedLine) -> OfferedLine:
    product, step = line.offer.product, line.offer.step_for(line.pieces) if line.pieces else None
    return OfferedLine(
        variant_id=line.line.variant_id,
        name=product.name,
        specification=line.offer.variant.name,
        quantity=line.line.quantity,
        tax_kind=product.tax_kind,
        unit_price=line.base_unit.gross.amount,
        remark="" if step is None else f"{step.minimum:,}개 이상 단가",
    )
