"""Reading reports."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene
from graphql import GraphQLError

from market.core.graphql.scalars import Date
from market.reports.graphql.types import CampaignReport, OperatingReport
from market.reports.selectors.campaign_result import CampaignResult, campaign_result
from market.reports.selectors.operating_table import OperatingTable, operating_table

LAST_DAY = dt.date(9998, 12, 31)  # the day after must be a date, too


class ReportQueries:
    operating_report = graphene.Field(
        OperatingReport,
        period_start=graphene.Argument(Date, required=True, description="First day, in Seoul."),
        period_end=graphene.Argument(Date, required=True, description="Last day, in Seoul."),
        required=True,
        description="The market's figures of a period, for staff who read reports.",
    )
    campaign_report = graphene.Field(
        CampaignReport,
        slug=graphene.String(required=True, description="Slug of the exhibition."),
        description="What an exhibition sold, for staff who read reports.",
    )

    @staticmethod
    def resolve_operating_report(root: Any, info: Any, period_start: dt.date, period_end: dt.date) -> OperatingTable:
        if period_end < period_start or not dt.date(1900, 1, 1) <= period_start <= period_end <= LAST_DAY:
            raise GraphQLError("The period must end on or after the day it starts.")
        return operating_table(period_start=period_start, period_end=period_end, viewer=info.context.actor)

    @staticmethod
    def resolve_campaign_report(root: Any, info: Any, slug: str) -> CampaignResult | None:
        return campaign_result(slug=slug, viewer=info.context.actor)
