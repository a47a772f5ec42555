"""What members and staff read of certificates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene
from django.db.models.functions import Coalesce

from market.core.errors import PermissionDenied
from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_VENDORS
from market.vendors.graphql.certificate_types import (
    CertificateStandingEnum,
    VendorCertificate,
    VendorCertificateCountableConnection,
)
from market.vendors.models import Certificate
from market.vendors.selectors.certificate_desk import certificate_get, certificates_of_vendor, certificates_to_check
from market.vendors.selectors.membership import ensure_member_or

LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class CertificateFilterInput(graphene.InputObjectType):
    """Which certificates staff look at. All that is given must hold."""

    standing = graphene.Field(CertificateStandingEnum, description="Where they stand today; waiting unless given.")
    kinds = graphene.List(graphene.NonNull(graphene.String), description="Codes of kinds.")
    search = graphene.String(description="Words in the number or the enterprise's name, or its business number.")


class CertificateQueries:
    vendor_certificates = graphene.Field(
        non_null_list(VendorCertificate),
        vendor=graphene.ID(required=True, description="ID of the enterprise."),
        description=(
            "All certificates of an enterprise in every state, by kind, the newest first. For its people who keep certificates, and for"
            " staff who vet."
        ),
    )
    vendor_certificate = graphene.Field(
        VendorCertificate,
        id=graphene.ID(required=True, description="ID of the certificate."),
        description="One certificate in any state. For people of its enterprise who keep certificates, and for staff who vet.",
    )
    certificates_to_check = graphene.Field(
        VendorCertificateCountableConnection,
        filter=CertificateFilterInput(description="Which ones."),
        **paging_arguments(),
        description="Certificates that wait to be checked, the oldest first; or others by standing. For staff who vet.",
    )

    @staticmethod
    def resolve_vendor_certificates(root: Any, info: Any, vendor: str) -> list[Certificate]:
        ensure_member_or(info.context.actor, MANAGE_VENDORS)
        return list(certificates_of_vendor(vendor_id=int_pk(vendor, "Vendor"), viewer=info.context.actor))

    @staticmethod
    def resolve_vendor_certificate(root: Any, info: Any, id: str) -> Certificate | None:
        ensure_member_or(info.context.actor, MANAGE_VENDORS)
        return certificate_get(certificate_id=int_pk(id, "Certificate"), viewer=info.context.actor)

    @staticmethod
    def resolve_certificates_to_check(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        if not info.context.actor.has_permission(MANAGE_VENDORS):
            raise PermissionDenied(MANAGE_VENDORS)
        wanted = filter or {}
        standing = wanted.get("standing")
        rows = certificates_to_check(
            standing=getattr(standing, "value", standing) or "waiting",
            kinds=wanted.get("kinds"),
            search=wanted.get("search") or "",
        ).annotate(asked_at=Coalesce("submitted_at", LONG_AGO))
        return paginate(info, rows, [SortKey("asked_at", parse=parse_datetime), SortKey("id", parse=int)], **paging)
