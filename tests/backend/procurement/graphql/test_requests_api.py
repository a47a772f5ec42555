"""Purchase requests over the API: from a basket to an order, who sees what, and statements that do not grow."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import zipfile
from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.approval import Office, approved, basket_of, draft_of, goods, office, put_up, stand_in, template_of
from factories.procurement import agency_member
from factories.vendors import SellerFactory, member_of
from market.accounts.models import User
from market.accounts.services.tokens import ACCESS, token_create
from market.agencies.models import AgencyPolicy, Law
from market.agencies.permissions import AgencyAbility
from market.core import clock
from market.core.global_ids import to_global_id
from market.procurement.models import ApprovalTemplate, PurchaseOrder, PurchaseRequest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
LISTED = """id number title status statusDisplay round requester { name role } department { name } budget { code available { amount } }
    total { gross { amount } } heldUntil isHeld orderNumber lines { name vendor { name } quantity total { gross { amount } } quoteNumber }
    grounds { vendor { name } route { verdict reason quotes } } quotes { number total { gross { amount } } }
    steps { stage label member { name role } status isInTurn comment isByDeputy decidedBy { name } }
    trail { action actorName role comment at ipAddress } papers { kind number url }
    purchaseOrders { number status vendorOrder { total { gross { amount } } } }
    decidingStep { id } decidingFor isOwn canEdit canWithdraw canDelete"""
ONE = f"query ($id: ID!) {{ purchaseRequest(id: $id) {{ {LISTED} }} }}"
MANY = f"""query ($first: Int!, $filter: PurchaseRequestFilterInput) {{ purchaseRequests(first: $first, filter: $filter) {{
    totalCount edges {{ node {{ {LISTED} }} }} }} }}"""
CREATE = """mutation ($checkout: ID!, $input: PurchaseRequestInput!) { purchaseRequestCreate(checkoutId: $checkout, input: $input) {
    purchaseRequest { id status title total { gross { amount } } checkoutId } errors { field code message } } }"""
SUBMIT = """mutation ($id: ID!, $total: PositiveDecimal) { purchaseRequestSubmit(id: $id, expectedTotal: $total) {
    purchaseRequest { id number status total { gross { amount } } } errors { field code message available needed } } }"""
DECIDE = """mutation ($id: ID!, $decision: PurchaseRequestDecisionEnum!, $round: Int!, $total: PositiveDecimal!, $comment: String,
    $lines: [PurchaseRequestLineRejectionInput!]) {
    purchaseRequestDecide(id: $id, decision: $decision, round: $round, total: $total, comment: $comment, rejectLines: $lines) {
    purchaseRequest { status total { gross { amount } } } errors { field code message total } } }"""
PREVIEW = """query ($checkout: ID!) { purchaseRequestPreview(checkoutId: $checkout) { total { gross { amount } } needsApproval holdDays
    directOrderUpTo { amount } line { stage label member { name } } lineError { code message } routes { vendorName verdict quotes }
    errors { code field vendor needed attached } budgets { budget { id code } reaches }
    differences { name priceBefore { amount } priceNow { amount } free } } }"""


def id_of(request: PurchaseRequest) -> str:
    return to_global_id("PurchaseRequest", request.pk)


def test_from_a_basket_to_an_order(graphql: Any) -> None:
    at = office()
    basket = basket_of(at, {goods(at, price=110_000): 2})
    preview = graphql(PREVIEW, {"checkout": to_global_id("Checkout", basket.pk)}, user=at.requester.user)
    seen = preview["data"]["purchaseRequestPreview"]
    assert seen["total"]["gross"]["amount"] == 220_000
    assert (seen["needsApproval"], seen["holdDays"], seen["errors"], seen["lineError"]) == (False, 7, [], None)
    assert [place["stage"] for place in seen["line"]] == [1]
    assert seen["routes"][0]["verdict"] == "QUOTE_OMITTED"
    (reach,) = seen["budgets"]
    assert reach["reaches"] is True
    given = {
        "title": "가을 문화제 기념품",
        "purpose": "시민 300명",
        "budgetLine": reach["budget"]["id"],
        "deliverBy": (clock.today() + dt.timedelta(days=10)).isoformat(),
    }
    made = graphql(CREATE, {"checkout": to_global_id("Checkout", basket.pk), "input": given}, user=at.requester.user)
    assert made["data"]["purchaseRequestCreate"]["errors"] == []
    draft = made["data"]["purchaseRequestCreate"]["purchaseRequest"]
    assert (draft["status"], draft["checkoutId"]) == ("DRAFT", to_global_id("Checkout", basket.pk))
    again = graphql(CREATE, {"checkout": to_global_id("Checkout", basket.pk), "input": given}, user=at.requester.user)
    assert again["data"]["purchaseRequestCreate"]["errors"][0]["code"] == "BASKET_TAKEN"
    stale = graphql(SUBMIT, {"id": draft["id"], "total": 1}, user=at.requester.user)
    assert stale["data"]["purchaseRequestSubmit"]["errors"][0]["field"] == "expectedTotal"
    sent = graphql(SUBMIT, {"id": draft["id"], "total": 220_000}, user=at.requester.user)["data"][
        "purchaseRequestSubmit"
    ]
    assert (sent["errors"], sent["purchaseRequest"]["status"]) == ([], "IN_APPROVAL")
    approver = at.approvers[0].user
    listed = graphql(MANY, {"first": 5, "filter": {"toDecide": True}}, user=approver)["data"]["purchaseRequests"]
    assert listed["totalCount"] == 1
    node = listed["edges"][0]["node"]
    assert (node["decidingStep"] is not None, node["decidingFor"], node["isOwn"], node["isHeld"]) == (
        True,
        None,
        False,
        True,
    )
    assert node["steps"][0]["isInTurn"] is True
    decided = graphql(DECIDE, {"id": draft["id"], "decision": "APPROVE", "round": 1, "total": 220_000}, user=approver)
    assert decided["data"]["purchaseRequestDecide"]["errors"] == []
    whole = graphql(ONE, {"id": draft["id"]}, user=at.requester.user)["data"]["purchaseRequest"]
    assert whole["status"] == "APPROVED"
    assert whole["orderNumber"]
    assert {paper["kind"] for paper in whole["papers"]} == {"PURCHASE_REQUEST", "PURCHASE_ORDER"}
    assert [event["action"] for event in whole["trail"]] == ["SUBMITTED", "APPROVED_STEP", "APPROVED", "ORDERED"]
    twice = graphql(DECIDE, {"id": draft["id"], "decision": "APPROVE", "round": 1, "total": 220_000}, user=approver)
    assert twice["data"]["purchaseRequestDecide"]["errors"][0]["code"] == "DECIDED_ALREADY"


def test_refusals_are_typed_in_both_languages(graphql: Any) -> None:
    at = office(money=100_000)
    draft = draft_of(at, {goods(at, price=110_000): 1})
    for language, words in (("ko", "예산이 모자라요"), ("en", "does not reach")):
        answer = graphql(SUBMIT, {"id": id_of(draft)}, user=at.requester.user, language=language)
        (error,) = answer["data"]["purchaseRequestSubmit"]["errors"]
        assert (error["code"], error["field"], error["available"]) == ("BUDGET_EXCEEDED", "budgetLine", "100,000")
        assert words in error["message"]


def test_what_stands_in_the_way_is_said_before(graphql: Any) -> None:
    at = office()
    AgencyPolicy.objects.create(
        agency=at.agency, effective_from=dt.date(2020, 1, 1), law=Law.LOCAL, direct_order_up_to=500_000
    )
    at.template.delete()
    basket = basket_of(at, {goods(at, price=3_300_000): 1})
    seen = graphql(PREVIEW, {"checkout": to_global_id("Checkout", basket.pk)}, user=at.requester.user)["data"]
    preview = seen["purchaseRequestPreview"]
    assert (preview["needsApproval"], preview["directOrderUpTo"]["amount"]) == (True, 500_000)
    assert preview["lineError"]["code"] == "NOBODY_TO_APPROVE"
    assert preview["errors"] == [
        {
            "code": "QUOTES_MISSING",
            "field": "quotes",
            "vendor": preview["routes"][0]["vendorName"],
            "needed": 1,
            "attached": 0,
        }
    ]
    for stranger in (office().requester.user, at.approvers[0].user):
        other = graphql(PREVIEW, {"checkout": to_global_id("Checkout", basket.pk)}, user=stranger)
        assert other["data"]["purchaseRequestPreview"] is None


def test_what_changed_since_it_came_back_is_shown(graphql: Any) -> None:
    at = office()
    variant = goods(at, price=110_000, stock=5)
    request = put_up(at, {variant: 2})
    graphql(
        DECIDE,
        {"id": id_of(request), "decision": "SEND_BACK", "round": 1, "total": 220_000, "comment": "다시 봐 주세요"},
        user=at.approvers[0].user,
    )
    listing = variant.channel_listings.get(channel=at.channel)
    listing.price_amount = 120_000
    listing.save()
    request.refresh_from_db()
    checkout = to_global_id("Checkout", request.checkout_token)
    seen = graphql(PREVIEW, {"checkout": checkout}, user=at.requester.user)["data"]["purchaseRequestPreview"]
    (difference,) = seen["differences"]
    assert (difference["priceBefore"]["amount"], difference["priceNow"]["amount"]) == (110_000, 120_000)


def readers(at: Office) -> dict[str, tuple[User, bool]]:
    elsewhere = at.department.__class__.objects.create(agency=at.agency, name="다른 과")
    deputy = agency_member(at.agency, AgencyAbility.APPROVE, department=elsewhere)
    stand_in(at.approvers[0], deputy)
    return {
        "requester": (at.requester.user, True),
        "approver": (at.approvers[0].user, True),
        "deputy of the approver": (deputy.user, True),
        "colleague": (agency_member(at.agency, AgencyAbility.INSPECT, department=at.department).user, True),
        "payer": (agency_member(at.agency, AgencyAbility.PAY, department=elsewhere).user, True),
        "administrator": (agency_member(at.agency, AgencyAbility.ADMINISTER, department=elsewhere).user, True),
        "another department": (agency_member(at.agency, AgencyAbility.REQUEST, department=elsewhere).user, False),
        "another agency": (agency_member().user, False),
    }


def test_who_reads_a_request(graphql: Any) -> None:
    at = office()
    request = approved(at)
    order = PurchaseOrder.objects.get()
    both = """query ($id: ID!, $order: ID!) { purchaseRequest(id: $id) { id } purchaseOrder(id: $order) { id }
        purchaseRequests(first: 5) { edges { node { id } } } purchaseOrders(first: 5) { edges { node { id } } }
        purchaseOrderCancelPreview(id: $order) { canCancel amount { amount } pieces endsOrder } }"""
    for name, (user, reads) in readers(at).items():
        variables = {"id": id_of(request), "order": to_global_id("PurchaseOrder", order.pk)}
        data = graphql(both, variables, user=user)["data"]
        assert (data["purchaseRequest"] is not None) is reads, name
        assert (data["purchaseOrder"] is not None) is reads, name
        assert (len(data["purchaseRequests"]["edges"]), len(data["purchaseOrders"]["edges"])) == (reads, reads), name
        preview = data["purchaseOrderCancelPreview"]
        assert preview == (
            {"canCancel": True, "amount": {"amount": 110_000}, "pieces": 1, "endsOrder": True} if reads else None
        )
        nothing = graphql(
            both, {"id": to_global_id("PurchaseRequest", order.pk), "order": variables["order"]}, user=user
        )
        assert nothing["data"]["purchaseRequest"] is None
    for user in (UserFactory(), member_of(order.vendor_order.vendor)):
        answer = graphql(ONE, {"id": id_of(request)}, user=user)
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_who_decides_over_the_api(graphql: Any) -> None:
    at = office()
    request = put_up(at)
    given = {"id": id_of(request), "decision": "APPROVE", "round": 1, "total": 110_000}
    stranger = graphql(DECIDE, given, user=agency_member().user)["data"]["purchaseRequestDecide"]
    unknown = graphql(DECIDE, {**given, "id": to_global_id("PurchaseRequest", at.agency.pk)}, user=agency_member().user)
    assert stranger["errors"][0]["code"] == "NOT_FOUND"
    assert unknown["data"]["purchaseRequestDecide"]["errors"][0]["code"] == "GRAPHQL_ERROR"
    own = graphql(DECIDE, given, user=at.requester.user)["data"]["purchaseRequestDecide"]
    assert own["errors"][0]["code"] == "OWN_REQUEST"
    stale = graphql(DECIDE, {**given, "total": 1}, user=at.approvers[0].user)["data"]["purchaseRequestDecide"]
    assert (stale["errors"][0]["code"], stale["errors"][0]["total"]) == ("TOTAL_MOVED", "110,000")
    request.refresh_from_db()
    assert request.status == "in_approval"


def test_the_list_is_narrowed(graphql: Any) -> None:
    at = office()
    draft_of(at, title="초안")
    running = put_up(at, {goods(at, name="쌀겨 비누"): 1}, title="비누 사기")

    def titles(user: User, **given: Any) -> list[str]:
        rows = graphql(MANY, {"first": 9, "filter": given}, user=user)["data"]["purchaseRequests"]["edges"]
        return [row["node"]["title"] for row in rows]

    assert titles(at.requester.user) == ["비누 사기", "초안"]
    assert titles(at.requester.user, status=["IN_APPROVAL"]) == ["비누 사기"]
    assert titles(at.requester.user, search="쌀겨") == ["비누 사기"]
    assert titles(at.requester.user, search=str(running.number)) == ["비누 사기"]
    assert titles(at.approvers[0].user, mine=True) == []
    assert titles(at.approvers[0].user, toDecide=True) == ["비누 사기"]
    assert titles(at.requester.user, toDecide=True) == []
    assert titles(at.requester.user, department=to_global_id("AgencyDepartment", at.department.pk)) == [
        "비누 사기",
        "초안",
    ]
    assert titles(at.requester.user, agency=to_global_id("Agency", 0), search="%") == []


def test_the_list_costs_the_same_for_many(assert_constant_queries: Any) -> None:
    at = office(approvers=2)
    for _ in range(2):
        approved(at)
    for _ in range(3):
        put_up(at, {goods(at): 1, goods(at): 2})
    assert_constant_queries(MANY, {"first": 1}, {"first": 5}, user=at.requester.user)


DELETE = "mutation ($id: ID!) { purchaseRequestDelete(id: $id) { deletedId errors { code } } }"
UPDATE = """mutation ($id: ID!, $input: PurchaseRequestInput!) { purchaseRequestUpdate(id: $id, input: $input) {
    purchaseRequest { title purpose } errors { field code } } }"""
WITHDRAW = (
    "mutation ($id: ID!) { purchaseRequestWithdraw(id: $id) { purchaseRequest { status checkoutId } errors { code } } }"
)
RESUBMIT = (
    "mutation ($id: ID!) { purchaseRequestResubmit(id: $id) { purchaseRequest { status round } errors { code } } }"
)


def test_a_draft_is_changed_and_deleted_what_was_put_up_is_not(graphql: Any) -> None:
    at = office()
    draft = draft_of(at)
    me = at.requester.user
    changed = graphql(UPDATE, {"id": id_of(draft), "input": {"purpose": "새 목적"}}, user=me)["data"][
        "purchaseRequestUpdate"
    ]
    assert changed == {"purchaseRequest": {"title": draft.title, "purpose": "새 목적"}, "errors": []}
    faults = graphql(UPDATE, {"id": id_of(draft), "input": {"title": " ", "deliverBy": "2001-01-01"}}, user=me)
    codes = {(row["field"], row["code"]) for row in faults["data"]["purchaseRequestUpdate"]["errors"]}
    assert codes == {("title", "REQUIRED"), ("deliverBy", "INVALID")}
    colleague = agency_member(at.agency, AgencyAbility.REQUEST, department=at.department).user
    refused = graphql(DELETE, {"id": id_of(draft)}, user=colleague)
    assert refused["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert graphql(DELETE, {"id": id_of(draft)}, user=me)["data"]["purchaseRequestDelete"]["errors"] == []
    assert not PurchaseRequest.objects.exists()
    running = put_up(at)
    for document, name in ((DELETE, "purchaseRequestDelete"), (RESUBMIT, "purchaseRequestResubmit")):
        answer = graphql(document, {"id": id_of(running)}, user=me)["data"][name]
        assert answer["errors"][0]["code"] == "NOT_EDITABLE"
    back = graphql(WITHDRAW, {"id": id_of(running)}, user=me)["data"]["purchaseRequestWithdraw"]
    assert (back["purchaseRequest"]["status"], back["errors"]) == ("WITHDRAWN", [])
    again = graphql(RESUBMIT, {"id": id_of(running)}, user=me)["data"]["purchaseRequestResubmit"]
    assert again == {"purchaseRequest": {"status": "IN_APPROVAL", "round": 2}, "errors": []}


TEMPLATES = """query ($agency: ID!) { approvalTemplates(agency: $agency) { id name department { name } above { amount } upTo { amount }
    isActive steps { stage label member { name } mayApprove } } }"""
TEMPLATE = """mutation ($agency: ID!, $input: ApprovalTemplateInput!) { approvalTemplateCreate(agency: $agency, input: $input) {
    approvalTemplate { id name } errors { field code } } }"""
TEMPLATE_UPDATE = """mutation ($id: ID!, $input: ApprovalTemplateInput!) { approvalTemplateUpdate(id: $id, input: $input) {
    approvalTemplate { name steps { stage } } errors { field code } } }"""
TEMPLATE_DELETE = "mutation ($id: ID!) { approvalTemplateDelete(id: $id) { deletedId errors { code } } }"


def test_approval_lines_are_kept_by_who_administers(graphql: Any) -> None:
    at = office()
    at.template.delete()
    chief = agency_member(at.agency, AgencyAbility.ADMINISTER)
    agency = to_global_id("Agency", at.agency.pk)
    steps = [{"stage": 3, "member": to_global_id("AgencyMember", at.approvers[0].pk), "label": "검토"}]
    given = {"name": "과장 전결", "upTo": 5_000_000, "steps": steps}
    denied = graphql(TEMPLATE, {"agency": agency, "input": given}, user=at.requester.user)
    assert denied["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    made = graphql(TEMPLATE, {"agency": agency, "input": given}, user=chief.user)["data"]["approvalTemplateCreate"]
    assert made["errors"] == []
    listed = graphql(TEMPLATES, {"agency": agency}, user=at.requester.user)["data"]["approvalTemplates"]
    assert [(row["name"], row["upTo"]["amount"], row["steps"][0]["stage"]) for row in listed] == [
        ("과장 전결", 5_000_000, 1)
    ]

    def codes(**more: Any) -> list[tuple[str, str]]:
        answer = graphql(TEMPLATE, {"agency": agency, "input": {**given, **more}}, user=chief.user)
        return [(row["field"], row["code"]) for row in answer["data"]["approvalTemplateCreate"]["errors"]]

    foreign = to_global_id("AgencyMember", office().approvers[0].pk)
    cannot = to_global_id("AgencyMember", at.requester.pk)
    assert codes() == [("above", "UNIQUE")]
    assert codes(above=7, upTo=7) == [("upTo", "INVALID")]
    assert codes(above=9, steps=[]) == [("steps", "REQUIRED")]
    assert codes(above=9, steps=steps * 2) == [("steps", "INVALID")]
    assert codes(above=9, steps=[{"stage": 1, "member": foreign}]) == [("steps", "NOT_FOUND")]
    assert codes(above=9, steps=[{"stage": 1, "member": cannot}]) == [("steps", "APPROVER_GONE")]
    assert codes(above=9, department=to_global_id("AgencyDepartment", office().department.pk)) == [
        ("department", "NOT_FOUND")
    ]
    assert ApprovalTemplate.objects.filter(agency=at.agency).count() == 1
    pk = made["approvalTemplate"]["id"]
    changed = graphql(TEMPLATE_UPDATE, {"id": pk, "input": {**given, "name": "국장 전결"}}, user=chief.user)
    assert changed["data"]["approvalTemplateUpdate"]["approvalTemplate"]["name"] == "국장 전결"
    other = agency_member().user
    for document, variables in ((TEMPLATE_UPDATE, {"id": pk, "input": given}), (TEMPLATE_DELETE, {"id": pk})):
        (answer,) = graphql(document, variables, user=other)["data"].values()
        assert answer["errors"][0]["code"] == "NOT_FOUND"
    assert graphql(TEMPLATES, {"agency": agency}, user=other)["data"]["approvalTemplates"] is None
    assert graphql(TEMPLATE_DELETE, {"id": pk}, user=chief.user)["data"]["approvalTemplateDelete"]["errors"] == []
    assert not ApprovalTemplate.objects.filter(agency=at.agency).exists()


def test_templates_cost_the_same_for_many(assert_constant_queries: Any) -> None:
    few, many = office(), office()
    person = agency_member(few.agency).user
    agency_member(many.agency, user=person)
    for number in range(1, 5):
        template_of(many.agency, many.approvers, above=number * 1_000, department=many.department)
    assert_constant_queries(
        TEMPLATES,
        {"agency": to_global_id("Agency", few.agency.pk)},
        {"agency": to_global_id("Agency", many.agency.pk)},
        user=person,
    )


VENDOR_ORDERS = """query ($vendor: ID!, $first: Int!) { vendorPurchaseOrders(vendor: $vendor, first: $first) { totalCount edges { node {
    id number status title agency { name } requester { name } deliverBy paper { number } openChange { id reason pieces { quantity } }
    changes { status } vendorOrder { number total { gross { amount } } lines { productName quantity } } } } } }"""
ACCEPT = "mutation ($id: ID!) { vendorPurchaseOrderAccept(id: $id) { purchaseOrder { status } errors { code } } }"
PROPOSE = """mutation ($id: ID!, $input: PurchaseOrderChangeInput!) { vendorPurchaseOrderProposeChange(id: $id, input: $input) {
    purchaseOrder { status openChange { id reason } } errors { field code } } }"""
ANSWER = """mutation ($id: ID!, $change: ID!, $agrees: Boolean!, $note: String) {
    purchaseOrderChangeDecide(id: $id, changeId: $change, agrees: $agrees, note: $note) {
    purchaseOrder { status deliverBy } errors { code } } }"""
CANCEL = "mutation ($id: ID!, $reason: String!) { purchaseOrderCancel(id: $id, reason: $reason) { purchaseOrder { status } errors { code } } }"


def test_an_enterprise_answers_its_purchase_order(graphql: Any) -> None:
    at = office()
    approved(at)
    order = PurchaseOrder.objects.get()
    clerk, pk = member_of(order.vendor_order.vendor), to_global_id("PurchaseOrder", order.pk)
    vendor = to_global_id("Vendor", order.vendor_order.vendor_id)
    (edge,) = graphql(VENDOR_ORDERS, {"vendor": vendor, "first": 5}, user=clerk)["data"]["vendorPurchaseOrders"][
        "edges"
    ]
    assert (edge["node"]["id"], edge["node"]["agency"]["name"]) == (pk, at.agency.name)
    stranger = member_of(SellerFactory())
    assert (
        graphql(VENDOR_ORDERS, {"vendor": vendor, "first": 5}, user=stranger)["data"]["vendorPurchaseOrders"]["edges"]
        == []
    )
    refused = graphql(ACCEPT, {"id": pk}, user=stranger)["data"]["vendorPurchaseOrderAccept"]
    assert refused["errors"][0]["code"] == "NOT_FOUND"
    day = (order.deliver_by + dt.timedelta(days=4)).isoformat()
    change = graphql(PROPOSE, {"id": pk, "input": {"deliverBy": day, "reason": "재료가 늦어요"}}, user=clerk)["data"]
    proposed = change["vendorPurchaseOrderProposeChange"]
    assert (proposed["errors"], proposed["purchaseOrder"]["status"]) == ([], "CHANGE_PROPOSED")
    given = {"id": pk, "change": proposed["purchaseOrder"]["openChange"]["id"], "agrees": True}
    agreed = graphql(ANSWER, given, user=at.requester.user)["data"]["purchaseOrderChangeDecide"]
    assert agreed == {"purchaseOrder": {"status": "ACCEPTED", "deliverBy": day}, "errors": []}
    cancelled = graphql(CANCEL, {"id": pk, "reason": "행사가 없어졌어요"}, user=at.requester.user)["data"][
        "purchaseOrderCancel"
    ]
    assert cancelled == {"purchaseOrder": {"status": "CANCELED"}, "errors": []}
    late = graphql(ACCEPT, {"id": pk}, user=clerk)["data"]["vendorPurchaseOrderAccept"]
    assert late["errors"][0]["code"] == "NOT_POSSIBLE_NOW"


def test_purchase_orders_cost_the_same_for_many(assert_constant_queries: Any) -> None:
    at = office()
    vendor = SellerFactory()
    for _ in range(4):
        approved(at, {goods(at, vendor=vendor): 1}, split_reason="행사가 여럿이에요")
    agency = """query ($first: Int!) { purchaseOrders(first: $first) { edges { node { id number status title agency { name }
        requester { name role } paper { url } changes { id } vendorOrder { vendor { name } total { gross { amount } } } } } } }"""
    assert_constant_queries(agency, {"first": 1}, {"first": 4}, user=at.requester.user)
    mine = {"vendor": to_global_id("Vendor", vendor.pk)}
    assert_constant_queries(VENDOR_ORDERS, {**mine, "first": 1}, {**mine, "first": 4}, user=member_of(vendor))


def fetch(client: Any, request: PurchaseRequest, user: User | None) -> Any:
    headers = {"Authorization": f"Bearer {token_create(user=user, kind=ACCESS)}"} if user else {}
    return client.get(f"/procurement/requests/{request.pk}/folder.zip", headers=headers)


def test_the_folder_holds_every_paper_with_its_checksum(client: Any) -> None:
    at = office()
    request = approved(at, {goods(at): 1, goods(at): 1})
    response = fetch(client, request, at.requester.user)
    assert (response.status_code, response["Content-Type"]) == (200, "application/zip")
    archive = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
    assert archive.testzip() is None
    rows = list(csv.reader(io.StringIO(archive.read("index.csv").decode("utf-8-sig"))))[1:]
    assert sorted(row[2] for row in rows) == ["발주서", "발주서", "품의서"]
    for row in rows:
        assert hashlib.sha256(archive.read(row[1])).hexdigest() == row[7]
        assert archive.read(row[1]).startswith(b"%PDF-")
    index = archive.read("index.html").decode()
    assert request.title in index
    assert all(row[7] in index for row in rows)
    assert "결재 올림" in archive.read("trail.csv").decode("utf-8-sig")
    assert request.events.filter(action="folder_read", actor_id=at.requester.user_id).count() == 1


def test_who_may_not_read_it_gets_no_folder(client: Any) -> None:
    at = office()
    request = approved(at)
    for user in (agency_member().user, member_of(PurchaseOrder.objects.get().vendor_order.vendor), UserFactory()):
        assert fetch(client, request, user).status_code == 404
    assert fetch(client, request, None).status_code == 401
    assert not request.events.filter(action="folder_read").exists()


def test_a_direct_order_above_the_limit_says_so(graphql: Any) -> None:
    at = office()
    AgencyPolicy.objects.create(
        agency=at.agency, effective_from=dt.date(2020, 1, 1), law=Law.LOCAL, direct_order_up_to=100_000
    )
    basket = basket_of(at, {goods(at, price=110_000): 1})
    complete = "mutation ($id: ID!) { checkoutComplete(id: $id) { order { id } errors { field code message } } }"
    answer = graphql(complete, {"id": to_global_id("Checkout", basket.pk)}, user=at.requester.user)
    (error,) = answer["data"]["checkoutComplete"]["errors"]
    assert (error["code"], error["field"]) == ("APPROVAL_REQUIRED", "totalPrice")
    assert "100,000원" in error["message"]
