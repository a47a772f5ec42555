"""Asking for facets."""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import Model, QuerySet
from graphql import GraphQLError

from market.catalog.graphql.filters import filter_conditions, where_condition
from market.catalog.graphql.inputs import ProductFilterInput, ProductWhereInput
from market.catalog.graphql.views import view_of_slug
from market.catalog.models import Category, ValueTheme
from market.catalog.ports import product_search
from market.catalog.selectors.product_pages import ProductList
from market.catalog.selectors.view import View
from market.catalog.sql import Sql, all_of
from market.core.global_ids import int_pk
from market.core.tax import TaxKind
from market.search.graphql.types import ProductFacets
from market.search.selectors.product_facets import FACETS, PRICE_STEPS, FacetCounts, facet_counts
from market.vendors.graphql.duty_types import duties_of_request
from market.vendors.models import CertificateKind, District

# Which inputs are a facet's own: `filter` and the top level of `where` say some of them in other words.
OWN = {
    "categories": ("categories", "category"),
    "certificates": ("certificates",),
    "duties": ("counts_for",),
    "districts": ("districts",),
    "values": ("values",),
    "tax_kinds": ("tax_kinds",),
    "prices": ("price", "minimal_price"),
}
FIELDS = {"taxKinds": "tax_kinds", "priceMin": "prices", "priceMax": "prices"}


class SearchQueries:
    product_facets = graphene.Field(
        ProductFacets,
        required=True,
        description="How many products of a channel each further choice would leave.",
        channel=graphene.String(required=True, description="Slug of the channel."),
        search=graphene.String(description="Words to find."),
        filter=ProductFilterInput(description="Narrows the products."),
        where=ProductWhereInput(description="Narrows the products, with AND and OR."),
    )

    @staticmethod
    def resolve_product_facets(
        root: Any, info: Any, channel: str, search: str | None = None, filter: Any = None, where: Any = None
    ) -> dict[str, Any]:
        if filter and where:
            raise GraphQLError("Only one filtering argument (filter or where) can be specified.")
        asked = {FIELDS.get(name, name) for name in (*FACETS, *FIELDS) if info.selects(name)}
        view = view_of_slug(info, channel)
        if view is None:
            return _shown(info, FacetCounts())
        words = search or (filter or {}).get("search")
        others, own = _split(filter, where, view)
        wanted = ProductList(
            view=view,
            conditions=tuple(others),
            match=product_search().match(words.replace("\x00", " "), view.channel_id)
            if words and words.strip()
            else None,
        )
        return _shown(info, facet_counts(wanted, own, asked, _filtered_categories(filter, where)))


def _split(filter: Any, where: Any, view: View) -> tuple[list[Sql], dict[str, Sql]]:
    """The conditions of no facet, and those of each facet that is filtered by."""
    given = filter or where or {}
    every = {name for names in OWN.values() for name in names}
    others = [where_condition(where, view, without=every)] if where else filter_conditions(filter, view, without=every)
    own = {}
    for facet, names in OWN.items():
        named = {name: given[name] for name in names if given.get(name) is not None}
        if named:
            own[facet] = where_condition(named, view) if where else all_of(filter_conditions(named, view))
    return others, own


def _filtered_categories(filter: Any, where: Any) -> list[int]:
    ids = (filter or {}).get("categories") or []
    category = (where or {}).get("category") or {}
    ids = [*ids, *([category["eq"]] if category.get("eq") else category.get("one_of") or [])]
    return [int_pk(one, "Category") for one in ids]


def _rows(queryset: QuerySet[Any], counts: dict[Any, int], name: str, key: str = "pk") -> list[dict[str, Any]]:
    """The rows that have a count, in their own order."""
    rows: list[Model] = list(queryset.filter(**{f"{key}__in": list(counts)})) if counts else []
    return [{name: row, "count": counts[getattr(row, key)]} for row in rows]


def _shown(info: Any, found: FacetCounts) -> dict[str, Any]:
    counts = found.counts
    ends = (*PRICE_STEPS[1:], None)
    return {
        "total_count": found.total,
        "categories": _rows(Category.objects.order_by("sort_order", "id"), counts["categories"], "category"),
        "certificates": _rows(CertificateKind.objects.order_by("sort_order", "code"), counts["certificates"], "kind"),
        "duties": [
            {"scheme": duty, "count": counts["duties"][duty.scheme.code]}
            for duty in (duties_of_request(info) if counts["duties"] else [])
            if duty.scheme.code in counts["duties"]
        ],
        "districts": _rows(District.objects.order_by("sort_order", "code"), counts["districts"], "district"),
        "values": _rows(ValueTheme.objects.order_by("sort_order", "code"), counts["values"], "theme", "code"),
        "tax_kinds": [
            {"tax_kind": kind, "count": counts["tax_kinds"][kind]}
            for kind in TaxKind.values
            if kind in counts["tax_kinds"]
        ],
        "prices": [
            {"from_": start, "to": end, "count": counts["prices"][start]}
            for start, end in zip(PRICE_STEPS, ends, strict=True)
            if start in counts["prices"]
        ],
        "price_min": found.price_min,
        "price_max": found.price_max,
    }
