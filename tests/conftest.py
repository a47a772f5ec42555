"""What every test shares: the answer of the real HTTP view, statement counts, and an outbox that delivers everything twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import hypothesis
import pytest

# No ordinary test fails for being slow; speed has its own place in tests/bench/.
hypothesis.settings.register_profile("market", deadline=None)
hypothesis.settings.load_profile("market")

Answer = dict[str, Any]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is counted of the seeded market is counted before people in browsers add to it."""
    items.sort(key=lambda item: item.get_closest_marker("journey") is not None)


@pytest.fixture(autouse=True)
def _clean_caches(request: pytest.FixtureRequest) -> None:
    """No counter, cached answer or lock record of one test reaches the next."""
    from django.core.cache import cache

    from market.api import response_cache
    from market.core.locks import reset_lock_order

    if request.node.get_closest_marker("django_db"):
        cache.clear()
    response_cache.clear()
    reset_lock_order()


@pytest.fixture
def graphql(client: Any) -> Callable[..., Answer]:
    """``graphql(document, variables, user=…, language=…)``: the JSON of the real view. The status is 200 unless ``status`` says otherwise."""
    from market.accounts.services.tokens import ACCESS, token_create

    def ask(
        document: str,
        variables: Answer | None = None,
        *,
        user: Any = None,
        language: str = "ko",
        status: int = 200,
        **headers: str,
    ) -> Answer:
        if user is not None:
            headers["Authorization"] = f"Bearer {token_create(user=user, kind=ACCESS)}"
        headers.setdefault("Accept-Language", language)
        body = {"query": document, "variables": variables or {}}
        parts = _parts_of(body)
        if parts is None:
            response = client.post("/graphql/", data=body, content_type="application/json", headers=headers)
        else:
            response = client.post("/graphql/", data=parts, headers={"GraphQL-Preflight": "1", **headers})
        assert response.status_code == status, response.content
        return response.json()

    return ask


def _parts_of(body: Answer) -> Answer | None:
    """The parts of a multipart request when a variable is a file, as the GraphQL multipart request specification has them."""
    files = {name: value for name, value in body["variables"].items() if hasattr(value, "chunks")}
    if not files:
        return None
    places = {name: [f"variables.{name}"] for name in files}
    operations = {**body, "variables": {**body["variables"], **dict.fromkeys(files)}}
    return {"operations": json.dumps(operations), "map": json.dumps(places), **files}


@pytest.fixture
def statements_of(graphql: Callable[..., Answer]) -> Callable[..., list[str]]:
    """``statements_of(document, variables, …)``: the SQL of one call that must succeed (the document is planned beforehand)."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(document: str, variables: Answer | None = None, **options: Any) -> list[str]:
        graphql(document, variables, **options)
        with CaptureQueriesContext(connection) as captured:
            answer = graphql(document, variables, **options)
        assert "errors" not in answer, answer["errors"]
        return [query["sql"] for query in captured.captured_queries]

    return count


@pytest.fixture
def assert_constant_queries(statements_of: Callable[..., list[str]]) -> Callable[..., int]:
    """The same document over few and over many rows costs the same number of statements; returns that number."""

    def check(document: str, few: Answer, many: Answer, **options: Any) -> int:
        with_few, with_many = statements_of(document, few, **options), statements_of(document, many, **options)
        listing = "\n\n".join(with_many)
        assert len(with_few) == len(with_many), (
            f"{len(with_few)} statements became {len(with_many)}: it grows with the page.\n{listing}"
        )
        return len(with_many)

    return check


@pytest.fixture
def run_outbox() -> Callable[[], int]:
    """Deliver every waiting event, each one TWICE: a handler that is not idempotent fails here."""
    from market.core import outbox
    from market.core.events import event_from, handler_named
    from market.core.locks import reset_lock_order
    from market.core.models import DeliveryStatus, OutboxDelivery

    def run() -> int:
        outbox.fan_out()
        waiting = list(OutboxDelivery.objects.filter(status=DeliveryStatus.WAITING).select_related("event"))
        delivered = outbox.deliver_due()
        failed = OutboxDelivery.objects.exclude(status=DeliveryStatus.DONE)
        assert not failed, [f"{row.handler}: {row.last_error}" for row in failed]
        for delivery in waiting:
            reset_lock_order()  # each delivery is a transaction of its own
            handler_named(delivery.event.topic, delivery.handler)(
                event_from(delivery.event.topic, delivery.event.payload)
            )
        return delivered

    return run
