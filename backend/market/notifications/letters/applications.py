"""What applicants read: received, to be mended, welcome, or not this time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from market.notifications.letters.desk import desk_letter
from market.notifications.letters.letter import Facts, Letter, Note, Part, Row
from market.notifications.letters.voice import Voice

REVIEW_DAYS = 5  # working days until somebody has looked at it
# What a reviewer may ask to be mended, by input field.
FIELDS = {
    "businessNumber": ("사업자등록번호", "Business number"),
    "legalName": ("상호", "Registered name"),
    "legalForm": ("조직 형태", "Legal form"),
    "representative": ("대표자", "Representative"),
    "openedOn": ("개업일", "Opening day"),
    "name": ("가게 이름", "Trading name"),
    "kind": ("기업 유형", "Kind of enterprise"),
    "introduction": ("소개", "Introduction"),
    "mailOrderNumber": ("통신판매업 신고번호", "Mail-order registration"),
    "phone": ("전화번호", "Phone"),
    "email": ("이메일", "E-mail"),
    "postalCode": ("우편번호", "Postcode"),
    "address": ("주소", "Address"),
    "district": ("지역", "District"),
    "bank": ("은행", "Bank"),
    "accountNumber": ("계좌번호", "Account number"),
    "accountHolder": ("예금주", "Account holder"),
    "certificateNumber": ("인증번호", "Certificate number"),
    "certificateIssuedOn": ("인증서 발급일", "Day of issue"),
    "businessRegistration": ("사업자등록증", "Business registration paper"),
    "bankbookCopy": ("통장 사본", "Copy of the bankbook"),
    "certificate": ("인증서", "Certificate"),
    "mailOrderRegistration": ("통신판매업 신고증", "Mail-order paper"),
    "evidence": ("증빙 자료", "Evidence"),
}


@dataclass(frozen=True, kw_only=True)
class ApplicationFacts:
    """What a letter knows of an application. ``path`` leads to it in the storefront."""

    path: str
    name: str
    business_number: str
    at: dt.datetime
    note: str = ""
    points: tuple[tuple[str, str], ...] = ()


def _keys(facts: ApplicationFacts, voice: Voice) -> tuple[Row, ...]:
    number = facts.business_number
    return (
        Row(voice("신청 기업", "Enterprise"), facts.name),
        Row(voice("사업자등록번호", "Business number"), f"{number[:3]}-{number[3:5]}-{number[5:]}"),
    )


def _said(facts: ApplicationFacts, voice: Voice) -> tuple[Part, ...]:
    return (Note(title=voice("담당자의 말", "From the reviewer"), text=facts.note),) if facts.note else ()


def submitted(facts: ApplicationFacts, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        subject=voice(f"{facts.name} 입점 신청을 받았어요", f"We have your application for {facts.name}"),
        title=voice("입점 신청을 받았어요", "Your application has arrived"),
        lead=(
            voice(
                f"담당자가 서류를 살펴보고 영업일 {REVIEW_DAYS}일 안에 메일로 알려 드려요.",
                f"Somebody looks at your papers and writes to you within {REVIEW_DAYS} working days.",
            ),
            voice(
                "그동안 더 하실 일은 없어요. 어디까지 왔는지는 신청서에서 볼 수 있어요.",
                "There is nothing more to do until then. The application page shows how it stands.",
            ),
        ),
        vendor_name=facts.name,
        keys=(*_keys(facts, voice), Row(voice("보낸 때", "Sent"), voice.moment(facts.at))),
        button=(voice("신청 상태 보기", "See how it stands"), facts.path),
    )


def returned(facts: ApplicationFacts, voice: Voice) -> Letter:
    rows = tuple(Row(voice(*FIELDS.get(field, (field, field))), reason) for field, reason in facts.points)
    mend = (Facts(title=voice("고칠 곳", "What to mend"), rows=rows),) if rows else ()
    return desk_letter(
        voice,
        subject=voice(f"{facts.name} 입점 신청을 조금 고쳐 주세요", f"Please mend your application for {facts.name}"),
        title=voice("조금만 고쳐 주세요", "A few things to mend"),
        lead=(
            voice(
                "신청서를 살펴봤고, 고칠 곳이 있어요. 적어 두신 내용은 그대로 있으니 표시된 곳만 고쳐 다시 보내 주세요.",
                "We looked at your application, and some of it needs mending. All you wrote is still there: change what is marked and send it again.",
            ),
        ),
        vendor_name=facts.name,
        keys=_keys(facts, voice),
        parts=(*mend, *_said(facts, voice)),
        button=(voice("고쳐서 다시 보내기", "Mend and send again"), facts.path),
    )


def approved(facts: ApplicationFacts, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        subject=voice(f"{facts.name}, 이음에 오신 것을 환영해요", f"Welcome to Ieum, {facts.name}"),
        title=voice("입점이 승인됐어요", "You are in"),
        lead=(
            voice(
                "이제 입점센터에서 상품을 올리고 주문을 받을 수 있어요.",
                "You can list goods and take orders in the vendor centre from now on.",
            ),
            voice(
                "먼저 배송 조건을 확인하고, 첫 상품을 등록해 주세요. 인증서를 내셨다면 확인이 끝난 뒤에 인증 표시가 붙어요.",
                "First look at your delivery terms, then list your first product. A certificate you handed in is shown once it has been checked.",
            ),
        ),
        vendor_name=facts.name,
        keys=_keys(facts, voice),
        parts=_said(facts, voice),
        button=(voice("입점센터로 가기", "Open the vendor centre"), "/vendor"),
    )


def declined(facts: ApplicationFacts, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        subject=voice(f"{facts.name} 입점 신청 결과를 알려 드려요", f"About your application for {facts.name}"),
        title=voice("이번에는 함께하지 못해요", "Not this time"),
        lead=(
            voice(
                "신청서를 살펴봤지만 지금은 입점을 승인할 수 없어요. 이유는 아래에 적었어요.",
                "We looked at your application and cannot approve it as things stand. The reason is below.",
            ),
            voice(
                "사정이 달라지면 언제든 다시 신청할 수 있어요.",
                "You are welcome to apply again when things have changed.",
            ),
        ),
        vendor_name=facts.name,
        keys=_keys(facts, voice),
        parts=_said(facts, voice),
        button=(voice("신청서 보기", "See the application"), facts.path),
    )
