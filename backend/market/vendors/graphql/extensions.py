"""What enterprises add to types of rooms below."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.batch import batch, grouped
from market.core.graphql.types import non_null_list
from market.vendors.models import VendorMember


class UserVendorFields:
    vendor_memberships = graphene.Field(
        non_null_list("market.vendors.graphql.types.VendorMembership"),
        required=True,
        description="Enterprises the person works for; only the person's own.",
    )

    @batch
    def resolve_vendor_memberships(parents: list[Any], info: Any) -> list[list[VendorMember]]:
        own = [user.pk for user in parents if user.pk == info.context.actor.user_id]
        rows = VendorMember.objects.filter(user_id__in=own).select_related("vendor").order_by("id") if own else []
        return grouped(rows, lambda row: row.user_id, [user.pk for user in parents])
