"""The schema: every room's queries and mutations side by side."""

from __future__ import annotations

import functools

import graphene
from django.utils.module_loading import import_string
from graphql import GraphQLSchema

from market.catalog.graphql.types import SCHEMA_TYPES
from market.content.graphql.page_references import SCHEMA_TYPES as PAGE_REFERENCES

QUERY_ROOMS = [
    "market.api.queries.ApiQueries",
    "market.channels.graphql.queries.ChannelQueries",
    "market.accounts.graphql.queries.AccountQueries",
    "market.vendors.graphql.queries.VendorQueries",
    "market.vendors.graphql.duty_types.DutyQueries",
    "market.catalog.graphql.queries.CatalogQueries",
    "market.vendors.graphql.application_queries.ApplicationQueries",
    "market.vendors.graphql.desk_queries.DeskQueries",
    "market.vendors.graphql.certificate_queries.CertificateQueries",
    "market.catalog.graphql.structure_queries.StructureQueries",
    "market.catalog.graphql.listing_queries.ListingQueries",
    "market.inventory.graphql.queries.InventoryQueries",
    "market.shipping.graphql.queries.ShippingQueries",
    "market.listings.graphql.queries.ImportQueries",
    "market.content.graphql.queries.ContentQueries",
    "market.promotions.graphql.queries.PromotionQueries",
    "market.campaigns.graphql.queries.CampaignQueries",
    "market.orders.graphql.queries.OrderQueries",
    "market.orders.graphql.vendor_desk_queries.VendorDeskQueries",
    "market.checkout.graphql.queries.CheckoutQueries",
    "market.payments.graphql.queries.PaymentQueries",
    "market.agencies.graphql.queries.AgencyQueries",
    "market.agencies.graphql.budget_queries.BudgetQueries",
    "market.papers.graphql.queries.PaperQueries",
    "market.baskets.graphql.queries.BasketQueries",
    "market.quotes.graphql.queries.QuoteQueries",
    "market.procurement.graphql.request_queries.RequestQueries",
    "market.procurement.graphql.today_queries.TodayQueries",
    "market.procurement.graphql.route_queries.RouteQueries",
    "market.procurement.graphql.purchase_order_queries.PurchaseOrderQueries",
    "market.insight.graphql.queries.InsightQueries",
    "market.search.graphql.queries.SearchQueries",
    "market.reports.graphql.queries.ReportQueries",
]
MUTATION_ROOMS = [
    "market.accounts.graphql.mutations.AccountMutations",
    "market.api.metadata.MetadataMutations",
    "market.vendors.graphql.mutations.applications.ApplicationMutations",
    "market.vendors.graphql.mutations.members.MemberMutations",
    "market.vendors.graphql.mutations.profile.ProfileMutations",
    "market.vendors.graphql.mutations.certificates.CertificateMutations",
    "market.catalog.graphql.mutations.structure.StructureMutations",
    "market.catalog.graphql.mutations.listings.ListingMutations",
    "market.catalog.graphql.mutations.proposals.ProposalMutations",
    "market.catalog.graphql.mutations.media.MediaMutations",
    "market.channels.graphql.mutations.ChannelMutations",
    "market.shipping.graphql.mutations.ShippingMutations",
    "market.inventory.graphql.mutations.InventoryMutations",
    "market.listings.graphql.mutations.ImportMutations",
    "market.content.graphql.mutations.ContentMutations",
    "market.promotions.graphql.mutations.PromotionMutations",
    "market.orders.graphql.mutations.OrderMutations",
    "market.checkout.graphql.mutations.CheckoutMutations",
    "market.payments.graphql.mutations.PaymentMutations",
    "market.agencies.graphql.mutations.registration.RegistrationMutations",
    "market.agencies.graphql.mutations.members.AgencyMemberMutations",
    "market.agencies.graphql.mutations.policy.PolicyMutations",
    "market.agencies.graphql.mutations.budgets.BudgetMutations",
    "market.baskets.graphql.mutations.BasketMutations",
    "market.quotes.graphql.mutations.agency.QuoteAgencyMutations",
    "market.quotes.graphql.mutations.vendor.QuoteVendorMutations",
    "market.procurement.graphql.mutations.requests.RequestMutations",
    "market.procurement.graphql.mutations.approval_templates.ApprovalTemplateMutations",
    "market.procurement.graphql.mutations.purchase_orders.PurchaseOrderMutations",
]


@functools.cache
def graphene_schema() -> graphene.Schema:
    """The whole schema, built once a process."""
    query = type(
        "Query", (*map(import_string, QUERY_ROOMS), graphene.ObjectType), {"__doc__": "Everything that can be read."}
    )
    mutation = type(
        "Mutation",
        (*map(import_string, MUTATION_ROOMS), graphene.ObjectType),
        {"__doc__": "Everything that can be changed."},
    )
    return graphene.Schema(query=query, mutation=mutation, types=[*SCHEMA_TYPES, *PAGE_REFERENCES])


def schema() -> GraphQLSchema:
    return graphene_schema().graphql_schema
