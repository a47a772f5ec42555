"""Who reads an issued paper, by the query and by the address of the file."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.papers import issued
from factories.procurement import agency_member, agency_of
from factories.vendors import SellerFactory, member_of
from market.accounts.models import User
from market.accounts.services.tokens import ACCESS, token_create
from market.agencies.permissions import AgencyAbility
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_ORDERS, MANAGE_PRODUCTS
from market.papers import ports
from market.papers.models import Paper, PaperReading

pytestmark = pytest.mark.django_db
QUERY = "query($id: ID!) { paper(id: $id) { id kind number title issuedAt size sha256 checkNumber url } }"


def fetch(client: Any, paper: Paper | uuid.UUID, user: User | None) -> Any:
    headers = {"Authorization": f"Bearer {token_create(user=user, kind=ACCESS)}"} if user else {}
    return client.get(f"/papers/{paper.pk if isinstance(paper, Paper) else paper}/", headers=headers)


def reads(graphql: Any, client: Any, paper: Paper, user: User) -> bool:
    """Whether both doors are open; they must agree."""
    by_query = graphql(QUERY, {"id": to_global_id("Paper", paper.pk)}, user=user)["data"]["paper"] is not None
    by_file = fetch(client, paper, user).status_code
    assert by_file == (200 if by_query else 404)
    return by_query


def test_both_sides_and_staff_read_it_and_nobody_else(graphql: Callable[..., Any], client: Any) -> None:
    agency, vendor = agency_of(), SellerFactory()
    paper = issued(agency=agency, vendor_id=vendor.pk)
    left = agency_member(agency, is_active=False)
    readers = [
        agency_member(agency, AgencyAbility.INSPECT).user,
        member_of(vendor),
        member_of(vendor, "clerk"),
        staff_with(MANAGE_ORDERS),
    ]
    strangers = [
        left.user,
        agency_member().user,
        member_of(),
        UserFactory(),
        staff_with(MANAGE_PRODUCTS),
    ]
    assert [reads(graphql, client, paper, user) for user in readers] == [True] * 4
    assert [reads(graphql, client, paper, user) for user in strangers] == [False] * 5
    assert fetch(client, paper, None).status_code == 404
    assert graphql(QUERY, {"id": to_global_id("Paper", paper.pk)})["data"]["paper"] is None
    assert list(PaperReading.objects.values_list("user_id", flat=True)) == [user.pk for user in readers]


def test_what_a_reader_sees(graphql: Callable[..., Any], client: Any) -> None:
    member = agency_member()
    paper = issued(agency=member.agency)
    shown = graphql(QUERY, {"id": to_global_id("Paper", paper.pk)}, user=member.user)["data"]["paper"]
    assert shown["kind"] == "QUOTE"
    assert shown["number"] == "EQ-2026-0001"
    assert (shown["size"], shown["sha256"], shown["checkNumber"]) == (paper.size, paper.sha256, paper.facts["check"])
    answer = client.get(
        shown["url"].removeprefix("http://testserver"),
        headers={"Authorization": f"Bearer {token_create(user=member.user, kind=ACCESS)}"},
    )
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert PaperReading.objects.get().ip_address


def test_what_does_not_exist_is_missing(graphql: Callable[..., Any], client: Any) -> None:
    user = agency_member().user
    assert fetch(client, uuid.uuid4(), user).status_code == 404
    for id in ("", "x", to_global_id("Paper", 7), to_global_id("Order", uuid.uuid4())):
        assert graphql(QUERY, {"id": id}, user=user)["data"]["paper"] is None


class Sealed:
    """Subjects of tests: sealed from agencies, sent to one enterprise."""

    def __init__(self, invited: int) -> None:
        self.invited = invited

    def is_sealed(self, subject_id: str) -> bool:
        return subject_id == "sealed"

    def readers_among(self, subject_id: str, vendor_ids: list[int]) -> bool:
        return self.invited in vendor_ids


def test_the_room_above_may_seal_and_show(
    graphql: Callable[..., Any], client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency, vendor, other = agency_of(), SellerFactory(), SellerFactory()
    member, seller, invited = agency_member(agency).user, member_of(vendor), member_of(other)
    monkeypatch.setitem(ports._subjects, "Probe", Sealed(other.pk))
    sealed = issued(agency=agency, vendor_id=vendor.pk, subject_type="Probe", subject_id="sealed")
    opened = issued(agency=agency, vendor_id=vendor.pk, subject_type="Probe", subject_id="open", number="EQ-2026-0002")
    sent = issued(agency=agency, subject_type="Probe", subject_id="open", number="EQ-2026-0003")
    table = [
        [reads(graphql, client, paper, user) for user in (member, seller, invited)] for paper in (sealed, opened, sent)
    ]
    assert table == [[False, True, False], [True, True, False], [True, False, True]]
