"""Which legal product notices describe which goods."""

from __future__ import annotations

from market.catalog.models import NoticeType
from market.catalog.rules.product_notice import fits_category
from market.catalog.sql import fetch

SUGGESTED = """
SELECT n.code, c.level FROM catalog_category here JOIN catalog_category c ON c.id = ANY(here.path)
JOIN catalog_noticetype_categories nc ON nc.category_id = c.id JOIN catalog_noticetype n ON n.id = nc.noticetype_id
WHERE here.id = %s ORDER BY c.level DESC, n.id
"""


def suggested_notices(category_id: int | None) -> list[str]:
    """Codes of the notices that describe goods of a category: its own, or those of the nearest category above that has any."""
    if category_id is None:
        return []
    found = fetch(SUGGESTED, (category_id,))
    return [code for code, level in found if level == found[0][1]]


def notice_types_for(category_id: int | None) -> list[NoticeType]:
    """The types that may describe goods of a category, those made for it first; all types without a category."""
    suggested = suggested_notices(category_id)
    types = [kind for kind in NoticeType.objects.order_by("pk") if fits_category(kind.code, suggested)]
    return sorted(types, key=lambda kind: kind.code not in suggested)
