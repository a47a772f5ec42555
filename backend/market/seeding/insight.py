"""Visits and searches of the thirty days before the seed: for pages that show them, not for any figure the market reports."""

from __future__ import annotations

import datetime as dt

from django.db import connection

from market.insight.models import SearchWords
from market.seeding.copier import Copier
from market.seeding.reference import CHANNELS
from market.seeding.sources import source

DAYS = 30
MOST_PRODUCTS = 20_000  # of a market of a million goods, the first ones
# A listing is looked at on one day of six, one of eight on every second day; how often follows from its key, so that each seed has the same.
VISITS = """
INSERT INTO insight_listingvisits (day, product_id, channel_id, views)
SELECT %(as_of)s::date - ago, l.product_id, l.channel_id, 1 + (l.product_id * 31 + ago * 17 + l.channel_id) %% 9
FROM catalog_productchannellisting l CROSS JOIN generate_series(0, %(days)s - 1) AS ago
WHERE l.is_published AND l.product_id <= %(most)s
  AND (l.product_id * 13 + ago * 7 + l.channel_id * 3) %% (CASE WHEN l.product_id %% 8 = 0 THEN 2 ELSE 6 END) = 0
"""


def load_insight(copier: Copier, as_of: dt.date) -> None:
    """Views of the listings, and what was searched for in vain."""
    with connection.cursor() as cursor:
        cursor.execute(VISITS, {"as_of": as_of, "days": DAYS, "most": MOST_PRODUCTS})
        copier.rows += cursor.rowcount
    rows = []
    for entry in source("searches.yaml"):
        for ago in range(DAYS):
            times = entry["times"] // DAYS + (1 if ago < entry["times"] % DAYS else 0)
            if times:
                rows.append((as_of - dt.timedelta(days=ago), CHANNELS["citizen"], entry["words"], times, times))
    copier.copy(SearchWords, ("day", "channel", "words", "asked", "unanswered"), rows)
