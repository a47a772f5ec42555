"""From an application to an agency that buys, and into one that is here already."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.agencies import (
    DOMAIN,
    acting,
    agency_clerk,
    colleague,
    draft,
    facts,
    noted,
    number_of,
    official,
    once,
    run_agency,
    sent,
    told,
)
from market.agencies import errors
from market.agencies.models import Agency, AgencyApplication, AgencyMember, OfficialAddressProof
from market.agencies.permissions import ALL_ABILITIES
from market.agencies.rules import is_number_of_a_public_body
from market.agencies.selectors.applications import application_list
from market.agencies.selectors.policies import policy_on
from market.agencies.services.application_decide import (
    application_approve,
    application_decline,
    application_pass_on,
    application_return,
    join_approve,
)
from market.agencies.services.application_start import application_start
from market.agencies.services.application_submit import application_submit, application_withdraw
from market.agencies.services.application_update import application_update
from market.agencies.services.official_address import (
    official_address_ask,
    official_address_confirm,
    proof_token_create,
)
from market.core import clock
from market.core.errors import ManyErrors, NotFound, PermissionDenied

pytestmark = pytest.mark.django_db


def codes(error: pytest.ExceptionInfo[ManyErrors]) -> set[tuple[str | None, str]]:
    return {(one.field, one.code) for one in error.value.errors}


def test_an_approved_application_is_an_agency_whose_purchases_need_a_request() -> None:
    application = sent()
    once(application_approve, application_id=application.pk, actor=agency_clerk(), note="환영해요")
    agency = Agency.objects.get(registration_number=application.registration_number)
    member = AgencyMember.objects.get(agency=agency)
    assert (agency.email_domain, agency.representative, agency.regime) == (DOMAIN, "한지우", "local")
    assert (member.user_id, member.abilities, member.department.name) == (
        application.applicant_id,
        list(ALL_ABILITIES),
        "회계과",
    )
    policy = policy_on(agency.pk, clock.today())
    assert (policy.law, policy.direct_order_up_to) == ("local", 0)
    assert not policy.orders_directly(Decimal(1))
    application.refresh_from_db()
    assert (application.status, application.agency) == ("approved", agency)
    assert told() == ["application_submitted", "application_approved", "member_joined"]
    assert noted() == ["application_approve"]


@pytest.mark.parametrize(("regime", "base", "law"), [("state", "", "state"), ("own_rules", "state", "state")])
def test_the_first_policy_follows_the_law_of_the_agency(regime: str, base: str, law: str) -> None:
    application = sent(regime=regime, **({"base_law": base} if base else {}))
    once(application_approve, application_id=application.pk, actor=agency_clerk())
    agency = Agency.objects.get(registration_number=application.registration_number)
    assert policy_on(agency.pk, clock.today()).law == law


def test_what_is_missing_is_said_field_by_field() -> None:
    user = official()
    application = once(application_start, actor=acting(user))
    with pytest.raises(ManyErrors) as caught:
        once(application_submit, application_id=application.pk, actor=acting(user))
    assert ("registrationNumber", "required") in codes(caught)
    assert ("officialEmail", "required") not in codes(caught)  # the confirmed account's own
    own_rules = draft(regime="own_rules")
    with pytest.raises(ManyErrors) as caught:
        once(application_submit, application_id=own_rules.pk, actor=acting(own_rules.applicant))
    assert codes(caught) == {("baseLaw", "required")}


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"registration_number": "110-83-12345"}, ("registrationNumber", "business_number_invalid")),
        ({"official_email": "somebody@gmail.com"}, ("officialEmail", "public_mail")),
        ({"official_email": "somebody@mail.naver.com"}, ("officialEmail", "public_mail")),
        ({"official_email": "no address"}, ("officialEmail", "invalid")),
        ({"phone": "12"}, ("phone", "invalid")),
        ({"postal_code": "1234"}, ("postalCode", "invalid")),
        ({"name": "가" * 121}, ("name", "invalid")),
        ({"name": "a\u202eb"}, ("name", "invalid")),
    ],
)
def test_a_fault_changes_nothing(given: dict[str, Any], fault: tuple[str, str]) -> None:
    application = draft()
    with pytest.raises(ManyErrors) as caught:
        once(
            application_update,
            application_id=application.pk,
            given={**given, "representative": "다른 분"},
            actor=acting(application.applicant),
        )
    assert codes(caught) == {fault}
    application.refresh_from_db()
    assert application.representative == "한지우"


def test_82_and_83_are_hints() -> None:
    assert is_number_of_a_public_body(number_of(5))
    assert is_number_of_a_public_body(number_of(5, middle=82))
    assert not is_number_of_a_public_body(number_of(5, middle=81))
    assert sent(registration_number=number_of(7, middle=81)).status == "submitted"


def test_only_a_confirmed_account_applies() -> None:
    with pytest.raises(errors.EmailNotConfirmed):
        once(application_start, actor=acting(UserFactory(is_confirmed=False)))
    assert not AgencyApplication.objects.exists()


def test_an_official_address_is_proved_by_a_link_that_is_good_once() -> None:
    user = UserFactory(email="me@gmail.com")
    application = draft(user, official_email="Chief@Garam.example")
    assert (application.official_email, application.official_proved_at) == ("chief@garam.example", None)
    with pytest.raises(ManyErrors) as caught:
        once(application_submit, application_id=application.pk, actor=acting(user))
    assert codes(caught) == {("officialEmail", "official_email_unconfirmed")}
    once(official_address_ask, application_id=application.pk, actor=acting(user))
    proof = OfficialAddressProof.objects.get(application=application)
    token = proof_token_create(proof)
    for somebody in (UserFactory(), official()):
        with pytest.raises(errors.ProofOver):
            once(official_address_confirm, token=token, actor=acting(somebody))
    once(official_address_confirm, token=token, actor=acting(user))
    with pytest.raises(errors.ProofOver):
        once(official_address_confirm, token=token, actor=acting(user))
    once(application_submit, application_id=application.pk, actor=acting(user))
    assert told() == ["official_address_proof_asked", "application_submitted"]


def test_a_link_for_another_address_or_an_older_one_proves_nothing() -> None:
    user = UserFactory(email="me@gmail.com")
    application = draft(user, official_email="chief@garam.example")
    once(official_address_ask, application_id=application.pk, actor=acting(user))
    with pytest.raises(errors.TooManyMails):
        once(official_address_ask, application_id=application.pk, actor=acting(user))
    token = proof_token_create(OfficialAddressProof.objects.get())
    once(
        application_update,
        application_id=application.pk,
        given={"official_email": "a@noeul.example"},
        actor=acting(user),
    )
    with pytest.raises(errors.ProofOver):
        once(official_address_confirm, token=token, actor=acting(user))
    OfficialAddressProof.objects.update(created_at=clock.now() - dt.timedelta(hours=2))
    once(official_address_ask, application_id=application.pk, actor=acting(user))
    late = OfficialAddressProof.objects.latest("id")
    OfficialAddressProof.objects.update(expires_at=clock.now())
    with pytest.raises(errors.ProofOver):
        once(official_address_confirm, token=proof_token_create(late), actor=acting(user))
    for text in ("", "no token", "x" * 600):
        with pytest.raises(errors.ProofOver):
            once(official_address_confirm, token=text, actor=acting(user))
    application.refresh_from_db()
    assert application.official_proved_at is None


def test_an_application_for_an_agency_that_is_here_goes_to_its_administrators() -> None:
    agency, _, boss = run_agency(registration_number=number_of(31))
    _, clerk = colleague(agency)
    application = sent(registration_number=number_of(31))
    other = sent(registration_number=number_of(32))
    assert (application.status, application.review_note) == (
        other.status,
        other.review_note,
    )  # an applicant sees no difference
    assert application.joins == agency
    assert other.joins is None
    assert told().count("join_requested") == 1
    with pytest.raises(errors.NumberTaken):
        once(application_approve, application_id=application.pk, actor=agency_clerk())
    with pytest.raises(PermissionDenied):
        once(join_approve, application_id=application.pk, actor=clerk)
    _, _, stranger = run_agency(email_domain="noeul.example")
    for decide, more in ((join_approve, {}), (application_decline, {"reason": "몰라요"})):
        for pk in (application.pk, other.pk):
            with pytest.raises(NotFound):
                once(decide, application_id=pk, actor=stranger, **more)
    assert [row.pk for row in application_list(viewer=boss)] == [application.pk]
    assert not application_list(viewer=clerk).exists()
    once(join_approve, application_id=application.pk, actor=boss, abilities=["approve", "request"])
    joined = AgencyMember.objects.get(user=application.applicant)
    assert (joined.agency, joined.abilities, joined.job_title) == (agency, ["request", "approve"], "주무관")
    assert Agency.objects.filter(registration_number=number_of(31)).count() == 1


def test_a_right_number_with_another_domain_is_for_staff_who_pass_it_on() -> None:
    _agency, _, boss = run_agency(registration_number=number_of(41))
    application = sent(official("noeul.example"), registration_number=number_of(41))
    assert application.joins is None
    assert not application_list(viewer=boss).exists()
    once(application_pass_on, application_id=application.pk, actor=agency_clerk())
    once(application_decline, application_id=application.pk, actor=boss, reason="우리 기관 분이 아니에요.")
    application.refresh_from_db()
    assert (application.status, application.agency) == ("declined", None)
    unknown = sent()
    with pytest.raises(errors.NoAgencyToPassTo):
        once(application_pass_on, application_id=unknown.pk, actor=agency_clerk())


def test_what_was_sent_back_is_mended_and_decided_once() -> None:
    application, clerk = sent(), agency_clerk()
    once(application_return, application_id=application.pk, actor=clerk, comment="부서를 적어 주세요.")
    once(
        application_update,
        application_id=application.pk,
        given={"department": "총무과"},
        actor=acting(application.applicant),
    )
    once(application_submit, application_id=application.pk, actor=acting(application.applicant))
    once(application_approve, application_id=application.pk, actor=clerk)
    for decide, more in (
        (application_approve, {}),
        (application_return, {"comment": "다시"}),
        (application_decline, {"reason": "아니요"}),
    ):
        with pytest.raises(errors.ApplicationMoved):
            once(decide, application_id=application.pk, actor=clerk, **more)
    with pytest.raises(errors.ApplicationMoved):
        once(application_withdraw, application_id=application.pk, actor=acting(application.applicant))
    with pytest.raises(errors.ApplicationNotEditable):
        once(
            application_update,
            application_id=application.pk,
            given={"name": "다른 이름"},
            actor=acting(application.applicant),
        )
    steps = [step.status for step in application.steps.all()]
    assert steps == ["draft", "submitted", "returned", "submitted", "approved"]


def test_nobody_decides_about_the_own_application_and_nobody_else_touches_it() -> None:
    application = sent()
    own = acting(application.applicant, "MANAGE_AGENCIES")
    with pytest.raises(errors.OwnApplication):
        once(application_approve, application_id=application.pk, actor=own)
    with pytest.raises(PermissionDenied):
        once(application_approve, application_id=application.pk, actor=acting(official()))
    for change in (application_withdraw, application_submit):
        with pytest.raises(NotFound):
            once(change, application_id=application.pk, actor=acting(official()))


def test_asking_twice_begins_one_and_a_number_is_applied_for_once() -> None:
    user = official()
    assert once(application_start, actor=acting(user)) == once(application_start, actor=acting(user))
    first = draft(user)
    second = once(application_start, actor=acting(user))
    with pytest.raises(errors.OwnApplicationExists):
        once(
            application_update,
            application_id=second.pk,
            given=facts(registration_number=first.registration_number),
            actor=acting(user),
        )
