"""Requests for quotes as the agency sees them, and the comparison of their answers."""

from __future__ import annotations

from typing import Any

import graphene

from market.core import clock
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Money, non_null_list
from market.core.money import Money as MoneyValue
from market.papers.models import Paper as PaperModel
from market.quotes.graphql.types import (
    CURRENCY,
    Quote,
    QuoteAttachment,
    QuoteInvitationStatusEnum,
    QuoteRequestStatusEnum,
    money,
)
from market.quotes.models import Quote as QuoteModel
from market.quotes.models import QuoteAttachment as AttachmentModel
from market.quotes.models import QuoteInvitation as InvitationModel
from market.quotes.models import QuoteQuestion as QuestionModel
from market.quotes.models import QuoteRequest as RequestModel
from market.quotes.models import QuoteRequestItem as ItemModel
from market.quotes.rules import TRAITS, is_open, is_opened
from market.quotes.selectors import loads
from market.quotes.selectors.comparison import ComparedQuote as Compared
from market.quotes.selectors.comparison import SharedPair

WORDS = {
    "representative": "The same representative.",
    "address": "The same address.",
    "account": "Paid into the same account.",
    "email": "The same e-mail address.",
    "phone": "The same telephone number.",
    "member": "Somebody works for both.",
}
QuoteSharedTraitEnum = graphene.Enum(
    "QuoteSharedTraitEnum",
    [(trait.upper(), trait) for trait in TRAITS],
    description=lambda member: WORDS[member.value] if member else "What two enterprises have in common.",
)


class QuoteRequestItem(ModelObjectType):
    """One thing that is asked for."""

    name = graphene.String(required=True, description="What it is (품명).")
    specification = graphene.String(required=True, description="Its specification (규격).")
    unit = graphene.String(required=True, description="Its unit, e.g. 개.")
    quantity = graphene.Int(required=True, description="How many.")
    variant_id = graphene.ID(description="ID of the variant it began with.")

    @staticmethod
    def resolve_variant_id(root: ItemModel, info: Any) -> str | None:
        return to_global_id("ProductVariant", root.variant_id) if root.variant_id else None


class QuoteInvitation(graphene.ObjectType):
    """One enterprise that was asked, as the agency sees it."""

    vendor = graphene.Field("market.vendors.graphql.types.Vendor", required=True, description="The enterprise.")
    status = graphene.Field(QuoteInvitationStatusEnum, required=True, description="What it did so far.")
    answered_at = DateTime(description="When it answered or declined.")
    decline_reason = graphene.String(required=True, description="Why no answer comes; empty unless it declined.")
    attachments = graphene.Field(
        non_null_list(QuoteAttachment), required=True, description="Files of its answer; none while answers are sealed."
    )

    @batch
    def resolve_attachments(parents: list[Any], info: Any) -> list[list[AttachmentModel]]:
        now = clock.now()
        shown = [row.pk for row in parents if is_opened(row.request, now)]
        return grouped(loads.files_of_answers(shown), lambda file: file.invitation_id, [row.pk for row in parents])


class QuoteQuestion(ModelObjectType):
    """A question of an enterprise, as the agency sees it."""

    vendor = graphene.Field("market.vendors.graphql.types.Vendor", required=True, description="Who asks.")
    question = graphene.String(required=True, description="What it asks.")
    asked_at = DateTime(required=True, description="When.")
    answer = graphene.String(required=True, description="The answer; empty: none yet.")
    answered_at = DateTime(description="When it was answered.")


class QuoteRequest(ModelObjectType):
    """A request for quotes (견적요청), as members of its agency see it."""

    number = graphene.String(description="Its number; none before it is sent.")
    title = graphene.String(required=True, description="What it is about (건명).")
    specification = graphene.String(required=True, description="What is wanted, in words.")
    delivery_place = graphene.String(required=True, description="Where to deliver.")
    delivery_by = Date(description="By which day to deliver.")
    reply_by = DateTime(description="The deadline for answers.")
    status = graphene.Field(QuoteRequestStatusEnum, required=True, description="Where it stands.")
    is_open = graphene.Boolean(required=True, description="Whether answers are taken now.")
    is_opened = graphene.Boolean(
        required=True, description="Whether prices may be seen: the deadline has passed or all have answered."
    )
    agency = graphene.Field("market.agencies.graphql.types.Agency", required=True, description="Who asks.")
    department_name = graphene.String(required=True, description="Its department; empty: the agency as a whole.")
    requester_name = graphene.String(required=True, description="Who wrote it.")
    created_at = DateTime(required=True, description="When it was begun.")
    sent_at = DateTime(description="When it was sent.")
    closed_at = DateTime(description="When answers were opened.")
    canceled_reason = graphene.String(required=True, description="Why it was called off.")
    items = graphene.Field(non_null_list(QuoteRequestItem), required=True, description="What is asked for, in order.")
    invitations = graphene.Field(
        non_null_list(QuoteInvitation), required=True, description="Who is asked, by name of the enterprise."
    )
    questions = graphene.Field(
        non_null_list(QuoteQuestion), required=True, description="Questions and answers, the oldest first."
    )
    attachments = graphene.Field(non_null_list(QuoteAttachment), required=True, description="Files of the request.")
    quotes = graphene.Field(
        non_null_list(Quote), required=True, description="Standing answers, cheapest first; none while they are sealed."
    )
    papers = graphene.Field(
        non_null_list("market.papers.graphql.types.Paper"),
        required=True,
        description="The request as PDF (견적요청서), the latest first.",
    )
    comparison_papers = graphene.Field(
        non_null_list("market.papers.graphql.types.Paper"),
        required=True,
        description="Comparisons that were printed (비교견적서), the latest first.",
    )

    @staticmethod
    def resolve_is_open(root: RequestModel, info: Any) -> bool:
        return is_open(root, clock.now())

    @staticmethod
    def resolve_is_opened(root: RequestModel, info: Any) -> bool:
        return is_opened(root, clock.now())

    @staticmethod
    def resolve_department_name(root: RequestModel, info: Any) -> str:
        return root.department.name if root.department else ""

    @staticmethod
    def resolve_requester_name(root: RequestModel, info: Any) -> str:
        user = root.requester.user
        return f"{user.last_name}{user.first_name}".strip() if user else ""

    @batch
    def resolve_items(parents: list[Any], info: Any) -> list[list[ItemModel]]:
        ids = [request.pk for request in parents]
        return grouped(loads.items_of(ids), lambda row: row.request_id, ids)

    @batch
    def resolve_invitations(parents: list[Any], info: Any) -> list[list[InvitationModel]]:
        ids = [request.pk for request in parents]
        return grouped(loads.invitations_of(ids), lambda row: row.request_id, ids)

    @batch
    def resolve_questions(parents: list[Any], info: Any) -> list[list[QuestionModel]]:
        ids = [request.pk for request in parents]
        return grouped(loads.questions_of(ids), lambda row: row.request_id, ids)

    @batch
    def resolve_attachments(parents: list[Any], info: Any) -> list[list[AttachmentModel]]:
        ids = [request.pk for request in parents]
        return grouped(loads.files_of_requests(ids), lambda row: row.request_id, ids)

    @batch
    def resolve_quotes(parents: list[Any], info: Any) -> list[list[QuoteModel]]:
        now = clock.now()
        opened = [request.pk for request in parents if is_opened(request, now)]
        return grouped(loads.standing_of(opened), lambda row: row.request_id, [request.pk for request in parents])

    @batch
    def resolve_papers(parents: list[Any], info: Any) -> list[list[PaperModel]]:
        return _papers(parents, "QuoteRequest")

    @batch
    def resolve_comparison_papers(parents: list[Any], info: Any) -> list[list[PaperModel]]:
        return _papers(parents, "QuoteComparison")


def _papers(parents: list[Any], subject_type: str) -> list[list[PaperModel]]:
    ids = [request.pk for request in parents]
    return grouped(loads.papers_of(ids, subject_type), lambda row: row.subject_id, [str(pk) for pk in ids])


class ComparedQuote(graphene.ObjectType):
    """One answer among the others."""

    quote = graphene.Field(Quote, required=True, description="The answer.")
    is_lowest = graphene.Boolean(required=True, description="Whether none that can be chosen is cheaper.")
    can_be_chosen = graphene.Boolean(required=True, description="Whether it stands today and its enterprise sells.")
    above_lowest = graphene.Field(Money, required=True, description="How much more it costs than the lowest.")
    certificates = graphene.Field(
        non_null_list(graphene.String), required=True, description="Certificates of the enterprise that count today."
    )
    duties = graphene.Field(
        non_null_list(graphene.String), required=True, description="Duties the purchase would count for, in short."
    )
    chosen_reason = graphene.String(required=True, description="Why it was chosen though it is not the lowest.")

    @staticmethod
    def resolve_above_lowest(root: Compared, info: Any) -> MoneyValue:
        return money(root.above_lowest, CURRENCY)

    @staticmethod
    def resolve_certificates(root: Compared, info: Any) -> list[str]:
        is_english = info.context.language == "en"
        kinds = (row.kind for row in root.certificates)
        return list(dict.fromkeys(kind.short_name_en if is_english else kind.short_name for kind in kinds))

    @staticmethod
    def resolve_duties(root: Compared, info: Any) -> list[str]:
        is_english = info.context.language == "en"
        schemes = (duty.duty.scheme for duty in root.duties)
        return list(dict.fromkeys(one.short_name_en if is_english else one.short_name for one in schemes))

    @staticmethod
    def resolve_chosen_reason(root: Compared, info: Any) -> str:
        return root.quote.chosen_reason


class QuoteIndependenceWarning(graphene.ObjectType):
    """Two enterprises that quoted and may not be independent; the buyer looks whether two quotes were really had."""

    vendors = graphene.Field(
        non_null_list("market.vendors.graphql.types.Vendor"), required=True, description="The two."
    )
    shared = graphene.Field(
        non_null_list(QuoteSharedTraitEnum),
        required=True,
        description="In what they are alike. Never the value itself.",
    )

    @staticmethod
    def resolve_vendors(root: SharedPair, info: Any) -> list[Any]:
        return [root.first, root.second]

    @staticmethod
    def resolve_shared(root: SharedPair, info: Any) -> list[str]:
        return list(root.traits)


class QuoteComparison(graphene.ObjectType):
    """The opened answers to a request beside each other (비교견적), cheapest first."""

    request = graphene.Field(QuoteRequest, required=True, description="The request.")
    items = graphene.Field(non_null_list(QuoteRequestItem), required=True, description="The items, in order.")
    quotes = graphene.Field(non_null_list(ComparedQuote), required=True, description="The answers, cheapest first.")
    declined = graphene.Field(
        non_null_list("market.vendors.graphql.types.Vendor"), required=True, description="Who declined."
    )
    warnings = graphene.Field(
        non_null_list(QuoteIndependenceWarning), required=True, description="Pairs that may not be independent."
    )


QuoteRequestCountableConnection = connection_type(
    "QuoteRequest", "market.quotes.graphql.request_types.QuoteRequest", "requests for quotes"
)
