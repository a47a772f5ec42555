"""Protected names are for those who are certified; 예비 is not 인증."""

from __future__ import annotations

import pytest

from market.vendors.claims import ensure_no_unproven_claim
from market.vendors.errors import UnprovenClaim

CERTIFIED, PRELIMINARY, NOTHING = {"SOCIAL_ENTERPRISE"}, {"PRE_SOCIAL_REGIONAL"}, set()


@pytest.mark.parametrize(
    ("text", "held", "word"),
    [
        ("정성껏 만드는 동네 빵집", NOTHING, None),
        ("우리는 사회적기업입니다", NOTHING, "사회적기업"),
        ("우리는 사회적기업입니다", PRELIMINARY, "사회적기업"),
        ("우리는 사회적기업입니다", CERTIFIED, None),
        ("사회적 기업", NOTHING, "사회적기업"),
        ("사·회·적·기·업", NOTHING, "사회적기업"),
        ("사회적\u200b기업", NOTHING, "사회적기업"),
        ("사회적기업", NOTHING, "사회적기업"),
        ("예비사회적기업", NOTHING, "예비사회적기업"),
        ("서울형 예비 사회적 기업", PRELIMINARY, None),
        ("예비사회적기업", CERTIFIED, None),
        ("예비사회적기업을 거쳐 사회적기업이 됐어요", PRELIMINARY, "사회적기업"),
        ("A certified Social Enterprise", NOTHING, "social enterprise"),
        ("a preliminary social enterprise", PRELIMINARY, None),
        ("a pre-certified social enterprise", NOTHING, "preliminary social enterprise"),
        ("아이 돌봄 사회적협동조합", {"COOP"}, "사회적협동조합"),
        ("아이 돌봄 사회적협동조합", {"SOCIAL_COOP"}, None),
        ("협동조합과 함께 만들어요", NOTHING, None),
        ("", NOTHING, None),
    ],
)
def test_a_protected_name_needs_its_certificate(text: str, held: set[str], word: str | None) -> None:
    if word is None:
        assert ensure_no_unproven_claim(text, held=held, field="introduction") is None
        return
    with pytest.raises(UnprovenClaim) as refused:
        ensure_no_unproven_claim(text, held=held, field="introduction")
    assert (refused.value.field, refused.value.params["word"]) == ("introduction", word)
