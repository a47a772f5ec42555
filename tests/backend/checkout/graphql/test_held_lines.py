"""Held lines as clients see them: they read the quote's price, and can neither set nor stretch it."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import held, hold, ready_checkout
from factories.inventory import variant_on_sale
from market.checkout.models import CheckoutLine
from market.core import clock
from market.core.actor import Actor
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db

PROBLEMS = "problems { __typename ... on CheckoutLineProblemHeldPriceLapsed { line { id } } }"
READ = f"""query($id: ID!) {{ checkout(id: $id) {{ totalPrice {{ gross {{ amount }} }} problems {{ __typename }}
  lines {{ id quantity heldPrice {{ unitPrice {{ amount }} until reference quote note }} unitPrice {{ gross {{ amount }} }}
  undiscountedUnitPrice {{ amount }} undiscountedTotalPrice {{ amount }} totalPrice {{ gross {{ amount }} }} {PROBLEMS} }} }} }}"""
UPDATE = """mutation($id: ID, $lines: [CheckoutLineUpdateInput!]!) { checkoutLinesUpdate(id: $id, lines: $lines) {
  checkout { quantity } errors { field code message lines variants } } }"""
COMPLETE = "mutation($id: ID) { checkoutComplete(id: $id) { order { id } errors { field code message variants } } }"
DETACH = "mutation($id: ID) { checkoutCustomerDetach(id: $id) { checkout { id } errors { field code message } } }"


@pytest.fixture
def user() -> Any:
    return UserFactory()


@pytest.fixture
def checkout(user: Any) -> Any:
    channel, actor = ChannelFactory(), Actor(user_id=user.pk, email=user.email)
    quoted, listed = variant_on_sale(channel), variant_on_sale(channel, price=10_000)
    ready = ready_checkout(channel, {listed: 1}, actor=actor)
    return hold(ready, held(quoted, 30, 8_700, delivery=5_000, note="각인 포함"), actor=actor)


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def test_a_line_tells_its_quote(graphql: Any, user: Any, checkout: Any) -> None:
    read = graphql(READ, {"id": gid(checkout)}, user=user)["data"]["checkout"]
    listed, quoted = read["lines"]
    assert listed["heldPrice"] is None
    line = CheckoutLine.objects.get(held_unit_price__isnull=False)
    assert quoted["heldPrice"] == {
        "unitPrice": {"amount": 8_700},
        "until": line.held_until.isoformat(),
        "reference": line.held_reference,
        "quote": "quote-1",
        "note": "각인 포함",
    }
    assert quoted["undiscountedUnitPrice"]["amount"] == quoted["unitPrice"]["gross"]["amount"] == 8_700
    assert quoted["undiscountedTotalPrice"]["amount"] == quoted["totalPrice"]["gross"]["amount"] == 261_000
    assert read["problems"] == quoted["problems"] == []


def test_its_quantity_is_refused_in_both_languages(graphql: Any, user: Any, checkout: Any) -> None:
    line = CheckoutLine.objects.get(held_unit_price__isnull=False)
    change = {"id": gid(checkout), "lines": [{"lineId": gid(line), "quantity": 31}]}
    for language, word in (("ko", "견적"), ("en", "quoted")):
        answer = graphql(UPDATE, change, user=user, language=language)["data"]["checkoutLinesUpdate"]
        (error,) = answer["errors"]
        assert (error["field"], error["code"], error["lines"]) == ("quantity", "HELD_LINE_FIXED", [gid(line)])
        assert word in error["message"]
    line.refresh_from_db()
    assert line.quantity == 30


def test_a_lapsed_price_is_a_problem_and_an_error_of_its_own(graphql: Any, user: Any, checkout: Any) -> None:
    CheckoutLine.objects.filter(held_unit_price__isnull=False).update(held_until=clock.now())
    read = graphql(READ, {"id": gid(checkout)}, user=user)["data"]["checkout"]
    quoted = read["lines"][1]
    assert quoted["problems"] == [{"__typename": "CheckoutLineProblemHeldPriceLapsed", "line": {"id": quoted["id"]}}]
    assert [row["__typename"] for row in read["problems"]] == ["CheckoutLineProblemHeldPriceLapsed"]
    (error,) = graphql(COMPLETE, {"id": gid(checkout)}, user=user)["data"]["checkoutComplete"]["errors"]
    assert error["code"] == "HELD_PRICE_LAPSED"
    assert CheckoutLine.objects.count() == 2


def test_it_cannot_be_handed_to_whoever_knows_its_id(graphql: Any, user: Any, checkout: Any) -> None:
    (error,) = graphql(DETACH, {"id": gid(checkout)}, user=user)["data"]["checkoutCustomerDetach"]["errors"]
    assert (error["code"], checkout.user_id) == ("INVALID", user.pk)
    checkout.refresh_from_db()
    assert checkout.user_id == user.pk


def test_held_lines_cost_no_more_statements(assert_constant_queries: Any, user: Any, checkout: Any) -> None:
    actor = Actor(user_id=user.pk, email=user.email)
    plain = ready_checkout(checkout.channel, {variant_on_sale(checkout.channel): 1}, actor=actor)
    few = {"id": gid(plain)}
    assert assert_constant_queries(READ, few, {"id": gid(checkout)}, user=user) <= 12
