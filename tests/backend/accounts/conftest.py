"""What tests of account flows share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factories.channels import ChannelFactory
from market.core.models import OutboxEvent


@pytest.fixture
def channel(db: None) -> str:
    """The slug of the one channel there is."""
    return ChannelFactory().slug


@pytest.fixture
def published() -> Callable[[], list[tuple[str, dict[str, Any]]]]:
    """``[(name, payload)]`` of what accounts told so far, oldest first, without the room's name."""

    def read() -> list[tuple[str, dict[str, Any]]]:
        rows = OutboxEvent.objects.filter(topic__startswith="accounts.").order_by("id")
        return [(row.topic.removeprefix("accounts."), row.payload) for row in rows]

    return read


@pytest.fixture
def ask(graphql: Any, channel: str) -> Callable[..., Any]:
    """``ask("setPassword", "token user { email }", user=…, email=…)``: the payload of one mutation with text arguments."""

    def call(name: str, fields: str = "", *, user: Any = None, language: str = "ko", **arguments: str) -> Any:
        head = ", ".join(f"${key}: String!" for key in arguments)
        given = ", ".join(f"{key}: ${key}" for key in arguments)
        document = f"mutation ({head}) {{ {name}({given}) {{ {fields} errors {{ field code message }} }} }}"
        answer = graphql(document, arguments, user=user, language=language)
        return (answer["data"] or {}).get(name) or answer["errors"][0]["extensions"]["exception"]["code"]

    return call
