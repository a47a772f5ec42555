"""The examination that every page of the journeys passes must be able to fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from journeys.shop import accept

pytestmark = pytest.mark.journey

SOUND = "<!doctype html><html lang='ko'><title>쪽</title><main><h1>쪽</h1>{}</main></html>"


def test_a_sound_page_passes(shopper: Callable[..., Page]) -> None:
    page = shopper()
    page.set_content(SOUND.format("<p>글</p>"))
    accept(page)  # raises where something is wrong
    assert page.title() == "쪽"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("<input>", "label"),
        ("<p style='color:#bbb;background:#fff'>흐린 글</p>", "color-contrast"),
        ("<div style='width:700px'>넓은 글</div>", "px wide"),
    ],
    ids=["field without a name", "pale text", "too wide"],
)
def test_a_faulty_page_is_caught(shopper: Callable[..., Page], fault: str, said: str) -> None:
    page = shopper()
    page.set_content(SOUND.format(fault))
    with pytest.raises(AssertionError, match=said):
        accept(page)
