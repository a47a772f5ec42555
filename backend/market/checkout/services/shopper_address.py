"""Addresses that buyers type in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from market.accounts.models import Address
from market.accounts.services.address_clean import AddressChecks, address_clean
from market.core.errors import DomainError, ManyErrors


def shopper_address(kind: str, values: Mapping[str, Any] | None, checks: AddressChecks) -> Address | None:
    """An unsaved address; none for none. Raises ManyErrors whose errors say which address (SHIPPING, BILLING) they mean."""
    if values is None:
        return None
    try:
        return address_clean(values=dict(values), checks=checks)
    except ManyErrors as many:
        raise ManyErrors([_of_kind(error, kind) for error in many.errors]) from many


def _of_kind(error: DomainError, kind: str) -> DomainError:
    error.params["address_type"] = kind
    return error
