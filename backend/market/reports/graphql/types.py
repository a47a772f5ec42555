"""Reports as staff see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.campaigns.graphql.types import Campaign
from market.core.graphql.batch import batch
from market.core.graphql.scalars import Date
from market.core.graphql.types import Money
from market.reports.rules import calculate_growth_rate
from market.reports.selectors.campaign_result import CampaignResult, previous_results


class OperatingReport(graphene.ObjectType):
    """The market's figures of a period."""

    period_start = graphene.Field(Date, required=True, description="First day, in Seoul.")
    period_end = graphene.Field(Date, required=True, description="Last day, in Seoul.")
    sales_total = graphene.Field(
        Money,
        required=True,
        description="Orders placed in the period and not cancelled or expired, delivery and VAT included.",
    )
    order_count = graphene.Int(required=True, description="How many orders those are.")
    vendor_count = graphene.Int(required=True, description="Enterprises that had joined by the end of the period.")
    product_count = graphene.Int(required=True, description="Products listed by the end of the period.")
    member_count = graphene.Int(required=True, description="Members that had joined by the end of the period.")


class CampaignReport(graphene.ObjectType):
    """What an exhibition sold."""

    campaign = graphene.Field(Campaign, required=True, description="The exhibition.")
    sales_total = graphene.Field(
        Money, required=True, description="Lines sold through it, VAT included, delivery not counted."
    )
    order_count = graphene.Int(required=True, description="How many orders held such a line.")
    previous = graphene.Field(
        "market.reports.graphql.types.CampaignReport", description="The exhibition of the same season before."
    )
    growth_rate = graphene.Float(description="Growth of the sales against the previous one; 0.696 = +69.6 %.")

    @batch
    def resolve_previous(parents: list[CampaignResult], info: Any) -> list[CampaignResult | None]:
        return _previous(parents, info)

    @batch
    def resolve_growth_rate(parents: list[CampaignResult], info: Any) -> list[float | None]:
        rows = zip(parents, _previous(parents, info), strict=True)
        return [
            calculate_growth_rate(now.sales_total.amount, old.sales_total.amount) if old else None for now, old in rows
        ]


def _previous(results: list[CampaignResult], info: Any) -> list[CampaignResult | None]:
    """The forerunners, read once a request for both fields that need them."""
    campaigns = [result.campaign for result in results]
    key = ("reports.previous", tuple(campaign.pk for campaign in campaigns))
    found: list[CampaignResult | None] = info.context.remember(key, lambda: previous_results(campaigns))
    return found
