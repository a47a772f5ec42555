"""Certificates as their enterprise and staff who check them see them: in every state, with the paper."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene

from market.core import clock
from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.languages import language_argument, localized
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Node, non_null_list
from market.core.permissions import MANAGE_VENDORS
from market.vendors.graphql.buying_route_types import BuyingRoute, rules_for
from market.vendors.graphql.document_types import VendorDocument
from market.vendors.graphql.types import CertificateKind, batch_vendors
from market.vendors.models import Certificate as CertificateModel
from market.vendors.models import CertificateStatus
from market.vendors.selectors.buying_routes import VendorRoute, routes_hanging_on
from market.vendors.selectors.certificate_desk import (
    STANDINGS,
    elsewhere_with_number,
    own_of,
    people_named,
    renewals_waiting,
    standing_on,
)
from market.vendors.selectors.certificates import certificates_counting

CertificateStatusEnum = enum_from_choices("CertificateStatusEnum", CertificateStatus, "Where a certificate stands.")
CertificateStandingEnum = graphene.Enum(
    "CertificateStandingEnum",
    [(name.upper(), name) for name in STANDINGS],
    description=lambda member: (
        member.name.replace("_", " ").lower() if member else "Where a certificate stands on this day."
    ),
)


class VendorCertificate(ModelObjectType):
    """A certificate of an enterprise in any state; for its own people and for staff who check."""

    class Meta:
        interfaces = (Node,)

    vendor = graphene.Field("market.vendors.graphql.types.Vendor", description="Whose it is.")
    kind = graphene.Field(CertificateKind, required=True, description="What it proves.")
    number = graphene.String(required=True, description="Its number.")
    authority = graphene.String(required=True, language_code=language_argument(), description="Who issued it.")
    item = graphene.String(required=True, description="The item it speaks of; empty where the kind has none.")
    issued_on = graphene.Field(Date, required=True, description="Day of issue.")
    valid_until = graphene.Field(Date, description="Last day it counts; none when it has no end.")
    status = graphene.Field(CertificateStatusEnum, required=True, description="What was decided about it.")
    standing = graphene.Field(CertificateStandingEnum, required=True, description="Where it stands today.")
    days_left = graphene.Int(description="Days until its last day; none when it has no end or has ended.")
    file = graphene.Field(VendorDocument, description="The paper; none for what was taken over without one.")
    submitted_at = graphene.Field(DateTime, description="When it was handed in.")
    submitted_by = graphene.String(description="Who handed it in.")
    checked_on = graphene.Field(Date, description="When the market checked it.")
    checked_by = graphene.String(description="Who checked it; for staff only.")
    decided_at = graphene.Field(DateTime, description="When it was decided about last.")
    decision_note = graphene.String(required=True, description="Why it was sent back or revoked.")
    replaces = graphene.Field(lambda: VendorCertificate, description="The one it is the renewal of.")
    renewal = graphene.Field(lambda: VendorCertificate, description="Its renewal, while that is being checked.")
    opens = graphene.Field(
        non_null_list(BuyingRoute),
        required=True,
        description=(
            "Legal ways of buying that hang on it: open with it and what else counts today, closed without it. For one that is being"
            " checked: what its verification would open. Empty for what counts no longer."
        ),
    )
    elsewhere = graphene.Field(
        non_null_list("market.vendors.graphql.types.Vendor"),
        required=True,
        description="Other enterprises that hold the same kind under the same number; for staff only, else empty.",
    )
    is_own = graphene.Boolean(
        required=True, description="Whether the viewer handed it in or works for the enterprise, so may not check it."
    )

    @staticmethod
    def resolve_authority(root: CertificateModel, info: Any, language_code: Any = None) -> str:
        return localized(root.authority, root.authority_en, info, language_code)

    @staticmethod
    def resolve_standing(root: CertificateModel, info: Any) -> str:
        return standing_on(root, _today(info))

    @staticmethod
    def resolve_days_left(root: CertificateModel, info: Any) -> int | None:
        if root.valid_until is None or root.valid_until < _today(info):
            return None
        return (root.valid_until - _today(info)).days

    @staticmethod
    def resolve_checked_on(root: CertificateModel, info: Any) -> dt.date | None:
        return root.checked_on

    @batch
    def resolve_vendor(parents: list[CertificateModel], info: Any) -> list[Any]:
        return batch_vendors([row.vendor_id for row in parents], info)

    @batch
    def resolve_submitted_by(parents: list[CertificateModel], info: Any) -> list[str | None]:
        return _names([row.submitted_by_id for row in parents], info)

    @batch
    def resolve_checked_by(parents: list[CertificateModel], info: Any) -> list[str | None]:
        if not info.context.actor.has_permission(MANAGE_VENDORS):
            return [None] * len(parents)
        return _names([row.checked_by_id for row in parents], info)

    @batch
    def resolve_replaces(parents: list[CertificateModel], info: Any) -> list[CertificateModel | None]:
        keys = [row.replaces_id for row in parents]
        rows = CertificateModel.objects.filter(pk__in=[key for key in keys if key]).select_related("kind", "file")
        return by_key(rows, lambda row: row.pk, keys)

    @batch
    def resolve_renewal(parents: list[CertificateModel], info: Any) -> list[CertificateModel | None]:
        keys = [row.pk for row in parents]
        return by_key(renewals_waiting(keys), lambda row: row.replaces_id, keys)

    @batch
    def resolve_opens(parents: list[CertificateModel], info: Any) -> list[list[VendorRoute]]:
        day = _today(info)
        rules = rules_for(info, day, None)
        vendors = list({row.vendor_id for row in parents})
        held = dict(
            zip(vendors, grouped(certificates_counting(vendors, day), lambda row: row.vendor_id, vendors), strict=True)
        )
        return [
            routes_hanging_on(row, held[row.vendor_id], rules) if standing_on(row, day) in MATTERING else []
            for row in parents
        ]

    @batch
    def resolve_elsewhere(parents: list[CertificateModel], info: Any) -> list[list[Any]]:
        if not info.context.actor.has_permission(MANAGE_VENDORS):
            return [[] for _ in parents]
        return elsewhere_with_number(parents)

    @batch
    def resolve_is_own(parents: list[CertificateModel], info: Any) -> list[bool]:
        return own_of(parents, info.context.actor)


MATTERING = frozenset({"waiting", "valid", "expiring"})
VendorCertificateCountableConnection = connection_type(
    "VendorCertificate", "market.vendors.graphql.certificate_types.VendorCertificate", "certificates"
)


def _today(info: Any) -> dt.date:
    day: dt.date = info.context.remember("today", clock.today)
    return day


def _names(ids: list[int | None], info: Any) -> list[str | None]:
    known = people_named({key for key in ids if key is not None})
    return [known.get(key) if key is not None else None for key in ids]
