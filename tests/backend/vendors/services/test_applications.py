"""From an empty draft to an enterprise: what is kept, what is refused, and what never happens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from emulators.nts import NtsStub
from factories.accounts import UserFactory
from factories.applications import (
    ACCOUNT,
    CLOSED,
    NUMBER,
    OTHER_NUMBER,
    SILENT,
    SUSPENDED,
    UNREGISTERED,
    actor_of,
    applicant,
    draft,
    facts,
    paper,
    reviewer,
    sent,
    tax_service,  # noqa: F401
)
from factories.vendors import SellerFactory
from market.core import clock
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors, NotFound, PermissionDenied
from market.core.models import AuditEntry, OutboxEvent
from market.core.permissions import MANAGE_VENDORS
from market.core.sealing import unseal
from market.inventory.models import Warehouse
from market.vendors.flows.registry_ask import application_registry_check, application_send, applications_ask_again
from market.vendors.models import (
    Certificate,
    Vendor,
    VendorApplication,
    VendorBankAccount,
    VendorDocument,
    VendorMember,
)
from market.vendors.rules import check_digit
from market.vendors.services.application_approve import application_approve
from market.vendors.services.application_return import application_decline, application_return
from market.vendors.services.application_start import MOST_OPEN, application_start
from market.vendors.services.application_submit import application_submit
from market.vendors.services.application_update import application_update
from market.vendors.services.application_withdraw import application_withdraw

pytestmark = pytest.mark.django_db


def refused(work: Callable[[], Any]) -> list[tuple[str | None, str]]:
    """``[(field, code)]`` of what the work answers instead of doing it."""
    try:
        work()
    except ManyErrors as many:
        return [(error.field, error.code) for error in many.errors]
    except DomainError as error:
        return [(error.field, error.code)]
    raise AssertionError("it was done")


def owner_of(application: VendorApplication) -> Actor:
    return actor_of(application.applicant)


def send(application: VendorApplication, *, agreed: bool = True) -> VendorApplication:
    return application_send(application_id=application.pk, actor=owner_of(application), agreed=agreed)


def change(application: VendorApplication, **given: Any) -> VendorApplication:
    return application_update(application_id=application.pk, given=given, actor=owner_of(application))


def approve(application: VendorApplication, **options: Any) -> VendorApplication:
    return application_approve(application_id=application.pk, actor=reviewer(), **options)


def statuses(application: VendorApplication) -> list[str]:
    return list(application.steps.values_list("status", flat=True))


def test_beginning_twice_makes_one_draft() -> None:
    actor = actor_of(applicant())
    first, second = application_start(actor=actor), application_start(actor=actor)
    assert first.pk == second.pk
    assert (first.status, first.email, statuses(first)) == ("draft", actor.email, ["draft"])


def test_only_a_confirmed_account_applies() -> None:
    assert refused(lambda: application_start(actor=actor_of(UserFactory(is_confirmed=False)))) == [
        (None, "account_not_confirmed")
    ]
    application = draft()
    type(application.applicant).objects.update(is_confirmed=False)
    assert refused(lambda: send(application)) == [(None, "account_not_confirmed")]


def test_nobody_keeps_more_than_a_few_applications_open() -> None:
    user = applicant()
    numbers = [f"999{n:06d}" for n in range(MOST_OPEN)]
    for nine in numbers:
        application = application_start(actor=actor_of(user))
        change(application, business_number=f"{nine}{check_digit(nine)}")
    assert refused(lambda: application_start(actor=actor_of(user))) == [(None, "too_many_requests")]


def test_what_is_given_is_set_and_the_rest_stays() -> None:
    application = draft(name="새봄 빵집")
    assert (application.business_number, application.name, application.phone) == (
        "1108141272",
        "새봄 빵집",
        "02-0000-0000",
    )
    assert (unseal(application.sealed_number), application.last_digits) == ("110000000000", "0000")
    assert ACCOUNT not in application.sealed_number
    changed = change(application, phone="+82 10 0000 0000", account_number="", opened_on=None, introduction=None)
    assert (changed.phone, changed.last_digits, changed.opened_on) == ("010-0000-0000", "0000", None)
    assert changed.introduction == application.introduction


def test_all_faults_are_told_at_once_and_nothing_is_kept() -> None:
    application = draft()
    given = {
        "name": "다른 이름",
        "business_number": "123-45-67890",
        "phone": "없음",
        "postal_code": "123",
        "email": "no mail",
        "opened_on": clock.today() + dt.timedelta(days=1),
        "kind": "NO_SUCH_KIND",
        "district": "nowhere",
        "account_number": "12-34",
        "legal_name": "가\x00나",
    }
    assert sorted(refused(lambda: change(application, **given))) == [
        ("accountNumber", "invalid"),
        ("businessNumber", "business_number_invalid"),
        ("district", "invalid"),
        ("email", "invalid"),
        ("kind", "invalid"),
        ("legalName", "invalid"),
        ("openedOn", "invalid"),
        ("phone", "invalid"),
        ("postalCode", "invalid"),
    ]
    application.refresh_from_db()
    assert application.name == "새봄빵집"


def test_a_number_on_the_market_is_taken() -> None:
    application = draft(business_number=OTHER_NUMBER)
    SellerFactory(business_number="1108141272")
    assert refused(lambda: change(application, business_number=NUMBER)) == [("businessNumber", "business_number_taken")]


def test_one_person_has_one_application_for_a_number_under_way() -> None:
    user = applicant()
    sent(user)
    again = application_start(actor=actor_of(user))
    assert refused(lambda: change(again, business_number=NUMBER)) == [("businessNumber", "unique")]


def test_another_number_forgets_what_was_said_of_the_one_before() -> None:
    application = draft()
    application_registry_check(application_id=application.pk, actor=owner_of(application))
    application.refresh_from_db()
    assert application.registry_state["code"] == "active"
    assert change(application, name="새 이름").registry_state is not None
    assert change(application, business_number=OTHER_NUMBER).registry_state is None


def test_what_is_missing_is_named_field_by_field() -> None:
    application = application_start(actor=actor_of(applicant()))
    faults = refused(lambda: send(application, agreed=False))
    assert ("businessNumber", "required") in faults
    assert ("businessRegistration", "not_complete") in faults
    assert ("bankbookCopy", "not_complete") in faults
    assert ("mailOrderNumber", "required") in faults
    assert ("agreed", "terms_not_accepted") in faults
    assert len(faults) == len(set(faults)) == 19
    application.refresh_from_db()
    assert (application.status, application.registry_state) == ("draft", None)


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"mail_order_number": "", "mail_order_exemption": "간이과세자예요"}, []),
        ({"mail_order_number": ""}, [("mailOrderNumber", "required")]),
        ({"certificate_number": "제2024-001호"}, [("certificate", "not_complete")]),
        ({"introduction": "고용노동부가 인증한 사회적 기업이에요."}, [("introduction", "unproven_claim")]),
        ({"name": "새봄 사회적기업"}, [("name", "unproven_claim")]),
    ],
)
def test_what_must_hold_before_it_is_sent(changes: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    application = draft(**changes)
    if faults:
        assert refused(lambda: send(application)) == faults
    else:
        assert send(application).status == "submitted"


def test_a_certificate_paper_asks_for_its_facts() -> None:
    application = draft()
    paper(application, "certificate")
    assert refused(lambda: send(application)) == [
        ("certificateNumber", "required"),
        ("certificateIssuedOn", "required"),
    ]


@pytest.mark.parametrize(("number", "code"), [(CLOSED, "registry_closed"), (UNREGISTERED, "registry_unknown")])
def test_who_is_not_in_business_cannot_apply(number: str, code: str) -> None:
    application = draft(business_number=number)
    assert refused(lambda: send(application)) == [("businessNumber", code)]
    application.refresh_from_db()
    assert (application.status, application.submitted_at, statuses(application)) == ("draft", None, ["draft"])
    assert application.registry_state["code"] in ("closed", "unregistered")
    assert not OutboxEvent.objects.filter(topic="vendors.application_submitted").exists()


def test_a_suspended_business_may_apply_and_is_not_approved() -> None:
    application = sent(business_number=SUSPENDED)
    assert refused(lambda: approve(application, accepts_unchecked=True)) == [("businessNumber", "registry_suspended")]


def test_without_an_answer_it_is_sent_and_asked_about_again(
    tax_service: NtsStub,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tax_service.break_next(*[(500, b"")] * 3)
    application = sent()
    assert (application.status, application.registry_state["code"]) == ("submitted", "unanswered")
    assert applications_ask_again() == 0, "its pause is not over"
    later = clock.now() + dt.timedelta(minutes=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    tax_service.break_next(*[(500, b"")] * 3)
    assert applications_ask_again() == 0
    application.refresh_from_db()
    assert application.registry_state["attempts"] == 2
    assert application.registry_state["ask_at"] == (later + dt.timedelta(minutes=4)).isoformat()
    tax_service.register("1108141272")
    monkeypatch.setattr(clock, "now", lambda: later + dt.timedelta(minutes=5))
    assert applications_ask_again() == 1
    application.refresh_from_db()
    assert application.registry_state["code"] == "active"
    assert applications_ask_again() == 0


def test_an_answer_is_not_lost_to_later_silence(tax_service: NtsStub) -> None:  # noqa: F811
    tax_service.register("1108141272")
    application = sent()
    tax_service.break_next(*[(500, b"")] * 3)
    application_registry_check(application_id=application.pk, actor=reviewer())
    application.refresh_from_db()
    assert application.registry_state["code"] == "active"


def test_the_demo_number_that_never_answers_is_approved_by_its_paper_only() -> None:
    application = sent(business_number=SILENT)
    assert refused(lambda: approve(application)) == [("acceptUnchecked", "registry_unchecked")]
    assert approve(application, accepts_unchecked=True).status == "approved"


def test_what_was_sent_is_not_changed_any_more() -> None:
    application = sent()
    for work in (
        lambda: change(application, name="다른 이름"),
        lambda: send(application),
        lambda: application_registry_check(application_id=application.pk, actor=owner_of(application)),
    ):
        assert refused(work) == [("id", "not_editable")]


def test_it_goes_back_is_mended_and_comes_again() -> None:
    application, actor = sent(), reviewer()
    points = [("phone", "받지 않는 번호예요."), ("bankbookCopy", "글씨가 보이지 않아요.")]
    returned = application_return(application_id=application.pk, actor=actor, comment="두 곳만요.", points=points)
    assert (returned.status, returned.review_note) == ("returned", "두 곳만요.")
    assert [point["field"] for point in returned.review_points] == ["phone", "bankbookCopy"]
    change(application, phone="02-111-1111")
    again = send(application)
    assert (again.status, again.review_note, again.review_points) == ("submitted", "", [])
    steps = list(again.steps.all())
    assert [step.status for step in steps] == ["draft", "submitted", "returned", "submitted"]
    assert steps[2].points == [{"field": field, "reason": reason} for field, reason in points]
    assert AuditEntry.objects.get(action="vendors.application_return").data["fields"] == ["phone", "bankbookCopy"]


@pytest.mark.parametrize(
    ("options", "faults"),
    [
        ({}, [("comment", "required")]),
        ({"comment": "  "}, [("comment", "required")]),
        ({"points": [("phone", " ")]}, [("points", "required")]),
        ({"points": [("password", "짧아요")]}, [("points", "invalid")]),
        ({"comment": "가" * 2_001}, [("comment", "invalid")]),
        ({"points": [("phone", "가" * 301)]}, [("points", "invalid")]),
    ],
)
def test_sending_back_says_why(options: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    application = sent()
    assert refused(lambda: application_return(application_id=application.pk, actor=reviewer(), **options)) == faults
    application.refresh_from_db()
    assert application.status == "submitted"


def test_declining_says_why_and_ends_it() -> None:
    application = sent()
    assert refused(lambda: application_decline(application_id=application.pk, actor=reviewer(), reason=" ")) == [
        ("reason", "required")
    ]
    declined = application_decline(application_id=application.pk, actor=reviewer(), reason="심사 기준과 달라요.")
    assert (declined.status, declined.review_note) == ("declined", "심사 기준과 달라요.")
    assert declined.decided_at is not None
    assert (declined.sealed_number, declined.sealed_holder) == ("", "")
    assert refused(lambda: approve(application)) == [("id", "already_decided")]
    assert not Vendor.objects.exists()
    again = sent(application.applicant)
    assert again.pk != application.pk, "there is another time"


def test_approving_makes_the_enterprise_with_all_it_handed_in(run_outbox: Callable[[], int]) -> None:
    application = sent(with_certificate=True, name="새봄 빵집", certificate_valid_until=dt.date(2099, 5, 1))
    papers = set(application.documents.values_list("pk", flat=True))
    approved = approve(application, note="환영해요")
    run_outbox()

    vendor = Vendor.objects.get()
    assert approved.vendor == vendor
    assert (vendor.slug, vendor.name, vendor.status) == ("새봄-빵집", "새봄 빵집", "active")
    assert (vendor.business_number, vendor.legal_form, vendor.founded_on) == (
        "1108141272",
        "cooperative",
        dt.date(2020, 3, 2),
    )
    assert (vendor.is_sample, vendor.is_trusted, vendor.delivery_fee) == (False, False, 3000)
    member = VendorMember.objects.get()
    assert (member.vendor, member.user, member.role) == (vendor, application.applicant, "owner")
    account = VendorBankAccount.objects.get()
    assert (unseal(account.sealed_number), account.last_digits, account.vendor) == ("110000000000", "0000", vendor)
    assert account.checked_at is not None
    assert set(VendorDocument.objects.filter(vendor=vendor).values_list("pk", flat=True)) == papers
    certificate = Certificate.objects.get()
    assert (certificate.status, certificate.number, certificate.vendor) == ("submitted", "제2024-001호", vendor)
    assert certificate.file == VendorDocument.objects.get(kind="certificate")
    warehouse = Warehouse.objects.get()
    assert (warehouse.vendor, warehouse.name) == (vendor, "새봄 빵집 출고지")
    approved.refresh_from_db()
    assert (approved.sealed_number, approved.last_digits) == ("", "0000")
    entry = AuditEntry.objects.get(action="vendors.application_approve")
    assert (entry.data["vendor_id"], entry.data["registry"]) == (vendor.pk, "active")


def test_without_a_paper_there_is_no_certificate() -> None:
    approve(sent())
    assert not Certificate.objects.exists()


def test_the_same_name_gets_the_next_free_address() -> None:
    SellerFactory(slug="새봄빵집")
    SellerFactory(slug="새봄빵집-2")
    vendor = approve(sent()).vendor
    assert vendor is not None
    assert vendor.slug == "새봄빵집-3"


def test_of_two_with_one_number_the_second_cannot_come_in() -> None:
    first, second = sent(), sent()
    approve(first)
    assert refused(lambda: approve(second)) == [("businessNumber", "business_number_taken")]
    second.refresh_from_db()
    assert (second.status, second.vendor) == ("submitted", None)
    assert Vendor.objects.count() == VendorBankAccount.objects.count() == 1


def test_nobody_decides_about_the_own_application() -> None:
    application = sent()
    actor = actor_of(application.applicant, MANAGE_VENDORS)
    for work in (
        lambda: application_approve(application_id=application.pk, actor=actor),
        lambda: application_return(application_id=application.pk, actor=actor, comment="x"),
        lambda: application_decline(application_id=application.pk, actor=actor, reason="x"),
    ):
        assert refused(work) == [("id", "own_application")]
    application.refresh_from_db()
    assert application.status == "submitted"


def test_only_staff_who_vet_decide_and_only_about_what_was_sent() -> None:
    application = sent()
    with pytest.raises(PermissionDenied):
        application_approve(application_id=application.pk, actor=actor_of(UserFactory()))
    never_sent = draft(business_number=OTHER_NUMBER)
    with pytest.raises(NotFound):
        approve(never_sent)


def test_an_application_is_taken_back_until_it_is_decided() -> None:
    application = sent()
    taken_back = application_withdraw(application_id=application.pk, actor=owner_of(application))
    assert (taken_back.status, taken_back.sealed_number, statuses(taken_back)[-1]) == ("withdrawn", "", "withdrawn")
    assert refused(lambda: application_withdraw(application_id=application.pk, actor=owner_of(application))) == [
        ("id", "already_decided")
    ]
    assert refused(lambda: approve(application)) == [("id", "already_decided")]


def test_nobody_touches_what_is_anothers() -> None:
    application, stranger = draft(), actor_of(applicant())
    for work in (
        lambda: application_update(application_id=application.pk, given={"name": "x"}, actor=stranger),
        lambda: application_send(application_id=application.pk, actor=stranger, agreed=True),
        lambda: application_submit(application_id=application.pk, actor=stranger, agreed=True),
        lambda: application_withdraw(application_id=application.pk, actor=stranger),
    ):
        assert refused(work) == [("id", "not_found")]
    assert refused(lambda: application_registry_check(application_id=application.pk, actor=stranger)) == [
        ("applicationId", "not_found")
    ]
    assert facts()["name"] == VendorApplication.objects.get().name
