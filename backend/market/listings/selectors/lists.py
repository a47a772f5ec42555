"""What may be chosen in a workbook."""

from __future__ import annotations

from market.catalog.models import Category, NoticeType, ProductType
from market.listings.rules import Kind, Lists


def lists_today() -> Lists:
    """Categories by the names from the root to the leaf; kinds of goods by the name of their notice. Three statements."""
    rows = list(Category.objects.order_by("level", "sort_order", "id"))
    names = {row.pk: row.name for row in rows}
    parents = {row.parent_id for row in rows}
    leaves = [row for row in rows if row.pk not in parents]
    categories = {" > ".join(names[pk] for pk in row.path): row.pk for row in leaves}
    types = {row.slug: row for row in ProductType.objects.filter(kind="normal")}
    kinds = {}
    for notice in NoticeType.objects.order_by("name"):
        product_type = types.get(notice.code.lower().replace("_", "-"))
        if product_type is not None:
            kinds[notice.name] = Kind(product_type.pk, notice.pk, notice.code, tuple(notice.fields))
    return Lists(categories=dict(sorted(categories.items())), kinds=kinds)
