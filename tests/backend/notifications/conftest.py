"""What tests of mails share: orders of several enterprises, and eyes for HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factories.certificates import law, still  # noqa: F401
from factories.channels import ChannelFactory, public_channel
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.vendors import SellerFactory
from market.accounts.models import User
from market.agencies.models import Agency, AgencyMember
from market.agencies.permissions import AgencyAbility
from market.core import clock
from market.orders.models import Order


@pytest.fixture
def place() -> Callable[..., Order]:
    """``place(user=…, language="ko")``: two pieces of one enterprise and one of another, waiting for a bank transfer."""
    channel = ChannelFactory()
    first = SellerFactory(name="담박리필가게", name_en="Dambak Refill", delivery_fee=4000)
    second = SellerFactory(name="은은선물가게", name_en="Eun-eun Gifts", free_delivery_from=10_000)
    soap = variant_on_sale(channel, price=7_300, vendor=first, name="생분해 봉투")
    bag = variant_on_sale(channel, price=11_900, vendor=second, name="면 에코백")

    def order(user: User | None = None, language: str = "ko", **fields: Any) -> Order:
        made = placed_order(channel, {soap: 2, bag: 1}, user=user)
        Order.objects.filter(pk=made.pk).update(language_code=language, **fields)
        return Order.objects.get(pk=made.pk)

    return order


@pytest.fixture
def agency_order() -> Callable[..., Order]:
    """``agency_order(member, language="ko")``: an agency's order from two enterprises, paid after inspection."""
    channel = public_channel()
    lunch = variant_on_sale(channel, price=330_000, vendor=SellerFactory(name="담박도시락"), name="행사용 도시락")
    cards = variant_on_sale(channel, price=88_000, vendor=SellerFactory(name="은은인쇄"), name="재생지 명함")

    def order(member: User, language: str = "ko") -> Order:
        agency, _ = Agency.objects.get_or_create(
            registration_number="9998300001",
            defaults={"name": "가온구청(견본)", "regime": "local", "joined_at": clock.now()},
        )
        AgencyMember.objects.get_or_create(
            agency=agency, user=member, defaults={"abilities": [AgencyAbility.REQUEST.value]}
        )
        made = placed_order(channel, {lunch: 3, cards: 2}, user=member)
        Order.objects.filter(pk=made.pk).update(language_code=language)
        return Order.objects.get(pk=made.pk)

    return order
