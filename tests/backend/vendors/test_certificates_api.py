"""Certificates through the API: the whole way of one, who sees what, what an enterprise cannot reach, and what lists cost."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import UserFactory, codes, staff_with
from factories.certificates import TODAY, Clock, hold, paper_file, waiting
from factories.vendors import SellerFactory, certify, member_of
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_VENDORS
from market.vendors.models import Certificate, Vendor, VendorMember, VendorRole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]
SHOWN = """id status standing daysLeft number item decisionNote isOwn checkedBy submittedBy kind { code registerUrl }
    file { name url contentType } opens { code upTo { amount } } replaces { number } renewal { number } elsewhere { slug }"""
SUBMIT = f"""mutation ($vendor: ID!, $kind: String!, $input: CertificateInput!, $file: Upload!) {{
    certificateSubmit(vendor: $vendor, kind: $kind, input: $input, file: $file) {{ certificate {{ {SHOWN} }} errors {{ field code message }} }} }}"""
REPLACE = f"""mutation ($id: ID!, $input: CertificateInput!, $file: Upload!) {{
    certificateReplace(id: $id, input: $input, file: $file) {{ certificate {{ {SHOWN} }} errors {{ field code message }} }} }}"""
OF_VENDOR = f"query ($vendor: ID!) {{ vendorCertificates(vendor: $vendor) {{ {SHOWN} }} }}"
ONE = f"query ($id: ID!) {{ vendorCertificate(id: $id) {{ {SHOWN} vendor {{ name }} }} }}"
QUEUE = f"""query ($filter: CertificateFilterInput, $n: Int = 10, $after: String) {{ certificatesToCheck(filter: $filter, first: $n, after: $after) {{
    totalCount pageInfo {{ endCursor hasNextPage }} edges {{ node {{ {SHOWN} vendor {{ slug name }} submittedAt }} }} }} }}"""
WOMEN = {"number": "제0111-2026-1호", "issuedOn": "2026-08-29", "validUntil": "2029-08-29"}


def decide(name: str, *, reason: bool = False) -> str:
    extra = (", $reason: String!", ", reason: $reason") if reason else ("", "")
    field = f"certificate{name}(id: $id{extra[1]})"
    return (
        f"mutation ($id: ID!{extra[0]}) {{ {field} {{ certificate {{ {SHOWN} }} errors {{ field code message }} }} }}"
    )


def vendor_id(vendor: Vendor) -> str:
    return to_global_id("Vendor", vendor.pk)


def global_id(certificate: Certificate) -> str:
    return to_global_id("Certificate", certificate.pk)


def hand_in(graphql: Any, vendor: Vendor, user: Any, kind: str = "WOMEN", **changes: Any) -> Any:
    variables = {"vendor": vendor_id(vendor), "kind": kind, "input": {**WOMEN, **changes}, "file": paper_file()}
    answer = graphql(SUBMIT, variables, user=user)
    assert "errors" not in answer, answer
    return answer["data"]["certificateSubmit"]


def test_the_way_of_a_certificate(graphql: Any) -> None:
    vendor = SellerFactory()
    owner, staff = member_of(vendor), staff_with(MANAGE_VENDORS)
    sent = hand_in(graphql, vendor, owner)
    assert sent["errors"] == []
    certificate = sent["certificate"]
    assert (certificate["status"], certificate["standing"], certificate["isOwn"]) == ("SUBMITTED", "WAITING", True)
    assert [way["code"] for way in certificate["opens"]] == ["owner-one-quote", "owner-platform"], "what it would open"
    assert certificate["file"]["name"].startswith("certificate")

    (waiting_now,) = graphql(QUEUE, user=staff)["data"]["certificatesToCheck"]["edges"]
    assert waiting_now["node"]["id"] == certificate["id"]
    done = graphql(decide("Verify"), {"id": certificate["id"]}, user=staff)["data"]["certificateVerify"]
    assert done["errors"] == []
    assert done["certificate"]["standing"] == "VALID"
    assert done["certificate"]["checkedBy"] == "한지우"
    assert graphql(QUEUE, user=staff)["data"]["certificatesToCheck"]["totalCount"] == 0

    again = graphql(decide("Reject", reason=True), {"id": certificate["id"], "reason": "x"}, user=staff)
    assert codes(again["data"]["certificateReject"]) == [("id", "NOT_DECIDABLE")]
    gone = graphql(decide("Revoke", reason=True), {"id": certificate["id"], "reason": "위조예요."}, user=staff)
    after = gone["data"]["certificateRevoke"]["certificate"]
    assert (after["standing"], after["decisionNote"], after["opens"]) == ("REVOKED", "위조예요.", [])
    (seen,) = graphql(OF_VENDOR, {"vendor": vendor_id(vendor)}, user=owner)["data"]["vendorCertificates"]
    assert (seen["standing"], seen["checkedBy"]) == ("REVOKED", None), "who checked is for staff"


def test_a_renewal_stands_beside_the_old_one(graphql: Any) -> None:
    vendor = SellerFactory()
    owner, old = member_of(vendor), certify(vendor, "WOMEN", valid_until=TODAY + dt.timedelta(days=12))
    variables = {"id": global_id(old), "input": WOMEN, "file": paper_file()}
    sent = graphql(REPLACE, variables, user=owner)["data"]["certificateReplace"]
    assert sent["errors"] == []
    assert sent["certificate"]["replaces"]["number"] == old.number
    assert sent["certificate"]["opens"] == [], "the old one keeps those ways open: nothing hangs on the new one yet"
    old_shown = graphql(ONE, {"id": global_id(old)}, user=owner)["data"]["vendorCertificate"]
    assert (old_shown["renewal"]["number"], old_shown["standing"], old_shown["daysLeft"]) == (
        WOMEN["number"],
        "EXPIRING",
        12,
    )
    twice = graphql(REPLACE, {**variables, "file": paper_file()}, user=owner)["data"]["certificateReplace"]
    assert codes(twice) == [("id", "UNIQUE")]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_mistakes_are_told_by_field_in_the_readers_language(graphql: Any, language: str) -> None:
    vendor = SellerFactory()
    variables = {
        "vendor": vendor_id(vendor), "kind": "VULNERABLE_RATIO", "file": paper_file(),
        "input": {"number": "", "issuedOn": "2026-03-24", "validUntil": "2026-09-21"},
    }  # fmt: skip
    answer = graphql(SUBMIT, variables, user=member_of(vendor), language=language)["data"]["certificateSubmit"]
    assert codes(answer) == [("number", "REQUIRED"), ("validUntil", "INVALID")]
    said = answer["errors"][1]["message"]
    assert ("2026년 9월 20일" in said) if language == "ko" else ("2026-09-20" in said)
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("kind", ["NOTHING", "'; DROP TABLE vendors_certificate; --", "\x00", "WOMEN\x00"])
def test_a_kind_that_is_none_is_not_found(graphql: Any, kind: str) -> None:
    vendor = SellerFactory()
    assert codes(hand_in(graphql, vendor, member_of(vendor), kind)) == [("kind", "NOT_FOUND")]


@pytest.mark.parametrize("who", ["another owner", "clerk"])
def test_nobody_reaches_the_certificates_of_others(graphql: Any, who: str) -> None:
    """The answers for what is another's and for what is not there are the same, and nothing changes."""
    certificate = waiting()
    vendor = certificate.vendor
    user = member_of() if who == "another owner" else member_of(vendor, VendorRole.CLERK)
    nothing = {"Certificate": to_global_id("Certificate", 10**9), "Vendor": to_global_id("Vendor", 10**9)}
    calls: list[tuple[str, dict[str, Any]]] = [
        (ONE, {"id": global_id(certificate)}),
        (OF_VENDOR, {"vendor": vendor_id(vendor)}),
        (decide("Withdraw"), {"id": global_id(certificate)}),
        (REPLACE, {"id": global_id(certificate), "input": WOMEN}),
        (SUBMIT, {"vendor": vendor_id(vendor), "kind": "WOMEN", "input": WOMEN}),
    ]

    def ask(document: str, variables: dict[str, Any]) -> Any:
        given = {**variables, **({"file": paper_file()} if "$file" in document else {})}
        answer = graphql(document, given, user=user)
        for error in answer.get("errors", []):
            error.pop("locations", None)
        return answer

    for document, variables in calls:
        name = "id" if "id" in variables else "vendor"
        elsewhere = {**variables, name: nothing["Certificate" if name == "id" else "Vendor"]}
        answer = ask(document, variables)
        if who == "another owner":
            assert answer == ask(document, elsewhere)
            assert "NOT_FOUND" in str(answer)
        else:
            assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert Certificate.objects.get().status == "submitted"


def test_staff_see_where_the_same_number_stands_and_members_do_not(graphql: Any) -> None:
    mine, theirs = SellerFactory(), SellerFactory()
    first, _ = waiting(mine, number="제1호"), waiting(theirs, number="제1호")
    as_staff = graphql(ONE, {"id": global_id(first)}, user=staff_with(MANAGE_VENDORS))["data"]["vendorCertificate"]
    assert [vendor["slug"] for vendor in as_staff["elsewhere"]] == [theirs.slug]
    assert as_staff["isOwn"] is False
    as_owner = graphql(ONE, {"id": global_id(first)}, user=first.submitted_by)["data"]["vendorCertificate"]
    assert as_owner["elsewhere"] == []


def test_staff_who_belong_to_the_enterprise_are_told_so(graphql: Any) -> None:
    certificate, staff = waiting(), staff_with(MANAGE_VENDORS)
    VendorMember.objects.create(vendor=certificate.vendor, user=staff, role=VendorRole.CLERK)
    assert graphql(ONE, {"id": global_id(certificate)}, user=staff)["data"]["vendorCertificate"]["isOwn"] is True
    answer = graphql(decide("Verify"), {"id": global_id(certificate)}, user=staff)["data"]["certificateVerify"]
    assert codes(answer) == [("id", "OWN_CERTIFICATE")]
    assert Certificate.objects.get().status == "submitted"


def test_the_queue_is_walked_oldest_first_and_narrowed(graphql: Any, still: Clock) -> None:
    staff = staff_with(MANAGE_VENDORS)
    for number in range(5):
        still.at(TODAY, 9, number)
        waiting(SellerFactory(name=f"기업 {number}"), "COOP" if number % 2 else "SELF_SUPPORT", number=f"제{number}호")
    met, after = [], None
    for _ in range(3):
        page = graphql(QUEUE, {"n": 2, "after": after}, user=staff)["data"]["certificatesToCheck"]
        met += [edge["node"]["number"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
    assert met == [f"제{number}호" for number in range(5)]

    def found(**wanted: Any) -> list[str]:
        edges = graphql(QUEUE, {"filter": wanted}, user=staff)["data"]["certificatesToCheck"]["edges"]
        return [edge["node"]["number"] for edge in edges]

    assert found(kinds=["COOP"]) == ["제1호", "제3호"]
    assert found(search="기업 4") == ["제4호"]
    assert found(search="제2호") == ["제2호"]
    assert found(search="없는") == found(search="\x00") == found(standing="VALID") == []
    hold(SellerFactory(), "WOMEN", until=TODAY + dt.timedelta(days=60))
    assert len(found(standing="EXPIRING")) == 1
    assert found(standing="EXPIRED") == found(standing="REVOKED") == found(standing="WITHDRAWN") == []


def test_lists_cost_the_same_for_one_and_many(graphql: Any, assert_constant_queries: Any) -> None:
    staff = staff_with(MANAGE_VENDORS)
    few, many = SellerFactory(), SellerFactory()
    owner = member_of(few)
    VendorMember.objects.create(vendor=many, user=owner, role=VendorRole.OWNER)
    waiting(few)
    for number in range(6):
        waiting(many, number=f"제{number}호")
        waiting(number=f"제{number}호")
    assert_constant_queries(QUEUE, {"n": 1}, {"n": 12}, user=staff)
    assert_constant_queries(OF_VENDOR, {"vendor": vendor_id(few)}, {"vendor": vendor_id(many)}, user=owner)


def test_ways_of_buying_cost_the_same_for_one_and_many(assert_constant_queries: Any) -> None:
    for _ in range(6):
        hold(SellerFactory(), "WOMEN", "SMALL")
    document = """query ($n: Int!) { vendors(first: $n) { edges { node { buyingRoutes(amount: 30000000, kind: SERVICES) { code quotes
        upTo { amount } contractArticle certificates { kind { code } } needsOwnProduction openUntil }
        buyingCeilings(kind: GOODS) { code } } } } }"""
    assert assert_constant_queries(document, {"n": 1}, {"n": 6}) <= 9


def test_ways_of_buying_name_ceiling_article_and_certificates(graphql: Any) -> None:
    vendor = SellerFactory()
    hold(vendor, "SOCIAL_ENTERPRISE")
    hold(vendor, "VULNERABLE_RATIO", until=dt.date(2026, 9, 20))
    document = """query ($id: ID!, $on: Date) { vendor(id: $id) { buyingRoutes(amount: 30000000, kind: GOODS, on: $on) { quotes above { amount }
        upTo { amount } isUpToIncluded isThroughPlatform contractArticle english: contractArticle(languageCode: EN) quoteArticle
        certificates { kind { code } } needsOwnProduction openUntil } } }"""
    (way,) = graphql(document, {"id": vendor_id(vendor)})["data"]["vendor"]["buyingRoutes"]
    assert way == {
        "quotes": 1,
        "above": {"amount": 20_000_000.0},
        "upTo": {"amount": 50_000_000.0},
        "isUpToIncluded": True,
        "isThroughPlatform": False,
        "contractArticle": "지방계약법 시행령 제25조제1항제5호바목",
        "english": "Local Contracts Decree, Art. 25(1)5(f)",
        "quoteArticle": "지방계약법 시행령 제30조제1항제2호나목",
        "certificates": [{"kind": {"code": "SOCIAL_ENTERPRISE"}}, {"kind": {"code": "VULNERABLE_RATIO"}}],
        "needsOwnProduction": True,
        "openUntil": "2026-09-20",
    }
    later = graphql(document, {"id": vendor_id(vendor), "on": "2026-09-21"})["data"]["vendor"]["buyingRoutes"]
    assert later == []


def test_ways_of_buying_by_the_law_of_the_state(graphql: Any) -> None:
    vendor = SellerFactory()
    hold(vendor, "SMALL")
    document = """query ($id: ID!, $regime: BuyingRegimeEnum) { vendor(id: $id) {
        buyingRoutes(amount: 30000000, kind: GOODS, regime: $regime) { regime contractArticle isThroughPlatform }
        buyingCeilings(kind: SERVICES, regime: $regime) { regime } } }"""
    for regime, law in ((None, "지방계약법"), ("LOCAL", "지방계약법"), ("STATE", "국가계약법")):
        shown = graphql(document, {"id": vendor_id(vendor), "regime": regime})["data"]["vendor"]
        (way,) = shown["buyingRoutes"]
        assert way["contractArticle"].startswith(f"{law} 시행령")
        assert way["isThroughPlatform"] is True
        assert {row["regime"] for row in [way, *shown["buyingCeilings"]]} == {regime or "LOCAL"}


@pytest.mark.parametrize("amount", ["-1", "1e40", '"x"'])
def test_an_amount_that_is_none_is_refused_in_words(graphql: Any, amount: str) -> None:
    vendor = SellerFactory()
    document = f'{{ vendor(slug: "{vendor.slug}") {{ buyingRoutes(amount: {amount}, kind: GOODS) {{ code }} }} }}'
    answer = graphql(document)
    code = answer["errors"][0]["extensions"]["exception"]["code"] if "errors" in answer else ""
    assert code != "InternalServerError"
    assert code or answer["data"]["vendor"]["buyingRoutes"] == []


def test_a_certificate_without_people_is_still_told(graphql: Any) -> None:
    """What the seed or an earlier system left: no paper, nobody who handed it in."""
    certificate = certify(SellerFactory(), "WOMEN", status="submitted")
    shown = graphql(ONE, {"id": global_id(certificate)}, user=staff_with(MANAGE_VENDORS))["data"]["vendorCertificate"]
    assert (shown["file"], shown["submittedBy"], shown["standing"]) == (None, None, "WAITING")


def test_a_customer_and_nobody_get_past_no_door(graphql: Any) -> None:
    certificate = waiting()
    for user in (None, UserFactory()):
        for document, variables in (
            (ONE, {"id": global_id(certificate)}),
            (QUEUE, {}),
            (decide("Verify"), {"id": "x"}),
        ):
            answer = graphql(document, variables, user=user)
            assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
