"""Suspend, close, reopen, trust; decide what was changed; look at a bank account."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import graphene

from market.core.errors import NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_VENDORS
from market.vendors.certificate_errors import CertificateNotDecidable, OwnCertificate
from market.vendors.errors import AlreadyDecided, HasOpenWork, RecheckDecided, StatusNotChangeable
from market.vendors.graphql.desk_types import VendorBankAccount, VendorRecheck
from market.vendors.graphql.errors import VendorError
from market.vendors.graphql.types import Vendor
from market.vendors.models import Vendor as VendorModel
from market.vendors.selectors.membership import ensure_member_or
from market.vendors.services.bank_account_update import bank_account_check
from market.vendors.services.recheck_decide import recheck_decide
from market.vendors.services.vendor_status_set import vendor_close, vendor_reopen, vendor_suspend, vendor_trust_set

VENDOR = "ID of the enterprise."
REASON = "Why; its people read it."


class VendorSuspend(BaseMutation):
    class Meta:
        description = (
            "Suspend an enterprise; by staff. Its goods vanish and nothing new can be ordered; open orders are still to be served or"
            " cancelled."
        )
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    class Arguments:
        id = graphene.ID(required=True, description=VENDOR)
        reason = graphene.String(required=True, description=REASON)

    raises = (NotFound, InvalidId, Required, StatusNotChangeable)
    vendor = graphene.Field(Vendor, description="The enterprise.")

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> VendorSuspend:
        return cls(vendor=_changed(vendor_suspend, info, id, reason))


class VendorReopen(BaseMutation):
    class Meta:
        description = "Let an enterprise sell again that was suspended or closed; by staff."
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    class Arguments:
        id = graphene.ID(required=True, description=VENDOR)
        reason = graphene.String(required=True, description=REASON)

    raises = (NotFound, InvalidId, Required, StatusNotChangeable)
    vendor = graphene.Field(Vendor, description="The enterprise.")

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> VendorReopen:
        return cls(vendor=_changed(vendor_reopen, info, id, reason))


class VendorClose(BaseMutation):
    class Meta:
        description = (
            "Close an enterprise; by its owners or staff, once no order and no withdrawal is open (`vendorStatusPreview` lists them)."
            " Its goods vanish; its people may look back and serve what comes later."
        )
        error_type = VendorError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=VENDOR)
        reason = graphene.String(required=True, description=REASON)

    raises = (NotFound, InvalidId, Required, StatusNotChangeable, HasOpenWork)
    vendor = graphene.Field(Vendor, description="The enterprise.")

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> VendorClose:
        ensure_member_or(info.context.actor, MANAGE_VENDORS)
        return cls(vendor=_changed(vendor_close, info, id, reason))


def _changed(change: Callable[..., VendorModel], info: Any, id: str, reason: str) -> VendorModel:
    return change(vendor_id=pk_from_id(id, "Vendor"), reason=reason, actor=info.context.actor)


class VendorTrustSet(BaseMutation):
    class Meta:
        description = "Say whether changes of an enterprise's listings pass without review; by staff."
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    class Arguments:
        id = graphene.ID(required=True, description=VENDOR)
        is_trusted = graphene.Boolean(required=True, description="Whether they pass.")
        reason = graphene.String(required=True, description="Why; kept in the log.")

    raises = (NotFound, InvalidId, Required)
    vendor = graphene.Field(Vendor, description="The enterprise.")

    @classmethod
    def perform(cls, info: Any, id: str, is_trusted: bool, reason: str) -> VendorTrustSet:
        done = vendor_trust_set(
            vendor_id=pk_from_id(id, "Vendor"), is_trusted=is_trusted, reason=reason, actor=info.context.actor
        )
        return cls(vendor=done)


class VendorRecheckDecide(BaseMutation):
    class Meta:
        description = (
            "Confirm what an enterprise changed, or refuse with a note; by staff. A refusal suspends nothing by itself: it revokes the"
            " certificates that are named, and asks for new ones."
        )
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the re-check.")
        is_confirmed = graphene.Boolean(required=True, description="Whether all is in order.")
        note = graphene.String(description="What the enterprise reads; required to refuse.")
        certificates = non_null_list(graphene.ID, description="Certificates to revoke with a refusal.")

    raises = (NotFound, InvalidId, Required, RecheckDecided, CertificateNotDecidable, OwnCertificate)
    recheck = graphene.Field(VendorRecheck, description="The re-check.")

    @classmethod
    def perform(
        cls, info: Any, id: str, is_confirmed: bool, note: str | None = None, certificates: list[str] | None = None
    ) -> VendorRecheckDecide:
        done = recheck_decide(
            recheck_id=pk_from_id(id, "VendorRecheck"),
            is_confirmed=is_confirmed,
            note=note or "",
            revoked_ids=[pk_from_id(one, "Certificate", field="certificates") for one in certificates or []],
            actor=info.context.actor,
        )
        return cls(recheck=done)


class VendorBankAccountCheck(BaseMutation):
    class Meta:
        description = "Note that the account was compared with the copy of the bankbook; by staff."
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the account.")

    raises = (NotFound, InvalidId, AlreadyDecided)
    bank_account = graphene.Field(VendorBankAccount, description="The account.")

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorBankAccountCheck:
        pk = pk_from_id(id, "VendorBankAccount")
        return cls(bank_account=bank_account_check(account_id=pk, actor=info.context.actor))
