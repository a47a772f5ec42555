"""Quotes as clients see them. Nothing here tells an enterprise about another one, or about what the agency thought of it."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.core import clock
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import enum_from_choices, error_code_enum
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Money, TaxedMoney, non_null_list
from market.core.money import Money as MoneyValue
from market.core.money import TaxedMoney as TaxedMoneyValue
from market.core.tax import TaxKind
from market.quotes.models import InvitationStatus, QuoteRequestStatus, QuoteSource
from market.quotes.models import Quote as QuoteModel
from market.quotes.models import QuoteAttachment as AttachmentModel
from market.quotes.models import QuoteLine as LineModel
from market.quotes.selectors.loads import lines_of

QuoteSourceEnum = enum_from_choices("QuoteSourceEnum", QuoteSource, "How a quote came about.")
QuoteRequestStatusEnum = enum_from_choices("QuoteRequestStatusEnum", QuoteRequestStatus, "Where a request stands.")
QuoteInvitationStatusEnum = enum_from_choices(
    "QuoteInvitationStatusEnum", InvitationStatus, "What an enterprise did with a request."
)
QuoteTaxKindEnum = enum_from_choices("QuoteTaxKindEnum", TaxKind, "How a line is taxed.")
QuoteErrorCode = error_code_enum(
    "QuoteErrorCode",
    """GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED NOT_EDITABLE NOT_COMPLETE NOT_OPEN STILL_SEALED VENDOR_NOT_SELLING REPLACED QUOTE_ENDED
    NOT_CHOSEN REASON_REQUIRED ALREADY_CHOSEN ALREADY_ANSWERED NOTHING_TO_WITHDRAW FOREIGN_LISTING ITEMS_MISMATCH EMPTY_BASKET
    NOT_PUBLIC_BASKET NOT_FOR_SALE QUESTION_ANSWERED TOO_MANY_FILES TOO_MANY_REQUESTS FILE_SIZE_LIMIT_EXCEEDED INSUFFICIENT_STOCK
    HELD_PRICE_LAPSED PRODUCT_NOT_PUBLISHED PRODUCT_UNAVAILABLE_FOR_PURCHASE UNAVAILABLE_VARIANT_IN_CHANNEL ZERO_QUANTITY""",
)


class QuoteError(SaleorError):
    """What went wrong with quotes."""

    code = graphene.Field(QuoteErrorCode, required=True, description="Code of the error.")
    missing = graphene.String(description="With NOT_COMPLETE: the input fields that say nothing yet, joined by commas.")


CURRENCY = "KRW"


def money(amount: Any, currency: str) -> MoneyValue:
    return MoneyValue.of(amount, currency)


def taxed(net: Any, gross: Any, currency: str) -> TaxedMoneyValue:
    return TaxedMoneyValue(money(net, currency), money(gross, currency))


class QuoteAttachment(ModelObjectType):
    """A file of a request or of an answer: checked and cleaned."""

    name = graphene.String(required=True, description="As its sender called it, made plain.")
    content_type = graphene.String(required=True, description="application/pdf, image/jpeg or image/png.")
    size = graphene.Int(required=True, description="In bytes.")
    url = graphene.String(
        required=True, description="Where to download it, with the same Authorization header as here."
    )

    @staticmethod
    def resolve_url(root: AttachmentModel, info: Any) -> str:
        return f"{settings.PUBLIC_API_URL}/quote-files/{root.pk}/"


class QuoteLine(ModelObjectType):
    """One line of a quote. VAT is split once, from the line's total."""

    name = graphene.String(required=True, description="What is offered (품명).")
    specification = graphene.String(required=True, description="Its specification (규격).")
    unit = graphene.String(required=True, description="Its unit, e.g. 개.")
    quantity = graphene.Int(required=True, description="How many.")
    tax_kind = graphene.Field(QuoteTaxKindEnum, required=True, description="How it is taxed.")
    unit_price = graphene.Field(Money, required=True, description="Of one, VAT included.")
    total = graphene.Field(TaxedMoney, required=True, description="Supply amount, VAT and their sum.")
    remark = graphene.String(required=True, description="A remark (비고).")
    item_id = graphene.ID(description="ID of the requested item it answers (QuoteRequestItem).")
    variant_id = graphene.ID(description="ID of the variant it is bought as; none once that is gone.")

    @staticmethod
    def resolve_unit_price(root: LineModel, info: Any) -> MoneyValue:
        return money(root.unit_price_gross, CURRENCY)

    @staticmethod
    def resolve_total(root: LineModel, info: Any) -> TaxedMoneyValue:
        return taxed(root.total_net, root.total_gross, CURRENCY)

    @staticmethod
    def resolve_item_id(root: LineModel, info: Any) -> str | None:
        return to_global_id("QuoteRequestItem", root.item_id) if root.item_id else None

    @staticmethod
    def resolve_variant_id(root: LineModel, info: Any) -> str | None:
        return to_global_id("ProductVariant", root.variant_id) if root.variant_id else None


class Quote(ModelObjectType):
    """What one enterprise offers one agency. It never changes; a new answer takes the place of the old."""

    number = graphene.String(required=True, description="Number of the quote (견적번호).")
    source = graphene.Field(QuoteSourceEnum, required=True, description="At once, or an answer to a request.")
    title = graphene.String(required=True, description="What it is about (건명).")
    agency = graphene.Field(
        "market.agencies.graphql.types.Agency", required=True, description="To whom it is made out."
    )
    department_name = graphene.String(required=True, description="The department; empty: the agency as a whole.")
    vendor = graphene.Field("market.vendors.graphql.types.Vendor", required=True, description="Who offers.")
    request_id = graphene.ID(description="ID of the request it answers (QuoteRequest).")
    bundle = graphene.ID(description="What quotes of one basket that were made at once have in common.")
    issued_on = Date(required=True, description="The day of the quote, in Seoul.")
    valid_until = Date(required=True, description="The last day its prices stand, in Seoul.")
    is_standing = graphene.Boolean(required=True, description="Neither replaced nor withdrawn.")
    is_ended = graphene.Boolean(required=True, description="Whether its validity has ended.")
    delivery_days = graphene.Int(description="How many days after the order it is delivered.")
    delivery = graphene.Field(TaxedMoney, required=True, description="The delivery charge.")
    total = graphene.Field(TaxedMoney, required=True, description="Lines and delivery.")
    remarks = graphene.String(required=True, description="What the enterprise adds.")
    lines = graphene.Field(non_null_list(QuoteLine), required=True, description="The lines in their order.")
    chosen_at = DateTime(description="When the agency chose it.")
    withdrawn_at = DateTime(description="When the enterprise took it back.")
    created_at = DateTime(required=True, description="When it was made.")
    paper = graphene.Field("market.papers.graphql.types.Paper", description="The quote as PDF (견적서).")

    @staticmethod
    def resolve_department_name(root: QuoteModel, info: Any) -> str:
        return root.department.name if root.department else ""

    @staticmethod
    def resolve_request_id(root: QuoteModel, info: Any) -> str | None:
        return to_global_id("QuoteRequest", root.request_id) if root.request_id else None

    @staticmethod
    def resolve_bundle(root: QuoteModel, info: Any) -> str | None:
        return to_global_id("QuoteBundle", root.bundle) if root.bundle else None

    @staticmethod
    def resolve_is_standing(root: QuoteModel, info: Any) -> bool:
        return root.replaced_at is None and root.withdrawn_at is None

    @staticmethod
    def resolve_is_ended(root: QuoteModel, info: Any) -> bool:
        return root.valid_until < clock.today()

    @staticmethod
    def resolve_delivery(root: QuoteModel, info: Any) -> TaxedMoneyValue:
        return taxed(root.delivery_net, root.delivery_gross, root.currency)

    @staticmethod
    def resolve_total(root: QuoteModel, info: Any) -> TaxedMoneyValue:
        return taxed(root.total_net, root.total_gross, root.currency)

    @batch
    def resolve_lines(parents: list[Any], info: Any) -> list[list[LineModel]]:
        ids = [quote.pk for quote in parents]
        return grouped(lines_of(ids), lambda line: line.quote_id, ids)


QuoteCountableConnection = connection_type("Quote", "market.quotes.graphql.types.Quote", "quotes")
