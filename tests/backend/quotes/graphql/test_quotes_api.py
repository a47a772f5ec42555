"""The two sides of quotes by the API: what each sees, and that neither sees more."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from factories.accounts import UserFactory, codes, staff_with
from factories.channels import public_channel
from factories.checkout import anew, open_checkout
from factories.files import pdf, saved, upload
from factories.procurement import agency_member
from factories.quotes import (
    answered,
    buyer_of,
    draft,
    in_days,
    instant,
    invitation_of,
    listing_of,
    seller_of,
    sent,
)
from factories.vendors import SellerFactory, member_of
from market.accounts.models import User
from market.accounts.services.tokens import ACCESS, token_create
from market.agencies.permissions import AgencyAbility
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_ORDERS
from market.papers.models import PaperReading
from market.quotes.models import Quote, QuoteAttachment, QuoteRequest
from market.quotes.services.question import question_ask

pytestmark = pytest.mark.django_db
Ask = Callable[..., Any]
QUOTE = """id number source title vendor { name } requestId bundle issuedOn validUntil isStanding isEnded deliveryDays remarks
    departmentName agency { name } delivery { gross { amount } } total { net { amount } tax { amount } gross { amount } }
    lines { id name quantity taxKind unitPrice { amount } total { gross { amount } } itemId variantId remark } paper { id
    url number } chosenAt createdAt"""
REQUEST = f"""id number title status isOpen isOpened replyBy deliveryBy specification deliveryPlace departmentName requesterName
    agency {{ name }} items {{ id name quantity variantId }} invitations {{ vendor {{ name }} status declineReason
    answeredAt attachments {{ name url }} }} questions {{ id vendor {{ name }} question answer }} attachments {{ id name url
    }} quotes {{ {QUOTE} }} papers {{ number url }} comparisonPapers {{ number }} canceledReason"""
SIDE = f"""id number title requestStatus status isOpen agency {{ name }} departmentName contact deliveryPlace deliveryBy replyBy
    sentAt specification items {{ id name quantity variantId }} attachments {{ name url }} ownAttachments {{ name }}
    questions {{ question isOwn answer }} quotes {{ {QUOTE} }} paper {{ number url }} listings {{ id name sku taxKind
    isQuoteOnly }} vendor {{ name }} declineReason canceledReason"""
ONE = f"query($id: ID!) {{ quoteRequest(id: $id) {{ {REQUEST} }} }}"
COMPARED = f"""query($id: ID!) {{ quoteComparison(request: $id) {{ items {{ name }} quotes {{ quote {{ {QUOTE} }} isLowest canBeChosen
    aboveLowest {{ amount }} certificates duties chosenReason }} declined {{ name }} warnings {{ vendors {{ name }} shared
    }} request {{ number }} }} }}"""
THEIRS = f"query($id: ID!) {{ vendorQuoteRequest(id: $id) {{ {SIDE} }} }}"
LIST = f"query($id: ID!, $first: Int) {{ quoteRequests(agency: $id, first: $first) {{ totalCount edges {{ node {{ {REQUEST} }} }} }} }}"
QUOTES = f"""query($id: ID!, $first: Int, $source: QuoteSourceEnum, $bundle: ID) {{ quotes(agency: $id, first: $first, source:
    $source, bundle: $bundle) {{ totalCount edges {{ node {{ {QUOTE} }} }} }} }}"""
SENT_TO = f"""query($id: ID!, $first: Int, $open: Boolean) {{ vendorQuoteRequests(vendor: $id, first: $first, isOpen: $open) {{
    totalCount edges {{ node {{ {SIDE} }} }} }} }}"""


def ids(row: Any, kind: str | None = None) -> str:
    return to_global_id(kind or type(row).__name__, row.pk)


def token_of(request: QuoteRequest, vendor: Any) -> str:
    return to_global_id("VendorQuoteRequest", invitation_of(request, vendor).token)


def fetch(client: Any, url: str, user: User | None) -> Any:
    headers = {"Authorization": f"Bearer {token_create(user=user, kind=ACCESS)}"} if user else {}
    return client.get(url.split("8000")[-1].removeprefix("http://testserver"), headers=headers)


def test_a_clerk_asks_two_enterprises_and_buys_at_the_lower_price(graphql: Ask) -> None:
    """The whole way by the API."""
    member, first, second = agency_member(), SellerFactory(name="두손공방"), SellerFactory(name="새벽비누")
    public_channel()
    user, wish = (
        member.user,
        {
            "title": "가을 문화제 기념품",
            "deliveryPlace": "본관 1층",
            "deliveryBy": str(clock.today() + dt.timedelta(days=20)),
            "replyBy": in_days(3).isoformat(),
            "items": [{"name": "비누", "quantity": 10, "unit": "개"}],
            "vendors": [ids(first, "Vendor"), ids(second, "Vendor")],
        },
    )
    create = f"""mutation($agency: ID!, $input: QuoteRequestInput!) {{ quoteRequestCreate(agency: $agency, input: $input) {{ quoteRequest
        {{ {REQUEST} }} errors {{ field code missing }} }} }}"""
    made = graphql(create, {"agency": ids(member.agency), "input": wish}, user=user)["data"]["quoteRequestCreate"]
    assert made["errors"] == []
    request_id = made["quoteRequest"]["id"]
    assert (made["quoteRequest"]["status"], made["quoteRequest"]["number"]) == ("DRAFT", None)
    send = "mutation($id: ID!) { quoteRequestSend(id: $id) { quoteRequest { number status papers { number } } errors { field code } } }"
    done = graphql(send, {"id": request_id}, user=user)["data"]["quoteRequestSend"]
    assert done["errors"] == []
    assert done["quoteRequest"]["status"] == "OPEN"
    request = QuoteRequest.objects.get()
    for vendor, price in ((first, 1_200), (second, 1_000)):
        seller, variant = member_of(vendor, "clerk"), listing_of(vendor, name=f"{vendor.name} 비누")
        seen = graphql(THEIRS, {"id": token_of(request, vendor)}, user=seller)["data"]["vendorQuoteRequest"]
        assert [row["name"] for row in seen["listings"]] == [f"{vendor.name} 비누 기본"]
        submit = f"""mutation($id: ID!, $input: QuoteAnswerInput!) {{ vendorQuoteSubmit(id: $id, input: $input) {{ quote {{ {QUOTE} }}
            quoteRequest {{ status }} errors {{ field code }} }} }}"""
        answer = {
            "items": [{"itemId": seen["items"][0]["id"], "variantId": ids(variant), "unitPrice": price}],
            "validUntil": str(clock.today() + dt.timedelta(days=30)),
            "deliveryDays": 4,
            "delivery": 3_000,
        }
        got = graphql(submit, {"id": seen["id"], "input": answer}, user=seller)["data"]["vendorQuoteSubmit"]
        assert got["errors"] == []
        assert got["quote"]["total"]["gross"]["amount"] == price * 10 + 3_000
    compared = graphql(COMPARED, {"id": request_id}, user=user)["data"]["quoteComparison"]
    assert [
        (one["quote"]["vendor"]["name"], one["isLowest"], one["aboveLowest"]["amount"]) for one in compared["quotes"]
    ] == [
        ("새벽비누", True, 0),
        ("두손공방", False, 2_000),
    ]
    low, high = (one["quote"]["id"] for one in compared["quotes"])
    choose = "mutation($id: ID!, $reason: String) { quoteChoose(id: $id, reason: $reason) { quote { chosenAt } errors { field code } } }"
    assert codes(graphql(choose, {"id": high}, user=user)["data"]["quoteChoose"]) == [("reason", "REASON_REQUIRED")]
    chosen = graphql(choose, {"id": low}, user=user)["data"]["quoteChoose"]
    assert chosen["errors"] == []
    assert chosen["quote"]["chosenAt"]
    buy = """mutation($ids: [ID!]!) { quotesToCheckout(ids: $ids) { checkout { lines { quantity unitPrice { gross { amount } } } }
        errors { field code } } }"""
    assert codes(graphql(buy, {"ids": [high]}, user=user)["data"]["quotesToCheckout"]) == [("ids", "NOT_CHOSEN")]
    bought = graphql(buy, {"ids": [low]}, user=user)["data"]["quotesToCheckout"]
    assert bought["errors"] == []
    assert [(line["quantity"], line["unitPrice"]["gross"]["amount"]) for line in bought["checkout"]["lines"]] == [
        (10, 1_000)
    ]


def test_prices_are_nowhere_to_be_seen_before_the_request_opens(graphql: Ask, client: Any) -> None:
    member, first, second = agency_member(), SellerFactory(), SellerFactory()
    request = sent(member, first, second)
    quote = answered(request, first, 4_321, remarks="비밀")
    file = QuoteAttachment.objects.create(
        request=request,
        invitation=invitation_of(request, first),
        key="quotes/x",
        name="x.pdf",
        content_type="application/pdf",
        size=1,
        sha256="x",
    )
    user = member.user
    shown = graphql(ONE, {"id": ids(request)}, user=user)["data"]["quoteRequest"]
    assert (shown["quotes"], shown["isOpened"]) == ([], False)
    assert sorted(row["status"] for row in shown["invitations"]) == ["ANSWERED", "INVITED"]
    assert all(row["attachments"] == [] for row in shown["invitations"])
    assert "4321" not in json.dumps(shown)
    assert graphql(COMPARED, {"id": ids(request)}, user=user)["data"]["quoteComparison"] is None
    assert graphql(QUOTES, {"id": ids(member.agency), "first": 10}, user=user)["data"]["quotes"]["totalCount"] == 0
    assert graphql("query($id: ID!) { quote(id: $id) { id } }", {"id": ids(quote)}, user=user)["data"]["quote"] is None
    assert quote.paper is not None
    assert fetch(client, f"/papers/{quote.paper.pk}/", user).status_code == 404
    assert fetch(client, f"/quote-files/{file.pk}/", user).status_code == 404
    QuoteRequest.objects.update(sent_at=in_days(-9), reply_by=in_days(-0.1))
    opened = graphql(ONE, {"id": ids(request)}, user=user)["data"]["quoteRequest"]
    assert [row["lines"][0]["unitPrice"]["amount"] for row in opened["quotes"]] == [4_321]
    assert fetch(client, f"/papers/{quote.paper.pk}/", user).status_code == 200


def test_an_enterprise_learns_nothing_of_the_others(graphql: Ask) -> None:
    member, mine, rival = (
        agency_member(),
        SellerFactory(name="두손공방"),
        SellerFactory(name="경쟁기업", slug="rival-slug"),
    )
    product = listing_of(rival, name="경쟁비누")
    from market.quotes.services.request_clean import ItemWish

    request = sent(member, mine, rival, items=[ItemWish(name="비누", quantity=3, variant_id=product.pk)])
    anew(question_ask, token=invitation_of(request, rival).token, question="몇 도 인쇄인가요?", actor=seller_of(rival))
    answered(request, rival, 9_876, variant=product)
    user = member_of(mine)
    token = token_of(request, mine)
    seen = graphql(THEIRS, {"id": token}, user=user)["data"]["vendorQuoteRequest"]
    assert seen["questions"] == [{"question": "몇 도 인쇄인가요?", "isOwn": False, "answer": ""}]
    assert seen["items"][0]["variantId"] is None
    text = json.dumps(seen, ensure_ascii=False)
    for secret in ("경쟁", "rival", "9876", ids(product), ids(rival, "Vendor")):
        assert secret not in text, secret
    for hidden in (ONE.replace("quoteRequest(id", "quoteRequest(id"), COMPARED):
        answer = graphql(hidden, {"id": ids(request)}, user=user)
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    other = graphql(THEIRS, {"id": token_of(request, rival)}, user=user)["data"]["vendorQuoteRequest"]
    assert other is None
    quote = Quote.objects.get()
    assert graphql("query($id: ID!) { quote(id: $id) { id } }", {"id": ids(quote)}, user=user)["data"]["quote"] is None
    theirs = graphql(THEIRS, {"id": token_of(request, rival)}, user=member_of(rival))["data"]["vendorQuoteRequest"]
    assert theirs["items"][0]["variantId"] == ids(product)
    assert theirs["questions"][0]["isOwn"] is True


def test_another_agency_and_strangers_see_and_change_nothing(graphql: Ask, client: Any) -> None:
    member, vendor = agency_member(), SellerFactory()
    request = sent(member, vendor)
    quote = answered(request, vendor)
    assert quote.paper is not None
    stranger = agency_member().user
    for query in (ONE, COMPARED):
        answer = graphql(query, {"id": ids(request)}, user=stranger)
        nothing = graphql(query, {"id": to_global_id("QuoteRequest", uuid.uuid4())}, user=stranger)
        assert answer == nothing
        assert set(answer["data"].values()) == {None}
    for query in (LIST, QUOTES):
        data = graphql(query, {"id": ids(member.agency), "first": 5}, user=stranger)["data"]
        assert next(iter(data.values())) == {"totalCount": 0, "edges": []}
    assert fetch(client, f"/papers/{quote.paper.pk}/", stranger).status_code == 404
    before = list(QuoteRequest.objects.values()), list(Quote.objects.values())
    change = """mutation($request: ID!, $quote: ID!, $agency: ID!, $checkout: ID!, $when: DateTime!) {
      quoteRequestUpdate(id: $request, input: {title: "x"}) { errors { field code } }
      quoteRequestSend(id: $request) { errors { field code } }
      quoteRequestExtend(id: $request, replyBy: $when) { errors { field code } }
      quoteRequestCancel(id: $request, reason: "x") { errors { field code } }
      quoteChoose(id: $quote) { errors { field code } }
      quoteComparisonIssue(id: $request) { errors { field code } }
      quotesToCheckout(ids: [$quote]) { errors { field code } }
      quoteRequestCreate(agency: $agency, input: {}) { errors { field code } }
      quoteCreate(checkoutId: $checkout, agency: $agency) { errors { field code } } }"""
    checkout = open_checkout(public_channel(), {}, actor=buyer_of(member))
    variables = {
        "request": ids(request),
        "quote": ids(quote),
        "agency": ids(member.agency),
        "checkout": to_global_id("Checkout", checkout.pk),
        "when": in_days(9).isoformat(),
    }
    data = graphql(change, variables, user=stranger)["data"]
    assert {error["code"] for answer in data.values() for error in answer["errors"]} == {"NOT_FOUND"}
    assert all(answer["errors"] for answer in data.values())
    for user in (None, UserFactory(), member_of()):
        answer = graphql(change, variables, user=user)
        assert {error["extensions"]["exception"]["code"] for error in answer["errors"]} == {"PermissionDenied"}
    approver = agency_member(member.agency, AgencyAbility.APPROVE).user
    answer = graphql(change, variables, user=approver)
    assert len(answer["errors"]) == 9
    assert (list(QuoteRequest.objects.values()), list(Quote.objects.values())) == before
    shown = graphql(ONE, {"id": ids(request)}, user=approver)["data"]["quoteRequest"]
    assert shown["quotes"][0]["id"] == ids(quote)  # who approves reads what was offered


def test_an_enterprise_acts_for_itself_only(graphql: Ask) -> None:
    vendor = SellerFactory()
    request = sent(None, vendor, SellerFactory())
    change = """mutation($id: ID!, $input: QuoteAnswerInput!) {
      vendorQuoteSubmit(id: $id, input: $input) { errors { field code } }
      vendorQuoteWithdraw(id: $id) { errors { field code } }
      vendorQuoteDecline(id: $id, reason: "x") { errors { field code } }
      vendorQuoteAsk(id: $id, question: "x") { errors { field code } }
      vendorQuoteSeen(id: $id) { errors { field code } } }"""
    answer = {"items": [], "validUntil": "2030-01-01", "deliveryDays": 1}
    variables = {"id": token_of(request, vendor), "input": answer}
    missing = {"id": to_global_id("VendorQuoteRequest", uuid.uuid4()), "input": answer}
    stranger = member_of()
    data = graphql(change, variables, user=stranger)["data"]
    assert data == graphql(change, missing, user=stranger)["data"]
    assert {error["code"] for answer in data.values() for error in answer["errors"]} == {"NOT_FOUND"}
    refused = graphql(change, variables, user=request.requester.user)
    assert {error["extensions"]["exception"]["code"] for error in refused["errors"]} == {"PermissionDenied"}
    own = graphql(change, variables, user=member_of(vendor))["data"]
    assert codes(own["vendorQuoteSubmit"]) == [("items", "ITEMS_MISMATCH")]
    assert codes(own["vendorQuoteWithdraw"]) == [("id", "NOTHING_TO_WITHDRAW")]
    assert codes(own["vendorQuoteDecline"]) == []
    assert codes(own["vendorQuoteAsk"]) == []
    unsent = draft(None, vendor)
    assert (
        graphql(THEIRS, {"id": token_of(unsent, vendor)}, user=member_of(vendor))["data"]["vendorQuoteRequest"] is None
    )


def test_instant_quotes_by_the_api_and_all_of_them_in_one_file(graphql: Ask, client: Any) -> None:
    member = agency_member()
    goods = {listing_of(SellerFactory()): 2, listing_of(SellerFactory()): 1}
    checkout = open_checkout(public_channel(), goods, actor=buyer_of(member))
    create = f"mutation($id: ID!) {{ quoteCreate(checkoutId: $id) {{ quotes {{ {QUOTE} }} errors {{ field code }} }} }}"
    made = graphql(create, {"id": to_global_id("Checkout", checkout.pk)}, user=member.user)["data"]["quoteCreate"]
    assert made["errors"] == []
    first, second = made["quotes"]
    assert first["bundle"] == second["bundle"]
    listed = graphql(
        QUOTES, {"id": ids(member.agency), "first": 9, "source": "INSTANT", "bundle": first["bundle"]}, user=member.user
    )
    assert listed["data"]["quotes"]["totalCount"] == 2
    wanted = ",".join(quote["paper"]["id"] for quote in made["quotes"])
    both = fetch(client, f"/papers/issued.pdf?ids={wanted}", member.user)
    assert both.status_code == 200
    import io

    from pypdf import PdfReader

    assert len(PdfReader(io.BytesIO(b"".join(both.streaming_content))).pages) == 2
    assert PaperReading.objects.count() == 2
    seller = member_of(Quote.objects.order_by("number")[0].vendor)
    for user, status in ((seller, 404), (agency_member().user, 404), (None, 404)):
        assert fetch(client, f"/papers/issued.pdf?ids={wanted}", user).status_code == status
    for query in ("", "?ids=", "?ids=x", "?ids=" + ",".join([first["paper"]["id"]] * 21)):
        assert fetch(client, f"/papers/issued.pdf{query}", member.user).status_code == 404
    assert codes(graphql(create, {"id": "x"}, user=member.user)["data"]["quoteCreate"]) == [
        ("checkoutId", "GRAPHQL_ERROR")
    ]


def test_files_are_handed_in_and_read_by_those_they_are_for(graphql: Ask, client: Any) -> None:
    member, vendor, other = agency_member(), SellerFactory(), SellerFactory()
    request = draft(member, vendor, other)
    add = """mutation($id: ID!, $file: Upload!) { quoteRequestFileAdd(id: $id, file: $file) { attachment { id name url size } errors
        { field code } } }"""
    file = upload(saved(pdf()), "과업지시서.pdf", "application/pdf")
    kept = graphql(add, {"id": ids(request), "file": file}, user=member.user)["data"]["quoteRequestFileAdd"]
    assert kept["errors"] == []
    url, seller = kept["attachment"]["url"], member_of(vendor)
    assert fetch(client, url, seller).status_code == 404  # a draft is nobody's business
    from market.quotes.services.quote_request_send import quote_request_send

    public_channel()
    anew(quote_request_send, request_id=request.pk, actor=buyer_of(member))
    statuses = [
        fetch(client, url, user).status_code
        for user in (member.user, seller, member_of(other), staff_with(MANAGE_ORDERS))
    ]
    assert statuses == [200] * 4
    statuses = [
        fetch(client, url, user).status_code for user in (agency_member().user, member_of(), UserFactory(), None)
    ]
    assert statuses == [404] * 4
    own = "mutation($id: ID!, $file: Upload!) { vendorQuoteFileAdd(id: $id, file: $file) { attachment { id url } errors { field code } } }"
    file = upload(saved(pdf()), "성적서.pdf", "application/pdf")
    mine = graphql(own, {"id": token_of(request, vendor), "file": file}, user=seller)["data"]["vendorQuoteFileAdd"]
    statuses = [
        fetch(client, mine["attachment"]["url"], user).status_code for user in (seller, member_of(other), member.user)
    ]
    assert statuses == [200, 404, 404]
    remove = "mutation($id: ID!) { vendorQuoteFileRemove(id: $id) { errors { field code } } }"
    gone = graphql(remove, {"id": mine["attachment"]["id"]}, user=member_of(other))["data"]["vendorQuoteFileRemove"]
    assert codes(gone) == [("id", "NOT_FOUND")]
    assert (
        graphql(remove, {"id": mine["attachment"]["id"]}, user=seller)["data"]["vendorQuoteFileRemove"]["errors"] == []
    )
    assert QuoteAttachment.objects.count() == 1


def test_lists_cost_the_same_however_long(assert_constant_queries: Callable[..., int]) -> None:
    member, vendors = agency_member(), [SellerFactory() for _ in range(3)]
    for _ in range(3):
        request = sent(member, *vendors)
        anew(question_ask, token=invitation_of(request, vendors[0]).token, question="?", actor=seller_of(vendors[0]))
        for vendor in vendors:
            answered(request, vendor)
        instant(member, listing_of(vendors[0]), listing_of(vendors[1]))
    agency = ids(member.agency)
    costs = [
        assert_constant_queries(LIST, {"id": agency, "first": 1}, {"id": agency, "first": 3}, user=member.user),
        assert_constant_queries(QUOTES, {"id": agency, "first": 1}, {"id": agency, "first": 9}, user=member.user),
    ]
    vendor, seller = ids(vendors[0], "Vendor"), member_of(vendors[0])
    costs.append(assert_constant_queries(SENT_TO, {"id": vendor, "first": 1}, {"id": vendor, "first": 3}, user=seller))
    few, many = sent(member, vendors[0]), QuoteRequest.objects.order_by("created_at")[0]
    answered(few, vendors[0])
    costs.append(assert_constant_queries(COMPARED, {"id": ids(few)}, {"id": ids(many)}, user=member.user))
    assert costs == [14, 6, 16, 15]
