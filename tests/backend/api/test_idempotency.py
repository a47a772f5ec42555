"""The same key and request are one request."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

import orjson
import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from market.accounts.models import User
from market.api.idempotency import once
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.graphql.context import RequestContext
from market.core.models import IdempotencyKey
from market.core.permissions import MANAGE_GIFT_CARD, MANAGE_ORDERS
from market.core.tasks import forget_idempotent_answers
from market.promotions.models import GiftCard

pytestmark = pytest.mark.django_db
REGISTER = 'mutation ($e: String!) { accountRegister(input: {email: $e, password: "correct-horse-9"}) { user { email } errors { code } } }'


@pytest.fixture(autouse=True)
def _accounts_can_be_used_at_once(settings: Any) -> None:
    """So that registering twice is told apart: with confirmation on, both are answered alike."""
    settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL = False


def register(graphql: Any, email: str, key: str, **options: Any) -> Any:
    return graphql(REGISTER, {"e": email}, **{"Idempotency-Key": key}, **options)


def test_a_repeated_request_gets_the_stored_answer(graphql: Any) -> None:
    first = register(graphql, "one@ieum.example", "k1")
    assert first["data"]["accountRegister"]["errors"] == []
    assert register(graphql, "one@ieum.example", "k1") == first
    assert register(graphql, "one@ieum.example", "k2")["data"]["accountRegister"]["errors"] == [{"code": "UNIQUE"}]
    assert User.objects.count() == 1


def test_a_key_stands_for_one_request_only(graphql: Any) -> None:
    register(graphql, "one@ieum.example", "k1")
    refused = register(graphql, "two@ieum.example", "k1", status=422)
    assert refused["errors"][0]["extensions"]["exception"]["code"] == "IdempotencyKeyReused"


def test_while_the_first_runs_the_second_is_told_to_wait(graphql: Any) -> None:
    register(graphql, "one@ieum.example", "k1")
    IdempotencyKey.objects.update(answer=None)
    waiting = register(graphql, "one@ieum.example", "k1", status=409)
    assert waiting["errors"][0]["extensions"]["exception"]["code"] == "RequestInFlight"


def test_two_callers_may_use_one_key(graphql: Any) -> None:
    register(graphql, "one@ieum.example", "k1")
    answer = register(graphql, "two@ieum.example", "k1", user=UserFactory())
    assert answer["data"]["accountRegister"]["errors"] == []


def test_of_those_who_go_on_for_a_dead_request_one_may(graphql: Any, monkeypatch: Any) -> None:
    from market.api import idempotency

    register(graphql, "one@ieum.example", "k1")
    monkeypatch.setattr(idempotency, "IN_FLIGHT_AT_MOST", dt.timedelta(0))
    IdempotencyKey.objects.update(answer=None)
    row = IdempotencyKey.objects.get()
    idempotency._take_over(row)
    with pytest.raises(idempotency.RequestInFlight):
        idempotency._take_over(row)


def test_a_request_that_breaks_frees_its_key() -> None:
    def breaks() -> Any:
        raise MemoryError

    call = {"query": "mutation { x }", "variables": None, "name": None}
    with pytest.raises(MemoryError):
        once("k1", call, RequestContext(), breaks)
    assert not IdempotencyKey.objects.exists()


def test_no_session_and_no_bare_digest_of_a_password_is_kept(graphql: Any) -> None:
    UserFactory(email="jiwoo@ieum.example", password="correct-horse-9")
    sign_in = 'mutation { tokenCreate(email: "jiwoo@ieum.example", password: "correct-horse-9") { token } }'
    assert graphql(sign_in, **{"Idempotency-Key": "k1"})["data"]["tokenCreate"]["token"]
    assert not IdempotencyKey.objects.exists()
    register(graphql, "one@ieum.example", "k2")
    request = orjson.dumps([REGISTER, {"e": "one@ieum.example"}, None], option=orjson.OPT_SORT_KEYS)
    assert IdempotencyKey.objects.get().request_hash != hashlib.sha256(request).hexdigest()


def test_a_query_is_read_anew_whatever_its_key(graphql: Any) -> None:
    user = UserFactory(first_name="지우")
    ask = "{ me { firstName } }"
    assert graphql(ask, user=user, **{"Idempotency-Key": "k1"})["data"]["me"]["firstName"] == "지우"
    User.objects.update(first_name="민수")
    assert graphql(ask, user=user, **{"Idempotency-Key": "k1"})["data"]["me"]["firstName"] == "민수"


def test_a_key_too_long_to_keep_and_a_key_for_a_batch_are_refused(graphql: Any, client: Any) -> None:
    register(graphql, "one@ieum.example", "k" * 101, status=400)
    batch = client.post(
        "/graphql/",
        data=[{"query": "{ shop { name } }"}],
        content_type="application/json",
        headers={"Idempotency-Key": "k1"},
    )
    assert batch.status_code == 400


def test_answers_are_forgotten_after_a_week(graphql: Any) -> None:
    register(graphql, "one@ieum.example", "k1")
    register(graphql, "two@ieum.example", "k2")
    IdempotencyKey.objects.filter(key="k1").update(created_at=clock.now() - dt.timedelta(days=7, minutes=1))
    assert forget_idempotent_answers() == 1
    assert IdempotencyKey.objects.get().key == "k2"


def test_a_card_is_issued_once_and_its_code_is_not_kept(graphql: Any) -> None:
    issue = """mutation { giftCardCreate(input: {balance: {amount: 10000, currency: "KRW"}, isActive: true}) {
        giftCard { code } errors { field code message } } }"""
    staff = staff_with(MANAGE_GIFT_CARD)
    first = graphql(issue, user=staff, **{"Idempotency-Key": "card"})
    code = first["data"]["giftCardCreate"]["giftCard"]["code"]
    again = graphql(issue, user=staff, **{"Idempotency-Key": "card"})
    assert again["errors"][0]["extensions"]["exception"]["code"] == "AnswerNotKept"
    assert GiftCard.objects.count() == 1
    assert code not in orjson.dumps(list(IdempotencyKey.objects.values_list("answer", flat=True))).decode()


MARK = """mutation Mark($id: ID!, $key: String) { orderMarkAsPaid(id: $id, transactionReference: "7", idempotencyKey: $key) {
    order { isPaid } errors { code } } }"""


def test_the_key_may_be_an_argument(graphql: Any) -> None:
    channel = ChannelFactory()
    orders = [placed_order(channel, {variant_on_sale(channel): 1}) for _ in range(2)]
    ids = [to_global_id("Order", order.pk) for order in orders]
    staff = staff_with(MANAGE_ORDERS)
    first = graphql(MARK, {"id": ids[0], "key": "paid"}, user=staff)
    assert first["data"]["orderMarkAsPaid"] == {"order": {"isPaid": True}, "errors": []}
    assert graphql(MARK, {"id": ids[0], "key": "paid"}, user=staff) == first
    assert graphql(MARK, {"id": ids[0], "key": None}, user=staff)["data"]["orderMarkAsPaid"]["errors"] != []
    other = graphql(MARK, {"id": ids[1], "key": "paid"}, user=staff, status=422)
    assert other["errors"][0]["extensions"]["exception"]["code"] == "IdempotencyKeyReused"
    IdempotencyKey.objects.update(answer=None)
    assert graphql(MARK, {"id": ids[0], "key": "paid"}, user=staff, status=409)["errors"]
    graphql(MARK, {"id": ids[1], "key": "k" * 101}, user=staff, status=400)
    literal = MARK.replace("idempotencyKey: $key", 'idempotencyKey: "literal"').replace(", $key: String", "")
    graphql(literal, {"id": ids[1]}, user=staff)
    assert IdempotencyKey.objects.filter(key="literal").exists()


def test_a_keyed_mutation_comes_alone(graphql: Any) -> None:
    two = """mutation ($id: ID!) { a: orderMarkAsPaid(id: $id, idempotencyKey: "a") { errors { code } }
        b: orderMarkAsPaid(id: $id, idempotencyKey: "b") { errors { code } } }"""
    graphql(two, {"id": "T3JkZXI6MQ=="}, user=staff_with(MANAGE_ORDERS), status=400)
    assert not IdempotencyKey.objects.exists()


@pytest.mark.parametrize("key", ["\x00", "a\x00b", "a\nb", "\ufffe"])
def test_a_key_that_cannot_be_kept_is_refused(graphql: Any, key: str) -> None:
    cancel = 'mutation ($key: String) { orderCancel(id: "T3JkZXI6MQ==", idempotencyKey: $key) { errors { code } } }'
    refused = graphql(cancel, {"key": key}, user=staff_with(MANAGE_ORDERS), status=400)
    assert refused["errors"][0]["extensions"]["exception"]["code"] == "BadRequest"
    assert not IdempotencyKey.objects.exists()
