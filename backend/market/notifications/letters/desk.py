"""What mails to the people of an enterprise share: they speak of one enterprise and lead into the vendor centre."""

from __future__ import annotations

from market.notifications.letters.letter import Button, Letter, Note, Part, Row
from market.notifications.letters.links import shop_link
from market.notifications.letters.voice import Voice


def desk_letter(
    voice: Voice,
    *,
    subject: str,
    title: str,
    lead: tuple[str, ...],
    vendor_name: str = "",
    keys: tuple[Row, ...] = (),
    parts: tuple[Part, ...] = (),
    button: tuple[str, str] | None = None,
) -> Letter:
    """``button``: its words and the path in the storefront it leads to, e.g. ("인증서 보기", "/vendor/certificates")."""
    way = (Button(label=button[0], url=shop_link(button[1], voice.language)),) if button else ()
    return Letter(
        language=voice.language,
        is_public=voice.is_public,
        subject=subject,
        preheader=lead[0],
        kicker=vendor_name or voice("이음 입점센터", "Ieum vendor centre"),
        title=title,
        lead=lead,
        keys=keys,
        parts=(
            *parts,
            *way,
            Note(
                title=voice("도움", "Help"),
                text=voice(
                    "입점센터 담당자가 평일 10시부터 17시까지 답해 드려요.",
                    "The vendor desk answers on weekdays from 10:00 to 17:00.",
                ),
            ),
        ),
    )
