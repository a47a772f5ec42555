"""What an applicant fills in."""

from __future__ import annotations

import graphene

from market.core.graphql.banks import BankEnum
from market.core.graphql.scalars import Date
from market.vendors.graphql.application_types import LegalFormEnum


class VendorApplicationInput(graphene.InputObjectType):
    """Facts of an application. What is left out stays; a blank text is taken away, a date by null."""

    business_number = graphene.String(description="Business registration number, with or without hyphens.")
    name = graphene.String(description="Name it trades under, as shoppers will read it.")
    legal_name = graphene.String(description="Name in the register (상호).")
    legal_form = LegalFormEnum(description="Form of organisation.")
    representative = graphene.String(description="Representative (대표자).")
    opened_on = Date(description="Opening day (개업일), as the registration has it.")
    kind = graphene.String(description="Code of the kind of enterprise.")
    certificate_number = graphene.String(description="Number of the certificate that is handed in.")
    certificate_issued_on = Date(description="Its day of issue.")
    certificate_valid_until = Date(description="Its last day, if it has an end.")
    mail_order_number = graphene.String(description="Mail-order registration (통신판매업 신고번호).")
    mail_order_exemption = graphene.String(description="Why none is needed (면제).")
    phone = graphene.String(description="A Korean phone number, in any way of writing.")
    email = graphene.String(description="E-mail address shoppers may write to.")
    postal_code = graphene.String(description="Postcode of five digits.")
    address = graphene.String(description="Place of business, as a road name address.")
    district = graphene.String(description="Code of the district or town.")
    introduction = graphene.String(description="Who they are and what they do.")
    bank = BankEnum(description="Bank of the account.")
    account_number = graphene.String(description="Account number; blank keeps the one there is.")
    account_holder = graphene.String(description="Whose account it is; blank keeps the one there is.")


class VendorApplicationPointInput(graphene.InputObjectType):
    """One thing to be mended."""

    field = graphene.String(
        required=True, description="The input field it is about, or the kind of paper in camelCase."
    )
    reason = graphene.String(required=True, description="What is wrong with it.")
