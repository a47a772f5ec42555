"""How every mutation names its checkout."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene

from market.core.errors import NotFound
from market.core.graphql import scalars
from market.core.graphql.mutations import uuid_from_id


def id_arguments() -> type:
    """``id``, and the older names that Saleor's clients may still use."""
    return type(
        "CheckoutArguments",
        (),
        {
            "id": graphene.ID(description="ID of the checkout."),
            "checkout_id": graphene.ID(description="ID of the checkout; older name of `id`."),
            "token": scalars.UUID(description="Key of the checkout; older than `id`."),
        },
    )


def checkout_key(ids: dict[str, Any]) -> UUID:
    """The key that one of the arguments names. Raises NotFound where none does, InvalidId for a broken id."""
    if ids.get("id"):
        return uuid_from_id(ids["id"], "Checkout")
    if ids.get("checkout_id"):
        return uuid_from_id(ids["checkout_id"], "Checkout", field="checkoutId")
    token: UUID | None = ids.get("token")
    if token is None:
        raise NotFound("id")
    return token
