"""What waits for one member of an agency."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.selectors.membership import ensure_agency_member_or
from market.core.global_ids import BadGlobalId, int_pk
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import non_null_list
from market.procurement.selectors import today


class AgencyAbsence(graphene.ObjectType):
    """Somebody is away and somebody else decides meanwhile (대결)."""

    name = graphene.String(required=True, description="The other person's name.")
    job_title = graphene.String(required=True, description="The other person's title.")
    ends_on = Date(required=True, description="The last day, in Seoul.")


class AgencyToday(graphene.ObjectType):
    """What waits for one member: own work, and that of members whose deputy the person is today."""

    requests_to_decide = graphene.Int(required=True, description="Purchase requests (품의) that wait for the decision.")
    requests_ending_today = graphene.Int(
        required=True, description="Of these, whose terms are held through today only."
    )
    next_lapse_at = DateTime(description="When the terms of the first of them end.")
    requests_to_mend = graphene.Int(required=True, description="Own requests that were sent back or lapsed.")
    requests_in_approval = graphene.Int(required=True, description="Own requests under way.")
    quotes_to_choose = graphene.Int(
        required=True, description="Own requests for quotes with valid answers, none of which is chosen yet."
    )
    quotes_waiting = graphene.Int(required=True, description="Own requests for quotes that wait for answers.")
    next_reply_by = DateTime(description="When the first of these closes.")
    changes_proposed = graphene.Int(
        required=True, description="Own purchase orders (발주) to which the enterprise proposed a change."
    )
    acting_for = non_null_list(AgencyAbsence, required=True, description="For whom the person decides today.")
    deputies = non_null_list(AgencyAbsence, required=True, description="Who decides for the person today.")


class TodayQueries:
    agency_today = graphene.Field(
        AgencyToday,
        agency=graphene.ID(required=True, description="ID of the agency."),
        description="What waits for the signed-in member of this agency; null for who is not its member.",
    )

    @staticmethod
    def resolve_agency_today(root: Any, info: Any, agency: str) -> today.AgencyToday | None:
        actor = info.context.actor
        ensure_agency_member_or(actor)
        try:
            agency_id = int_pk(agency, "Agency")
        except BadGlobalId:
            return None
        return today.agency_today(agency_id=agency_id, viewer=actor)
