"""Who acts for whom during an absence (대결)."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies import errors
from market.agencies.graphql.errors import AgencyError
from market.agencies.graphql.people_types import AgencyDeputy
from market.agencies.selectors.membership import ensure_agency_member_or
from market.agencies.services.deputy_name import deputy_name, deputy_revoke
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.scalars import Date


class AgencyDeputyCreate(BaseMutation):
    deputy = graphene.Field(AgencyDeputy, description="The deputy.")

    class Arguments:
        member = graphene.ID(required=True, description="ID of the member who is away.")
        deputy = graphene.ID(required=True, description="ID of the member who acts instead.")
        starts_on = Date(required=True, description="First day.")
        ends_on = Date(required=True, description="Last day.")
        reason = graphene.String(description="Why, e.g. 휴가, 출장, 교육.")

    class Meta:
        description = (
            "Name who acts for a member from a first through a last day; by the member or administrators. One deputy a"
            " day, who holds the same abilities."
        )
        error_type = AgencyError
        login_required = True

    raises = (
        NotFound,
        InvalidId,
        InvalidInput,
        errors.NothingToStandInFor,
        errors.DeputyLacksAbility,
        errors.DeputyAway,
        errors.DeputyOverlaps,
    )

    @classmethod
    def perform(
        cls, info: Any, *, member: str, deputy: str, starts_on: Any, ends_on: Any, reason: str | None = None
    ) -> Any:
        ensure_agency_member_or(info.context.actor)
        made = deputy_name(
            member_id=pk_from_id(member, "AgencyMember", field="member"),
            deputy_id=pk_from_id(deputy, "AgencyMember", field="deputy"),
            starts_on=starts_on,
            ends_on=ends_on,
            reason=reason or "",
            actor=info.context.actor,
        )
        return cls(deputy=made)


class AgencyDeputyRevoke(BaseMutation):
    deputy = graphene.Field(AgencyDeputy, description="The deputy.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the deputy.")

    class Meta:
        description = "End a deputy's acting at once; by the member or administrators."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, errors.DeputyOver)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(id, "AgencyDeputy")
        return cls(deputy=deputy_revoke(deputy_id=pk, actor=info.context.actor))
