"""What an exhibition sold, and what its forerunner did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Sum

from market.campaigns.models import Campaign
from market.core.actor import Actor
from market.core.errors import PermissionDenied
from market.core.money import Money
from market.orders.models import OrderLine
from market.orders.rules import NOT_SOLD
from market.reports.permissions import MANAGE_REPORTS
from market.reports.selectors.operating_table import CURRENCY


@dataclass(frozen=True, slots=True)
class CampaignResult:
    campaign: Campaign
    sales_total: Money
    order_count: int


def campaign_result(*, slug: str, viewer: Actor) -> CampaignResult | None:
    """The result of one campaign. Raises PermissionDenied for whoever does not read reports."""
    if not viewer.has_permission(MANAGE_REPORTS):
        raise PermissionDenied(MANAGE_REPORTS)
    campaign = Campaign.objects.filter(slug=slug.replace("\x00", "\ufffd")).first()
    return campaign_results([campaign])[0] if campaign else None


def campaign_results(campaigns: Sequence[Campaign]) -> list[CampaignResult]:
    """Campaign sales: the gross totals of the order lines that were attributed to the campaign when they were sold, delivery not
    counted, of orders neither cancelled nor expired; and the number of those orders. One statement for all campaigns."""
    lines = OrderLine.objects.filter(campaign__in=[campaign.pk for campaign in campaigns], currency=CURRENCY)
    sold = lines.exclude(order__status__in=NOT_SOLD).order_by().values_list("campaign_id")
    found = {
        pk: (total, count)
        for pk, total, count in sold.annotate(total=Sum("total_gross"), n=Count("order_id", distinct=True))
    }
    results = []
    for campaign in campaigns:
        total, count = found.get(campaign.pk, (0, 0))
        results.append(CampaignResult(campaign, Money.of(total, CURRENCY), count))
    return results


def previous_results(campaigns: Sequence[Campaign]) -> list[CampaignResult | None]:
    """The result of the campaign of the same season before each: two statements for all."""
    seasons = {campaign.season for campaign in campaigns if campaign.season}
    of_seasons = list(Campaign.objects.filter(season__in=seasons).order_by("starts_at", "pk")) if seasons else []
    before = [_forerunner(campaign, of_seasons) for campaign in campaigns]
    known = {campaign.pk: campaign for campaign in before if campaign}
    results = {result.campaign.pk: result for result in campaign_results(list(known.values()))} if known else {}
    return [results[campaign.pk] if campaign else None for campaign in before]


def _forerunner(campaign: Campaign, of_seasons: Sequence[Campaign]) -> Campaign | None:
    earlier = [row for row in of_seasons if row.season == campaign.season and row.starts_at < campaign.starts_at]
    return earlier[-1] if campaign.season and earlier else None
