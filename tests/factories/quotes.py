"""Requests for quotes and quotes for tests, made through the services people use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from factories.certificates import actor_of
from factories.channels import public_channel
from factories.checkout import anew, open_checkout
from factories.inventory import variant_on_sale
from factories.procurement import agency_member
from factories.vendors import SellerFactory, member_of
from market.agencies.models import AgencyMember
from market.catalog.models import ProductVariant
from market.core import clock
from market.core.actor import Actor
from market.quotes.models import Quote, QuoteInvitation, QuoteRequest
from market.quotes.services.quote_create import quote_create
from market.quotes.services.quote_request_send import quote_request_send
from market.quotes.services.quote_request_write import quote_request_create
from market.quotes.services.quote_submit import AnsweredItem, AnswerTerms, quote_submit
from market.quotes.services.request_clean import ItemWish
from market.vendors.models import Vendor

ITEMS = (
    ItemWish(name="쌀겨 설거지 비누", specification="110g × 4개", unit="세트", quantity=300),
    ItemWish(name="행사 띠지", specification="재생지, 1도 인쇄", unit="장", quantity=300),
)


def in_days(days: float) -> dt.datetime:
    return clock.now() + dt.timedelta(days=days)


def buyer_of(member: AgencyMember) -> Actor:
    return actor_of(member.user)


def seller_of(vendor: Vendor) -> Actor:
    return actor_of(member_of(vendor))


def draft(member: AgencyMember | None = None, *vendors: Vendor, **fields: Any) -> QuoteRequest:
    """A draft that lacks nothing, for these enterprises."""
    member = member or agency_member()
    items: Sequence[ItemWish] = fields.pop("items", ITEMS)
    values = {
        "title": "가을 문화제 참가자 기념품",
        "specification": "한지 띠지를 두른 비누 묶음.\n인쇄 시안은 납품 전에 확인합니다.",
        "delivery_place": "새솔시청 본관 1층 물품 인수처",
        "delivery_by": clock.today() + dt.timedelta(days=30),
        "reply_by": in_days(5),
        **fields,
    }
    return anew(
        quote_request_create,
        agency_id=member.agency_id,
        values=values,
        items=items,
        vendor_ids=[vendor.pk for vendor in vendors],
        actor=buyer_of(member),
    )


def sent(member: AgencyMember | None = None, *vendors: Vendor, **fields: Any) -> QuoteRequest:
    """The same, sent; to one enterprise where none is named."""
    public_channel()
    member = member or agency_member()
    request = draft(member, *(vendors or (SellerFactory(),)), **fields)
    return anew(quote_request_send, request_id=request.pk, actor=buyer_of(member))


def invitation_of(request: QuoteRequest, vendor: Vendor | None = None) -> QuoteInvitation:
    rows = request.invitations.select_related("vendor").order_by("id")
    found = rows.filter(vendor=vendor).first() if vendor else rows.first()
    assert found is not None
    return found


def listing_of(vendor: Vendor, **fields: Any) -> ProductVariant:
    """Something the enterprise sells in the public channel."""
    return variant_on_sale(public_channel(), vendor=vendor, **{"stock": 10_000, **fields})


def prices(request: QuoteRequest, variant: ProductVariant, *units: int) -> list[AnsweredItem]:
    """An answer to each item; the last price counts for the rest."""
    items = list(request.items.order_by("position"))
    return [
        AnsweredItem(item_id=item.pk, variant_id=variant.pk, unit_price=Decimal(units[min(place, len(units) - 1)]))
        for place, item in enumerate(items)
    ]


def answered(
    request: QuoteRequest,
    vendor: Vendor,
    *units: int,
    variant: ProductVariant | None = None,
    actor: Actor | None = None,
    **terms: Any,
) -> Quote:
    """The enterprise's answer at these prices, VAT included."""
    given: dict[str, Any] = {"valid_until": clock.today() + dt.timedelta(days=30), "delivery_days": 5, **terms}
    return anew(
        quote_submit,
        token=invitation_of(request, vendor).token,
        items=prices(request, variant or listing_of(vendor), *(units or (1_000,))),
        terms=AnswerTerms(**given),
        actor=actor or seller_of(vendor),
    )


def instant(member: AgencyMember, *variants: ProductVariant, quantity: int = 3) -> list[Quote]:
    """Instant quotes of a basket of the member's with so many of each."""
    checkout = open_checkout(public_channel(), dict.fromkeys(variants, quantity), actor=buyer_of(member))
    return anew(quote_create, checkout_id=checkout.pk, actor=buyer_of(member), agency_id=member.agency_id)
