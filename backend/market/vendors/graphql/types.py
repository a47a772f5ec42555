"""Enterprises as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.core import clock
from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.extensions import extensions_for
from market.core.graphql.images import image_url
from market.core.graphql.languages import language_argument, localized
from market.core.graphql.scalars import Date
from market.core.graphql.types import ModelObjectType, Money, Node, ObjectWithMetadata, non_null_list
from market.core.money import Money as MoneyValue
from market.vendors.graphql.buying_route_types import VendorRouteFields
from market.vendors.graphql.duty_types import VendorDutyFields
from market.vendors.models import Certificate as CertificateModel
from market.vendors.models import CertificateKind as CertificateKindModel
from market.vendors.models import District as DistrictModel
from market.vendors.models import EndRule, VendorMember, VendorRole, VendorStatus
from market.vendors.models import Vendor as VendorModel
from market.vendors.permissions import Ability
from market.vendors.selectors.certificates import certificates_of, state_on, without_outrun
from market.vendors.selectors.desk import vendors_being_rechecked
from market.vendors.selectors.membership import abilities_of
from market.vendors.selectors.vendors import vendor_list
from market.vendors.states import has_holiday_ahead, is_on_holiday

CURRENCY = "KRW"
VendorRoleEnum = enum_from_choices("VendorRoleEnum", VendorRole, "As what a member works for an enterprise.")
CertificateEndEnum = enum_from_choices("CertificateEndEnum", EndRule, "Whether certificates of a kind have a last day.")
VendorStatusEnum = enum_from_choices("VendorStatusEnum", VendorStatus, "Whether an enterprise sells.")


class VendorAbilityEnum(graphene.Enum):
    """One thing a member may do for an enterprise."""

    MANAGE_MEMBERS = Ability.MANAGE_MEMBERS.value
    MANAGE_ACCOUNT = Ability.MANAGE_ACCOUNT.value
    MANAGE_PROFILE = Ability.MANAGE_PROFILE.value
    MANAGE_CERTIFICATES = Ability.MANAGE_CERTIFICATES.value
    MANAGE_LISTINGS = Ability.MANAGE_LISTINGS.value
    MANAGE_STOCK = Ability.MANAGE_STOCK.value
    HANDLE_ORDERS = Ability.HANDLE_ORDERS.value
    SEE_FIGURES = Ability.SEE_FIGURES.value


class District(ModelObjectType):
    """A district of Seoul, or a town elsewhere, with its support centre."""

    code = graphene.String(required=True, description="Code of the district.")
    name = graphene.String(required=True, language_code=language_argument(), description="Its name.")
    support_centre_name = graphene.String(description="The social-economy support centre.")
    support_centre_phone = graphene.String(description="Its phone number.")

    @staticmethod
    def resolve_name(root: DistrictModel, info: Any, language_code: Any = None) -> str:
        return localized(root.name, root.name_en, info, language_code)

    @staticmethod
    def resolve_support_centre_name(root: DistrictModel, info: Any) -> str | None:
        return root.support_centre_name or None

    @staticmethod
    def resolve_support_centre_phone(root: DistrictModel, info: Any) -> str | None:
        return root.support_centre_phone or None


class CertificateKind(ModelObjectType):
    """A kind of enterprise or proof by law."""

    code = graphene.String(required=True, description="Code of the kind.")
    name = graphene.String(required=True, language_code=language_argument(), description="Its full name.")
    short_name = graphene.String(required=True, language_code=language_argument(), description="Its name on a badge.")
    authority = graphene.String(required=True, language_code=language_argument(), description="Who certifies.")
    legal_basis = graphene.String(required=True, language_code=language_argument(), description="By which law.")
    is_preliminary = graphene.Boolean(
        required=True, description="Whether it is only preliminary (예비): never shown with a seal."
    )
    is_enterprise_kind = graphene.Boolean(required=True, description="Whether it says what the enterprise is.")
    end_rule = graphene.Field(CertificateEndEnum, required=True, description="Whether a certificate has a last day.")
    validity_months = graphene.Int(
        description="How many months one usually counts; none where days are given or no end."
    )
    validity_days = graphene.Int(description="How many days one counts from its issue.")
    is_validity_maximum = graphene.Boolean(required=True, description="Whether the law lets none count longer.")
    is_per_item = graphene.Boolean(required=True, description="Whether one certificate speaks of one item.")
    register_url = graphene.String(
        description="Where anybody can look certificates up, where there is such a register."
    )

    @staticmethod
    def resolve_name(root: CertificateKindModel, info: Any, language_code: Any = None) -> str:
        return localized(root.name, root.name_en, info, language_code)

    @staticmethod
    def resolve_short_name(root: CertificateKindModel, info: Any, language_code: Any = None) -> str:
        return localized(root.short_name, root.short_name_en, info, language_code)

    @staticmethod
    def resolve_authority(root: CertificateKindModel, info: Any, language_code: Any = None) -> str:
        return localized(root.authority, root.authority_en, info, language_code)

    @staticmethod
    def resolve_register_url(root: CertificateKindModel, info: Any) -> str | None:
        return root.register_url or None

    @staticmethod
    def resolve_legal_basis(root: CertificateKindModel, info: Any, language_code: Any = None) -> str:
        return localized(root.legal_basis, root.legal_basis_en, info, language_code)


class CertificateStateEnum(graphene.Enum):
    """Whether a certificate counts today."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"


class Certificate(ModelObjectType):
    """A verified proof of an enterprise."""

    kind = graphene.Field(CertificateKind, required=True, description="What it proves.")
    number = graphene.String(required=True, description="Its number.")
    authority = graphene.String(required=True, language_code=language_argument(), description="Who issued it.")
    issued_on = graphene.Field(Date, required=True, description="Day of issue.")
    valid_until = graphene.Field(Date, description="Last day it counts; none when it has no end.")
    state = graphene.Field(CertificateStateEnum, required=True, description="Whether it counts today.")
    checked_on = graphene.Field(Date, required=True, description="When the market checked it.")

    @staticmethod
    def resolve_authority(root: CertificateModel, info: Any, language_code: Any = None) -> str:
        return localized(root.authority, root.authority_en, info, language_code)

    @staticmethod
    def resolve_state(root: CertificateModel, info: Any) -> str:
        return state_on(root, info.context.remember("today", clock.today))


class VendorDeliveryTerms(graphene.ObjectType):
    """What an enterprise charges for delivery, VAT included."""

    fee = graphene.Field(Money, required=True, description="Charge of one delivery.")
    free_from = graphene.Field(Money, description="Goods for this much are delivered free; none when nothing is.")
    remote_area_surcharge = graphene.Field(Money, required=True, description="Extra for Jeju and islands.")
    return_fee = graphene.Field(Money, required=True, description="What a return costs the buyer.")
    dispatch_days = graphene.Int(required=True, description="Working days until dispatch.")
    carrier = graphene.String(required=True, language_code=language_argument(), description="Who carries.")

    @staticmethod
    def resolve_carrier(root: dict[str, Any], info: Any, language_code: Any = None) -> str:
        return localized(root["carrier"], root["carrier_en"], info, language_code)


class VendorHoliday(graphene.ObjectType):
    """Days on which an enterprise sells nothing: its goods are shown and cannot be bought."""

    starts_on = graphene.Field(Date, required=True, description="First day, in Seoul.")
    ends_on = graphene.Field(Date, required=True, description="Last day, in Seoul.")
    note = graphene.String(required=True, description="What the enterprise says about it; may be empty.")
    is_now = graphene.Boolean(required=True, description="Whether it is under way.")


class Vendor(*extensions_for("Vendor"), VendorRouteFields, VendorDutyFields, ModelObjectType):  # type: ignore[misc]
    """An enterprise that sells on the market."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    slug = graphene.String(required=True, description="Slug of the enterprise.")
    status = graphene.Field(VendorStatusEnum, required=True, description="Whether it sells.")
    name = graphene.String(required=True, language_code=language_argument(), description="Name it trades under.")
    legal_name = graphene.String(required=True, description="Name in the register (상호).")
    representative = graphene.String(required=True, description="Representative (대표자).")
    business_number = graphene.String(required=True, description="Business registration number, NNN-NN-NNNNN.")
    mail_order_number = graphene.String(required=True, description="Mail-order registration (통신판매업 신고번호).")
    phone = graphene.String(required=True, description="Phone number.")
    email = graphene.String(required=True, description="E-mail address.")
    address = graphene.String(required=True, description="Place of business, with postcode.")
    district = graphene.Field(District, description="Where it is.")
    introduction = graphene.String(
        required=True, language_code=language_argument(), description="Who they are and what they do."
    )
    founded_on = graphene.Field(Date, description="When it began.")
    member_count = graphene.Int(description="How many people work there.")
    joined_on = graphene.Field(Date, required=True, description="Since when it sells here.")
    kind_name = graphene.String(
        required=True,
        language_code=language_argument(),
        description="What kind of enterprise it is, by its certificates.",
    )
    certificates = graphene.Field(
        non_null_list(Certificate),
        required=True,
        include_expired=graphene.Boolean(default_value=False, description="Also those that have ended."),
        description="Verified certificates; only those that count today unless asked.",
    )
    delivery_terms = graphene.Field(VendorDeliveryTerms, required=True, description="What delivery costs.")
    artwork = graphene.String(description="Address of a picture.")
    holiday = graphene.Field(VendorHoliday, description="Holidays that are under way or to come; none otherwise.")
    is_being_rechecked = graphene.Boolean(
        required=True,
        description="Whether name, representative, place or form changed and staff have not yet looked at the certificates again.",
    )

    @staticmethod
    def resolve_name(root: VendorModel, info: Any, language_code: Any = None) -> str:
        return localized(root.name, root.name_en, info, language_code)

    @staticmethod
    def resolve_introduction(root: VendorModel, info: Any, language_code: Any = None) -> str:
        return localized(root.introduction, root.introduction_en, info, language_code)

    @staticmethod
    def resolve_business_number(root: VendorModel, info: Any) -> str:
        number = root.business_number
        return f"{number[:3]}-{number[3:5]}-{number[5:]}"

    @staticmethod
    def resolve_address(root: VendorModel, info: Any) -> str:
        return f"({root.postal_code}) {root.address}"

    @staticmethod
    def resolve_joined_on(root: VendorModel, info: Any) -> Any:
        return root.joined_at.astimezone(clock.SEOUL).date()

    @staticmethod
    def resolve_artwork(root: VendorModel, info: Any) -> str | None:
        return image_url(root.artwork, 512, "webp") if root.artwork else None

    @staticmethod
    def resolve_delivery_terms(root: VendorModel, info: Any) -> dict[str, Any]:
        return {
            "fee": MoneyValue.of(root.delivery_fee, CURRENCY),
            "free_from": MoneyValue.of(root.free_delivery_from, CURRENCY)
            if root.free_delivery_from is not None
            else None,
            "remote_area_surcharge": MoneyValue.of(root.remote_area_surcharge, CURRENCY),
            "return_fee": MoneyValue.of(root.return_fee, CURRENCY),
            "dispatch_days": root.dispatch_days,
            "carrier": root.carrier,
            "carrier_en": root.carrier_en,
        }

    @staticmethod
    def resolve_holiday(root: VendorModel, info: Any) -> dict[str, Any] | None:
        today = info.context.remember("today", clock.today)
        if not has_holiday_ahead(root, today):
            return None
        return {
            "starts_on": root.holiday_from,
            "ends_on": root.holiday_until,
            "note": root.holiday_note,
            "is_now": is_on_holiday(root, today),
        }

    @batch
    def resolve_is_being_rechecked(parents: list[VendorModel], info: Any) -> list[bool]:
        open_ones = vendors_being_rechecked(vendor.pk for vendor in parents)
        return [vendor.pk in open_ones for vendor in parents]

    @batch
    def resolve_district(parents: list[VendorModel], info: Any) -> list[Any]:
        found = info.context.remember("districts", lambda: {row.pk: row for row in DistrictModel.objects.all()})
        return [found.get(vendor.district_id) for vendor in parents]

    @batch
    def resolve_certificates(
        parents: list[VendorModel], info: Any, include_expired: bool = False
    ) -> list[list[CertificateModel]]:
        return _certificates(parents, info, include_expired)

    @batch
    def resolve_kind_name(parents: list[VendorModel], info: Any, language_code: Any = None) -> list[str]:
        """The first certified kind; a preliminary one only where there is no other, and by its own name."""
        return [
            _kind_name(certificates, info, language_code)
            for certificates in _certificates(parents, info, include_expired=False)
        ]


def _certificates(parents: list[VendorModel], info: Any, include_expired: bool) -> list[list[CertificateModel]]:
    """Loaded once a request for each vendor, however many fields ask."""
    known: dict[int, list[CertificateModel]] = info.context.remember(("certificates", include_expired), dict)
    ids = list(dict.fromkeys(vendor.pk for vendor in parents if vendor.pk not in known))
    if ids:
        today = info.context.remember("today", clock.today)
        rows = without_outrun(certificates_of(ids, include_expired=include_expired), today)
        known.update(zip(ids, grouped(rows, lambda row: row.vendor_id, ids), strict=True))
    return [known[vendor.pk] for vendor in parents]


def _kind_name(certificates: list[CertificateModel], info: Any, language_code: Any) -> str:
    kinds = sorted(
        (row.kind for row in certificates if row.kind.is_enterprise_kind),
        key=lambda kind: (kind.is_preliminary, kind.sort_order),
    )
    if not kinds:
        return localized("사회연대경제 기업", "Social-economy enterprise", info, language_code)
    return localized(kinds[0].name, kinds[0].name_en, info, language_code)


def batch_vendors(ids: list[int], info: Any) -> list[VendorModel | None]:
    """The vendor of each id as far as the viewer may see it, each loaded once a request."""
    known: dict[int, VendorModel | None] = info.context.remember("vendors", dict)
    missing = list({pk for pk in ids if pk not in known})
    if missing:
        visible = vendor_list(viewer=info.context.actor)
        known.update(zip(missing, by_key(visible.filter(pk__in=missing), lambda row: row.pk, missing), strict=True))
    return [known[pk] for pk in ids]


VendorCountableConnection = connection_type("Vendor", "market.vendors.graphql.types.Vendor", "enterprises")


class VendorMembership(graphene.ObjectType):
    """A person's part in an enterprise."""

    vendor = graphene.Field(Vendor, required=True, description="The enterprise.")
    role = graphene.Field(VendorRoleEnum, required=True, description="As what the person works there.")
    abilities = graphene.Field(
        non_null_list(VendorAbilityEnum), required=True, description="What the person may do there today."
    )

    @staticmethod
    def resolve_abilities(root: VendorMember, info: Any) -> list[str]:
        return sorted(ability.value for ability in abilities_of(root.role, root.vendor.status))
