"""Which enterprises and certificates are shown: a badge exists only through a proof that counts today."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.vendors import DistrictFactory, SellerFactory, certify
from market.core import clock
from market.core.permissions import MANAGE_VENDORS
from market.vendors.models import CertificateKind, VendorMember, VendorRole

pytestmark = pytest.mark.django_db
VENDOR = "query ($s: String!) { vendor(slug: $s) { name kindName businessNumber address certificates { kind { code } state } } }"
LIST = """query ($f: VendorFilterInput, $n: Int, $after: String, $sort: VendorSortingInput) {
    vendors(first: $n, after: $after, filter: $f, sortBy: $sort) { totalCount pageInfo { hasNextPage endCursor }
        edges { node { slug kindName district { name } certificates { kind { shortName } } deliveryTerms { fee { amount } } } } } }"""


def names(answer: Any) -> list[str]:
    return [edge["node"]["slug"] for edge in answer["data"]["vendors"]["edges"]]


@pytest.mark.parametrize(
    ("days_left", "status", "state"),
    [
        (None, "verified", "VALID"),
        (61, "verified", "VALID"),
        (60, "verified", "EXPIRING"),
        (0, "verified", "EXPIRING"),
        (-1, "verified", None),
        (100, "submitted", None),
        (100, "revoked", None),
        (100, "rejected", None),
    ],
)
def test_a_certificate_counts_through_its_last_day_and_only_when_verified(
    graphql: Any, days_left: int | None, status: str, state: str | None
) -> None:
    vendor = SellerFactory()
    until = None if days_left is None else clock.today() + dt.timedelta(days=days_left)
    certify(vendor, "SOCIAL_ENTERPRISE", valid_until=until, status=status)
    shown = graphql(VENDOR, {"s": vendor.slug})["data"]["vendor"]["certificates"]
    assert shown == ([{"kind": {"code": "SOCIAL_ENTERPRISE"}, "state": state}] if state else [])
    found = names(graphql(LIST, {"n": 5, "f": {"certificates": ["SOCIAL_ENTERPRISE"]}}))
    assert found == ([vendor.slug] if state else [])


def test_a_preliminary_kind_never_reads_as_certified(graphql: Any) -> None:
    vendor = SellerFactory()
    certify(vendor, "PRE_SOCIAL_REGIONAL")
    CertificateKind.objects.filter(code="PRE_SOCIAL_REGIONAL").update(
        name="지역형 예비사회적기업", is_preliminary=True, is_enterprise_kind=True
    )
    assert graphql(VENDOR, {"s": vendor.slug})["data"]["vendor"]["kindName"] == "지역형 예비사회적기업"
    certify(vendor, "COOP")
    CertificateKind.objects.filter(code="COOP").update(name="협동조합", is_enterprise_kind=True)
    assert graphql(VENDOR, {"s": vendor.slug})["data"]["vendor"]["kindName"] == "협동조합"


def test_an_enterprise_that_does_not_sell_is_seen_by_its_members_and_staff_only(graphql: Any) -> None:
    vendor, member = SellerFactory(status="suspended"), UserFactory()
    VendorMember.objects.create(vendor=vendor, user=member, role=VendorRole.OWNER)
    seen = [
        graphql(VENDOR, {"s": vendor.slug}, user=user)["data"]["vendor"]
        for user in (None, UserFactory(), member, staff_with(MANAGE_VENDORS))
    ]
    assert [bool(vendor) for vendor in seen] == [False, False, True, True]


def test_a_business_number_and_address_are_written_as_on_paper(graphql: Any) -> None:
    vendor = SellerFactory(business_number="1108141272")
    shown = graphql(VENDOR, {"s": vendor.slug})["data"]["vendor"]
    assert (shown["businessNumber"], shown["address"]) == ("110-81-41272", "(08274) 서울특별시 구로구 개봉로23길 10")


def test_vendors_are_found_by_words_and_district(graphql: Any) -> None:
    here = SellerFactory(name="두손공방", district=DistrictFactory(code="seongbuk", name="성북구"))
    SellerFactory(name="햇살한과")
    assert names(graphql(LIST, {"n": 5, "f": {"search": "두손"}})) == [here.slug]
    assert names(graphql(LIST, {"n": 5, "f": {"districts": ["seongbuk"]}})) == [here.slug]
    assert names(graphql(LIST, {"n": 5, "f": {"districts": []}})) == []


@pytest.mark.parametrize("field", ["NAME", "JOINED_AT"])
def test_walking_the_list_meets_everybody_once(graphql: Any, field: str) -> None:
    for number in range(7):
        SellerFactory(name=f"같은 이름 {number % 2}")
    met: list[str] = []
    after = None
    for _ in range(4):
        answer = graphql(LIST, {"n": 2, "after": after, "sort": {"field": field, "direction": "DESC"}})
        met += names(answer)
        after = answer["data"]["vendors"]["pageInfo"]["endCursor"]
    assert len(met) == len(set(met)) == answer["data"]["vendors"]["totalCount"] == 7


def test_the_list_costs_the_same_for_one_and_many(assert_constant_queries: Any) -> None:
    for number in range(24):
        certify(SellerFactory(), f"KIND_{number % 3}")
    assert assert_constant_queries(LIST, {"n": 1}, {"n": 24}) <= 4


@pytest.mark.parametrize(
    "paging",
    [
        {},
        {"n": -1},
        {"n": 101},
        {"n": 2, "after": "rubbish"},
        {"n": 2, "after": "WzFd"},
        {"n": 2, "after": "W251bGwsIDFd"},
    ],
)
def test_paging_nonsense_is_refused_in_words(graphql: Any, paging: dict[str, Any]) -> None:
    answer = graphql(LIST, paging)
    assert answer["data"] == {"vendors": None}
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "GraphQLError"
