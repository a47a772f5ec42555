"""Add what the storefront has counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction

from market.catalog.models import Product
from market.channels.models import Channel
from market.core import clock
from market.insight.rules import clean_words

MOST = 10_000  # one report of one storefront's seconds holds far less
VISITS = """
INSERT INTO insight_listingvisits (day, product_id, channel_id, views)
SELECT %s, * FROM unnest(%s::bigint[], %s::bigint[], %s::int[])
ON CONFLICT (product_id, day, channel_id) DO UPDATE SET views = insight_listingvisits.views + EXCLUDED.views
"""
WORDS = """
INSERT INTO insight_searchwords (day, words, channel_id, asked, unanswered)
SELECT %s, * FROM unnest(%s::text[], %s::bigint[], %s::int[], %s::int[])
ON CONFLICT (words, day, channel_id) DO UPDATE
SET asked = insight_searchwords.asked + EXCLUDED.asked, unanswered = insight_searchwords.unanswered + EXCLUDED.unanswered
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page of a product was looked at so often."""

    product_id: int
    channel: str
    views: int


@dataclass(frozen=True, slots=True)
class Search:
    """Something was searched for so often, and so often nothing was found."""

    words: str
    channel: str
    asked: int
    unanswered: int


def counts_add(*, visits: Iterable[Visit], searches: Iterable[Search]) -> int:
    """Add to today's counts. What is unknown, of nobody's business or not a count is left out. Returns how many rows were touched.

    Rows are written in the order of their keys, so that two reports at once wait for each other and never for ever.
    """
    channels = dict(Channel.objects.values_list("slug", "pk"))
    views: Counter[tuple[int, int]] = Counter()
    for visit in visits:
        if visit.channel in channels and 0 < visit.views <= MOST:
            views[visit.product_id, channels[visit.channel]] += visit.views
    known = set(Product.objects.filter(pk__in={product_id for product_id, _ in views}).values_list("pk", flat=True))
    kept = sorted((*key, count) for key, count in views.items() if key[0] in known)
    asked, unanswered = _words(searches, channels)
    today = clock.today()
    with transaction.atomic(), connection.cursor() as cursor:
        if kept:
            cursor.execute(VISITS, [today, *map(list, zip(*kept, strict=True))])
        if asked:
            rows = sorted((*key, count, unanswered[key]) for key, count in asked.items())
            cursor.execute(WORDS, [today, *map(list, zip(*rows, strict=True))])
    return len(kept) + len(asked)


def _words(
    searches: Iterable[Search], channels: dict[str, int]
) -> tuple[Counter[tuple[str, int]], Counter[tuple[str, int]]]:
    asked: Counter[tuple[str, int]] = Counter()
    unanswered: Counter[tuple[str, int]] = Counter()
    for search in searches:
        words = clean_words(search.words)
        if words is None or search.channel not in channels or not 0 < search.asked <= MOST:
            continue
        key = (words, channels[search.channel])
        asked[key] += search.asked
        unanswered[key] += min(max(search.unanswered, 0), search.asked)
    return asked, unanswered
