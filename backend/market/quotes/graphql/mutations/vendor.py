"""What an enterprise answers."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound, Required
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.graphql.scalars import Upload
from market.quotes import errors
from market.quotes.graphql.inputs import QuoteAnswerInput, answer_items, answer_terms
from market.quotes.graphql.types import Quote, QuoteAttachment, QuoteError
from market.quotes.graphql.vendor_types import VendorQuoteRequest
from market.quotes.selectors.quotes import quote_get
from market.quotes.selectors.requests import invitation_get
from market.quotes.services.attachment import answer_file_add, file_remove
from market.quotes.services.question import question_ask
from market.quotes.services.quote_submit import invitation_decline, invitation_seen, quote_submit, quote_withdraw
from market.vendors.selectors.membership import ensure_member_or

ID = "ID of the request as one's enterprise was sent it (VendorQuoteRequest)."
AFTER = "The request after the change."
ALWAYS = (NotFound, InvalidId, errors.RequestNotOpen)


class VendorQuoteMutation(BaseMutation):
    """A mutation whose door is open to members of enterprises; what each may do is asked of the one it is about."""

    class Meta:
        abstract = True

    @classmethod
    def mutate(cls, root: Any, info: Any, **arguments: Any) -> Any:
        ensure_member_or(info.context.actor)
        return super().mutate(root, info, **arguments)

    @classmethod
    def shown(cls, token: Any, info: Any) -> Any:
        return invitation_get(token=token, viewer=info.context.actor)


class VendorQuoteSubmit(VendorQuoteMutation):
    class Meta:
        description = (
            "Answer a request with a price for each item; until the deadline a new answer takes the place of the old. The agency sees prices"
            " once the deadline has passed or all have answered."
        )
        error_type = QuoteError
        idempotent = True

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        input = QuoteAnswerInput(required=True, description="The answer.")

    raises = (*ALWAYS, InvalidInput, errors.VendorNotSelling, errors.ItemsMismatch, errors.ForeignListing)
    quote = graphene.Field(Quote, description="The quote.")
    quote_request = graphene.Field(VendorQuoteRequest, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> VendorQuoteSubmit:
        token = uuid_from_id(id, "VendorQuoteRequest")
        quote = quote_submit(
            token=token, items=answer_items(input), terms=answer_terms(input), actor=info.context.actor
        )
        return cls(quote=quote_get(quote_id=quote.pk, viewer=info.context.actor), quote_request=cls.shown(token, info))


class VendorQuoteWithdraw(VendorQuoteMutation):
    class Meta:
        description = "Take one's answer back, while answers are taken."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (*ALWAYS, errors.NothingToWithdraw)
    quote_request = graphene.Field(VendorQuoteRequest, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorQuoteWithdraw:
        token = uuid_from_id(id, "VendorQuoteRequest")
        quote_withdraw(token=token, actor=info.context.actor)
        return cls(quote_request=cls.shown(token, info))


class VendorQuoteDecline(VendorQuoteMutation):
    class Meta:
        description = "Say that no answer will come, and why."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        reason = graphene.String(required=True, description="Why; the agency reads it. 500 letters.")

    raises = (*ALWAYS, InvalidInput, Required, errors.AlreadyAnswered)
    quote_request = graphene.Field(VendorQuoteRequest, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> VendorQuoteDecline:
        token = uuid_from_id(id, "VendorQuoteRequest")
        invitation_decline(token=token, reason=reason, actor=info.context.actor)
        return cls(quote_request=cls.shown(token, info))


class VendorQuoteAsk(VendorQuoteMutation):
    class Meta:
        description = "Ask the agency something; all who are asked read question and answer, not who asked."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        question = graphene.String(required=True, description="The question, 2,000 letters.")

    raises = (*ALWAYS, InvalidInput, Required, errors.TooManyRequests)
    quote_request = graphene.Field(VendorQuoteRequest, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, question: str) -> VendorQuoteAsk:
        token = uuid_from_id(id, "VendorQuoteRequest")
        question_ask(token=token, question=question, actor=info.context.actor)
        return cls(quote_request=cls.shown(token, info))


class VendorQuoteSeen(VendorQuoteMutation):
    class Meta:
        description = "Note that somebody of the enterprise has opened the request; the first time is remembered."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (NotFound, InvalidId)
    quote_request = graphene.Field(VendorQuoteRequest, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorQuoteSeen:
        token = uuid_from_id(id, "VendorQuoteRequest")
        invitation_seen(token=token, actor=info.context.actor)
        return cls(quote_request=cls.shown(token, info))


class VendorQuoteFileAdd(VendorQuoteMutation):
    class Meta:
        description = "Add a file to one's answer: PDF, JPEG or PNG, five at most."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        file = Upload(required=True, description="The file, 10 MB at most.")

    raises = (*ALWAYS, errors.TooManyFiles, FileRefused, FileTooLarge)
    attachment = graphene.Field(QuoteAttachment, description="The file as it is kept.")

    @classmethod
    def perform(cls, info: Any, id: str, file: Any) -> VendorQuoteFileAdd:
        kept = answer_file_add(token=uuid_from_id(id, "VendorQuoteRequest"), upload=file, actor=info.context.actor)
        return cls(attachment=kept)


class VendorQuoteFileRemove(VendorQuoteMutation):
    class Meta:
        description = "Take a file of one's answer back, while answers are taken."
        error_type = QuoteError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the file.")

    raises = (*ALWAYS, errors.RequestNotEditable)

    @classmethod
    def perform(cls, info: Any, id: str) -> VendorQuoteFileRemove:
        file_remove(attachment_id=uuid_from_id(id, "QuoteAttachment"), actor=info.context.actor)
        return cls()


class QuoteVendorMutations:
    vendor_quote_submit = VendorQuoteSubmit.Field()
    vendor_quote_withdraw = VendorQuoteWithdraw.Field()
    vendor_quote_decline = VendorQuoteDecline.Field()
    vendor_quote_ask = VendorQuoteAsk.Field()
    vendor_quote_seen = VendorQuoteSeen.Field()
    vendor_quote_file_add = VendorQuoteFileAdd.Field()
    vendor_quote_file_remove = VendorQuoteFileRemove.Field()
