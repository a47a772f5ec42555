"""What people searched for and did not find, and which goods of an enterprise come near."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Sum

from market.catalog.models import Product
from market.core import clock
from market.insight.models import SearchWords
from market.insight.rules import nearest

LOOK_BACK = dt.timedelta(days=30)
OFTEN_ENOUGH = 3  # what was asked less often may be a slip, or say something about one person
MOST_WORDS = 300


@dataclass(frozen=True, slots=True)
class MissedSearch:
    """Words that found nothing so often, the nearest of the goods, and what of the words its text lacks."""

    words: str
    unanswered: int
    product_id: int
    product_name: str
    lacking: tuple[str, ...]


def missed_searches(vendor_id: int, *, limit: int) -> list[MissedSearch]:
    """The most frequent first. Two statements. Texts: name, summary, category of every listing, and the enterprise's own text nowhere."""
    goods = list(
        Product.objects.filter(vendor_id=vendor_id)
        .order_by("pk")
        .values_list("pk", "name", "summary", "category__name")
    )
    texts = [" ".join(filter(None, row[1:])).lower() for row in goods]
    if not goods:
        return []
    found = []
    for words, unanswered in _unanswered():
        near = nearest(words, texts)
        if near is not None:
            pk, name = goods[near.index][:2]
            found.append(MissedSearch(words, unanswered, pk, name, near.lacking))
        if len(found) == limit:
            break
    return found


def _unanswered() -> list[tuple[str, int]]:
    rows = SearchWords.objects.filter(day__gt=clock.today() - LOOK_BACK).order_by()
    counted = rows.values_list("words").annotate(missed=Sum("unanswered"))
    return list(counted.filter(missed__gte=OFTEN_ENOUGH).order_by("-missed", "words")[:MOST_WORDS])
