"""What people who manage listings read: it is on sale, it came back to be mended, it will not be."""

from __future__ import annotations

from dataclasses import dataclass

from market.notifications.letters.desk import desk_letter
from market.notifications.letters.letter import Facts, Letter, Note, Part, Row
from market.notifications.letters.voice import Voice


@dataclass(frozen=True, kw_only=True)
class ProposalFacts:
    """What a letter knows. ``reasons``: what is to be mended, by what the field is called in Korean and English."""

    path: str
    vendor_name: str
    product_name: str
    is_new: bool
    is_declined: bool
    comment: str
    reasons: tuple[tuple[tuple[str, str], str], ...]


def approved(facts: ProposalFacts, voice: Voice) -> Letter:
    what = voice("상품 판매를 시작했어요", "Your product is on sale") if facts.is_new else voice(
        "상품 변경을 반영했어요", "Your changes are live"
    )  # fmt: skip
    return _letter(
        facts,
        voice,
        title=what,
        lead=voice(
            f"보내 주신 내용을 확인하고 ‘{facts.product_name}’에 반영했어요.",
            f"We looked at what you proposed for “{facts.product_name}”, and it is live now.",
        ),
        parts=_comment(facts, voice("담당자가 남긴 말", "A word from the desk")),
        button=voice("반영된 내용 보기", "See what is live"),
    )


def returned(facts: ProposalFacts, voice: Voice) -> Letter:
    rows = tuple(Row(voice(*label), text) for label, text in facts.reasons)
    fields: tuple[Part, ...] = (Facts(title=voice("고쳐 주실 곳", "What to mend"), rows=rows),) if rows else ()
    return _letter(
        facts,
        voice,
        title=voice("상품 내용을 조금 고쳐 주세요", "Please mend your proposal"),
        lead=voice(
            f"‘{facts.product_name}’에 보내 주신 내용을 그대로 반영하기 어려워요. 아래를 고쳐 다시 보내 주세요.",
            f"What you proposed for “{facts.product_name}” cannot go live as it is. Please mend the following and send it again.",
        ),
        parts=(*fields, *_comment(facts, voice("담당자가 남긴 말", "A word from the desk"))),
        button=voice("고치러 가기", "Mend it"),
    )


def declined(facts: ProposalFacts, voice: Voice) -> Letter:
    return _letter(
        facts,
        voice,
        title=voice("상품 내용을 반영하지 못했어요", "Your proposal was declined"),
        lead=voice(
            f"‘{facts.product_name}’에 보내 주신 내용은 반영하지 않기로 했어요. 지금 상품은 그대로예요.",
            f"What you proposed for “{facts.product_name}” will not go live. The product stays as it is.",
        ),
        parts=_comment(facts, voice("까닭", "Why")),
        button=voice("제안 보기", "See the proposal"),
    )


def _comment(facts: ProposalFacts, title: str) -> tuple[Part, ...]:
    return (Note(title=title, text=facts.comment),) if facts.comment else ()


def _letter(
    facts: ProposalFacts, voice: Voice, *, title: str, lead: str, parts: tuple[Part, ...], button: str
) -> Letter:
    return desk_letter(
        voice,
        subject=f"{title}: {facts.product_name}",
        title=title,
        lead=(lead,),
        vendor_name=facts.vendor_name,
        parts=parts,
        button=(button, facts.path),
    )
