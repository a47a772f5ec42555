"""Two people decide about one certificate, or renew it, at the same moment."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from factories.accounts import staff_with
from factories.certificates import actor_of, checker_of, paper, paper_file, waiting
from factories.vendors import SellerFactory, certify, member_of
from market.core import clock
from market.core.models import AuditEntry, OutboxEvent
from market.core.permissions import MANAGE_VENDORS
from market.vendors.certificate_errors import CertificateNotDecidable, RenewalWaiting
from market.vendors.models import Certificate
from market.vendors.services import certificate_status_set as setting
from market.vendors.services.certificate_submit import certificate_replace
from market.vendors.services.certificate_verify import certificate_reject, certificate_verify
from market.vendors.services.certificate_withdraw import certificate_withdraw

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]


def decisions(certificate: Certificate) -> list[Callable[[], Certificate]]:
    first, second = checker_of(staff_with(MANAGE_VENDORS)), checker_of(staff_with(MANAGE_VENDORS))
    assert certificate.submitted_by is not None
    return [
        functools.partial(certificate_verify, certificate_id=certificate.pk, actor=first),
        functools.partial(certificate_reject, certificate_id=certificate.pk, reason="흐려요", actor=second),
        functools.partial(
            certificate_withdraw, certificate_id=certificate.pk, actor=actor_of(certificate.submitted_by)
        ),
    ]


@pytest.mark.parametrize("round_", range(3))
def test_one_of_all_who_decide_at_once_decides(race: Race, law: None, round_: int) -> None:
    certificate = waiting(issued_on=clock.today())
    answers = race(decisions(certificate) * 2)
    won = [answer for answer in answers if isinstance(answer, Certificate)]
    assert len(won) == 1, answers
    assert sum(isinstance(answer, CertificateNotDecidable) for answer in answers) == 5
    certificate.refresh_from_db()
    assert certificate.status == won[0].status
    assert AuditEntry.objects.filter(subject_type="Certificate").count() == 1
    told = OutboxEvent.objects.exclude(topic="vendors.certificate_submitted").filter(topic__contains="certificate_")
    assert told.count() == int(certificate.status != "withdrawn")


def test_negative_control_without_the_lock_both_would_decide(
    race: Race,
    law: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    certificate = waiting(issued_on=clock.today())
    barrier = threading.Barrier(2)
    ensure = setting.ensure_transition

    def look_together(status: str, to: str) -> None:
        ensure(status, to)
        barrier.wait(timeout=30)

    monkeypatch.setattr(setting, "certificates_for_update", Certificate.objects.all)
    monkeypatch.setattr(setting, "ensure_transition", look_together)
    answers = race(decisions(certificate)[1:])
    assert all(isinstance(answer, Certificate) for answer in answers), "both thought that it was open"
    assert AuditEntry.objects.filter(subject_type="Certificate").count() == 2


def test_one_renewal_waits_however_often_the_button_is_pressed(race: Race, law: None) -> None:
    vendor = SellerFactory()
    old, actor = certify(vendor, "COOP"), actor_of(member_of(vendor))
    tries = [
        functools.partial(
            certificate_replace,
            certificate_id=old.pk,
            paper=paper(number=f"새-{number}", issued_on=clock.today()),
            upload=paper_file(str(number)),
            actor=actor,
        )
        for number in range(4)
    ]
    answers = race(tries)
    assert sum(isinstance(answer, Certificate) for answer in answers) == 1, answers
    assert sum(isinstance(answer, RenewalWaiting) for answer in answers) == 3
    assert Certificate.objects.filter(replaces=old).count() == 1
