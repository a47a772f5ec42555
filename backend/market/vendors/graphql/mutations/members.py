"""Invite, accept, change roles, remove."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.vendors.errors import (
    AddressNotConfirmed,
    AlreadyInvited,
    AlreadyMember,
    InvitationEnded,
    InvitationOver,
    LastOwner,
    TooManyInvitations,
    WrongAccount,
)
from market.vendors.graphql.desk_types import VendorInvitation, VendorMember
from market.vendors.graphql.errors import VendorError
from market.vendors.graphql.types import VendorMembership, VendorRoleEnum
from market.vendors.selectors.membership import ensure_member_or
from market.vendors.services.invitation_accept import invitation_accept
from market.vendors.services.member_change import member_remove, member_update
from market.vendors.services.member_invite import invitation_resend, invitation_revoke, member_invite

INVITATION = "ID of the invitation."
MEMBER = "ID of the member."


class VendorMemberInvite(BaseMutation):
    class Meta:
        description = (
            "Invite an address to work for the enterprise; by its owners. The mail goes there whether or not it has an account, and the"
            " answer does not tell. The link is good for seven days."
        )
        error_type = VendorError
        login_required = True

    class Arguments:
        vendor = graphene.ID(required=True, description="ID of the enterprise.")
        email = graphene.String(required=True, description="The address.")
        role = VendorRoleEnum(required=True, description="As what.")

    raises = (NotFound, InvalidId, InvalidInput, AlreadyMember, AlreadyInvited, TooManyInvitations)
    invitation = graphene.Field(VendorInvitation, description="The invitation.")

    @classmethod
    def perform(cls, info: Any, vendor: str, email: str, role: Any) -> VendorMemberInvite:
        ensure_member_or(info.context.actor)
        made = member_invite(
            vendor_id=pk_from_id(vendor, "Vendor", field="vendor"),
            email=email,
            role=role.value,
            actor=info.context.actor,
        )
        return cls(invitation=made)


class VendorInvitationResend(BaseMutation):
    class Meta:
        description = (
            "Mail an invitation once more; it is good for seven days from now. By owners, once a minute at most."
        )
        error_type = VendorError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=INVITATION)

    raises = (NotFound, InvalidId, InvitationEnded, TooManyInvitations)
    invitation = graphene.Field(VendorInvitation, description="The invitation.")

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorInvitationResend:
        ensure_member_or(info.context.actor)
        pk = pk_from_id(id, "VendorInvitation")
        return cls(invitation=invitation_resend(invitation_id=pk, actor=info.context.actor))


class VendorInvitationRevoke(BaseMutation):
    class Meta:
        description = "End an invitation: its link is good no more. By owners."
        error_type = VendorError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=INVITATION)

    raises = (NotFound, InvalidId, InvitationEnded)
    invitation = graphene.Field(VendorInvitation, description="The invitation that has ended.")

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorInvitationRevoke:
        ensure_member_or(info.context.actor)
        pk = pk_from_id(id, "VendorInvitation")
        return cls(invitation=invitation_revoke(invitation_id=pk, actor=info.context.actor))


class VendorInvitationAccept(BaseMutation):
    class Meta:
        description = (
            "Join an enterprise by the token of its mail, as the account whose confirmed address was invited. Repeating it gives the same"
            " membership."
        )
        error_type = VendorError
        login_required = True

    class Arguments:
        token = graphene.String(required=True, description="The token of the mail.")

    raises = (InvitationOver, WrongAccount, AddressNotConfirmed, AlreadyMember)
    membership = graphene.Field(VendorMembership, description="The new membership.")

    @classmethod
    def perform(cls, info: Any, token: str) -> VendorInvitationAccept:
        return cls(membership=invitation_accept(token=token, actor=info.context.actor))


class VendorMemberUpdate(BaseMutation):
    class Meta:
        description = "Give a member another role; by owners. The last owner who can sign in stays one."
        error_type = VendorError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=MEMBER)
        role = VendorRoleEnum(required=True, description="The new role.")

    raises = (NotFound, InvalidId, LastOwner)
    member = graphene.Field(VendorMember, description="The member.")

    @classmethod
    def perform(cls, info: Any, id: str, role: Any) -> VendorMemberUpdate:
        ensure_member_or(info.context.actor)
        pk = pk_from_id(id, "VendorMember")
        return cls(member=member_update(member_id=pk, role=role.value, actor=info.context.actor))


class VendorMemberRemove(BaseMutation):
    class Meta:
        description = (
            "Remove a member, by owners; or leave, oneself. Access ends at once. The last owner who can sign in stays."
        )
        error_type = VendorError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=MEMBER)

    raises = (NotFound, InvalidId, LastOwner)
    member = graphene.Field(VendorMember, description="The member as it was.")

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorMemberRemove:
        ensure_member_or(info.context.actor)
        pk = pk_from_id(id, "VendorMember")
        return cls(member=member_remove(member_id=pk, actor=info.context.actor))


class MemberMutations:
    vendor_member_invite = VendorMemberInvite.Field()
    vendor_invitation_resend = VendorInvitationResend.Field()
    vendor_invitation_revoke = VendorInvitationRevoke.Field()
    vendor_invitation_accept = VendorInvitationAccept.Field()
    vendor_member_update = VendorMemberUpdate.Field()
    vendor_member_remove = VendorMemberRemove.Field()
