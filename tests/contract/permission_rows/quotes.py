"""Requests for quotes and quotes."""

from contract.permission_rows.access import AGENCY_MEMBER, MEMBER, SIGNED_IN, Access
from market.core.permissions import MANAGE_ORDERS

QUERIES: dict[str, Access] = {
    **dict.fromkeys(("quoteRequests", "quoteRequest", "quoteComparison", "quotes"), (MANAGE_ORDERS, AGENCY_MEMBER)),
    "quote": SIGNED_IN,
    **dict.fromkeys(("vendorQuoteRequests", "vendorQuoteRequest"), (MEMBER,)),
}
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(
        (
            "quoteCreate",
            "quoteRequestCreate",
            "quoteRequestUpdate",
            "quoteRequestSend",
            "quoteRequestExtend",
            "quoteRequestCancel",
            "quoteRequestAnswerQuestion",
            "quoteRequestFileAdd",
            "quoteRequestFileRemove",
            "quoteChoose",
            "quoteComparisonIssue",
            "quotesToCheckout",
        ),
        (AGENCY_MEMBER,),
    ),
    **dict.fromkeys(
        (
            "vendorQuoteSubmit",
            "vendorQuoteWithdraw",
            "vendorQuoteDecline",
            "vendorQuoteAsk",
            "vendorQuoteSeen",
            "vendorQuoteFileAdd",
            "vendorQuoteFileRemove",
        ),
        (MEMBER,),
    ),
}
