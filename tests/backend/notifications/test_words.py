"""How letters speak: money, time, names, links. No database."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.notifications.enums import MailKind
from market.notifications.flows.writers import registry
from market.notifications.letters.letter import Letter, Row, tidied
from market.notifications.letters.links import BadLink, shop_link, with_query
from market.notifications.letters.order_parts import MEANS, phone_text
from market.notifications.letters.voice import Voice
from market.notifications.rules import language_of, one_line, option_told, pause_after
from market.orders.enums import PaymentMeans

KOREAN, ENGLISH, FORMAL = Voice("ko"), Voice("en"), Voice("ko", is_public=True)


def test_money_is_grouped_and_carries_its_unit() -> None:
    assert [KOREAN.money(Decimal(12_000)), ENGLISH.money(Decimal(12_000))] == ["12,000원", "₩12,000"]
    assert KOREAN.money(Decimal("1234.5"), "USD") == "1,234.50 USD"
    assert [KOREAN.charge(Decimal(0)), ENGLISH.charge(Decimal(0))] == ["무료", "Free"]


def test_a_day_is_the_day_in_seoul() -> None:
    late = dt.datetime(2026, 12, 31, 15, 30, tzinfo=dt.UTC)  # half past midnight in Seoul
    assert KOREAN.moment(late) == "2027년 1월 1일 (금) 00:30"
    assert ENGLISH.moment(late) == "Fri 1 Jan 2027, 00:30 (Seoul)"
    assert [KOREAN.deadline(late), ENGLISH.deadline(late)] == ["1월 1일 (금) 00:30까지", "Fri 1 Jan, 00:30"]


@pytest.mark.parametrize(
    ("seconds", "korean", "english"),
    [
        (3 * 86_400, "3일", "3 days"),
        (86_400, "1일", "1 day"),
        (3_600, "1시간", "1 hour"),
        (5_400, "90분", "90 minutes"),
        (5, "1분", "1 minute"),
    ],
)
def test_spans_are_said_in_their_largest_whole_unit(seconds: int, korean: str, english: str) -> None:
    assert (KOREAN.span(seconds), ENGLISH.span(seconds)) == (korean, english)


def test_agencies_are_spoken_to_formally_where_there_are_such_words() -> None:
    assert FORMAL("했어요", "Done", "했습니다") == "했습니다"
    assert FORMAL("주소", "Address") == "주소"
    assert Voice("en", is_public=True)("했어요", "Done", "했습니다") == "Done"


def test_every_means_of_payment_has_its_name_and_every_kind_its_writer() -> None:
    assert set(MEANS) == set(PaymentMeans)
    assert set(registry._writers) == set(MailKind)


@given(st.text())
def test_a_line_is_one_line_of_what_can_be_seen(text: str) -> None:
    line = one_line(text)
    assert line.splitlines() in ([], [line])
    assert len(line) <= 200
    assert line == line.strip()
    assert one_line(line) == line
    assert not set(line) & set("\r\n\t\x00\x85\u2028\u202e\u200b\ufeff")


def test_every_text_of_a_letter_is_tidied() -> None:
    letter = Letter(
        language="ko",
        subject="a\r\nBcc: b",
        preheader="c\x00d",
        kicker="e\u202ef",
        title=" g ",
        lead=("h\nh",),
        keys=(Row("i\ti", "j\u200bj"),),
    )
    clean = tidied(letter)
    assert (clean.subject, clean.preheader, clean.kicker, clean.title) == ("a Bcc: b", "c d", "ef", "g")
    assert clean.lead == ("h h",)
    assert clean.keys == (Row("i i", "jj"),)


def test_links_keep_their_query_and_lead_to_web_pages_only() -> None:
    assert (
        with_query("https://a.example/x?b=1&token=old#f", token="n w&=") == "https://a.example/x?b=1&token=n+w%26%3D#f"
    )
    for bad in ("javascript:alert(1)", "ftp://a.example", "//a.example", "/x", ""):
        with pytest.raises(BadLink):
            with_query(bad, a="1")


def test_links_into_the_shop_know_channel_and_language(settings: object) -> None:
    settings.STOREFRONT_URL = "https://shop.example/"  # type: ignore[attr-defined]
    assert shop_link("/sign-in", "ko") == "https://shop.example/sign-in"
    assert shop_link("/sign-in", "en", is_public=True) == "https://shop.example/public/sign-in?lang=en"


@pytest.mark.parametrize(
    ("given_number", "shown"),
    [
        ("+821012345678", "010-1234-5678"),
        ("0212345678", "02-1234-5678"),
        ("+12125550123", "+1 212-555-0123"),
        ("내선 3", "내선 3"),
    ],
)
def test_phone_numbers_read_as_their_country_writes_them(given_number: str, shown: str) -> None:
    assert phone_text(given_number) == shown


def test_an_option_that_says_nothing_is_not_told() -> None:
    assert [option_told(option, "비누") for option in ("기본", "Standard", "비누", "세 개들이")] == [
        "",
        "",
        "",
        "세 개들이",
    ]


def test_pauses_double() -> None:
    assert [pause_after(attempt).total_seconds() for attempt in (1, 2, 3, 9)] == [30, 60, 120, 7680]


@pytest.mark.parametrize(
    ("code", "language"), [("en_US", "en"), ("EN", "en"), ("eng", "ko"), ("ko-KR", "ko"), ("", "ko")]
)
def test_languages(code: str, language: str) -> None:
    assert language_of(code) == language
