"""What procurement adds to types of rooms below."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.models import AgencyMember
from market.agencies.selectors.memberships import memberships_of
from market.core.graphql.batch import batch, grouped
from market.core.graphql.types import non_null_list


class UserAgencyFields:
    agency_memberships = graphene.Field(
        non_null_list("market.agencies.graphql.types.AgencyMembership"),
        required=True,
        description="Agencies the person buys for; only the person's own.",
    )

    @batch
    def resolve_agency_memberships(parents: list[Any], info: Any) -> list[list[AgencyMember]]:
        own = [user.pk for user in parents if user.pk == info.context.actor.user_id]
        rows = memberships_of(own) if own else []
        return grouped(rows, lambda row: row.user_id, [user.pk for user in parents])
