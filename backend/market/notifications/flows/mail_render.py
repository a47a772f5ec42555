"""Dress a letter: one HTML and one plain text, from the same parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from mjml import mjml2html

from market.notifications.letters.letter import Letter
from market.notifications.letters.links import shop_link
from market.notifications.letters.voice import Voice

TEMPLATES = "notifications/mail"


@dataclass(frozen=True, slots=True)
class Colours:
    """Of ``look/tokens.css``: omija for citizens, the government's blue for agencies."""

    accent: str
    deep: str
    tint: str
    soft: str
    line: str


CITIZEN = Colours(accent="#a81a48", deep="#5a0d28", tint="#fae2ea", soft="#f5cfdb", line="#e893ad")
PUBLIC = Colours(accent="#0b50d0", deep="#052561", tint="#d8e5fd", soft="#b1cefb", line="#86aff9")


@dataclass(frozen=True, slots=True)
class Rendered:
    subject: str
    html: str
    text: str


def mail_render(letter: Letter) -> Rendered:
    """The letter as HTML (through MJML) and as text. Raises ValueError where MJML finds a template unsound."""
    context = _context(letter)
    return Rendered(
        subject=letter.subject,
        html=mjml2html(render_to_string(f"{TEMPLATES}/letter.mjml", context), disable_comments=False, fonts={}),
        text=_text_tidied(render_to_string(f"{TEMPLATES}/letter.txt", context)),
    )


def _context(letter: Letter) -> dict[str, Any]:
    voice = Voice(letter.language, letter.is_public)
    operator = settings.OPERATOR
    return {
        "letter": letter,
        "colours": PUBLIC if letter.is_public else CITIZEN,
        "shop": voice.named(settings.SHOP_NAME, settings.SHOP_NAME_EN),
        "shop_url": shop_link("/", letter.language, is_public=letter.is_public).replace("/public/", "/public"),
        "channel": voice("함께누리", "Public buying") if letter.is_public else voice("가치소비", "Citizens' shop"),
        "operator_name": voice.named(operator["name"], operator["nameEn"]),
        "operator": (
            f"{voice('대표', 'Representative')} {voice.named(operator['representative'], operator['representativeEn'])}",
            f"{voice('사업자등록번호', 'Business no.')} {operator['businessNumber']}",
            f"{voice('통신판매업', 'Mail-order no.')} {operator['mailOrderNumber']}",
            voice.named(operator["address"], operator["addressEn"]),
            f"{voice('전화', 'Phone')} {operator['phone']}",
            operator["email"],
        ),
        "intermediary": voice(
            "이음은 통신판매중개자이며 거래 당사자가 아닙니다. 상품 정보와 거래에 관한 의무와 책임은 판매 기업에 있습니다.",
            "Ieum is a mail-order intermediary and not a party to the sale. The selling enterprise is responsible for goods and contract.",
        ),
        "why": voice(
            "주문과 계정에 꼭 필요한 소식이라 수신 동의와 관계없이 보내드려요.",
            "This mail is about your order or account; it is not advertising.",
            "주문과 계정에 필요한 안내로, 수신 동의와 관계없이 보내 드립니다.",
        ),
    }


def _text_tidied(text: str) -> str:
    """No spaces at the ends of lines, never more than one empty line, one line break at the end."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"
