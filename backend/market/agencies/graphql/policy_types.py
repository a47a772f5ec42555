"""By which rules an agency buys, as its members and staff see it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene

from market.agencies.graphql.people_types import name_of
from market.agencies.models import AgencyPolicy as AgencyPolicyModel
from market.agencies.models import Law
from market.core import clock
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import Date, DateTime, PositiveDecimal
from market.core.graphql.types import ModelObjectType, Node

AgencyLawEnum = enum_from_choices("AgencyLawEnum", Law, "The law on contracts an agency follows.")


class PolicyRules:
    """What a policy and the rules of a day have in common. Amounts in won; null: the law's own."""

    law = graphene.Field(AgencyLawEnum, required=True, description="The law it follows, or its base.")
    quote_omit_below = graphene.Field(
        PositiveDecimal, description="Strictly below this no quote is asked; without VAT."
    )
    one_quote_up_to = graphene.Field(
        PositiveDecimal, description="Up to this one quote is enough, from anybody; without VAT."
    )
    comparison_from = graphene.Field(
        PositiveDecimal, description="Above this two quotes are compared by rule of the house; without VAT."
    )
    split_warning_from = graphene.Field(
        PositiveDecimal, description="Sum of a year with one enterprise that is pointed out; without VAT."
    )
    direct_order_up_to = graphene.Field(
        PositiveDecimal, description="Ordered without a request (품의), VAT included; null: any amount, 0: never."
    )
    hold_days = graphene.Int(required=True, description="How many days a request holds its terms.")


class AgencyPolicy(PolicyRules, ModelObjectType):
    """An agency's own rules from a day on. What has begun is never changed."""

    class Meta:
        interfaces = (Node,)

    effective_from = graphene.Field(Date, required=True, description="First day.")
    ends_on = graphene.Field(Date, description="Last day, because another began; null: still, or until further notice.")
    is_current = graphene.Boolean(required=True, description="Whether it holds today.")
    is_changeable = graphene.Boolean(required=True, description="Whether it has not begun, so that it can be changed.")
    created_at = graphene.Field(DateTime, required=True, description="When it was made.")
    created_by = graphene.String(required=True, description="Who made it; empty once the account is gone.")

    @staticmethod
    def resolve_ends_on(root: AgencyPolicyModel, info: Any) -> dt.date | None:
        following = getattr(root, "following", None)
        return following - dt.timedelta(days=1) if following is not None else root.effective_until

    @staticmethod
    def resolve_is_current(root: AgencyPolicyModel, info: Any) -> bool:
        last = AgencyPolicy.resolve_ends_on(root, info)
        return root.effective_from <= clock.today() and (last is None or last >= clock.today())

    @staticmethod
    def resolve_is_changeable(root: AgencyPolicyModel, info: Any) -> bool:
        return root.effective_from > clock.today()

    @staticmethod
    def resolve_created_by(root: AgencyPolicyModel, info: Any) -> str:
        return name_of(root.created_by)


class AgencyRules(PolicyRules, graphene.ObjectType):
    """The rules of an agency on one day, whether it has set any or not."""

    effective_from = graphene.Field(Date, description="Since when; null: nothing was set, the law's own hold.")


class AgencyPolicyChange(graphene.ObjectType):
    """One rule that a new policy would change on its first day."""

    field = graphene.String(
        required=True,
        description="law, quote_omit_below, one_quote_up_to, comparison_from, split_warning_from, direct_order_up_to or hold_days.",
    )
    old = graphene.String(description="What would hold without it; null: the law's own (direct orders: any amount).")
    new = graphene.String(description="What would hold with it.")
