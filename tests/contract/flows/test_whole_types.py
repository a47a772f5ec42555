"""Every query of the list, with every field of what it reaches, over a market with something of everything."""

from __future__ import annotations

from typing import Any

import pytest

from contract.flows.shop import Shop, gid, stocked_shop
from contract.flows.test_every_operation import wanted
from contract.flows.whole_types import WholeTypes
from factories.accounts import AddressFactory, UserFactory
from factories.checkout import anew, ready_checkout
from factories.orders import placed_order, receive_money, send
from factories.promotions import gift_card_of, voucher_in
from market.accounts.models import StaffGroup, User
from market.api.schema import schema
from market.checkout.models import Checkout
from market.checkout.services.promo_code_add import promo_code_add
from market.core import permissions
from market.core.actor import Actor
from market.orders.models import Order

pytestmark = pytest.mark.django_db
ARGUMENTS = {
    "amount": "1000", "kind": "GOODS",
    "first": "2", "channel": '"citizen"', "languageCode": "EN", "slug": '"a-dropdown"', "key": '"place"', "countryCode": "KR",
}  # fmt: skip
QUERIES: dict[str, dict[str, Any]] = {
    "addressValidationRules": {"countryCode": "KR"},
    "categories": {"first": 2},
    "category": {"slug": "living"},
    "channel": {"slug": "citizen"},
    "channels": {},
    "checkout": {"id": None},
    "collection": {"slug": "spring", "channel": "citizen"},
    "me": {},
    "menu": {"slug": "navbar", "channel": "citizen"},
    "order": {"id": None},
    "page": {"slug": "about"},
    "pages": {"first": 2, "channel": "citizen"},
    "product": {"slug": "soap", "channel": "citizen"},
    "productVariant": {"id": None, "channel": "citizen"},
    "products": {"first": 2, "channel": "citizen"},
}


@pytest.fixture
def member() -> User:
    user = UserFactory(email="member@ieum.example")
    address = AddressFactory()
    user.addresses.add(address)
    user.default_shipping_address = user.default_billing_address = address
    user.save()
    return user


@pytest.fixture
def ids(member: User) -> dict[str, str]:
    """The member's sent order, the member's cart with a voucher and a gift card, and a variant."""
    shop: Shop = stocked_shop()
    actor = Actor(user_id=member.pk, email=member.email)
    order: Order = placed_order(shop.channel, {shop.small: 1, shop.plain: 1}, user=member)
    receive_money(order)
    first, *_ = order.vendor_orders.order_by("pk")
    send(order, part=first)
    checkout: Checkout = ready_checkout(shop.channel, {shop.small: 1, shop.large: 1}, actor=actor)
    voucher_in(shop.channel, "SPRING", 1_000)
    _, code = gift_card_of(2_000)
    for promo_code in ("SPRING", code):
        anew(promo_code_add, checkout_id=checkout.pk, promo_code=promo_code, actor=actor)
    return {"checkout": gid(checkout), "order": gid(order), "productVariant": gid(shop.small)}


@pytest.fixture(autouse=True)
def _more_aliases_than_a_client_needs(settings: Any) -> None:
    settings.GRAPHQL_MAX_ALIASES = 500


def arguments_of(query: str, ids: dict[str, str]) -> dict[str, Any]:
    return {name: ids[query] if value is None else value for name, value in QUERIES[query].items()}


def listed(type_name: str, field_name: str) -> bool:
    return f"{type_name}.{field_name}" in wanted()


def test_every_query_of_the_list_is_here() -> None:
    assert {f"Query.{name}" for name in QUERIES} == {name for name in wanted() if name.startswith("Query.")}


@pytest.mark.parametrize("query", QUERIES)
def test_every_listed_field_is_answered(graphql: Any, member: User, ids: dict[str, str], query: str) -> None:
    whole = WholeTypes(schema(), ARGUMENTS, wanted=listed)
    answer = graphql(whole.document(query, **arguments_of(query, ids)), user=member)
    assert "errors" not in answer, answer["errors"][:3]
    assert answer["data"][query]


@pytest.mark.parametrize("query", QUERIES)
def test_every_field_we_have_beside_is_answered_to_staff(
    graphql: Any, member: User, ids: dict[str, str], query: str
) -> None:
    staff = StaffGroup.objects.create(name="everything", permissions=[str(one) for one in all_permissions()])
    User.objects.filter(pk=member.pk).update(is_staff=True)
    member.refresh_from_db()
    staff.users.add(member)
    whole = WholeTypes(schema(), ARGUMENTS, levels=1)
    answer = graphql(whole.document(query, **arguments_of(query, ids)), user=member)
    assert "errors" not in answer, answer["errors"][:3]
    assert answer["data"][query]


def all_permissions() -> list[str]:
    return [value for name, value in vars(permissions).items() if name.isupper() and isinstance(value, str)]


def test_no_listed_field_of_a_type_that_queries_reach_is_left_out() -> None:
    """What mutations alone give is selected by the flows."""
    whole = WholeTypes(schema(), ARGUMENTS, wanted=listed, levels=3)
    for query in QUERIES:
        whole.document(query)
    reached = {name.partition(".")[0] for name in whole.selected}
    assert len(reached) > 50
    assert {name for name in wanted() if name.partition(".")[0] in reached} - whole.selected == set()
