"""By which rules an agency buys, from a day on."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies import errors
from market.agencies.graphql.errors import AgencyError
from market.agencies.graphql.policy_types import AgencyLawEnum, AgencyPolicy
from market.agencies.graphql.queries import plain
from market.agencies.selectors.membership import ensure_agency_member_or
from market.agencies.services.policy_set import policy_create, policy_delete, policy_update
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.scalars import Date, PositiveDecimal


class AgencyPolicyInput(graphene.InputObjectType):
    """Rules of an agency's own, in won. Null or left out when creating: the law's own."""

    law = graphene.InputField(AgencyLawEnum, description="Base law; only of an agency with rules of its own.")
    quote_omit_below = graphene.InputField(
        PositiveDecimal, description="Strictly below this no quote is asked; without VAT."
    )
    one_quote_up_to = graphene.InputField(
        PositiveDecimal, description="Up to this one quote is enough, from anybody; without VAT."
    )
    comparison_from = graphene.InputField(
        PositiveDecimal, description="Above this two quotes are compared by rule of the house; without VAT."
    )
    split_warning_from = graphene.InputField(
        PositiveDecimal, description="Sum of a year with one enterprise that is pointed out; without VAT."
    )
    direct_order_up_to = graphene.InputField(
        PositiveDecimal, description="Ordered without a request (품의), VAT included; null: any amount, 0: never."
    )
    hold_days = graphene.InputField(
        graphene.Int, description="How many days a request holds its terms: 1 to 30, 7 if left out."
    )


class AgencyPolicyChangeInput(AgencyPolicyInput):
    """What to change of a policy that has not begun. What is left out stays."""

    effective_from = graphene.InputField(Date, description="First day, from tomorrow on.")


class AgencyPolicyCreate(BaseMutation):
    policy = graphene.Field(AgencyPolicy, description="The policy.")

    class Arguments:
        agency = graphene.ID(required=True, description="ID of the agency.")
        effective_from = Date(required=True, description="First day.")
        input = AgencyPolicyInput(required=True, description="The rules.")

    class Meta:
        description = "Set an agency's own rules from today or a later day on; by administrators. History is kept."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, InvalidInput, errors.PolicyDayTaken, errors.LawFixed)

    @classmethod
    def perform(cls, info: Any, *, agency: str, effective_from: Any, input: Any) -> Any:
        ensure_agency_member_or(info.context.actor)
        made = policy_create(
            agency_id=pk_from_id(agency, "Agency", field="agency"),
            effective_from=effective_from,
            given=plain(input),
            actor=info.context.actor,
        )
        return cls(policy=made)


class AgencyPolicyUpdate(BaseMutation):
    policy = graphene.Field(AgencyPolicy, description="The policy.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the policy.")
        input = AgencyPolicyChangeInput(required=True, description="What to change.")

    class Meta:
        description = "Change rules that have not begun; by administrators."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, InvalidInput, errors.PolicyFixed, errors.PolicyDayTaken, errors.LawFixed)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(id, "AgencyPolicy")
        return cls(policy=policy_update(policy_id=pk, given=plain(input), actor=info.context.actor))


class AgencyPolicyDelete(BaseMutation):
    policy = graphene.Field(AgencyPolicy, description="The policy.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the policy.")

    class Meta:
        description = "Call off rules that have not begun; by administrators."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, errors.PolicyFixed)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(id, "AgencyPolicy")
        return cls(policy=policy_delete(policy_id=pk, actor=info.context.actor))


class PolicyMutations:
    agency_policy_create = AgencyPolicyCreate.Field()
    agency_policy_update = AgencyPolicyUpdate.Field()
    agency_policy_delete = AgencyPolicyDelete.Field()
