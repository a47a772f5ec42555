"""What members and staff read of an enterprise."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import PermissionDenied
from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.permissions import MANAGE_VENDORS
from market.vendors.errors import InvitationOver
from market.vendors.graphql.desk_types import (
    RecheckStatusEnum,
    VendorDesk,
    VendorInvitationOffer,
    VendorOpenWork,
    VendorRecheckCountableConnection,
    VendorStatusPreview,
)
from market.vendors.graphql.types import VendorStatusEnum
from market.vendors.models import Vendor, VendorStatus
from market.vendors.permissions import Ability
from market.vendors.ports import OpenWork, open_work
from market.vendors.selectors.desk import desk_vendor, may_see, recheck_list
from market.vendors.selectors.membership import ensure_member_or, role_in
from market.vendors.services.invitation_token import invitation_of_token, is_living, masked
from market.vendors.states import NEXT


class DeskQueries:
    vendor_desk = graphene.Field(
        VendorDesk,
        id=graphene.ID(required=True, description="ID of the enterprise."),
        description="Everything about one's own enterprise, or for staff about any; null for another's.",
    )
    vendor_rechecks = graphene.Field(
        VendorRecheckCountableConnection,
        status=RecheckStatusEnum(description="Only those that stand like this."),
        **paging_arguments(),
        description="Re-checks of all enterprises, oldest first; for staff.",
    )
    vendor_open_work = graphene.Field(
        VendorOpenWork,
        id=graphene.ID(required=True, description="ID of the enterprise."),
        description="What is under way at one's own enterprise: to be looked at before holidays. Null for another's.",
    )
    vendor_status_preview = graphene.Field(
        VendorStatusPreview,
        id=graphene.ID(required=True, description="ID of the enterprise."),
        status=VendorStatusEnum(required=True, description="The status to go to."),
        description="What a change of status would do; for owners and staff. Null for another's.",
    )
    vendor_invitation = graphene.Field(
        VendorInvitationOffer,
        token=graphene.String(required=True, description="The token of the mail."),
        description="What an invitation is about. Looking at it changes nothing; null when it is over.",
    )

    @staticmethod
    def resolve_vendor_desk(root: Any, info: Any, id: str) -> Vendor | None:
        ensure_member_or(info.context.actor, MANAGE_VENDORS)
        return desk_vendor(int_pk(id, "Vendor"), viewer=info.context.actor)

    @staticmethod
    def resolve_vendor_rechecks(root: Any, info: Any, status: Any = None, **paging: Any) -> Connection:
        if not info.context.actor.has_permission(MANAGE_VENDORS):
            raise PermissionDenied(MANAGE_VENDORS)
        rows = recheck_list(viewer=info.context.actor, status=status.value if status else None)
        return paginate(info, rows, [SortKey("created_at", parse=parse_datetime), SortKey("id", parse=int)], **paging)

    @staticmethod
    def resolve_vendor_open_work(root: Any, info: Any, id: str) -> OpenWork | None:
        vendor = _own(info, id, Ability.MANAGE_PROFILE)
        return open_work(vendor.pk) if vendor else None

    @staticmethod
    def resolve_vendor_status_preview(root: Any, info: Any, id: str, status: Any) -> dict[str, Any] | None:
        vendor = _own(info, id, Ability.MANAGE_ACCOUNT)
        if vendor is None:
            return None
        work = open_work(vendor.pk)
        may_go = status.value in NEXT[vendor.status] and (work.is_nothing or status.value != VendorStatus.CLOSED)
        return {"status": status.value, "is_possible": may_go, "open_work": work}

    @staticmethod
    def resolve_vendor_invitation(root: Any, info: Any, token: str) -> dict[str, Any] | None:
        try:
            invitation = invitation_of_token(token)
        except InvitationOver:
            return None
        actor = info.context.actor
        # Who has just taken it sees it once more instead of a page that says it is over.
        is_taken_by_you = invitation.accepted_by_id is not None and invitation.accepted_by_id == actor.user_id
        if not is_living(invitation) and not (is_taken_by_you and role_in(invitation.vendor_id, actor)):
            return None
        return {
            "vendor_name": invitation.vendor.name,
            "role": invitation.role,
            "masked_email": masked(invitation.email),
            "expires_at": invitation.expires_at,
            "is_for_you": actor.is_authenticated and actor.email == invitation.email,
        }


def _own(info: Any, id: str, ability: Ability) -> Vendor | None:
    """The enterprise when the viewer's role there, or staff's permission, opens it."""
    ensure_member_or(info.context.actor, MANAGE_VENDORS)
    vendor = desk_vendor(int_pk(id, "Vendor"), viewer=info.context.actor)
    return vendor if vendor is not None and may_see(vendor, ability, viewer=info.context.actor) else None
