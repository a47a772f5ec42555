"""What the people of an enterprise are told about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from market.notifications.letters.desk import desk_letter
from market.notifications.letters.letter import Button, Facts, Letter, Note, Row
from market.notifications.letters.voice import Voice

ROLES = {"owner": ("대표", "owner"), "manager": ("관리자", "manager"), "clerk": ("담당자", "clerk")}
FACTS = {
    "name": ("기업 이름", "name"),
    "legal_name": ("상호", "registered name"),
    "representative": ("대표자", "representative"),
    "postal_code": ("주소", "address"),
    "address": ("주소", "address"),
    "district": ("지역", "district"),
    "legal_form": ("조직 형태", "form of organisation"),
}


def _role(role: str, voice: Voice) -> str:
    return voice(*ROLES[role])


def member_invited(vendor_name: str, role: str, expires_at: dt.datetime, url: str, voice: Voice) -> Letter:
    """To an address that may know nothing of us; it names the enterprise, which the market has vetted, and nobody who could write here."""
    return desk_letter(
        voice,
        vendor_name=vendor_name,
        subject=voice(f"{vendor_name}에서 함께 일하자고 초대했어요", f"{vendor_name} invites you to work with them"),
        title=voice("함께 일하자는 초대예요", "You are invited"),
        lead=(
            voice(
                f"이음에 입점한 {vendor_name}에서 {_role(role, voice)} 자리로 초대했어요. 이 이메일 주소의 이음 계정으로 받을 수 있어요.",
                f"{vendor_name}, which sells on Ieum, invites you as {_role(role, voice)}. You can accept with an Ieum account of this address.",
            ),
            voice(
                "계정이 없다면 아래 페이지에서 먼저 가입해 주세요.",
                "If you have no account yet, open one first from that page.",
            ),
        ),
        keys=(Row(voice("받을 수 있는 때", "Good until"), voice.deadline(expires_at)),),
        parts=(
            Button(
                label=voice("초대 보기", "See the invitation"),
                url=url,
                spelled_out=voice(
                    "단추가 열리지 않으면 이 주소를 브라우저에 붙여 넣어 주세요.",
                    "If the button does not open, paste this address into your browser.",
                ),
            ),
            Note(
                title=voice("모르는 곳이라면", "If you do not know them"),
                text=voice(
                    "이 메일을 그냥 두셔도 돼요. 아무 일도 일어나지 않아요.",
                    "Just leave this mail alone. Nothing happens.",
                ),
            ),
        ),
    )


def member_joined(vendor_name: str, email: str, role: str, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=vendor_name,
        subject=voice("새로 함께 일하게 된 분이 있어요", "Somebody has joined"),
        title=voice("새 구성원이 들어왔어요", "A new member has joined"),
        lead=(
            voice(
                "초대를 받은 분이 들어왔어요. 맡은 일에 맞는 화면을 바로 쓸 수 있어요.",
                "Somebody you invited has accepted, and can use what the role opens at once.",
            ),
        ),
        parts=(
            Facts(
                title=voice("들어온 분", "Who"),
                rows=(
                    Row(voice("이메일", "E-mail"), email, is_strong=True),
                    Row(voice("역할", "Role"), _role(role, voice)),
                ),
            ),
        ),
        button=(voice("구성원 보기", "See members"), "/vendor/members"),
    )


def member_removed(vendor_name: str, email: str, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=vendor_name,
        subject=voice("구성원이 빠졌어요", "A member has gone"),
        title=voice("함께 일하던 분이 빠졌어요", "A member has gone"),
        lead=(
            voice(
                "이제 이 기업의 화면을 볼 수 없어요. 그분이 보낸 초대도 함께 끝났어요.",
                "The person can see nothing of the enterprise any more. Invitations they had sent ended, too.",
            ),
        ),
        parts=(Facts(title=voice("빠진 분", "Who"), rows=(Row(voice("이메일", "E-mail"), email, is_strong=True),)),),
        button=(voice("구성원 보기", "See members"), "/vendor/members"),
    )


def you_were_removed(vendor_name: str, voice: Voice) -> Letter:
    return desk_letter(
        voice,
        vendor_name=vendor_name,
        subject=voice(f"{vendor_name} 구성원에서 빠졌어요", f"You are no longer a member of {vendor_name}"),
        title=voice("이제 이 기업의 구성원이 아니에요", "You are no longer a member"),
        lead=(
            voice(
                f"{vendor_name}의 입점센터 화면을 더는 쓸 수 없어요. 이음 계정과 내 주문은 그대로예요.",
                f"The vendor centre of {vendor_name} is closed to you. Your account and your own orders stay as they are.",
            ),
        ),
        parts=(
            Note(
                title=voice("잘못된 것 같다면", "If this seems wrong"),
                text=voice(
                    "기업의 대표에게 다시 초대해 달라고 해 주세요.",
                    "Ask an owner of the enterprise to invite you again.",
                ),
            ),
        ),
    )


STATUS_WORDS: dict[str, tuple[tuple[str, str], tuple[str, str], tuple[str, str]]] = {
    "suspended": (
        ("판매가 중지됐어요", "Selling is suspended"),
        (
            "상품이 가게에서 보이지 않고 새 주문을 받을 수 없어요.",
            "Your goods are not shown, and nothing new can be ordered.",
        ),
        (
            "이미 받은 주문과 반품은 그대로 처리해 주세요. 인증서와 기업 정보도 고칠 수 있어요.",
            "Orders and withdrawals that you have are still to be served. You can change certificates and profile.",
        ),
    ),
    "closed": (
        ("퇴점했어요", "The enterprise has left the market"),
        ("상품이 가게에서 내려갔어요.", "Its goods are no longer shown."),
        (
            "지난 주문과 실적은 계속 볼 수 있고, 늦게 들어온 반품도 여기서 처리해요.",
            "You can still look back at orders and figures, and serve withdrawals that come later.",
        ),
    ),
    "active": (
        ("다시 판매할 수 있어요", "You can sell again"),
        ("상품이 다시 보이고 주문을 받을 수 있어요.", "Your goods are shown and can be ordered."),
        ("재고와 배송 조건이 맞는지 한번 확인해 주세요.", "Please check that stock and delivery terms are right."),
    ),
}


def status_changed(vendor_name: str, status: str, reason: str, voice: Voice) -> Letter:
    title, effect, then = STATUS_WORDS[status]
    return desk_letter(
        voice,
        vendor_name=vendor_name,
        subject=f"{vendor_name}: {voice(*title)}",
        title=voice(*title),
        lead=(voice(*effect), voice(*then)),
        parts=(Facts(title=voice("사유", "Reason"), rows=(Row(voice("내용", "Why"), reason),)),),
        button=(voice("입점센터로 가기", "Open the vendor centre"), "/vendor"),
    )


def bank_account_changed(
    vendor_name: str, bank: str, last_digits: str, changed_at: dt.datetime, voice: Voice
) -> Letter:
    return desk_letter(
        voice,
        vendor_name=vendor_name,
        subject=voice("정산받을 계좌가 바뀌었어요", "The account you are paid to has changed"),
        title=voice("정산 계좌가 바뀌었어요", "Your bank account has changed"),
        lead=(
            voice(
                "통장 사본과 맞는지 운영팀이 확인한 뒤부터 이 계좌로 보내 드려요.",
                "We pay to it once our team has compared it with the copy of the bankbook.",
            ),
        ),
        keys=(Row(voice("새 계좌", "New account"), f"{bank} ···{last_digits}"),),
        parts=(
            Facts(title=voice("바꾼 때", "When"), rows=(Row(voice("시각", "Time"), voice.moment(changed_at)),)),
            Note(
                title=voice("바꾼 적이 없다면", "If none of you did this"),
                text=voice(
                    "누군가 대표 계정에 들어왔을 수 있어요. 비밀번호를 바로 바꾸고 입점센터에 알려 주세요.",
                    "Somebody may have entered an owner's account. Change the password at once and tell the vendor desk.",
                ),
            ),
        ),
        button=(voice("계좌 보기", "See the account"), "/vendor/account"),
    )


def recheck_opened(vendor_name: str, fields: Sequence[str], voice: Voice) -> Letter:
    told = ", ".join(dict.fromkeys(voice(*FACTS[field]) for field in fields))
    return desk_letter(
        voice,
        vendor_name=vendor_name,
        subject=voice("바뀐 정보로 인증서를 다시 확인해요", "Your certificates are looked at again"),
        title=voice("인증서를 다시 확인하고 있어요", "Your certificates are looked at again"),
        lead=(
            voice(
                "인증서에 적히는 정보가 바뀌면 다시 발급받아야 해요. 새로 받은 인증서가 있으면 올려 주세요.",
                "When what stands on a certificate changes, it has to be issued anew. Please hand in what you have got since.",
            ),
            voice(
                "확인하는 동안 인증 표시는 그대로 보이고, ‘변경 확인 중’이라고 함께 적혀요. 판매는 계속할 수 있어요.",
                "Meanwhile your badges stay, with a note that the change is being checked. You go on selling.",
            ),
        ),
        parts=(Facts(title=voice("바뀐 것", "What changed"), rows=(Row(voice("항목", "Facts"), told),)),),
        button=(voice("인증서 올리기", "Hand in certificates"), "/vendor/certificates"),
    )


def recheck_decided(vendor_name: str, is_confirmed: bool, note: str, voice: Voice) -> Letter:
    said = (Facts(title=voice("운영팀의 말", "What our team says"), rows=(Row(voice("내용", "Note"), note),)),)
    if is_confirmed:
        return desk_letter(
            voice,
            vendor_name=vendor_name,
            subject=voice("바뀐 정보를 확인했어요", "The change is confirmed"),
            title=voice("바뀐 정보를 확인했어요", "The change is confirmed"),
            lead=(voice("인증서와 기업 정보가 서로 맞아요.", "Your certificates and your profile agree."),),
            parts=said if note else (),
        )
    return desk_letter(
        voice,
        vendor_name=vendor_name,
        subject=voice("인증서를 다시 내 주세요", "Please hand in certificates anew"),
        title=voice("확인하지 못한 것이 있어요", "Something could not be confirmed"),
        lead=(
            voice(
                "아래 내용을 보고 새 인증서를 올려 주세요. 취소된 인증서가 있으면 따로 알려 드려요.",
                "Please read what is missing and hand in new certificates. Those that were revoked are told separately.",
            ),
        ),
        parts=said,
        button=(voice("인증서 올리기", "Hand in certificates"), "/vendor/certificates"),
    )
