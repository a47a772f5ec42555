"""Joining through the API: what an applicant, a stranger and those who vet see, and what it costs."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory, codes, staff_with
from factories.applications import (
    CLOSED,
    NUMBER,
    OTHER_NUMBER,
    applicant,
    draft,
    facts,
    picture,
    reviewer,
    sent,
)
from factories.vendors import SellerFactory
from market.core.global_ids import to_global_id
from market.core.models import AuditEntry
from market.core.permissions import MANAGE_ORDERS, MANAGE_VENDORS
from market.vendors.models import ApplicationStep, VendorApplication, VendorDocument
from market.vendors.services.application_approve import application_approve

pytestmark = pytest.mark.django_db
FIELDS = """id status isMine applicantEmail businessNumber name legalForm openedOn kind { code } district { code } mailOrderNumberIsUsual
    businessState { state isOffline matches checkedAt businessNumber } account { bank lastDigits number holder }
    documents { id kind name } steps { status note isByApplicant actorEmail points { field reason } } reviewNote
    reviewPoints { field reason } missing { field code message } vendor { name } rivals { id }
    approval { slug makesCertificate needsUnchecked obstacles { field code } }"""
ONE = f"query ($id: ID!) {{ vendorApplication(id: $id) {{ {FIELDS} }} }}"
MINE = f"query {{ myVendorApplications {{ {FIELDS} }} }}"
LIST = f"""query ($n: Int, $after: String, $f: VendorApplicationFilterInput) {{ vendorApplications(first: $n, after: $after, filter: $f) {{
    totalCount pageInfo {{ hasNextPage endCursor }} edges {{ node {{ {FIELDS} }} }} }} }}"""
CREATE = "mutation { vendorApplicationCreate { application { id status } errors { field code } } }"
UPDATE = """mutation ($id: ID!, $input: VendorApplicationInput!) { vendorApplicationUpdate(id: $id, input: $input) {
    application { name businessNumber certificateIssuedOn } errors { field code message } } }"""
ADD = """mutation ($id: ID!, $kind: VendorDocumentKindEnum!, $file: Upload!) { vendorApplicationDocumentAdd(id: $id, kind: $kind, file: $file) {
    application { documents { id kind name contentType } } errors { field code } } }"""
REMOVE = "mutation ($id: ID!) { vendorApplicationDocumentRemove(id: $id) { application { documents { id } } errors { field code } } }"
SUBMIT = """mutation ($id: ID!) { vendorApplicationSubmit(id: $id, agreed: true) { application { status businessState { state } }
    errors { field code message } } }"""
CHECK = """mutation ($number: String, $id: ID) { businessNumberCheck(number: $number, applicationId: $id) { isTaken
    businessState { state businessNumber isOffline } application { id } errors { field code message } } }"""
APPROVE = "mutation ($id: ID!) { vendorApplicationApprove(id: $id) { application { status vendor { slug } } errors { field code } } }"
RETURN = """mutation ($id: ID!, $points: [VendorApplicationPointInput!]) { vendorApplicationReturn(id: $id, comment: "고쳐 주세요", points: $points) {
    application { status reviewPoints { field } } errors { field code } } }"""


def gid(application: VendorApplication) -> str:
    return to_global_id("VendorApplication", application.pk)


def test_from_the_first_step_to_the_centre(graphql: Any, run_outbox: Any) -> None:
    user, staff = applicant(), staff_with(MANAGE_VENDORS)
    facts()
    begun = graphql(CREATE, user=user)["data"]["vendorApplicationCreate"]["application"]
    given = {
        "businessNumber": NUMBER, "name": "새봄빵집", "legalName": "새봄빵집 협동조합", "legalForm": "COOPERATIVE", "representative": "한지우",
        "openedOn": "2020-03-02", "kind": "SOCIAL_ENTERPRISE", "mailOrderExemption": "간이과세자", "phone": "02-000-0000",
        "email": "bakery@ieum.example", "postalCode": "08274", "address": "서울특별시 구로구 가상로 10", "district": "guro",
        "introduction": "빵을 구워요.", "bank": "KB", "accountNumber": "110-000-123456", "accountHolder": "새봄빵집",
    }  # fmt: skip
    updated = graphql(UPDATE, {"id": begun["id"], "input": given}, user=user)["data"]["vendorApplicationUpdate"]
    assert updated["errors"] == []
    for kind in ("BUSINESS_REGISTRATION", "BANKBOOK_COPY"):
        added = graphql(ADD, {"id": begun["id"], "kind": kind, "file": picture()}, user=user)
        assert added["data"]["vendorApplicationDocumentAdd"]["errors"] == []
    seen = graphql(ONE, {"id": begun["id"]}, user=user)["data"]["vendorApplication"]
    assert (seen["missing"], seen["isMine"], len(seen["documents"])) == ([], True, 2)
    assert seen["documents"][0]["name"] == "사업자등록증.jpg"
    submitted = graphql(SUBMIT, {"id": begun["id"]}, user=user)["data"]["vendorApplicationSubmit"]
    assert submitted["application"] == {"status": "SUBMITTED", "businessState": {"state": "ACTIVE"}}
    approved = graphql(APPROVE, {"id": begun["id"]}, user=staff)["data"]["vendorApplicationApprove"]
    assert approved["application"] == {"status": "APPROVED", "vendor": {"slug": "새봄빵집"}}
    run_outbox()
    me = graphql("{ me { vendorMemberships { role vendor { name } } } }", user=user)["data"]["me"]
    assert me["vendorMemberships"] == [{"role": "OWNER", "vendor": {"name": "새봄빵집"}}]
    after = graphql(ONE, {"id": begun["id"]}, user=user)["data"]["vendorApplication"]
    assert len(after["documents"]) == 2, "the papers of what was approved are still shown"


def test_what_is_left_out_stays_and_null_takes_a_date_away(graphql: Any) -> None:
    application = draft(with_certificate=True)

    def kept(given: dict[str, Any]) -> tuple[Any, ...]:
        variables = {"id": gid(application), "input": given}
        assert graphql(UPDATE, variables, user=application.applicant)["data"]["vendorApplicationUpdate"]["errors"] == []
        row = VendorApplication.objects.get()
        return row.opened_on is None, row.certificate_issued_on is None, row.legal_form, row.bank

    assert kept({"name": "다른 이름"}) == (False, False, "cooperative", "004")
    assert kept({"certificateIssuedOn": None}) == (False, True, "cooperative", "004")
    assert kept({"openedOn": None, "legalForm": "COMPANY"}) == (True, True, "company", "004")


def test_strangers_see_nothing_and_change_nothing(graphql: Any) -> None:
    application, stranger = sent(), applicant()
    nowhere = to_global_id("VendorApplication", "00000000-0000-4000-8000-000000000000")
    document = to_global_id("VendorDocument", VendorDocument.objects.all()[0].pk)
    for user in (stranger, staff_with(MANAGE_ORDERS)):
        assert graphql(ONE, {"id": gid(application)}, user=user)["data"] == {"vendorApplication": None}
        assert graphql(MINE, user=user)["data"] == {"myVendorApplications": []}
        for mutation, variables in ((SUBMIT, {}), (UPDATE, {"input": {"name": "x"}}), (CHECK, {})):
            others = graphql(mutation, {"id": gid(application), **variables}, user=user)["data"]
            nobodys = graphql(mutation, {"id": nowhere, **variables}, user=user)["data"]
            assert others == nobodys, "another's answers as nobody's"
            assert next(iter(others.values()))["errors"][0]["code"] == "NOT_FOUND"
        removed = graphql(REMOVE, {"id": document}, user=user)["data"]["vendorApplicationDocumentRemove"]
        assert codes(removed) == [("id", "NOT_FOUND")]
    assert VendorDocument.objects.count() == 2
    application.refresh_from_db()
    assert application.name == "새봄빵집"


def test_drafts_are_their_applicants_own_business(graphql: Any) -> None:
    application, staff = draft(), staff_with(MANAGE_VENDORS)
    assert graphql(ONE, {"id": gid(application)}, user=staff)["data"] == {"vendorApplication": None}
    assert graphql(LIST, {"n": 5}, user=staff)["data"]["vendorApplications"]["totalCount"] == 0


def test_the_account_number_is_whole_for_the_reviewer_only_and_only_then(graphql: Any) -> None:
    application, staff = sent(), staff_with(MANAGE_VENDORS)

    def number(user: Any) -> str | None:
        return graphql(ONE, {"id": gid(application)}, user=user)["data"]["vendorApplication"]["account"]["number"]

    assert number(application.applicant) is None
    assert not AuditEntry.objects.filter(action="vendors.application_account_read").exists()
    assert number(staff) == "110000000000"
    entry = AuditEntry.objects.get(action="vendors.application_account_read")
    assert (entry.actor_id, entry.subject_id) == (staff.pk, str(application.pk))
    application_approve(application_id=application.pk, actor=reviewer())
    assert number(staff) is None


def test_others_with_the_same_number_are_told_to_staff_only(graphql: Any) -> None:
    first, second = sent(), sent()
    sent(business_number=OTHER_NUMBER)
    for_staff = graphql(ONE, {"id": gid(first)}, user=staff_with(MANAGE_VENDORS))["data"]["vendorApplication"]
    assert [rival["id"] for rival in for_staff["rivals"]] == [gid(second)]
    for_applicant = graphql(ONE, {"id": gid(first)}, user=first.applicant)["data"]["vendorApplication"]
    assert (for_applicant["rivals"], for_applicant["approval"]) == (None, None)
    assert second.applicant.email not in str(for_applicant)


def test_the_preview_says_what_would_happen_and_what_stands_in_the_way(graphql: Any) -> None:
    application, staff = sent(with_certificate=True), staff_with(MANAGE_VENDORS)
    SellerFactory(slug="새봄빵집")
    preview = graphql(ONE, {"id": gid(application)}, user=staff)["data"]["vendorApplication"]["approval"]
    assert preview == {"slug": "새봄빵집-2", "makesCertificate": True, "needsUnchecked": False, "obstacles": []}
    SellerFactory(business_number="1108141272")
    preview = graphql(ONE, {"id": gid(application)}, user=staff)["data"]["vendorApplication"]["approval"]
    assert preview["obstacles"] == [{"field": "businessNumber", "code": "BUSINESS_NUMBER_TAKEN"}]


def test_what_a_reviewer_asks_for_is_read_by_the_applicant_without_the_reviewers_name(graphql: Any) -> None:
    application, staff = sent(), staff_with(MANAGE_VENDORS)
    points = [{"field": "phone", "reason": "받지 않아요."}]
    returned = graphql(RETURN, {"id": gid(application), "points": points}, user=staff)["data"]
    assert returned["vendorApplicationReturn"]["application"]["status"] == "RETURNED"
    seen = graphql(ONE, {"id": gid(application)}, user=application.applicant)["data"]["vendorApplication"]
    assert (seen["reviewNote"], seen["reviewPoints"]) == ("고쳐 주세요", points)
    assert [(step["status"], step["isByApplicant"]) for step in seen["steps"]] == [
        ("DRAFT", True),
        ("SUBMITTED", True),
        ("RETURNED", False),
    ]
    assert {step["actorEmail"] for step in seen["steps"]} == {None}
    assert staff.email in str(graphql(ONE, {"id": gid(application)}, user=staff))


def test_what_waits_longest_stands_first(graphql: Any) -> None:
    staff = staff_with(MANAGE_VENDORS)
    oldest, newest, decided, back = sent(), sent(), sent(business_number=OTHER_NUMBER), sent()
    application_approve(application_id=decided.pk, actor=reviewer())
    graphql(RETURN, {"id": gid(back), "points": []}, user=staff)
    met: list[str] = []
    after = None
    for _ in range(4):
        page = graphql(LIST, {"n": 1, "after": after}, user=staff)["data"]["vendorApplications"]
        met += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
    assert met == [gid(row) for row in (oldest, newest, back, decided)]
    assert page["totalCount"] == 4


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"status": ["SUBMITTED"]}, 2),
        ({"status": ["APPROVED"]}, 0),
        ({"search": "123-45"}, 1),
        ({"search": "새봄"}, 2),
        ({"search": "달빛"}, 0),
        ({"search": "a\x00b"}, 0),
        ({"kinds": ["SOCIAL_ENTERPRISE"]}, 2),
        ({"kinds": ["COOP"]}, 0),
    ],
)
def test_the_list_is_narrowed(graphql: Any, narrowed: dict[str, Any], found: int) -> None:
    sent()
    sent(business_number=OTHER_NUMBER)
    answer = graphql(LIST, {"n": 5, "f": narrowed}, user=staff_with(MANAGE_VENDORS))
    assert answer["data"]["vendorApplications"]["totalCount"] == found


def test_a_number_is_checked_before_it_is_written_down(graphql: Any, settings: Any) -> None:
    user = applicant()
    SellerFactory(business_number="1234567891")

    def check(number: str) -> Any:
        return graphql(CHECK, {"number": number}, user=user)["data"]["businessNumberCheck"]

    assert check(NUMBER)["businessState"] == {"state": "ACTIVE", "businessNumber": NUMBER, "isOffline": True}
    assert check(CLOSED)["businessState"]["state"] == "CLOSED"
    assert check(OTHER_NUMBER)["isTaken"] is True
    assert codes(check("123-45-67890")) == [("number", "BUSINESS_NUMBER_INVALID")]
    assert codes(check("")) == [("number", "BUSINESS_NUMBER_INVALID")]
    settings.BUSINESS_NUMBER_CHECKS_PER_HOUR = 4
    assert check(NUMBER)["errors"] == []
    assert codes(check(NUMBER)) == [("number", "TOO_MANY_REQUESTS")]


def test_the_answer_is_kept_with_the_application_that_is_named(graphql: Any) -> None:
    application = draft()
    checked = graphql(CHECK, {"id": gid(application)}, user=application.applicant)["data"]["businessNumberCheck"]
    assert checked["application"] == {"id": gid(application)}
    application.refresh_from_db()
    assert (application.registry_state["code"], application.registry_state["matches"]) == ("active", True)


def test_errors_speak_the_readers_language(graphql: Any) -> None:
    application = draft()
    variables = {"id": gid(application), "input": {"phone": "x"}}
    said = [
        graphql(UPDATE, variables, user=application.applicant, language=language)["data"]["vendorApplicationUpdate"][
            "errors"
        ][0]["message"]
        for language in ("ko", "en")
    ]
    assert said == [
        "전화번호가 아니에요. 02-000-0000처럼 적어 주세요.",
        "This is no Korean phone number, e.g. 02-000-0000.",
    ]


def test_a_paper_is_looked_into_and_taken_back(graphql: Any) -> None:
    application = draft()
    user = application.applicant
    from django.core.files.uploadedfile import SimpleUploadedFile

    fake = SimpleUploadedFile("등록증.pdf", b"MZ this is a program", "application/pdf")
    variables = {"id": gid(application), "kind": "CERTIFICATE"}
    refused = graphql(ADD, {**variables, "file": fake}, user=user)["data"]["vendorApplicationDocumentAdd"]
    assert codes(refused) == [("file", "INVALID")]
    assert VendorDocument.objects.count() == 2
    added = graphql(ADD, {**variables, "file": picture()}, user=user)["data"]["vendorApplicationDocumentAdd"]
    paper = next(one for one in added["application"]["documents"] if one["kind"] == "CERTIFICATE")
    removed = graphql(REMOVE, {"id": paper["id"]}, user=user)["data"]["vendorApplicationDocumentRemove"]
    assert len(removed["application"]["documents"]) == 2
    assert not VendorDocument.objects.filter(kind="certificate").exists()


@pytest.mark.parametrize("given", ["nonsense", to_global_id("Vendor", 1), ""])
def test_what_is_no_id_is_nothing(graphql: Any, given: str) -> None:
    user = UserFactory(is_confirmed=True)
    assert graphql(ONE, {"id": given}, user=user)["data"] == {"vendorApplication": None}
    assert codes(graphql(SUBMIT, {"id": given}, user=user)["data"]["vendorApplicationSubmit"]) == [
        ("id", "GRAPHQL_ERROR")
    ]


@pytest.mark.parametrize("status", ["SUBMITTED", "APPROVED"])
def test_lists_cost_the_same_for_one_and_many(assert_constant_queries: Any, status: str) -> None:
    staff = staff_with(MANAGE_VENDORS)
    for number in ("110-81-41272", "123-45-67891", "505-81-24020", "120-81-47521", "220-81-62517"):
        application = sent(with_certificate=number[0] == "1", business_number=number)
        ApplicationStep.objects.create(application=application, status="submitted", actor=staff)
        if status == "APPROVED":
            application_approve(application_id=application.pk, actor=reviewer())
    few, many = ({"n": size, "f": {"status": [status]}} for size in (1, 5))
    assert assert_constant_queries(LIST, few, many, user=staff) <= 16


def test_ones_own_list_costs_the_same_for_one_and_many(statements_of: Any) -> None:
    user = applicant()
    application_of_one = sent(user)
    few = statements_of(MINE, user=user)
    sent(user, business_number=OTHER_NUMBER)
    sent(user, business_number="505-81-24020")
    assert len(statements_of(MINE, user=user)) == len(few)
    assert application_of_one.applicant_id == user.pk
