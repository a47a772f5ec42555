"""What campaigns add to types of rooms below."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.selectors.view import View
from market.catalog.sql import Sql

IN_CAMPAIGN = """p.id IN (
    SELECT cp.product_id FROM campaigns_campaignproduct cp JOIN campaigns_campaign ca ON ca.id = cp.campaign_id WHERE ca.slug = %s)"""


def in_campaign(slug: str, view: View) -> Sql:
    return Sql(IN_CAMPAIGN, (slug.replace("\x00", "\ufffd"),))


class ProductCampaignFilters:
    campaign = graphene.String(description="Only goods of the campaign with this slug.")

    CONDITIONS: dict[str, Any] = {"campaign": in_campaign}
