"""A leaver's work goes to a successor, whole or not at all; nobody comes to approve the own request by it."""

from __future__ import annotations

import pytest

from factories.agencies import acting, once, told
from factories.approval import Office, acting_for, decide, draft_of, office, put_up
from factories.procurement import agency_member
from market.accounts.enums import TokenPurpose
from market.accounts.services.account_delete import account_delete
from market.accounts.services.account_tokens import account_token_create
from market.agencies import errors
from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.ports import Blocked, work_of
from market.agencies.services.member_change import member_leave
from market.agencies.services.work_hand_over import handover_preview, work_hand_over
from market.baskets.models import SharedList
from market.checkout.models import Checkout
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, PermissionDenied
from market.procurement.models import RequestStatus, StepStatus
from market.quotes.models import QuoteRequest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
REQUEST, APPROVE = AgencyAbility.REQUEST, AgencyAbility.APPROVE


def boss_of(at: Office) -> Actor:
    return acting(agency_member(at.agency, AgencyAbility.ADMINISTER).user)


def counts(member: AgencyMember) -> dict[str, int]:
    return {work.kind: work.count for work in work_of(member.pk)}


def test_everything_moves_and_the_membership_ends() -> None:
    at = office()
    boss, heir = boss_of(at), agency_member(at.agency, REQUEST)
    draft, running = draft_of(at), put_up(at)
    SharedList.objects.create(agency=at.agency, owner=at.requester, name="행사 물품")
    asked = QuoteRequest.objects.create(agency=at.agency, requester=at.requester, title="현수막")
    QuoteRequest.objects.create(agency=at.agency, requester=at.requester, title="끝난 것", status="canceled")
    assert counts(at.requester) == {"lists": 1, "quote_requests": 1, "request_drafts": 1, "requests": 1}
    with pytest.raises(errors.HasOpenWork):
        once(member_leave, member_id=at.requester.pk, actor=boss)
    once(work_hand_over, member_id=at.requester.pk, successor_id=heir.pk, actor=boss)
    assert (counts(at.requester), counts(heir)) == (
        {},
        {"lists": 1, "quote_requests": 1, "request_drafts": 1, "requests": 1},
    )
    for row in (draft, running, asked):
        row.refresh_from_db()
        assert row.requester_id == heir.pk
    assert Checkout.objects.get(pk=draft.checkout_token).user_id == heir.user_id  # the basket of the draft goes along
    at.requester.refresh_from_db()
    assert not at.requester.is_active
    assert running.events.filter(action="handed_over").count() == 1
    assert told()[-2:] == ["member_left", "work_handed_over"]
    assert decide(running, at.approvers[0]).status == RequestStatus.APPROVED  # what runs runs on


def test_an_approvers_steps_and_places_move() -> None:
    at = office(approvers=2)
    boss = boss_of(at)
    heir = agency_member(at.agency, APPROVE)
    running = put_up(at)
    first, second = at.approvers
    assert counts(first) == {"template_steps": 1, "approval_steps": 1}
    once(work_hand_over, member_id=first.pk, successor_id=heir.pk, actor=boss)
    assert [step.member_id for step in running.steps.order_by("stage")] == [heir.pk, second.pk]
    assert [step.member_id for step in at.template.steps.order_by("stage")] == [heir.pk, second.pk]
    assert decide(running, heir).status == RequestStatus.IN_APPROVAL


def test_nobody_comes_to_approve_the_own_request() -> None:
    at = office()
    boss, running = boss_of(at), put_up(at)
    [approver] = at.approvers
    AgencyMember.objects.filter(pk=at.requester.pk).update(abilities=["request", "approve"])
    AgencyMember.objects.filter(pk=approver.pk).update(abilities=["request", "approve"])
    number = str(running)
    for leaver, heir, kind in ((approver, at.requester, "approval_steps"), (at.requester, approver, "requests")):
        preview = handover_preview(member_id=leaver.pk, successor_id=heir.pk, actor=boss)
        assert list(preview.blocked) == [Blocked(kind=kind, name=number, reason="own_request")]
        with pytest.raises(errors.HandoverBlocked):
            once(work_hand_over, member_id=leaver.pk, successor_id=heir.pk, actor=boss)
    running.refresh_from_db()
    assert (running.requester_id, running.steps.get().member_id) == (at.requester.pk, approver.pk)
    once(work_hand_over, member_id=approver.pk, successor_id=at.requester.pk, actor=boss, skips_blocked=True)
    step = running.steps.get()
    assert (step.member_id, step.status) == (approver.pk, StepStatus.WAITING)  # left behind, for somebody else
    third = agency_member(at.agency, APPROVE)
    once(work_hand_over, member_id=approver.pk, successor_id=third.pk, actor=boss)
    assert running.steps.get().member_id == third.pk


def test_who_stands_in_the_line_already_does_not_stand_in_it_twice() -> None:
    at = office(approvers=2)
    boss, running = boss_of(at), put_up(at)
    first, second = at.approvers
    preview = handover_preview(member_id=first.pk, successor_id=second.pk, actor=boss)
    assert [(one.kind, one.reason) for one in preview.blocked] == [("approval_steps", "in_line")]
    once(work_hand_over, member_id=first.pk, successor_id=second.pk, actor=boss, skips_blocked=True)
    assert [step.member_id for step in at.template.steps.all()] == [second.pk]
    assert {step.member_id for step in running.steps.all()} == {first.pk, second.pk}


def test_an_unfit_successor_changes_nothing() -> None:
    at = office()
    boss, running = boss_of(at), put_up(at)
    looks = agency_member(at.agency, AgencyAbility.INSPECT)
    preview = handover_preview(member_id=at.requester.pk, successor_id=looks.pk, actor=boss)
    assert preview.missing == [REQUEST]
    with pytest.raises(errors.SuccessorUnfit):
        once(work_hand_over, member_id=at.requester.pk, successor_id=looks.pk, actor=boss)
    with pytest.raises(InvalidInput):
        once(work_hand_over, member_id=at.requester.pk, successor_id=at.requester.pk, actor=boss)
    foreign = agency_member()
    with pytest.raises(NotFound):
        once(work_hand_over, member_id=at.requester.pk, successor_id=foreign.pk, actor=boss)
    with pytest.raises(NotFound):
        once(work_hand_over, member_id=at.requester.pk, successor_id=looks.pk, actor=acting(foreign.user))
    with pytest.raises(PermissionDenied):
        once(work_hand_over, member_id=at.requester.pk, successor_id=looks.pk, actor=acting_for(at.approvers[0]))
    running.refresh_from_db()
    assert running.requester_id == at.requester.pk
    assert at.requester.is_active


def test_the_last_administrator_hands_nothing_over_before_there_is_another() -> None:
    at = office()
    boss = agency_member(at.agency)
    SharedList.objects.create(agency=at.agency, owner=boss, name="목록")
    heir = agency_member(at.agency, REQUEST)
    with pytest.raises(errors.LastAdministrator):
        once(work_hand_over, member_id=boss.pk, successor_id=heir.pk, actor=acting(boss.user))
    assert counts(boss) == {"lists": 1}  # not a half of it


def test_who_deletes_the_account_leaves_work_that_is_handed_over_later() -> None:
    at = office()
    boss, heir = boss_of(at), agency_member(at.agency, REQUEST)
    running = put_up(at)
    user = at.requester.user
    token = account_token_create(user=user, purpose=TokenPurpose.DELETE_ACCOUNT)
    once(account_delete, actor=acting(user), token=token)
    at.requester.refresh_from_db()
    assert (at.requester.user, at.requester.is_active) == (None, False)
    assert counts(at.requester) == {"requests": 1}
    assert told()[-1] == "member_left"
    once(work_hand_over, member_id=at.requester.pk, successor_id=heir.pk, actor=boss)
    running.refresh_from_db()
    assert running.requester_id == heir.pk
