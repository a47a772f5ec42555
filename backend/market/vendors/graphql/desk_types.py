"""An enterprise as its own people and the market's staff see it."""

from __future__ import annotations

from typing import Any

import graphene

from market.core import clock
from market.core.graphql.banks import BankEnum
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Node, non_null_list
from market.core.permissions import MANAGE_VENDORS
from market.core.sealing import unseal
from market.vendors.graphql.document_types import VendorDocument
from market.vendors.graphql.types import Vendor, VendorRoleEnum, VendorStatusEnum
from market.vendors.models import LegalForm, RecheckStatus
from market.vendors.models import Vendor as VendorModel
from market.vendors.models import VendorBankAccount as VendorBankAccountModel
from market.vendors.models import VendorInvitation as VendorInvitationModel
from market.vendors.models import VendorMember as VendorMemberModel
from market.vendors.models import VendorRecheck as VendorRecheckModel
from market.vendors.models import VendorStatusChange as VendorStatusChangeModel
from market.vendors.permissions import Ability
from market.vendors.ports import OpenWork
from market.vendors.selectors.desk import (
    bank_accounts_of,
    invitations_of,
    may_see,
    members_of,
    rechecks_of,
    status_changes_of,
)

LegalFormEnum = enum_from_choices("LegalFormEnum", LegalForm, "Form of organisation (조직 형태).")
RecheckStatusEnum = enum_from_choices("RecheckStatusEnum", RecheckStatus, "Where a re-check stands.")


class VendorMember(ModelObjectType):
    """Somebody who works for an enterprise, as its owners and staff see them."""

    class Meta:
        interfaces = (Node,)

    role = graphene.Field(VendorRoleEnum, required=True, description="As what.")
    email = graphene.String(required=True, description="Address of the account.")
    first_name = graphene.String(required=True, description="Given name.")
    last_name = graphene.String(required=True, description="Family name.")
    joined_at = DateTime(required=True, description="Since when.")
    is_you = graphene.Boolean(required=True, description="Whether it is the one who asks.")
    is_active = graphene.Boolean(required=True, description="Whether the account can sign in.")

    @staticmethod
    def resolve_email(root: VendorMemberModel, info: Any) -> str:
        return root.user.email

    @staticmethod
    def resolve_first_name(root: VendorMemberModel, info: Any) -> str:
        return root.user.first_name

    @staticmethod
    def resolve_last_name(root: VendorMemberModel, info: Any) -> str:
        return root.user.last_name

    @staticmethod
    def resolve_is_you(root: VendorMemberModel, info: Any) -> bool:
        return root.user_id == info.context.actor.user_id

    @staticmethod
    def resolve_is_active(root: VendorMemberModel, info: Any) -> bool:
        return root.user.is_active


class VendorInvitation(ModelObjectType):
    """An invitation that waits, or has run out. It says nothing about whether the address has an account."""

    class Meta:
        interfaces = (Node,)

    email = graphene.String(required=True, description="The invited address.")
    role = graphene.Field(VendorRoleEnum, required=True, description="As what.")
    created_at = DateTime(required=True, description="When it was made.")
    mailed_at = DateTime(required=True, description="When its mail was asked for last.")
    expires_at = DateTime(required=True, description="Until when it can be taken.")
    is_expired = graphene.Boolean(required=True, description="Whether it has run out; it can be sent anew.")

    @staticmethod
    def resolve_is_expired(root: VendorInvitationModel, info: Any) -> bool:
        return root.expires_at <= clock.now()


class VendorBankAccount(ModelObjectType):
    """Where an enterprise is paid."""

    class Meta:
        interfaces = (Node,)

    bank = graphene.Field(BankEnum, required=True, description="The bank.")
    last_digits = graphene.String(required=True, description="Last four digits of the number.")
    created_at = DateTime(required=True, description="When it was named.")
    checked_at = DateTime(description="When staff compared it with the bankbook copy; none: not yet.")
    ended_at = DateTime(description="When another took its place; none: in use.")
    bankbook_copy = graphene.Field(VendorDocument, description="The copy of the bankbook it came with.")
    number = graphene.String(description="The whole number, for staff who compare it; none for everybody else.")
    holder = graphene.String(description="In whose name it is, for staff who compare it; none for everybody else.")

    @staticmethod
    def resolve_number(root: VendorBankAccountModel, info: Any) -> str | None:
        return unseal(root.sealed_number) if info.context.actor.has_permission(MANAGE_VENDORS) else None

    @staticmethod
    def resolve_holder(root: VendorBankAccountModel, info: Any) -> str | None:
        return unseal(root.sealed_holder) if info.context.actor.has_permission(MANAGE_VENDORS) else None


class VendorFactChange(graphene.ObjectType):
    """One fact that changed."""

    field = graphene.String(
        required=True, description="name, legal_name, representative, postal_code, address, district or legal_form."
    )
    old = graphene.String(required=True, description="What was checked.")
    new = graphene.String(required=True, description="What holds now.")


class VendorRecheck(ModelObjectType):
    """Facts that certificates bear on their face have changed: they are looked at again."""

    class Meta:
        interfaces = (Node,)

    vendor = graphene.Field(Vendor, required=True, description="The enterprise.")
    changes = graphene.Field(non_null_list(VendorFactChange), required=True, description="What changed.")
    status = graphene.Field(RecheckStatusEnum, required=True, description="Where it stands.")
    note = graphene.String(required=True, description="What staff say about it; empty when nothing.")
    created_at = DateTime(required=True, description="Since when.")
    decided_at = DateTime(description="When it was decided.")


VendorRecheckCountableConnection = connection_type(
    "VendorRecheck", "market.vendors.graphql.desk_types.VendorRecheck", "re-checks"
)


class VendorStatusChange(ModelObjectType):
    """One change of an enterprise's status."""

    class Meta:
        interfaces = (Node,)

    from_status = graphene.Field(VendorStatusEnum, required=True, description="From.")
    to_status = graphene.Field(VendorStatusEnum, required=True, description="To.")
    reason = graphene.String(required=True, description="Why.")
    at = DateTime(required=True, description="When.")
    is_by_staff = graphene.Boolean(required=True, description="Whether the market did it, not the enterprise.")

    @staticmethod
    def resolve_is_by_staff(root: VendorStatusChangeModel, info: Any) -> bool:
        return root.actor is not None and root.actor.is_staff


class VendorOpenItem(graphene.ObjectType):
    """Something the enterprise still owes somebody."""

    number = graphene.String(required=True, description="Number of the order part or withdrawal.")
    status = graphene.String(required=True, description="Where it stands: a value of its status, in lower case.")
    since = DateTime(required=True, description="Since when.")


class VendorOpenWork(graphene.ObjectType):
    """What is under way at an enterprise. Lists hold the oldest fifty; counts are whole."""

    live_products = graphene.Int(required=True, description="Products on sale in some channel.")
    order_count = graphene.Int(required=True, description="Order parts that are not dispatched in whole.")
    withdrawal_count = graphene.Int(required=True, description="Withdrawals whose money has not gone back.")
    orders = graphene.Field(non_null_list(VendorOpenItem), required=True, description="Those order parts.")
    withdrawals = graphene.Field(non_null_list(VendorOpenItem), required=True, description="Those withdrawals.")


class VendorStatusPreview(graphene.ObjectType):
    """What a change of status would do. Looking changes nothing."""

    status = graphene.Field(VendorStatusEnum, required=True, description="The status that is asked about.")
    is_possible = graphene.Boolean(required=True, description="Whether it could be done now.")
    open_work = graphene.Field(VendorOpenWork, required=True, description="What is under way.")

    @staticmethod
    def resolve_open_work(root: dict[str, Any], info: Any) -> OpenWork:
        work: OpenWork = root["open_work"]
        return work


class VendorProfile(graphene.ObjectType):
    """What can be changed of the profile, as it was written."""

    legal_form = graphene.Field(LegalFormEnum, required=True, description="Form of organisation.")
    name = graphene.String(required=True, description="Name in Korean.")
    name_en = graphene.String(required=True, description="Name in English; empty when none.")
    postal_code = graphene.String(required=True, description="Postcode.")
    address = graphene.String(required=True, description="Address without postcode.")
    introduction = graphene.String(required=True, description="Introduction in Korean.")
    introduction_en = graphene.String(required=True, description="Introduction in English; empty when none.")
    carrier = graphene.String(required=True, description="Who carries, in Korean.")
    carrier_en = graphene.String(required=True, description="Who carries, in English; empty when none.")
    holiday_from = graphene.Field(Date, description="First day of the holidays last entered.")
    holiday_until = graphene.Field(Date, description="Last day of the holidays last entered.")
    holiday_note = graphene.String(required=True, description="What shoppers read about them.")


class VendorDesk(graphene.ObjectType):
    """Everything about one enterprise. A part that the viewer's role does not open is null."""

    vendor = graphene.Field(Vendor, required=True, description="As shoppers see it.")
    profile = graphene.Field(VendorProfile, required=True, description="As it was written.")
    is_trusted = graphene.Boolean(required=True, description="Whether changes of its listings pass without review.")
    members = graphene.Field(non_null_list(VendorMember), description="Who works there; for owners and staff.")
    invitations = graphene.Field(non_null_list(VendorInvitation), description="Who is invited; for owners and staff.")
    bank_account = graphene.Field(VendorBankAccount, description="The account in use; for owners and staff.")
    bank_accounts = graphene.Field(
        non_null_list(VendorBankAccount), description="All accounts, newest first; for owners and staff."
    )
    rechecks = graphene.Field(
        non_null_list(VendorRecheck), description="Re-checks, newest first; for owners, managers and staff."
    )
    status_history = graphene.Field(
        non_null_list(VendorStatusChange), required=True, description="Changes of its status, newest first."
    )

    @staticmethod
    def resolve_vendor(root: VendorModel, info: Any) -> VendorModel:
        return root

    @staticmethod
    def resolve_profile(root: VendorModel, info: Any) -> VendorModel:
        return root

    @staticmethod
    def resolve_members(root: VendorModel, info: Any) -> list[VendorMemberModel] | None:
        return list(members_of(root.pk)) if _sees(root, info, Ability.MANAGE_MEMBERS) else None

    @staticmethod
    def resolve_invitations(root: VendorModel, info: Any) -> list[VendorInvitationModel] | None:
        return list(invitations_of(root.pk)) if _sees(root, info, Ability.MANAGE_MEMBERS) else None

    @staticmethod
    def resolve_bank_account(root: VendorModel, info: Any) -> VendorBankAccountModel | None:
        if not _sees(root, info, Ability.MANAGE_ACCOUNT):
            return None
        return bank_accounts_of(root.pk).filter(ended_at__isnull=True).first()

    @staticmethod
    def resolve_bank_accounts(root: VendorModel, info: Any) -> list[VendorBankAccountModel] | None:
        return list(bank_accounts_of(root.pk)) if _sees(root, info, Ability.MANAGE_ACCOUNT) else None

    @staticmethod
    def resolve_rechecks(root: VendorModel, info: Any) -> list[VendorRecheckModel] | None:
        return list(rechecks_of(root.pk)) if _sees(root, info, Ability.MANAGE_CERTIFICATES) else None

    @staticmethod
    def resolve_status_history(root: VendorModel, info: Any) -> list[VendorStatusChangeModel]:
        return list(status_changes_of(root.pk))


def _sees(vendor: VendorModel, info: Any, ability: Ability) -> bool:
    """Asked once a request for each ability."""
    seen: bool = info.context.remember(
        ("desk", vendor.pk, ability), lambda: may_see(vendor, ability, viewer=info.context.actor)
    )
    return seen


class VendorInvitationOffer(graphene.ObjectType):
    """What whoever holds the link of an invitation may know before taking it."""

    vendor_name = graphene.String(required=True, description="The enterprise that invites.")
    role = graphene.Field(VendorRoleEnum, required=True, description="As what.")
    masked_email = graphene.String(required=True, description="The invited address, most of it hidden.")
    expires_at = DateTime(required=True, description="Until when it can be taken.")
    is_for_you = graphene.Boolean(required=True, description="Whether the account that asks has that address.")
