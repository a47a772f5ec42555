"""Facets in the API."""

from __future__ import annotations

import graphene

from market.catalog.graphql.enums import TaxKindEnum
from market.core.graphql.types import non_null_list


class CategoryFacet(graphene.ObjectType):
    """A category and how many products it would leave."""

    category = graphene.Field("market.catalog.graphql.types.Category", required=True, description="The category.")
    count = graphene.Int(required=True, description="How many products there are in it and below.")


class CertificateFacet(graphene.ObjectType):
    """A kind of certificate and how many products it would leave."""

    kind = graphene.Field("market.vendors.graphql.types.CertificateKind", required=True, description="The kind.")
    count = graphene.Int(required=True, description="How many products there are of vendors that hold it today.")


class DutyFacet(graphene.ObjectType):
    """A duty of public bodies and how many products it would leave."""

    scheme = graphene.Field("market.vendors.graphql.duty_types.DutyScheme", required=True, description="The duty.")
    count = graphene.Int(
        required=True, description="How many products count for it today, by their vendors' certificates."
    )


class DistrictFacet(graphene.ObjectType):
    """A district and how many products it would leave."""

    district = graphene.Field("market.vendors.graphql.types.District", required=True, description="The district.")
    count = graphene.Int(required=True, description="How many products there are of its vendors.")


class ValueFacet(graphene.ObjectType):
    """A value theme and how many products it would leave."""

    theme = graphene.Field("market.catalog.graphql.types.ValueTheme", required=True, description="The theme.")
    count = graphene.Int(required=True, description="How many products claim it.")


class TaxKindFacet(graphene.ObjectType):
    """A tax kind and how many products it would leave."""

    tax_kind = graphene.Field(TaxKindEnum, required=True, description="The tax kind.")
    count = graphene.Int(required=True, description="How many products there are of it.")


class PriceFacet(graphene.ObjectType):
    """A step of prices and how many products it would leave."""

    from_ = graphene.Int(required=True, name="from", description="From so many won, VAT included.")
    to = graphene.Int(description="Below so many won; open when none is given.")
    count = graphene.Int(required=True, description="How many products cost that much at least.")


class ProductFacets(graphene.ObjectType):
    """How many products each further choice would leave. Each facet is counted under every other filter but its own."""

    total_count = graphene.Int(required=True, description="How many products there are under all filters.")
    categories = graphene.Field(
        non_null_list(CategoryFacet), required=True, description="Children of the filtered category, or the roots."
    )
    certificates = graphene.Field(
        non_null_list(CertificateFacet), required=True, description="By the vendors' certificates."
    )
    duties = graphene.Field(
        non_null_list(DutyFacet), required=True, description="By the duties of public bodies that they count for."
    )
    districts = graphene.Field(non_null_list(DistrictFacet), required=True, description="By the vendors' districts.")
    values = graphene.Field(non_null_list(ValueFacet), required=True, description="By value themes.")
    tax_kinds = graphene.Field(non_null_list(TaxKindFacet), required=True, description="By tax kinds.")
    prices = graphene.Field(non_null_list(PriceFacet), required=True, description="By steps of the lowest price.")
    price_min = graphene.Int(description="The lowest price there is, in won.")
    price_max = graphene.Int(description="The highest of the lowest prices, in won.")
