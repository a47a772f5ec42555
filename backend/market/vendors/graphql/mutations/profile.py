"""Profile, delivery terms, holidays and the bank account; what becomes of states stands in ``states.py``."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.errors import InvalidCredentials, LoginAttemptDelayed
from market.core.banks import Bank
from market.core.errors import InvalidInput, NotFound, Required
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.graphql.banks import BankEnum
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.scalars import Date, PositiveDecimal, Upload
from market.vendors.errors import TooManyPapers, UnprovenClaim
from market.vendors.graphql.desk_types import LegalFormEnum, VendorBankAccount
from market.vendors.graphql.errors import VendorError
from market.vendors.graphql.mutations.states import (
    VendorBankAccountCheck,
    VendorClose,
    VendorRecheckDecide,
    VendorReopen,
    VendorSuspend,
    VendorTrustSet,
)
from market.vendors.graphql.types import Vendor
from market.vendors.selectors.membership import ensure_member_or
from market.vendors.services.bank_account_update import bank_account_update
from market.vendors.services.holiday_set import holiday_clear, holiday_set
from market.vendors.services.vendor_update import vendor_update

VENDOR = "ID of the enterprise."


class VendorUpdateInput(graphene.InputObjectType):
    """What to change of the profile and the delivery terms. What is left out stays as it is. Amounts are whole won, VAT included."""

    name = graphene.String(description="Name it trades under; opens a re-check of certificates.")
    name_en = graphene.String(description="The same in English.")
    legal_name = graphene.String(description="Name in the register (상호); opens a re-check.")
    legal_form = LegalFormEnum(description="Form of organisation; opens a re-check.")
    representative = graphene.String(description="Representative (대표자); opens a re-check.")
    postal_code = graphene.String(description="Postcode, five digits; opens a re-check.")
    address = graphene.String(description="Place of business without postcode; opens a re-check.")
    district = graphene.String(description="Code of the district; opens a re-check.")
    mail_order_number = graphene.String(description="Mail-order registration (통신판매업 신고번호).")
    phone = graphene.String(description="Phone number.")
    email = graphene.String(description="E-mail address for shoppers.")
    introduction = graphene.String(description="Who they are and what they do, in Korean.")
    introduction_en = graphene.String(description="The same in English.")
    delivery_fee = PositiveDecimal(description="Charge of one delivery.")
    free_delivery_from = PositiveDecimal(description="Goods for this much are delivered free; null: never.")
    remote_area_surcharge = PositiveDecimal(description="Extra for Jeju and islands.")
    return_fee = PositiveDecimal(description="What a return costs the buyer.")
    dispatch_days = graphene.Int(description="Working days until dispatch.")
    carrier = graphene.String(description="Who carries.")
    carrier_en = graphene.String(description="The same in English.")


class VendorUpdate(BaseMutation):
    class Meta:
        description = (
            "Change who the enterprise is and how it delivers; by owners and managers. It counts at once. A change of name, representative,"
            " place or form opens a re-check of the certificates."
        )
        error_type = VendorError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=VENDOR)
        input = VendorUpdateInput(required=True, description="What to change.")

    raises = (NotFound, InvalidId, InvalidInput, Required, UnprovenClaim)
    vendor = graphene.Field(Vendor, description="The enterprise after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> VendorUpdate:
        ensure_member_or(info.context.actor)
        values = {name: getattr(value, "value", value) for name, value in input.items()}
        done = vendor_update(vendor_id=pk_from_id(id, "Vendor"), values=values, actor=info.context.actor)
        return cls(vendor=done)


class VendorHolidaySet(BaseMutation):
    class Meta:
        description = (
            "Enter or move the holidays; by owners and managers. Goods stay visible and cannot be bought from the first day through the"
            " last. Earlier orders keep their deadlines: see `vendorOpenWork`."
        )
        error_type = VendorError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=VENDOR)
        starts_on = Date(required=True, description="First day, in Seoul.")
        ends_on = Date(required=True, description="Last day, in Seoul.")
        note = graphene.String(description="What shoppers read about it.")

    raises = (NotFound, InvalidId, InvalidInput)
    vendor = graphene.Field(Vendor, description="The enterprise after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, starts_on: Any, ends_on: Any, note: str | None = None) -> VendorHolidaySet:
        ensure_member_or(info.context.actor)
        done = holiday_set(
            vendor_id=pk_from_id(id, "Vendor"),
            starts_on=starts_on,
            ends_on=ends_on,
            note=note or "",
            actor=info.context.actor,
        )
        return cls(vendor=done)


class VendorHolidayClear(BaseMutation):
    class Meta:
        description = "Call the holidays off, or end them; by owners and managers. Goods can be bought at once."
        error_type = VendorError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=VENDOR)

    raises = (NotFound, InvalidId)
    vendor = graphene.Field(Vendor, description="The enterprise after the change.")

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorHolidayClear:
        ensure_member_or(info.context.actor)
        return cls(vendor=holiday_clear(vendor_id=pk_from_id(id, "Vendor"), actor=info.context.actor))


class VendorBankAccountInput(graphene.InputObjectType):
    """Where the enterprise wants to be paid."""

    bank = graphene.Field(BankEnum, required=True, description="The bank.")
    number = graphene.String(required=True, description="The account's number, with or without hyphens.")
    holder = graphene.String(required=True, description="In whose name it is.")


class VendorBankAccountUpdate(BaseMutation):
    class Meta:
        description = (
            "Name the account the enterprise is paid to; by owners, with their password once more. Every owner is told by mail. Staff"
            " compare it with the copy of the bankbook."
        )
        error_type = VendorError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=VENDOR)
        input = VendorBankAccountInput(required=True, description="The account.")
        bankbook = Upload(required=True, description="Copy of the bankbook (통장 사본): PDF, JPEG or PNG.")
        password = graphene.String(required=True, description="Password of one's own account.")

    raises = (
        NotFound, InvalidId, InvalidInput, Required, InvalidCredentials, LoginAttemptDelayed, FileRefused, FileTooLarge, TooManyPapers,
    )  # fmt: skip
    bank_account = graphene.Field(VendorBankAccount, description="The account in use from now on.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any, bankbook: Any, password: str) -> VendorBankAccountUpdate:
        ensure_member_or(info.context.actor)
        made = bank_account_update(
            vendor_id=pk_from_id(id, "Vendor"),
            bank=Bank(getattr(input["bank"], "value", input["bank"])),
            number=input["number"],
            holder=input["holder"],
            password=password,
            bankbook=bankbook,
            actor=info.context.actor,
        )
        return cls(bank_account=made)


class ProfileMutations:
    vendor_update = VendorUpdate.Field()
    vendor_holiday_set = VendorHolidaySet.Field()
    vendor_holiday_clear = VendorHolidayClear.Field()
    vendor_bank_account_update = VendorBankAccountUpdate.Field()
    vendor_bank_account_check = VendorBankAccountCheck.Field()
    vendor_recheck_decide = VendorRecheckDecide.Field()
    vendor_suspend = VendorSuspend.Field()
    vendor_close = VendorClose.Field()
    vendor_reopen = VendorReopen.Field()
    vendor_trust_set = VendorTrustSet.Field()
