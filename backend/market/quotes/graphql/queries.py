"""Requests for quotes and quotes: the agency's side and the enterprise's."""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import F

from market.agencies.selectors.membership import ensure_agency_member_or
from market.core.errors import NotFound
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_ORDERS
from market.quotes.graphql.request_types import QuoteComparison, QuoteRequest, QuoteRequestCountableConnection
from market.quotes.graphql.types import (
    Quote,
    QuoteCountableConnection,
    QuoteInvitationStatusEnum,
    QuoteRequestStatusEnum,
    QuoteSourceEnum,
)
from market.quotes.graphql.vendor_types import VendorQuoteRequest, VendorQuoteRequestCountableConnection
from market.quotes.models import Quote as QuoteModel
from market.quotes.models import QuoteInvitation as InvitationModel
from market.quotes.models import QuoteRequest as RequestModel
from market.quotes.selectors.comparison import Comparison, comparison_of
from market.quotes.selectors.quotes import quote_get, quotes_for_agencies
from market.quotes.selectors.requests import invitation_get, invitations_to, request_get, requests_of
from market.vendors.selectors.membership import ensure_member_or

AGENCY = "ID of one's agency."
NEWEST = (SortKey("created_at", True, parse_datetime), SortKey("id", parse=str))


class QuoteQueries:
    quote_requests = graphene.Field(
        QuoteRequestCountableConnection,
        agency=graphene.ID(required=True, description=AGENCY),
        statuses=non_null_list(QuoteRequestStatusEnum, description="In one of these states only."),
        **paging_arguments(),
        description="Requests for quotes of one's agency, the newest first.",
    )
    quote_request = graphene.Field(
        QuoteRequest,
        id=graphene.ID(required=True, description="ID of the request."),
        description="A request for quotes of one's agency.",
    )
    quote_comparison = graphene.Field(
        QuoteComparison,
        request=graphene.ID(required=True, description="ID of the request."),
        description="The answers to a request of one's agency beside each other; none while they are sealed.",
    )
    quotes = graphene.Field(
        QuoteCountableConnection,
        agency=graphene.ID(required=True, description=AGENCY),
        source=QuoteSourceEnum(description="Of this kind only."),
        bundle=graphene.ID(description="Made at once of one basket only."),
        **paging_arguments(),
        description="Quotes made out to one's agency, the newest first; answers once they are open.",
    )
    quote = graphene.Field(
        Quote,
        id=graphene.ID(required=True, description="ID of the quote."),
        description="A quote made out to one's agency, or by one's enterprise.",
    )
    vendor_quote_requests = graphene.Field(
        VendorQuoteRequestCountableConnection,
        vendor=graphene.ID(required=True, description="ID of one's enterprise."),
        statuses=non_null_list(QuoteInvitationStatusEnum, description="To which it did one of these only."),
        is_open=graphene.Boolean(
            description="True: that take answers, the nearest deadline first; false: that do not, the newest first."
        ),
        **paging_arguments(),
        description="Requests for quotes that one's enterprise was sent, the newest first unless only open ones are asked for.",
    )
    vendor_quote_request = graphene.Field(
        VendorQuoteRequest,
        id=graphene.ID(required=True, description="ID of the request as one's enterprise was sent it."),
        description="A request for quotes that one's enterprise was sent.",
    )

    @staticmethod
    def resolve_quote_requests(
        root: Any, info: Any, agency: str, statuses: list[Any] | None = None, **paging: Any
    ) -> Connection:
        ensure_agency_member_or(info.context.actor, MANAGE_ORDERS)
        rows = requests_of(info.context.actor).filter(agency_id=_pk(agency, "Agency"))
        if statuses:
            rows = rows.filter(status__in=[_plain(status) for status in statuses])
        return paginate(info, rows, NEWEST, **paging)

    @staticmethod
    def resolve_quote_request(root: Any, info: Any, id: str) -> RequestModel | None:
        ensure_agency_member_or(info.context.actor, MANAGE_ORDERS)
        try:
            return request_get(request_id=uuid_pk(id, "QuoteRequest"), viewer=info.context.actor)
        except (BadGlobalId, NotFound):
            return None

    @staticmethod
    def resolve_quote_comparison(root: Any, info: Any, request: str) -> Comparison | None:
        ensure_agency_member_or(info.context.actor, MANAGE_ORDERS)
        try:
            found = request_get(request_id=uuid_pk(request, "QuoteRequest"), viewer=info.context.actor)
        except (BadGlobalId, NotFound):
            return None
        return comparison_of(found)

    @staticmethod
    def resolve_quotes(
        root: Any, info: Any, agency: str, source: Any = None, bundle: str | None = None, **paging: Any
    ) -> Connection:
        ensure_agency_member_or(info.context.actor, MANAGE_ORDERS)
        rows = quotes_for_agencies(info.context.actor).filter(agency_id=_pk(agency, "Agency"))
        if source is not None:
            rows = rows.filter(source=_plain(source))
        if bundle is not None:
            try:
                rows = rows.filter(bundle=uuid_pk(bundle, "QuoteBundle"))
            except BadGlobalId:
                rows = rows.none()
        return paginate(info, rows, NEWEST, **paging)

    @staticmethod
    def resolve_quote(root: Any, info: Any, id: str) -> QuoteModel | None:
        _ = info.context.actor.signed_in_id
        try:
            return quote_get(quote_id=uuid_pk(id, "Quote"), viewer=info.context.actor)
        except (BadGlobalId, NotFound):
            return None

    @staticmethod
    def resolve_vendor_quote_requests(
        root: Any,
        info: Any,
        vendor: str,
        statuses: list[Any] | None = None,
        is_open: bool | None = None,
        **paging: Any,
    ) -> Connection:
        ensure_member_or(info.context.actor)
        rows = invitations_to(_pk(vendor, "Vendor"), info.context.actor, is_open=is_open)
        if statuses:
            rows = rows.filter(status__in=[_plain(status) for status in statuses])
        rows = rows.annotate(sent_at=F("request__sent_at"), reply_by=F("request__reply_by"))
        first = SortKey("reply_by", False, parse_datetime) if is_open else SortKey("sent_at", True, parse_datetime)
        return paginate(info, rows, (first, SortKey("token", parse=str)), **paging)

    @staticmethod
    def resolve_vendor_quote_request(root: Any, info: Any, id: str) -> InvitationModel | None:
        ensure_member_or(info.context.actor)
        try:
            return invitation_get(token=uuid_pk(id, "VendorQuoteRequest"), viewer=info.context.actor)
        except (BadGlobalId, NotFound):
            return None


def _pk(global_id: str, type_name: str) -> int:
    """The key; 0, which nothing has, for what is no id."""
    try:
        return int_pk(global_id, type_name)
    except BadGlobalId:
        return 0


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)
