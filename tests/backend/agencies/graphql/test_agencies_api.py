"""Agencies over the API: who sees what of whom, and as many statements for many as for one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.agencies import DOMAIN, acting, colleague, draft, number_of, official, once, run_agency, sent
from factories.applications import picture
from factories.procurement import agency_member, agency_of
from market.accounts.models import User
from market.accounts.services.tokens import ACCESS, token_create
from market.agencies.models import Agency, AgencyApplication, AgencyInvitation, AgencyPolicy, Department, Deputy
from market.agencies.permissions import AgencyAbility
from market.agencies.services.application_update import application_paper_set
from market.agencies.services.invitation_accept import invitation_token_create
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_AGENCIES, MANAGE_VENDORS

pytestmark = pytest.mark.django_db
AGENCY = """query ($id: ID!) { agency(id: $id) {
    id name registrationNumber regime emailDomain address joinedAt
    departments { id name isActive people } members { id name email jobTitle abilities isActive isYou department { name } }
    invitations { id email abilities department { name } isExpired } deputies { id isActive member { name } deputy { name } }
    joinRequests { id name officialEmail } policies { id effectiveFrom endsOn isCurrent isChangeable createdBy directOrderUpTo }
    rules { law directOrderUpTo holdDays } } }"""
LIST = """query ($n: Int, $f: AgencyFilterInput) { agencies(first: $n, filter: $f) { totalCount edges { node {
    id name emailDomain departments { name } members { name abilities } policies { endsOn } rules { law } } } } }"""
APPLICATIONS = """query ($n: Int, $f: AgencyApplicationFilterInput) { agencyApplications(first: $n, filter: $f) { totalCount edges { node {
    id status applicantEmail applicantName sameNumber { name } sameDomain { name } rivals { name } steps { status isByApplicant }
    missing { field } agency { name } passedOnTo { name } } } } }"""
ONE = """query ($id: ID!) { agencyApplication(id: $id) {
    id status isMine name paper { name url } sameNumber { id } rivals { id } passedOnTo { id } agency { id } missing { field code } } }"""


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def boss_user(agency: Agency) -> User:
    return agency_member(agency).user


def furnished(people: int = 1) -> Agency:
    """An agency with everything there is, so many times."""
    agency, _, _ = run_agency(registration_number=number_of(700 + Agency.objects.count()), email_domain=DOMAIN)
    for number in range(people):
        room = Department.objects.create(agency=agency, name=f"{number}과")
        chief, other = (colleague(agency, AgencyAbility.APPROVE, department=room)[0] for _ in range(2))
        Deputy.objects.create(member=chief, deputy=other, starts_on=clock.today(), ends_on=clock.today())
        AgencyInvitation.objects.create(
            agency=agency, email=f"n{number}@{DOMAIN}", abilities=[], department=room, expires_at=clock.now()
        )
        AgencyPolicy.objects.create(
            agency=agency,
            law="local",
            effective_from=clock.today() - dt.timedelta(days=number),
            created_by=chief.user,
        )
        sent(registration_number=agency.registration_number)
    return agency


def test_members_see_their_agency_and_administrators_who_is_invited(graphql: Any) -> None:
    agency = furnished()
    clerk, boss = agency.members.filter(abilities=["approve"]).first(), boss_user(agency)
    assert clerk is not None
    seen = graphql(AGENCY, {"id": gid(agency)}, user=clerk.user)["data"]["agency"]
    assert (seen["invitations"], seen["joinRequests"], len(seen["members"])) == (None, None, 4)
    assert (seen["emailDomain"], seen["rules"]["law"], seen["policies"][0]["isCurrent"]) == (DOMAIN, "LOCAL", True)
    seen = graphql(AGENCY, {"id": gid(agency)}, user=boss)["data"]["agency"]
    assert (len(seen["invitations"]), len(seen["joinRequests"]), seen["departments"][0]["people"]) == (1, 1, 2)
    assert graphql(AGENCY, {"id": gid(agency)}, user=staff_with(MANAGE_AGENCIES))["data"]["agency"]["joinRequests"]


def test_another_agency_is_as_one_that_does_not_exist(graphql: Any) -> None:
    agency, stranger = furnished(), boss_user(agency_of())
    member = gid(agency.members.first())
    for id in (gid(agency), to_global_id("Agency", 987_654), "nonsense"):
        assert graphql(AGENCY, {"id": id}, user=stranger)["data"] == {"agency": None}
    for query, given in (
        ("query ($id: ID!) { agencyMember(id: $id) { email } }", {"id": member}),
        ("query ($id: ID!) { agencyHandoverPreview(member: $id) { missing } }", {"id": member}),
        (
            'query ($id: ID!) { agencyPolicyPreview(agency: $id, effectiveFrom: "2099-01-01") { field } }',
            {"id": gid(agency)},
        ),
        (ONE, {"id": gid(AgencyApplication.objects.get())}),
    ):
        answer = graphql(query, given, user=stranger)
        assert list(answer["data"].values()) == [None], answer
    for user in (None, UserFactory(), staff_with(MANAGE_VENDORS)):
        answer = graphql(AGENCY, {"id": gid(agency)}, user=user)
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_applicants_do_not_learn_who_is_here_and_staff_do(graphql: Any) -> None:
    agency, _, boss = run_agency(registration_number=number_of(801))
    known, unknown = sent(registration_number=number_of(801)), sent()
    hidden = {
        "sameNumber": None,
        "rivals": None,
        "passedOnTo": None,
        "agency": None,
        "status": "SUBMITTED",
        "isMine": True,
    }
    for application in (known, unknown):
        seen = graphql(ONE, {"id": gid(application)}, user=application.applicant)["data"]["agencyApplication"]
        assert seen | hidden == seen
    seen = graphql(ONE, {"id": gid(known)}, user=staff_with(MANAGE_AGENCIES))["data"]["agencyApplication"]
    assert (seen["sameNumber"], seen["passedOnTo"]) == ([{"id": gid(agency)}], {"id": gid(agency)})
    assert graphql(ONE, {"id": gid(known)}, user=User.objects.get(pk=boss.user_id))["data"]["agencyApplication"]
    assert graphql(ONE, {"id": gid(draft())}, user=staff_with(MANAGE_AGENCIES))["data"]["agencyApplication"] is None


def test_lists_take_as_many_statements_for_many_as_for_one(assert_constant_queries: Any) -> None:
    few, many = furnished(1), furnished(4)
    for _ in range(3):
        furnished()
    staff = staff_with(MANAGE_AGENCIES)
    assert_constant_queries(AGENCY, {"id": gid(few)}, {"id": gid(many)}, user=staff)
    assert_constant_queries(LIST, {"n": 1}, {"n": 5}, user=staff)
    assert_constant_queries(APPLICATIONS, {"n": 1}, {"n": 5}, user=staff)


def test_staff_find_agencies_and_applications(graphql: Any) -> None:
    one = agency_of(name="가온학교", regime="own_rules", email_domain="gaon.example")
    agency_of()
    staff = staff_with(MANAGE_AGENCIES)

    def found(**wanted: Any) -> list[str]:
        edges = graphql(LIST, {"n": 10, "f": wanted}, user=staff)["data"]["agencies"]["edges"]
        return [edge["node"]["name"] for edge in edges]

    for wanted in (
        {"search": "가온"},
        {"search": "gaon.ex"},
        {"regime": ["OWN_RULES"]},
        {"search": one.registration_number},
    ):
        assert found(**wanted) == ["가온학교"]
    assert found(search="x\x00y") == []
    waiting, other = sent(name="물빛구청"), sent()
    once_decided = {"n": 10, "f": {"status": ["APPROVED"]}}
    assert graphql(APPLICATIONS, once_decided, user=staff)["data"]["agencyApplications"]["totalCount"] == 0
    edges = graphql(APPLICATIONS, {"n": 10}, user=staff)["data"]["agencyApplications"]["edges"]
    assert [edge["node"]["id"] for edge in edges] == [gid(waiting), gid(other)]  # the longest waiting first
    named = graphql(APPLICATIONS, {"n": 10, "f": {"search": "물빛"}}, user=staff)["data"]["agencyApplications"]
    assert named["totalCount"] == 1


def test_a_whole_life_through_the_api(graphql: Any) -> None:
    def do(name: str, given: str, back: str, user: User, **values: Any) -> Any:
        arguments = ", ".join(
            f"{one.split(':')[0].strip('$ ')}: {one.split(':')[0].strip()}" for one in given.split(",")
        )
        document = f"mutation ({given}) {{ {name}({arguments}) {{ {back} errors {{ field code message }} }} }}"
        return graphql(document, values, user=user)["data"][name]

    user, staff = official(), staff_with(MANAGE_AGENCIES)
    begun = graphql("mutation { agencyRegister { application { id } errors { code } } }", {}, user=user)
    id = begun["data"]["agencyRegister"]["application"]["id"]
    wrong = do(
        "agencyApplicationUpdate",
        "$id: ID!, $input: AgencyApplicationInput!",
        "application { id }",
        user,
        id=id,
        input={"officialEmail": "a@gmail.com", "registrationNumber": "1"},
    )
    assert {(one["field"], one["code"]) for one in wrong["errors"]} == {
        ("officialEmail", "PUBLIC_MAIL"),
        ("registrationNumber", "BUSINESS_NUMBER_INVALID"),
    }
    facts = {
        "registrationNumber": number_of(901), "name": "가람구청", "regime": "OWN_RULES", "baseLaw": "STATE", "representative": "한지우",
        "phone": "02-000-0000", "postalCode": "08274", "address": "가상로 10", "department": "회계과", "jobTitle": "주무관",
    }  # fmt: skip
    saved = do(
        "agencyApplicationUpdate",
        "$id: ID!, $input: AgencyApplicationInput!",
        "application { missing { field } }",
        user,
        id=id,
        input=facts,
    )
    assert saved == {"application": {"missing": []}, "errors": []}
    assert do("agencyApplicationSubmit", "$id: ID!", "application { status }", user, id=id)["application"] == {
        "status": "SUBMITTED"
    }
    approved = do("agencyApplicationApprove", "$id: ID!", "application { agency { id } }", staff, id=id)
    agency = approved["application"]["agency"]["id"]
    invited = do(
        "agencyMemberInvite", "$agency: ID!, $email: String!, $abilities: [AgencyAbilityEnum!]!", "invitation { id }", user,
        agency=agency, email=f"new@{DOMAIN}", abilities=["APPROVE", "PAY"],
    )  # fmt: skip
    assert invited["errors"] == []
    guest = UserFactory(email=f"new@{DOMAIN}", is_confirmed=True)
    token = invitation_token_create(AgencyInvitation.objects.get())
    joined = do("agencyInvitationAccept", "$token: String!", "membership { id abilities }", guest, token=token)
    assert joined["membership"]["abilities"] == ["APPROVE", "PAY"]
    created = do(
        "agencyPolicyCreate", "$agency: ID!, $effectiveFrom: Date!, $input: AgencyPolicyInput!", "policy { law isChangeable directOrderUpTo }",
        user, agency=agency, effectiveFrom=str(clock.today() + dt.timedelta(days=3)), input={"directOrderUpTo": 1_000_000},
    )  # fmt: skip
    assert created["policy"] == {"law": "STATE", "isChangeable": True, "directOrderUpTo": 1_000_000}
    rules = graphql(AGENCY, {"id": agency}, user=user)["data"]["agency"]["rules"]
    assert rules == {"law": "STATE", "directOrderUpTo": 0, "holdDays": 7}


def test_the_paper_is_read_by_its_applicant_and_staff(client: Any, graphql: Any) -> None:
    application = draft()
    once(application_paper_set, application_id=application.pk, upload=picture(), actor=acting(application.applicant))
    application.refresh_from_db()
    shown = graphql(ONE, {"id": gid(application)}, user=application.applicant)["data"]["agencyApplication"]
    assert shown["paper"]["url"].endswith(f"/agency-papers/{application.pk}/")
    readers = {None: 404, UserFactory(): 404, application.applicant: 200, staff_with(MANAGE_AGENCIES): 404}
    for user, status in readers.items():  # staff only once it was sent
        headers = {"Authorization": f"Bearer {token_create(user=user, kind=ACCESS)}"} if user else {}
        assert client.get(f"/agency-papers/{application.pk}/", headers=headers).status_code == status
