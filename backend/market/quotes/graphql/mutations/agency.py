"""What an agency does with quotes."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.selectors.membership import ensure_agency_member_or
from market.checkout.errors import (
    HeldPriceLapsed,
    ProductNotPublished,
    ProductUnavailable,
    UnknownVariant,
)
from market.checkout.graphql.types import Checkout
from market.core.errors import InvalidInput, NotFound, Required
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.scalars import DateTime, Upload
from market.core.graphql.types import non_null_list
from market.inventory.errors import InsufficientStock
from market.quotes import errors
from market.quotes.graphql.inputs import QuoteRequestInput, request_items, request_values, request_vendors
from market.quotes.graphql.request_types import QuoteQuestion, QuoteRequest
from market.quotes.graphql.types import Quote, QuoteAttachment, QuoteError
from market.quotes.selectors.quotes import quote_get
from market.quotes.selectors.requests import request_get
from market.quotes.services.attachment import file_remove, request_file_add
from market.quotes.services.comparison_issue import comparison_issue
from market.quotes.services.question import question_answer
from market.quotes.services.quote_choose import quote_choose
from market.quotes.services.quote_create import quote_create
from market.quotes.services.quote_request_send import (
    quote_request_cancel,
    quote_request_extend,
    quote_request_send,
)
from market.quotes.services.quote_request_write import quote_request_create, quote_request_update
from market.quotes.services.quotes_to_checkout import quotes_to_checkout

REQUEST = "ID of the request."
AFTER = "The request after the change."
OF_DRAFTS = (NotFound, InvalidId, InvalidInput, Required, errors.VendorNotSelling)


class AgencyQuoteMutation(BaseMutation):
    """A mutation whose door is open to members of agencies; what each may do is asked of the one it is about."""

    class Meta:
        abstract = True

    @classmethod
    def mutate(cls, root: Any, info: Any, **arguments: Any) -> Any:
        ensure_agency_member_or(info.context.actor)
        return super().mutate(root, info, **arguments)


class QuoteCreate(AgencyQuoteMutation):
    class Meta:
        description = (
            "Quotes at once (바로 견적): one for each enterprise of a basket of the public channel, at today's prices, for members who"
            " request. They stand 14 days, or through the end of a campaign whose price is used."
        )
        error_type = QuoteError
        idempotent = True

    class Arguments:
        checkout_id = graphene.ID(required=True, description="ID of one's own checkout.")
        agency = graphene.ID(description="ID of the agency; the first one asks quotes for unless given.")
        title = graphene.String(description="What it is about (건명); the goods unless given.")

    raises = (NotFound, InvalidId, errors.EmptyBasket, errors.NotPublicBasket, errors.NotForSale)
    quotes = graphene.Field(non_null_list(Quote), description="The quotes, one for each enterprise.")

    @classmethod
    def perform(cls, info: Any, checkout_id: str, agency: str | None = None, title: str | None = None) -> QuoteCreate:
        quotes = quote_create(
            checkout_id=uuid_from_id(checkout_id, "Checkout", field="checkoutId"),
            agency_id=pk_from_id(agency, "Agency", field="agency") if agency else None,
            title=(title or "").replace("\x00", "").strip()[:200],
            actor=info.context.actor,
        )
        return cls(quotes=[quote_get(quote_id=quote.pk, viewer=info.context.actor) for quote in quotes])


class QuoteRequestCreate(AgencyQuoteMutation):
    class Meta:
        description = "Begin a request for quotes (견적요청): a draft nobody is told of. For members who request."
        error_type = QuoteError
        idempotent = True

    class Arguments:
        agency = graphene.ID(required=True, description="ID of the agency.")
        input = QuoteRequestInput(required=True, description="What it says so far.")

    raises = OF_DRAFTS
    quote_request = graphene.Field(QuoteRequest, description="The draft.")

    @classmethod
    def perform(cls, info: Any, agency: str, input: Any) -> QuoteRequestCreate:
        request = quote_request_create(
            agency_id=pk_from_id(agency, "Agency", field="agency"),
            values={name: value for name, value in request_values(input).items() if value is not None},
            items=request_items(input) or (),
            vendor_ids=request_vendors(input) or (),
            actor=info.context.actor,
        )
        return cls(quote_request=request_get(request_id=request.pk, viewer=info.context.actor))


class RequestMutation(AgencyQuoteMutation):
    """A mutation of one request; ``work`` does it."""

    class Meta:
        abstract = True

    @classmethod
    def shown(cls, request_id: Any, info: Any) -> Any:
        return cls(quote_request=request_get(request_id=request_id, viewer=info.context.actor))


class QuoteRequestUpdate(RequestMutation):
    class Meta:
        description = "Change a draft; what is not given stays."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=REQUEST)
        input = QuoteRequestInput(required=True, description="What to change.")

    raises = (*OF_DRAFTS, errors.RequestNotEditable)
    quote_request = graphene.Field(QuoteRequest, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> QuoteRequestUpdate:
        request = quote_request_update(
            request_id=uuid_from_id(id, "QuoteRequest"),
            values=request_values(input),
            items=request_items(input),
            vendor_ids=request_vendors(input),
            actor=info.context.actor,
        )
        return cls.shown(request.pk, info)


class QuoteRequestSend(RequestMutation):
    class Meta:
        description = "Send a draft: it gets its number and paper, and every enterprise that is asked is told."
        error_type = QuoteError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=REQUEST)

    raises = (
        NotFound, InvalidId, InvalidInput, errors.RequestNotEditable, errors.RequestNotComplete, errors.VendorNotSelling,
    )  # fmt: skip
    quote_request = graphene.Field(QuoteRequest, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str) -> QuoteRequestSend:
        request = quote_request_send(request_id=uuid_from_id(id, "QuoteRequest"), actor=info.context.actor)
        return cls.shown(request.pk, info)


class QuoteRequestExtend(RequestMutation):
    class Meta:
        description = "Move the deadline of an open request further away; all who are asked are told."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=REQUEST)
        reply_by = DateTime(required=True, description="The new deadline.")

    raises = (NotFound, InvalidId, InvalidInput, errors.RequestNotOpen)
    quote_request = graphene.Field(QuoteRequest, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, reply_by: Any) -> QuoteRequestExtend:
        request = quote_request_extend(
            request_id=uuid_from_id(id, "QuoteRequest"), reply_by=reply_by, actor=info.context.actor
        )
        return cls.shown(request.pk, info)


class QuoteRequestCancel(RequestMutation):
    class Meta:
        description = "Call a request off, with the reason; answers that were sealed stay so."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=REQUEST)
        reason = graphene.String(description="Why; those who were asked read it. A draft needs none.")

    raises = (NotFound, InvalidId, InvalidInput, Required, errors.RequestNotOpen)
    quote_request = graphene.Field(QuoteRequest, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str | None = None) -> QuoteRequestCancel:
        request = quote_request_cancel(
            request_id=uuid_from_id(id, "QuoteRequest"), reason=reason or "", actor=info.context.actor
        )
        return cls.shown(request.pk, info)


class QuoteRequestAnswerQuestion(AgencyQuoteMutation):
    class Meta:
        description = "Answer a question, once; all who are asked read both."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the question.")
        answer = graphene.String(required=True, description="The answer, 2,000 letters.")

    raises = (NotFound, InvalidId, InvalidInput, Required, errors.RequestNotOpen, errors.AnsweredQuestion)
    question = graphene.Field(QuoteQuestion, description="The question with its answer.")

    @classmethod
    def perform(cls, info: Any, id: str, answer: str) -> QuoteRequestAnswerQuestion:
        question = question_answer(question_id=pk_from_id(id, "QuoteQuestion"), answer=answer, actor=info.context.actor)
        return cls(question=question)


class QuoteRequestFileAdd(AgencyQuoteMutation):
    class Meta:
        description = "Add a file to a draft: PDF, JPEG or PNG, five at most."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=REQUEST)
        file = Upload(required=True, description="The file, 10 MB at most.")

    raises = (NotFound, InvalidId, errors.RequestNotEditable, errors.TooManyFiles, FileRefused, FileTooLarge)
    attachment = graphene.Field(QuoteAttachment, description="The file as it is kept.")

    @classmethod
    def perform(cls, info: Any, id: str, file: Any) -> QuoteRequestFileAdd:
        kept = request_file_add(request_id=uuid_from_id(id, "QuoteRequest"), upload=file, actor=info.context.actor)
        return cls(attachment=kept)


class QuoteRequestFileRemove(AgencyQuoteMutation):
    class Meta:
        description = "Take a file of a draft back."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the file.")

    raises = (NotFound, InvalidId, errors.RequestNotEditable, errors.RequestNotOpen)

    @classmethod
    def perform(cls, info: Any, id: str) -> QuoteRequestFileRemove:
        file_remove(attachment_id=uuid_from_id(id, "QuoteAttachment"), actor=info.context.actor)
        return cls()


class QuoteChoose(AgencyQuoteMutation):
    class Meta:
        description = "Choose one of the opened answers; a reason is needed when a cheaper one could be had. The comparison is printed."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the quote.")
        reason = graphene.String(description="Why this one, 500 letters.")

    raises = (
        NotFound, InvalidId, InvalidInput, errors.RequestStillSealed, errors.RequestNotOpen, errors.AnswerNotStanding, errors.QuoteEnded,
        errors.VendorNotSelling, errors.AlreadyChosen, errors.ReasonRequired,
    )  # fmt: skip
    quote = graphene.Field(Quote, description="The chosen quote.")

    @classmethod
    def perform(cls, info: Any, id: str, reason: str | None = None) -> QuoteChoose:
        quote = quote_choose(quote_id=uuid_from_id(id, "Quote"), reason=reason or "", actor=info.context.actor)
        return cls(quote=quote_get(quote_id=quote.pk, viewer=info.context.actor))


class QuoteComparisonIssue(AgencyQuoteMutation):
    class Meta:
        description = (
            "Print the comparison of the opened answers (비교견적서); the last one again while it would say the same."
        )
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=REQUEST)

    raises = (NotFound, InvalidId, errors.RequestStillSealed)
    paper = graphene.Field("market.papers.graphql.types.Paper", description="The paper.")

    @classmethod
    def perform(cls, info: Any, id: str) -> QuoteComparisonIssue:
        return cls(paper=comparison_issue(request_id=uuid_from_id(id, "QuoteRequest"), actor=info.context.actor))


class QuotesToCheckout(AgencyQuoteMutation):
    class Meta:
        description = "Put quoted goods into a basket at their prices, held until the quotes end: instant quotes, and chosen answers."
        error_type = QuoteError
        idempotent = True

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the quotes.")
        checkout_id = graphene.ID(description="ID of one's own checkout of the public channel; a new one unless given.")

    raises = (
        NotFound, InvalidId, Required, errors.QuoteNotChosen, errors.AnswerNotStanding, errors.QuoteEnded, errors.VendorNotSelling,
        errors.ForeignListing, InsufficientStock, HeldPriceLapsed, ProductNotPublished, ProductUnavailable, UnknownVariant, InvalidInput,
    )  # fmt: skip
    checkout = graphene.Field(Checkout, description="The basket.")

    @classmethod
    def perform(cls, info: Any, ids: list[str], checkout_id: str | None = None) -> QuotesToCheckout:
        checkout = quotes_to_checkout(
            quote_ids=[uuid_from_id(pk, "Quote", field="ids") for pk in ids],
            checkout_id=uuid_from_id(checkout_id, "Checkout", field="checkoutId") if checkout_id else None,
            language_code=info.context.language,
            actor=info.context.actor,
        )
        return cls(checkout=checkout)


class QuoteAgencyMutations:
    quote_create = QuoteCreate.Field()
    quote_request_create = QuoteRequestCreate.Field()
    quote_request_update = QuoteRequestUpdate.Field()
    quote_request_send = QuoteRequestSend.Field()
    quote_request_extend = QuoteRequestExtend.Field()
    quote_request_cancel = QuoteRequestCancel.Field()
    quote_request_answer_question = QuoteRequestAnswerQuestion.Field()
    quote_request_file_add = QuoteRequestFileAdd.Field()
    quote_request_file_remove = QuoteRequestFileRemove.Field()
    quote_choose = QuoteChoose.Field()
    quote_comparison_issue = QuoteComparisonIssue.Field()
    quotes_to_checkout = QuotesToCheckout.Field()
