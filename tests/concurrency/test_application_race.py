"""Two reviewers at once, and two applications with one number, on real connections."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from factories.applications import actor_of, applicant, draft, reviewer, sent
from market.core.errors import DomainError
from market.vendors.flows.registry_ask import application_send
from market.vendors.models import ApplicationStep, Vendor, VendorApplication, VendorBankAccount
from market.vendors.services import application_approve as approval
from market.vendors.services import application_status_set as statuses
from market.vendors.services.application_approve import application_approve
from market.vendors.services.application_return import application_decline, application_return
from market.vendors.services.application_start import application_start
from market.vendors.services.application_withdraw import application_withdraw

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]


@pytest.mark.parametrize("round_", range(3))
def test_an_application_is_decided_once(race: Race, round_: int) -> None:
    application = sent()
    decide: list[Callable[[], Any]] = [
        functools.partial(application_approve, application_id=application.pk, actor=reviewer()),
        functools.partial(application_return, application_id=application.pk, actor=reviewer(), comment="고쳐 주세요."),
        functools.partial(application_decline, application_id=application.pk, actor=reviewer(), reason="아니요."),
        functools.partial(application_withdraw, application_id=application.pk, actor=actor_of(application.applicant)),
    ]
    answers = race(decide * 2)
    won = [answer for answer in answers if isinstance(answer, VendorApplication)]
    lost = [answer for answer in answers if isinstance(answer, DomainError)]
    application.refresh_from_db()
    steps = list(application.steps.values_list("status", flat=True))[2:]
    if application.status == "withdrawn" and len(won) == 2:
        assert steps == ["returned", "withdrawn"], "what was sent back may still be taken back"
    else:
        assert len(won) == len(steps) == 1, answers
    assert len(won) + len(lost) == 8
    assert Vendor.objects.count() == (1 if application.status == "approved" else 0)


def test_of_two_applications_with_one_number_one_comes_in(race: Race) -> None:
    applications = [sent() for _ in range(3)]
    answers = race(
        [functools.partial(application_approve, application_id=one.pk, actor=reviewer()) for one in applications]
    )
    assert sum(isinstance(answer, VendorApplication) for answer in answers) == 1, answers
    assert {answer.code for answer in answers if isinstance(answer, DomainError)} == {"business_number_taken"}
    assert Vendor.objects.count() == VendorBankAccount.objects.count() == 1


def test_enterprises_of_one_name_come_in_at_once_under_different_addresses(race: Race) -> None:
    numbers = ["110-81-41272", "123-45-67891", "505-81-24020"]
    applications = [sent(business_number=number) for number in numbers]
    answers = race(
        [functools.partial(application_approve, application_id=one.pk, actor=reviewer()) for one in applications]
    )
    assert all(isinstance(answer, VendorApplication) for answer in answers), answers
    assert sorted(Vendor.objects.values_list("slug", flat=True)) == ["새봄빵집", "새봄빵집-2", "새봄빵집-3"]


def test_sending_twice_at_once_sends_once(race: Race) -> None:
    application = draft()
    send = functools.partial(
        application_send, application_id=application.pk, actor=actor_of(application.applicant), agreed=True
    )
    answers = race([send] * 4)
    assert sum(isinstance(answer, VendorApplication) for answer in answers) == 1, answers
    assert ApplicationStep.objects.filter(application=application, status="submitted").count() == 1


def test_beginning_at_once_makes_one_draft(race: Race) -> None:
    actor = actor_of(applicant())
    answers = race([functools.partial(application_start, actor=actor)] * 6)
    assert len({answer.pk for answer in answers}) == VendorApplication.objects.count() == 1


def test_negative_control_without_the_lock_two_reviewers_would_both_decide(
    race: Race, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same race where nobody waits for the row: both see it waiting."""
    application = sent()
    barrier = threading.Barrier(2)
    find = approval.application_to_decide

    def look_together(*arguments: Any) -> VendorApplication:
        found = find(*arguments)
        barrier.wait(timeout=30)
        return found

    monkeypatch.setattr(statuses, "applications_for_update", VendorApplication.objects.all)
    monkeypatch.setattr("market.vendors.services.application_return.application_to_decide", look_together)
    decline = functools.partial(application_decline, application_id=application.pk, actor=reviewer(), reason="아니요.")
    send_back = functools.partial(
        application_return, application_id=application.pk, actor=reviewer(), comment="고쳐 주세요."
    )
    answers = race([decline, send_back])
    assert all(isinstance(answer, VendorApplication) for answer in answers), answers
    assert ApplicationStep.objects.filter(application=application).count() == 4
