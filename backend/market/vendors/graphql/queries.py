"""Reading enterprises."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLError

from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.enums import OrderDirection
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_VENDORS
from market.vendors.graphql.types import CertificateKind, District, Vendor, VendorCountableConnection, VendorStatusEnum
from market.vendors.models import CertificateKind as CertificateKindModel
from market.vendors.models import District as DistrictModel
from market.vendors.models import Vendor as VendorModel
from market.vendors.selectors.vendors import vendor_list, vendors_filtered


class VendorFilterInput(graphene.InputObjectType):
    """Which enterprises to list."""

    search = graphene.String(
        description="Words in the name or introduction; staff also find by representative, address, e-mail and business number."
    )
    districts = graphene.List(graphene.NonNull(graphene.String), description="Codes of districts.")
    certificates = graphene.List(
        graphene.NonNull(graphene.String), description="Codes of kinds of certificate that count today."
    )
    statuses = graphene.List(
        graphene.NonNull(VendorStatusEnum), description="Only with one of these; shoppers see none but those that sell."
    )


class VendorSortField(graphene.Enum):
    """What to sort enterprises by."""

    NAME = "name"
    JOINED_AT = "joined_at"


class VendorSortingInput(graphene.InputObjectType):
    """How to sort enterprises."""

    direction = graphene.Argument(OrderDirection, required=True, description="Which way.")
    field = graphene.Argument(VendorSortField, required=True, description="By what.")


class VendorQueries:
    vendor = graphene.Field(
        Vendor,
        id=graphene.ID(description="ID of the enterprise."),
        slug=graphene.String(description="Its slug."),
        description="One enterprise, by id or slug.",
    )
    vendors = graphene.Field(
        VendorCountableConnection,
        filter=VendorFilterInput(description="Which ones."),
        sort_by=VendorSortingInput(description="In which order."),
        **paging_arguments(),
        description="The enterprises that sell.",
    )
    districts = graphene.Field(non_null_list(District), required=True, description="The districts, Seoul first.")
    certificate_kinds = graphene.Field(
        non_null_list(CertificateKind), required=True, description="Kinds of certificate."
    )

    @staticmethod
    def resolve_vendor(root: Any, info: Any, id: str | None = None, slug: str | None = None) -> VendorModel | None:
        if (id is None) == (slug is None):
            raise GraphQLError("At least one and only one of 'id' and 'slug' is required.")
        vendors = vendor_list(viewer=info.context.actor)
        if id is not None:
            return vendors.filter(pk=int_pk(id, "Vendor")).first()
        return vendors.filter(slug=(slug or "").replace("\x00", "\ufffd")).first()

    @staticmethod
    def resolve_vendors(root: Any, info: Any, filter: Any = None, sort_by: Any = None, **paging: Any) -> Connection:
        wanted = dict(filter or {})
        if wanted.get("statuses") is not None:
            wanted["statuses"] = [status.value for status in wanted["statuses"]]
        viewer = info.context.actor
        vendors = vendors_filtered(vendor_list(viewer=viewer), is_staff=viewer.has_permission(MANAGE_VENDORS), **wanted)
        field = sort_by["field"].value if sort_by else "name"
        descending = bool(sort_by and sort_by["direction"].value)
        first = SortKey(field, descending, parse_datetime) if field == "joined_at" else SortKey(field, descending, str)
        return paginate(info, vendors, [first, SortKey("id", parse=int)], **paging)

    @staticmethod
    def resolve_districts(root: Any, info: Any) -> list[DistrictModel]:
        return list(DistrictModel.objects.all())

    @staticmethod
    def resolve_certificate_kinds(root: Any, info: Any) -> list[CertificateKindModel]:
        return list(CertificateKindModel.objects.all())
