"""What applicants and those who vet them read."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import PermissionDenied
from market.core.global_ids import BadGlobalId, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_VENDORS
from market.vendors.graphql.application_types import (
    VendorApplication,
    VendorApplicationCountableConnection,
    VendorApplicationStatusEnum,
)
from market.vendors.models import VendorApplication as Application
from market.vendors.selectors.applications import application_list, applications_to_vet, own_applications

MOST_OWN = 50


class VendorApplicationFilterInput(graphene.InputObjectType):
    """Which applications to list. All that is given must hold."""

    status = non_null_list(VendorApplicationStatusEnum, description="Standing like this.")
    search = graphene.String(
        description="Words in the names, part of the applicant's address, or the start of a business number."
    )
    kinds = graphene.List(graphene.NonNull(graphene.String), description="Codes of kinds of enterprise.")


class ApplicationQueries:
    vendor_application = graphene.Field(
        VendorApplication,
        id=graphene.ID(required=True, description="ID of the application."),
        description="One application: the reader's own, or for staff who vet any that was submitted.",
    )
    my_vendor_applications = graphene.Field(
        non_null_list(VendorApplication), required=True, description="The reader's own applications, newest first."
    )
    vendor_applications = graphene.Field(
        VendorApplicationCountableConnection,
        filter=VendorApplicationFilterInput(description="Which ones."),
        **paging_arguments(),
        description="Submitted applications: what waits first, longest waiting on top; then the rest, newest first.",
    )

    @staticmethod
    def resolve_vendor_application(root: Any, info: Any, id: str) -> Application | None:
        _ = info.context.actor.signed_in_id
        try:
            key = uuid_pk(id, "VendorApplication")
        except BadGlobalId:
            return None
        return application_list(viewer=info.context.actor).filter(pk=key).first()

    @staticmethod
    def resolve_my_vendor_applications(root: Any, info: Any) -> list[Application]:
        return list(own_applications(viewer=info.context.actor)[:MOST_OWN])

    @staticmethod
    def resolve_vendor_applications(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        if not info.context.actor.has_permission(MANAGE_VENDORS):
            raise PermissionDenied(MANAGE_VENDORS)
        given = filter or {}
        statuses = given.get("status")
        rows = applications_to_vet(
            statuses=None if statuses is None else [getattr(status, "value", status) for status in statuses],
            search=given.get("search") or "",
            kinds=given.get("kinds"),
        )
        keys = [SortKey("rank", parse=int), SortKey("place", parse=int), SortKey("id", parse=str)]
        return paginate(info, rows, keys, **paging)
