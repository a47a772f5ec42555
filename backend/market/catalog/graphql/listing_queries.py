"""What enterprises and staff read of listings and of changes proposed to them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import graphene

from market.catalog.graphql.desk_views import desk_view
from market.catalog.graphql.filters import keys, plain
from market.catalog.graphql.goods_types import NoticeType, SaleStateEnum
from market.catalog.graphql.inputs import DateTimeRangeInput, ProductOrder
from market.catalog.graphql.product_lists import asked_list, empty_connection
from market.catalog.graphql.products import ProductCountableConnection
from market.catalog.graphql.proposal_types import (
    ProductProposal,
    ProductProposalCountableConnection,
    ProposalKindEnum,
    ProposalStatusEnum,
)
from market.catalog.models import NoticeType as NoticeTypeModel
from market.catalog.models import ProductProposal as ProposalModel
from market.catalog.selectors.notice_types import notice_types_for
from market.catalog.selectors.product_conditions import in_categories, of_kinds, within
from market.catalog.selectors.product_pages import product_count, product_page
from market.catalog.selectors.proposals import proposals_narrowed, proposals_seen
from market.catalog.selectors.vendor_products import SaleState, of_states, of_vendor, state_counts, with_words
from market.catalog.sql import Sql
from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_member_or, may_act_for

NEWEST_FIRST = {"direction": "-", "field": "last_modified_at"}


class VendorProductFilterInput(graphene.InputObjectType):
    """What an enterprise's goods can be narrowed by. All that is given must hold."""

    states = non_null_list(SaleStateEnum, description="In one of these states.")
    categories = non_null_list(graphene.ID, description="In one of these categories or below.")
    product_types = non_null_list(graphene.ID, description="Of one of these product types.")
    is_quote_only = graphene.Boolean(description="Sold by quotation only, or not.")
    updated_at = DateTimeRangeInput(description="Last changed.")


class ProposalFilterInput(graphene.InputObjectType):
    """What proposals can be narrowed by. All that is given must hold."""

    statuses = non_null_list(ProposalStatusEnum, description="In one of these states.")
    kinds = non_null_list(ProposalKindEnum, description="Of one of these kinds.")
    vendors = non_null_list(graphene.ID, description="Of one of these enterprises.")
    products = non_null_list(graphene.ID, description="Of one of these products.")
    search = graphene.String(description="Words in the name of the product.")
    submitted_at = DateTimeRangeInput(description="Since when they wait.")


class VendorProductCounts(graphene.ObjectType):
    """How many goods of an enterprise are in each state. One that sells may be under review, too."""

    all = graphene.Int(required=True, description="All of them.")
    selling = graphene.Int(required=True, description="Published and to be had.")
    sold_out = graphene.Int(required=True, description="Published, with no piece left.")
    hidden = graphene.Int(required=True, description="Taken off sale.")
    draft = graphene.Int(required=True, description="Never on sale yet.")
    under_review = graphene.Int(required=True, description="With changes that wait for a review.")
    sent_back = graphene.Int(required=True, description="With changes that were sent back.")


class ListingQueries:
    vendor_products = graphene.Field(
        ProductCountableConnection,
        description="The goods of an enterprise, published or not: for its members and for staff who manage products. Changed last comes first.",
        vendor=graphene.ID(required=True, description="ID of the enterprise."),
        filter=VendorProductFilterInput(description="Narrows the list."),
        sort_by=ProductOrder(description="Sorts the list."),
        search=graphene.String(description="Words in the name, or in the SKU of a variant."),
        **paging_arguments(),
    )
    vendor_product_counts = graphene.Field(
        VendorProductCounts,
        description="How many goods of an enterprise are in each state: for its members and for staff who manage products.",
        vendor=graphene.ID(required=True, description="ID of the enterprise."),
    )
    notice_types = graphene.Field(
        non_null_list(NoticeType),
        required=True,
        description="Types of the legal product notice; those that describe goods of a category.",
        category=graphene.ID(description="ID of the category."),
    )
    product_change_proposal = graphene.Field(
        ProductProposal,
        description="One proposal: for staff who manage products and for members who manage the listings of its enterprise.",
        id=graphene.ID(required=True, description="ID of the proposal."),
    )
    product_change_proposals = graphene.Field(
        ProductProposalCountableConnection,
        description="Proposals, what waits longest first: all for staff who manage products, their enterprise's for members.",
        filter=ProposalFilterInput(description="Narrows the list."),
        **paging_arguments(),
    )

    @staticmethod
    def resolve_vendor_products(root: Any, info: Any, vendor: str, **arguments: Any) -> Connection:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        vendor_id = int_pk(vendor, "Vendor")
        if not may_act_for(vendor_id, info.context.actor, Ability.MANAGE_STOCK, MANAGE_PRODUCTS):
            return empty_connection(info, arguments)
        conditions = [of_vendor(vendor_id), *_narrowed(arguments.pop("filter", None) or {})]
        conditions += with_words(arguments.pop("search", None) or "")
        asked = asked_list(info, desk_view(info), **{**arguments, "sort_by": arguments.get("sort_by") or NEWEST_FIRST})
        asked.wanted = replace(asked.wanted, conditions=tuple(conditions), is_whole=True)
        products = product_page(asked.wanted, asked.cut, asked.heavy)
        return asked.connection(products, lambda: product_count(asked.wanted))

    @staticmethod
    def resolve_vendor_product_counts(root: Any, info: Any, vendor: str) -> dict[str, int] | None:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        vendor_id = int_pk(vendor, "Vendor")
        allowed = may_act_for(vendor_id, info.context.actor, Ability.MANAGE_STOCK, MANAGE_PRODUCTS)
        return state_counts(vendor_id) if allowed else None

    @staticmethod
    def resolve_notice_types(root: Any, info: Any, category: str | None = None) -> list[NoticeTypeModel]:
        return notice_types_for(int_pk(category, "Category") if category is not None else None)

    @staticmethod
    def resolve_product_change_proposal(root: Any, info: Any, id: str) -> ProposalModel | None:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        return proposals_seen(info.context.actor).filter(pk=int_pk(id, "ProductProposal")).first()

    @staticmethod
    def resolve_product_change_proposals(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        wanted = filter or {}
        since = wanted.get("submitted_at") or {}
        rows = proposals_narrowed(
            proposals_seen(info.context.actor),
            statuses=_values(wanted.get("statuses")),
            kinds=_values(wanted.get("kinds")),
            vendor_ids=_keys(wanted.get("vendors"), "Vendor"),
            product_ids=_keys(wanted.get("products"), "Product"),
            search=wanted.get("search") or "",
            since=since.get("gte"),
            until=since.get("lte"),
        )
        order = [SortKey("submitted_at", parse=parse_datetime), SortKey("id", parse=int)]
        return paginate(info, rows, order, **paging)


def _narrowed(wanted: Any) -> list[Sql]:
    conditions = []
    if wanted.get("states") is not None:
        conditions.append(of_states([SaleState(plain(state)) for state in wanted["states"]]))
    if wanted.get("categories"):
        conditions.append(in_categories(keys(wanted["categories"], "Category")))
    if wanted.get("product_types"):
        conditions.append(of_kinds(keys(wanted["product_types"], "ProductType")))
    if wanted.get("is_quote_only") is not None:
        conditions.append(Sql("p.is_quote_only = %s", (wanted["is_quote_only"],)))
    changed = wanted.get("updated_at") or {}
    return [*conditions, within("p.updated_at", changed.get("gte"), changed.get("lte"))]


def _values(given: Any) -> list[str] | None:
    return None if given is None else [plain(one) for one in given]


def _keys(given: Any, type_name: str) -> list[int] | None:
    return None if given is None else keys(given, type_name)
