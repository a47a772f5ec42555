"""Tax classes as Saleor's clients read and name them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import graphene

from market.channels.graphql.types import CountryDisplay, country_display
from market.channels.selectors.tax_classes import TaxClass as TaxClassValue
from market.channels.selectors.tax_classes import class_rate, tax_class_list, tax_class_rates
from market.core import clock
from market.core.errors import NotFound
from market.core.global_ids import BadGlobalId, from_global_id, to_global_id
from market.core.graphql.connections import Connection, connection_type, list_connection, paging_arguments
from market.core.graphql.languages import localized
from market.core.graphql.mutations import InvalidId
from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata, non_null_list
from market.core.tax import TaxKind


def tax_kind_of(global_id: str, field: str = "taxClass") -> TaxKind:
    """The tax kind that the ID of a tax class names. Raises InvalidId for no such ID, NotFound for a class there is not."""
    try:
        _, kind = from_global_id(global_id, "TaxClass")
    except BadGlobalId as error:
        raise InvalidId(field) from error
    if kind not in TaxKind.values:
        raise NotFound(field)
    return TaxKind(kind)


@dataclass(frozen=True, slots=True)
class CountryRate:
    tax_class: TaxClassValue
    country: str
    rate: Decimal


class TaxClassCountryRate(graphene.ObjectType):
    """The rate of a tax class in one country."""

    country = graphene.Field(CountryDisplay, required=True, description="Where the rate holds.")
    rate = graphene.Float(required=True, description="The rate in percent: 10 is 10 %.")
    tax_class = graphene.Field("market.channels.graphql.tax_classes.TaxClass", description="Whose rate it is.")

    @staticmethod
    def resolve_country(root: CountryRate, info: Any) -> dict[str, str]:
        return country_display(root.country, info)

    @staticmethod
    def resolve_rate(root: CountryRate, info: Any) -> float:
        return float(root.rate * 100)


class TaxClass(ModelObjectType):
    """How VAT applies: taxable (과세), exempt (면세) or zero-rated (영세율). The three are built in."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the class.")
    countries = graphene.Field(
        non_null_list(TaxClassCountryRate), required=True, description="Its rate today in each country with a rate."
    )

    @staticmethod
    def resolve_id(root: TaxClassValue, info: Any) -> str:
        return to_global_id("TaxClass", root.kind.value)

    @staticmethod
    def resolve_name(root: TaxClassValue, info: Any) -> str:
        return localized(root.name, root.name_en, info)

    @staticmethod
    def resolve_countries(root: TaxClassValue, info: Any) -> list[CountryRate]:
        today = clock.today()
        rates = info.context.remember(("channels.tax_rates", today), lambda: tax_class_rates(today))
        return [CountryRate(root, country, class_rate(root, rate)) for country, rate in rates]


TaxClassCountableConnection = connection_type("TaxClass", "market.channels.graphql.tax_classes.TaxClass", "tax classes")


class TaxClassQueries:
    tax_class = graphene.Field(
        TaxClass,
        id=graphene.ID(required=True, description="ID of the class."),
        description="One tax class. For anybody who is signed in.",
    )
    tax_classes = graphene.Field(
        TaxClassCountableConnection,
        **paging_arguments(),
        description="The tax classes there are. For anybody who is signed in.",
    )

    @staticmethod
    def resolve_tax_class(root: Any, info: Any, id: str) -> TaxClassValue | None:
        _ = info.context.actor.signed_in_id  # Saleor shows tax classes to staff; here members price their own goods
        _, kind = from_global_id(id, "TaxClass")
        return TaxClassValue(TaxKind(kind)) if kind in TaxKind.values else None

    @staticmethod
    def resolve_tax_classes(root: Any, info: Any, **paging: Any) -> Connection:
        _ = info.context.actor.signed_in_id
        return list_connection(info, tax_class_list(), **paging)
