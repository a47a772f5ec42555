"""Duties of public bodies to buy from certain enterprises first (우선구매), as agencies see them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene

from market.core import clock
from market.core.graphql.batch import batch, grouped
from market.core.graphql.languages import language_argument, localized
from market.core.graphql.scalars import Date
from market.core.graphql.types import non_null_list
from market.vendors.models import Certificate as CertificateModel
from market.vendors.models import DutyDenominator, DutyScope
from market.vendors.models import Vendor as VendorModel
from market.vendors.selectors.certificates import certificates_counting
from market.vendors.selectors.duties import CountedDuty as Counted
from market.vendors.selectors.duties import Duty, duties_by, duties_on

PERCENT = Decimal(100)


class DutyDenominatorEnum(graphene.Enum):
    """What a duty's share is a share of, in a fiscal year."""

    NONE = DutyDenominator.NONE.value
    ALL = DutyDenominator.ALL.value
    WITHOUT_WORKS = DutyDenominator.WITHOUT_WORKS.value
    EACH = DutyDenominator.EACH.value


class DutyScopeEnum(graphene.Enum):
    """Which goods of an enterprise count."""

    SELLER = DutyScope.SELLER.value
    OWN_PRODUCTION = DutyScope.OWN_PRODUCTION.value
    CERTIFIED_ITEMS = DutyScope.CERTIFIED_ITEMS.value


def _percent(name: str) -> Any:
    def resolve(root: Duty, info: Any) -> float | None:
        share: Decimal | None = getattr(root, name)
        return None if share is None else float(share * PERCENT)

    return staticmethod(resolve)


class DutyScheme(graphene.ObjectType):
    """A duty to buy from certain enterprises first, with what the law asks on the day it was asked for."""

    code = graphene.String(required=True, description="Code of the duty.")
    name = graphene.String(required=True, language_code=language_argument(), description="Its name, e.g. 여성기업제품.")
    short_name = graphene.String(required=True, language_code=language_argument(), description="Its name on a badge.")
    authority = graphene.String(
        required=True, language_code=language_argument(), description="To whom results are reported."
    )
    article = graphene.String(required=True, language_code=language_argument(), description="The article it rests on.")
    kinds = graphene.Field(
        non_null_list(graphene.String), required=True, description="Codes of the kinds of certificate that count."
    )
    scope = graphene.Field(DutyScopeEnum, required=True, description="Which goods of an enterprise count.")
    denominator = graphene.Field(DutyDenominatorEnum, required=True, description="What the share is a share of.")
    share_percent = graphene.Float(description="How much of it has to be bought so; none where the law names no share.")
    goods_share_percent = graphene.Float(description="Of the goods bought, where each kind of purchase has its own.")
    services_share_percent = graphene.Float(
        description="Of the services bought, where each kind of purchase has its own."
    )
    works_share_percent = graphene.Float(description="Of the works bought, where each kind of purchase has its own.")
    effective_from = graphene.Field(Date, required=True, description="First day of these terms.")
    effective_until = graphene.Field(Date, description="Last day of these terms; none: still.")

    resolve_share_percent = _percent("share")
    resolve_goods_share_percent = _percent("goods_share")
    resolve_services_share_percent = _percent("services_share")
    resolve_works_share_percent = _percent("works_share")

    @staticmethod
    def resolve_code(root: Duty, info: Any) -> str:
        return root.scheme.code

    @staticmethod
    def resolve_name(root: Duty, info: Any, language_code: Any = None) -> str:
        return localized(root.scheme.name, root.scheme.name_en, info, language_code)

    @staticmethod
    def resolve_short_name(root: Duty, info: Any, language_code: Any = None) -> str:
        return localized(root.scheme.short_name, root.scheme.short_name_en, info, language_code)

    @staticmethod
    def resolve_authority(root: Duty, info: Any, language_code: Any = None) -> str:
        return localized(root.scheme.authority, root.scheme.authority_en, info, language_code)

    @staticmethod
    def resolve_article(root: Duty, info: Any, language_code: Any = None) -> str:
        return localized(root.article, root.article_en, info, language_code)

    @staticmethod
    def resolve_kinds(root: Duty, info: Any) -> list[str]:
        return sorted(root.kinds)


class CountedDuty(graphene.ObjectType):
    """A duty that a purchase counts for, and why. One purchase may count for several, once for each."""

    scheme = graphene.Field(DutyScheme, required=True, description="The duty.")
    certificates = graphene.Field(
        non_null_list("market.vendors.graphql.types.Certificate"), required=True, description="By which certificates."
    )
    valid_until = graphene.Field(Date, description="Last day it counts with these certificates; none: no end.")
    needs_item_check = graphene.Boolean(
        required=True, description="Whether only certain goods count, so that the buyer looks whether this item is one."
    )

    @staticmethod
    def resolve_scheme(root: Counted, info: Any) -> Duty:
        return root.duty


def duty_arguments() -> dict[str, Any]:
    return {"on": Date(description="By the law and the certificates of this Seoul day; today unless given.")}


class VendorDutyFields:
    """What ``Vendor`` tells of duties."""

    counts_for = graphene.Field(
        non_null_list(CountedDuty),
        required=True,
        description="The duties of public bodies that purchases from it count for.",
        **duty_arguments(),
    )

    @batch
    def resolve_counts_for(parents: list[VendorModel], info: Any, on: Any = None) -> list[list[Counted]]:
        return duties_counted([vendor.pk for vendor in parents], info, on)


class DutyQueries:
    duty_schemes = graphene.Field(
        non_null_list(DutyScheme),
        required=True,
        description="The duties of public bodies to buy from certain enterprises first, as the law has them.",
        **duty_arguments(),
    )

    @staticmethod
    def resolve_duty_schemes(root: Any, info: Any, on: Any = None) -> list[Duty]:
        return duties_of_request(info, on)


def duties_counted(vendor_ids: list[int], info: Any, on: Any = None) -> list[list[Counted]]:
    """For each enterprise, in order, what purchases from it count for."""
    day = on or info.context.remember("today", clock.today)
    held, duties = certificates_held(vendor_ids, info, day), duties_of_request(info, day)
    return [duties_by(held[pk], duties) for pk in vendor_ids]


def certificates_held(vendor_ids: list[int], info: Any, day: Any) -> dict[int, list[CertificateModel]]:
    """The certificates of each enterprise that count on the day, read once a request."""
    known: dict[int, list[CertificateModel]] = info.context.remember(("certificates_held", day), dict)
    missing = list(dict.fromkeys(pk for pk in vendor_ids if pk not in known))
    if missing:
        rows = certificates_counting(missing, day)
        known.update(zip(missing, grouped(rows, lambda row: row.vendor_id, missing), strict=True))
    return known


def duties_of_request(info: Any, day: Any = None) -> list[Duty]:
    """The duties of a day (today unless given), read once a request."""
    day = day or info.context.remember("today", clock.today)
    found: list[Duty] = info.context.remember(("duties", day), lambda: duties_on(day))
    return found
