"""What applicants for an agency, and the people of one, read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from market.accounts.models import User
from market.notifications.letters.desk import desk_letter
from market.notifications.letters.letter import Button, Letter, Note, Row
from market.notifications.letters.voice import Voice

REVIEW_DAYS = 3  # working days until somebody has looked at it
ABILITIES = {
    "request": ("품의·견적 요청", "ask for quotes and purchases"),
    "approve": ("결재", "approve"),
    "inspect": ("검수", "inspect"),
    "pay": ("예산·지출", "keep budgets and pay"),
    "administer": ("기관 관리", "administer"),
}
MEMBERS_PAGE = "/agency/members"


@dataclass(frozen=True, kw_only=True)
class ApplicationFacts:
    """What a letter knows of an application. ``path`` leads to it in the storefront."""

    path: str
    name: str
    number: str
    at: dt.datetime
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DeputyFacts:
    """Who acts for whom, and when. The people with department and title."""

    agency: str
    absent: str
    deputy: str
    starts_on: dt.date
    ends_on: dt.date
    reason: str = ""


def person(user: User | None, department: str, title: str) -> str:
    """문화체육과 한지우 주무관."""
    whole = "" if user is None else f"{user.last_name}{user.first_name}"
    name = f"{user.first_name} {user.last_name}".strip() if user is not None and whole.isascii() else whole
    return " ".join(part for part in (department, name, title) if part)


def _abilities(abilities: Sequence[str], voice: Voice) -> str:
    return ", ".join(voice(*ABILITIES[one]) for one in abilities if one in ABILITIES) or voice("보기", "look")


def _kicker(voice: Voice) -> str:
    return voice("이음 함께누리", "Ieum for public agencies")


def _keys(facts: ApplicationFacts, voice: Voice) -> tuple[Row, ...]:
    number = facts.number
    return (
        Row(voice("기관", "Agency"), facts.name),
        Row(voice("고유번호", "Registration number"), f"{number[:3]}-{number[3:5]}-{number[5:]}"),
    )


def _said(facts: ApplicationFacts, voice: Voice) -> tuple[Note, ...]:
    return (Note(title=voice("담당자의 말", "From the reviewer"), text=facts.note),) if facts.note else ()


def application_submitted(facts: ApplicationFacts, voice: Voice) -> Letter:
    """The same words whether the market's staff or the agency's own administrators decide."""
    return desk_letter(
        voice,
        vendor_name=_kicker(voice),
        subject=voice(f"{facts.name} 기관 신청을 받았어요", f"We have your application for {facts.name}"),
        title=voice("기관 신청을 받았어요", "Your application has arrived"),
        lead=(
            voice(
                f"담당자가 살펴보고 영업일 {REVIEW_DAYS}일 안에 메일로 알려 드려요.",
                f"Somebody looks at it and writes to you within {REVIEW_DAYS} working days.",
            ),
        ),
        keys=(*_keys(facts, voice), Row(voice("보낸 때", "Sent"), voice.moment(facts.at))),
        button=(voice("신청 상태 보기", "See how it stands"), facts.path),
    )


def application_returned(facts: ApplicationFacts, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=_kicker(voice),
        subject=voice(f"{facts.name} 기관 신청을 조금 고쳐 주세요", f"Please mend your application for {facts.name}"),
        title=voice("조금만 고쳐 주세요", "A few things to mend"),
        lead=(
            voice(
                "적어 두신 내용은 그대로 있어요. 고쳐서 다시 보내 주세요.",
                "All you wrote is still there. Change what is said below and send it again.",
            ),
        ),
        keys=_keys(facts, voice),
        parts=_said(facts, voice),
        button=(voice("고쳐서 다시 보내기", "Mend and send again"), facts.path),
    )


def application_approved(facts: ApplicationFacts, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=_kicker(voice),
        subject=voice(f"{facts.name}, 함께누리를 쓸 수 있어요", f"{facts.name} can buy on Ieum"),
        title=voice("기관 신청이 승인됐어요", "You are in"),
        lead=(
            voice(
                "이제 기관 업무 화면에서 견적을 받고, 품의를 올리고, 발주할 수 있어요.",
                "You can ask for quotes, put purchases up for approval and order at the agency's desk from now on.",
            ),
        ),
        keys=_keys(facts, voice),
        parts=_said(facts, voice),
        button=(voice("기관 업무 화면 열기", "Open the agency's desk"), "/agency"),
    )


def application_declined(facts: ApplicationFacts, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=_kicker(voice),
        subject=voice(f"{facts.name} 기관 신청 결과", f"About your application for {facts.name}"),
        title=voice("이번에는 승인하지 못했어요", "Not this time"),
        lead=(
            voice(
                "까닭을 아래에 적었어요. 궁금한 점은 이 메일에 답해 주세요.",
                "The reason is below. Please answer this mail if anything is unclear.",
            ),
        ),
        keys=_keys(facts, voice),
        parts=_said(facts, voice),
        button=(voice("신청서 보기", "See the application"), facts.path),
    )


def official_address(agency: str, expires_at: dt.datetime, url: str, voice: Voice) -> Letter:
    """To an address that may know nothing of us."""
    return desk_letter(
        voice,
        vendor_name=_kicker(voice),
        subject=voice("기관의 공식 메일 주소를 확인해 주세요", "Please confirm your official address"),
        title=voice("공식 메일 주소 확인", "Confirm your official address"),
        lead=(
            voice(
                f"이음에 ‘{agency or '기관'}’을(를) 신청하면서 이 주소를 적었어요. 신청한 계정으로 로그인해 확인을 마쳐 주세요.",
                f"This address was given in an application for ‘{agency or 'an agency'}’ on Ieum. Please sign in as the applicant and confirm it.",
            ),
        ),
        keys=(Row(voice("쓸 수 있는 때", "Good until"), voice.deadline(expires_at)),),
        parts=(_link(voice("주소 확인하기", "Confirm the address"), url, voice), _unknown(voice)),
    )


def join_requested(agency: str, who: str, email: str, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=agency,
        subject=voice(f"{agency}에 함께하고 싶다는 신청이 있어요", f"Somebody asks to join {agency}"),
        title=voice("참여 신청이 왔어요", "Somebody asks to join"),
        lead=(
            voice(
                "공식 메일 주소를 확인한 분이에요. 아는 분인지 보고, 맡길 권한을 정해 주세요.",
                "The person's official address is confirmed. See whether you know them and choose what they may do.",
            ),
        ),
        keys=(Row(voice("신청한 분", "Who"), who), Row(voice("공식 메일", "Official address"), email)),
        button=(voice("신청 보기", "See the request"), MEMBERS_PAGE),
    )


def member_invited(agency: str, abilities: Sequence[str], expires_at: dt.datetime, url: str, voice: Voice) -> Letter:
    """It names the agency, which the market has vetted, and nobody who could write here."""
    return desk_letter(
        voice,
        vendor_name=agency,
        subject=voice(f"{agency} 담당자로 초대했어요", f"{agency} invites you to buy with them"),
        title=voice("기관 담당자 초대예요", "You are invited"),
        lead=(
            voice(
                f"{agency}에서 이음 함께누리의 담당자로 초대했어요. 이 이메일 주소의 이음 계정으로 받을 수 있어요.",
                f"{agency} invites you to its desk on Ieum. You can accept with an Ieum account of this address.",
            ),
            voice(
                "계정이 없다면 그 페이지에서 먼저 가입해 주세요.",
                "If you have no account yet, open one first from that page.",
            ),
        ),
        keys=(
            Row(voice("권한", "You may"), _abilities(abilities, voice)),
            Row(voice("받을 수 있는 때", "Good until"), voice.deadline(expires_at)),
        ),
        parts=(_link(voice("초대 보기", "See the invitation"), url, voice), _unknown(voice)),
    )


def member_joined(agency: str, who: str, abilities: Sequence[str], voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=agency,
        subject=voice("기관에 새로 함께하는 분이 있어요", "Somebody has joined your agency"),
        title=voice("새 담당자가 들어왔어요", "A new member has joined"),
        lead=(voice("맡은 권한에 맞는 화면을 바로 쓸 수 있어요.", "What the abilities open can be used at once."),),
        keys=(Row(voice("들어온 분", "Who"), who), Row(voice("권한", "May"), _abilities(abilities, voice))),
        button=(voice("담당자 보기", "See the members"), MEMBERS_PAGE),
    )


def member_left(agency: str, who: str, work_left: int, path: str, voice: Voice) -> Letter:
    left = (
        voice(
            f"맡고 있던 일이 {work_left}건 남아 있어요. 다른 분에게 넘겨 주세요.",
            f"{work_left} things are still in the person's hands. Please hand them over.",
        )
        if work_left
        else voice("남은 일은 없어요.", "Nothing is left to hand over.")
    )
    return desk_letter(
        voice,
        vendor_name=agency,
        subject=voice("기관에서 빠진 분이 있어요", "Somebody has left your agency"),
        title=voice("담당자가 빠졌어요", "A member has left"),
        lead=(left,),
        keys=(Row(voice("빠진 분", "Who"), who),) if who else (),
        button=(voice("남은 일 보기", "See what is left"), path) if work_left else None,
    )


def you_left(agency: str, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=agency,
        subject=voice(f"{agency} 담당자에서 빠졌어요", f"You are no longer a member of {agency}"),
        title=voice("기관 담당자에서 빠졌어요", "Your membership has ended"),
        lead=(
            voice(
                "이제 이 기관의 화면을 볼 수 없어요. 하신 일의 기록은 기관에 남아요.",
                "The agency's desk is closed to you now. The record of what you did stays with the agency.",
            ),
        ),
    )


def _deputy_keys(facts: DeputyFacts, voice: Voice) -> tuple[Row, ...]:
    days = f"{facts.starts_on:%Y-%m-%d} ~ {facts.ends_on:%Y-%m-%d}"
    rows = (
        Row(voice("자리를 비우는 분", "Away"), facts.absent),
        Row(voice("대신하는 분", "Acting"), facts.deputy),
        Row(voice("기간", "Days"), days),
    )
    return (*rows, Row(voice("까닭", "Reason"), facts.reason)) if facts.reason else rows


def deputy_named(facts: DeputyFacts, *, acts: bool, voice: Voice) -> Letter:
    lead = (
        voice("이 기간에 결재·검수·지출을 대신해 주세요.", "On these days you approve, inspect and pay instead.")
        if acts
        else voice(
            "이 기간에 이분이 결재·검수·지출을 대신해요.",
            "On these days this person approves, inspects and pays instead.",
        )
    )
    return desk_letter(
        voice,
        vendor_name=facts.agency,
        subject=voice("대결자가 정해졌어요", "A deputy was named"),
        title=voice("대결자가 정해졌어요", "A deputy was named"),
        lead=(lead,),
        keys=_deputy_keys(facts, voice),
        button=(voice("대결 보기", "See the deputies"), "/agency/deputies"),
    )


def deputy_revoked(facts: DeputyFacts, *, acts: bool, voice: Voice) -> Letter:
    lead = (
        voice("이제 대신하지 않으셔도 돼요.", "You need not act any more.")
        if acts
        else voice("이제 직접 결재·검수·지출을 해요.", "You act yourself again.")
    )
    return desk_letter(
        voice,
        vendor_name=facts.agency,
        subject=voice("대결이 끝났어요", "A deputy's acting has ended"),
        title=voice("대결이 끝났어요", "A deputy's acting has ended"),
        lead=(lead,),
        keys=_deputy_keys(facts, voice),
        button=(voice("대결 보기", "See the deputies"), "/agency/deputies"),
    )


def work_handed_over(agency: str, leaver: str, moved: int, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=agency,
        subject=voice("업무를 넘겨받았어요", "Work was handed over to you"),
        title=voice("업무를 넘겨받았어요", "Work was handed over to you"),
        lead=(
            voice(
                f"목록·견적 요청·품의·결재 등 {moved}건이 이제 내 일이에요. 할 일 화면에서 볼 수 있어요.",
                f"{moved} things (lists, quote requests, purchase requests, approvals) are yours now. The desk's first page shows them.",
            ),
        ),
        keys=(Row(voice("넘겨준 분", "From"), leaver),) if leaver else (),
        button=(voice("할 일 보기", "See what waits"), "/agency"),
    )


def _link(label: str, url: str, voice: Voice) -> Button:
    return Button(
        label=label,
        url=url,
        spelled_out=voice(
            "단추가 열리지 않으면 이 주소를 브라우저에 붙여 넣어 주세요.",
            "If the button does not open, paste this address into your browser.",
        ),
    )


def _unknown(voice: Voice) -> Note:
    return Note(
        title=voice("모르는 일이라면", "If you know nothing of it"),
        text=voice(
            "이 메일을 그냥 두셔도 돼요. 아무 일도 일어나지 않아요.", "Just leave this mail alone. Nothing happens."
        ),
    )
