"""What the checkout adds to types of rooms below."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene

from market.checkout.models import Checkout
from market.checkout.selectors.checkout_get import checkout_list
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import Connection, SortKey, paginate_each, paging_arguments, parse_datetime
from market.core.graphql.types import non_null_list

NEWEST_FIRST = [SortKey("created_at", descending=True, parse=parse_datetime), SortKey("token", parse=UUID)]


class UserCheckoutFields:
    checkout_ids = graphene.Field(non_null_list(graphene.ID), description="IDs of the person's own active checkouts.")
    checkouts = graphene.Field(
        "market.checkout.graphql.types.CheckoutCountableConnection",
        channel=graphene.String(description="Slug of a channel."),
        **paging_arguments(),
        description="The person's own checkouts, newest first.",
    )

    @batch
    def resolve_checkout_ids(parents: list[Any], info: Any) -> list[list[str] | None]:
        own = _own(parents, info)
        rows = Checkout.objects.filter(user_id__in=own, channel__is_active=True).order_by("-created_at")
        ids = grouped(rows.values_list("user_id", "token"), lambda row: row[0], [user.pk for user in parents])
        return [
            [to_global_id("Checkout", token) for _, token in found] if user.pk in own else None
            for user, found in zip(parents, ids, strict=True)
        ]

    @batch
    def resolve_checkouts(
        parents: list[Any], info: Any, channel: str | None = None, **paging: Any
    ) -> list[Connection | None]:
        own = _own(parents, info)
        rows = checkout_list(viewer=info.context.actor).filter(user__isnull=False)
        if channel is not None:
            rows = rows.filter(channel__slug=channel.replace("\x00", ""))
        pages = dict(zip(own, paginate_each(info, own, rows, "user_id", NEWEST_FIRST, **paging), strict=True))
        return [pages.get(user.pk) for user in parents]


def _own(users: list[Any], info: Any) -> list[int]:
    return [user.pk for user in users if user.pk == info.context.actor.user_id]
