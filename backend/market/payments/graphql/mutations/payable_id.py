"""How payment mutations name what is paid, and how they speak of a silent provider."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from market.core.global_ids import BadGlobalId, from_global_id, uuid_pk
from market.core.graphql.mutations import InvalidId
from market.payments.errors import GatewayDataInvalid, ProviderSilent, ProviderUnavailable


def payable_key(global_id: str) -> tuple[str, UUID]:
    """``("Checkout" | "Order", key)``. Raises InvalidId."""
    try:
        type_name, _ = from_global_id(global_id, "Checkout", "Order")
        return type_name, uuid_pk(global_id, type_name)
    except BadGlobalId as error:
        raise InvalidId("id") from error


def client_data(data: Any, field: str = "paymentGateway") -> Mapping[str, Any]:
    """What the client sent for the gateway: an object or nothing. Raises GatewayDataInvalid."""
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        raise GatewayDataInvalid(field, detail="data")
    return data


@contextmanager
def provider_spoken_to() -> Iterator[None]:
    """A provider that cannot be reached is an answer, not an accident."""
    try:
        yield
    except ProviderUnavailable as error:
        raise ProviderSilent("paymentGateway") from error
