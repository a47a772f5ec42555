"""Requests for quotes as an enterprise that was asked sees them: never who else was, how many, or what they answered."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import graphene

from market.catalog.models import ProductVariant
from market.core import clock
from market.core.global_ids import BadGlobalId, int_pk, to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, non_null_list
from market.papers.models import Paper as PaperModel
from market.quotes.graphql.request_types import QuoteRequestItem
from market.quotes.graphql.types import (
    Quote,
    QuoteAttachment,
    QuoteInvitationStatusEnum,
    QuoteRequestStatusEnum,
    QuoteTaxKindEnum,
)
from market.quotes.models import Quote as QuoteModel
from market.quotes.models import QuoteAttachment as AttachmentModel
from market.quotes.models import QuoteInvitation as InvitationModel
from market.quotes.models import QuoteQuestion as QuestionModel
from market.quotes.models import QuoteRequestItem as ItemModel
from market.quotes.rules import is_open
from market.quotes.selectors import loads
from market.quotes.selectors.paper_facts import person_words


class VendorQuoteQuestion(graphene.ObjectType):
    """A question and its answer, without who asked."""

    question = graphene.String(required=True, description="What was asked.")
    asked_at = DateTime(required=True, description="When.")
    is_own = graphene.Boolean(required=True, description="Whether one's own enterprise asked it.")
    answer = graphene.String(required=True, description="The answer; empty: none yet.")
    answered_at = DateTime(description="When it was answered.")


class VendorQuoteListing(graphene.ObjectType):
    """Something of one's own that an answer may name: what is bought when the agency chooses it."""

    id = graphene.ID(required=True, description="ID of the variant (ProductVariant).")
    name = graphene.String(required=True, description="Product and variant.")
    sku = graphene.String(description="Its code.")
    tax_kind = graphene.Field(QuoteTaxKindEnum, required=True, description="How it is taxed.")
    is_quote_only = graphene.Boolean(required=True, description="Whether it is sold by quotation only.")

    @staticmethod
    def resolve_id(root: ProductVariant, info: Any) -> str:
        return to_global_id("ProductVariant", root.pk)

    @staticmethod
    def resolve_name(root: ProductVariant, info: Any) -> str:
        return f"{root.product.name} {root.name}".strip()

    @staticmethod
    def resolve_tax_kind(root: ProductVariant, info: Any) -> str:
        return root.product.tax_kind

    @staticmethod
    def resolve_is_quote_only(root: ProductVariant, info: Any) -> bool:
        return root.product.is_quote_only


class VendorQuoteRequest(ModelObjectType):
    """A request for quotes that one's enterprise was sent."""

    vendor = graphene.Field("market.vendors.graphql.types.Vendor", required=True, description="One's enterprise.")
    number = graphene.String(required=True, description="Number of the request.")
    title = graphene.String(required=True, description="What it is about (건명).")
    specification = graphene.String(required=True, description="What is wanted, in words.")
    agency = graphene.Field("market.agencies.graphql.types.Agency", required=True, description="Who asks.")
    department_name = graphene.String(required=True, description="Its department; empty: the agency as a whole.")
    contact = graphene.String(required=True, description="Who asks, with title and telephone.")
    delivery_place = graphene.String(required=True, description="Where to deliver.")
    delivery_by = Date(required=True, description="By which day to deliver.")
    reply_by = DateTime(required=True, description="The deadline for answers.")
    sent_at = DateTime(required=True, description="When it was sent.")
    request_status = graphene.Field(QuoteRequestStatusEnum, required=True, description="Where the request stands.")
    status = graphene.Field(QuoteInvitationStatusEnum, required=True, description="What one's enterprise did.")
    is_open = graphene.Boolean(required=True, description="Whether answers are taken now.")
    decline_reason = graphene.String(required=True, description="Why one's enterprise declined.")
    canceled_reason = graphene.String(required=True, description="Why the agency called it off.")
    items = graphene.Field(non_null_list(QuoteRequestItem), required=True, description="What is asked for, in order.")
    attachments = graphene.Field(non_null_list(QuoteAttachment), required=True, description="Files of the request.")
    own_attachments = graphene.Field(
        non_null_list(QuoteAttachment), required=True, description="Files of one's own answer."
    )
    questions = graphene.Field(
        non_null_list(VendorQuoteQuestion), required=True, description="All questions and answers, the oldest first."
    )
    quotes = graphene.Field(
        non_null_list(Quote), required=True, description="One's own answers, the latest first, with those it replaced."
    )
    paper = graphene.Field("market.papers.graphql.types.Paper", description="The request as PDF (견적요청서).")
    listings = graphene.Field(
        non_null_list(VendorQuoteListing),
        required=True,
        search=graphene.String(description="Words in the name or the code."),
        ids=graphene.List(graphene.NonNull(graphene.ID), description="Only these (ProductVariant), a hundred at most."),
        description="What of one's own may be named in an answer: on sale in the public channel, a hundred at most.",
    )

    @staticmethod
    def resolve_id(root: InvitationModel, info: Any) -> str:
        return to_global_id("VendorQuoteRequest", root.token)

    @staticmethod
    def resolve_number(root: InvitationModel, info: Any) -> str:
        return root.request.number or ""

    @staticmethod
    def resolve_title(root: InvitationModel, info: Any) -> str:
        return root.request.title

    @staticmethod
    def resolve_specification(root: InvitationModel, info: Any) -> str:
        return root.request.specification

    @staticmethod
    def resolve_agency(root: InvitationModel, info: Any) -> Any:
        return root.request.agency

    @staticmethod
    def resolve_department_name(root: InvitationModel, info: Any) -> str:
        return root.request.department.name if root.request.department else ""

    @staticmethod
    def resolve_contact(root: InvitationModel, info: Any) -> str:
        requester = root.request.requester
        requester.agency = root.request.agency
        return person_words(requester)

    @staticmethod
    def resolve_delivery_place(root: InvitationModel, info: Any) -> str:
        return root.request.delivery_place

    @staticmethod
    def resolve_delivery_by(root: InvitationModel, info: Any) -> Any:
        return root.request.delivery_by

    @staticmethod
    def resolve_reply_by(root: InvitationModel, info: Any) -> Any:
        return root.request.reply_by

    @staticmethod
    def resolve_sent_at(root: InvitationModel, info: Any) -> Any:
        return root.request.sent_at

    @staticmethod
    def resolve_request_status(root: InvitationModel, info: Any) -> str:
        return root.request.status

    @staticmethod
    def resolve_is_open(root: InvitationModel, info: Any) -> bool:
        return is_open(root.request, clock.now())

    @staticmethod
    def resolve_canceled_reason(root: InvitationModel, info: Any) -> str:
        return root.request.canceled_reason

    @batch
    def resolve_items(parents: list[Any], info: Any) -> list[list[ItemModel]]:
        """Which product an item began with is told to its own enterprise only: it would name a rival."""
        ids = [row.request_id for row in parents]
        found = grouped(loads.items_with_products(ids), lambda item: item.request_id, ids)
        return [[_own(item, row.vendor_id) for item in items] for items, row in zip(found, parents, strict=True)]

    @batch
    def resolve_attachments(parents: list[Any], info: Any) -> list[list[AttachmentModel]]:
        ids = [row.request_id for row in parents]
        return grouped(loads.files_of_requests(ids), lambda file: file.request_id, ids)

    @batch
    def resolve_own_attachments(parents: list[Any], info: Any) -> list[list[AttachmentModel]]:
        ids = [row.pk for row in parents]
        return grouped(loads.files_of_answers(ids), lambda file: file.invitation_id, ids)

    @batch
    def resolve_questions(parents: list[Any], info: Any) -> list[list[dict[str, Any]]]:
        ids = [row.request_id for row in parents]
        found = grouped(loads.questions_of(ids), lambda question: question.request_id, ids)
        return [[_asked(one, row.vendor_id) for one in asked] for asked, row in zip(found, parents, strict=True)]

    @batch
    def resolve_quotes(parents: list[Any], info: Any) -> list[list[QuoteModel]]:
        ids = [row.pk for row in parents]
        return grouped(loads.answers_of(ids), lambda quote: quote.invitation_id, ids)

    @batch
    def resolve_paper(parents: list[Any], info: Any) -> list[PaperModel | None]:
        ids = [str(row.request_id) for row in parents]
        found = grouped(
            loads.papers_of((row.request_id for row in parents), "QuoteRequest"), lambda paper: paper.subject_id, ids
        )
        return [papers[0] if papers else None for papers in found]

    @batch
    def resolve_listings(
        parents: list[Any], info: Any, search: str | None = None, ids: list[str] | None = None
    ) -> list[list[ProductVariant]]:
        viewer, keys = info.context.actor, None if ids is None else _variant_keys(ids)
        vendors = dict.fromkeys(row.vendor_id for row in parents)
        found = {pk: list(loads.own_listings(pk, viewer, search=search or "", ids=keys)) for pk in vendors}
        return [found[row.vendor_id] for row in parents]


def _variant_keys(ids: list[str]) -> list[int]:
    """The keys of variants; what is no id names nothing."""
    keys = []
    for one in ids:
        with suppress(BadGlobalId):
            keys.append(int_pk(one, "ProductVariant"))
    return keys


def _own(item: ItemModel, vendor_id: int) -> ItemModel:
    shown = ItemModel(**{name: getattr(item, name) for name in ("id", "name", "specification", "unit", "quantity")})
    if item.variant is not None and item.variant.product.vendor_id == vendor_id:
        shown.variant_id = item.variant_id
    return shown


def _asked(question: QuestionModel, vendor_id: int) -> dict[str, Any]:
    return {
        "question": question.question,
        "asked_at": question.asked_at,
        "is_own": question.vendor_id == vendor_id,
        "answer": question.answer,
        "answered_at": question.answered_at,
    }


VendorQuoteRequestCountableConnection = connection_type(
    "VendorQuoteRequest", "market.quotes.graphql.vendor_types.VendorQuoteRequest", "requests for quotes"
)
