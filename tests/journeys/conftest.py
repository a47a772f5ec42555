"""A browser for the journeys, and shoppers in it who know nothing of each other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from journeys.shop import storefront

WINDOW = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["IEUM_CHROMIUM"], args=["--no-sandbox", "--no-proxy-server"]
        )
        yield browser
        browser.close()


@pytest.fixture
def shopper(browser: Browser) -> Iterator[Callable[..., Page]]:
    """``shopper(scripts=False)``: a page of a new visitor. No page may fail on the server or break in the browser."""
    contexts: list[BrowserContext] = []
    broken: list[str] = []

    def enter(*, scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=storefront(), viewport=WINDOW, java_script_enabled=scripts, locale="ko-KR"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(f"{page.url}: {error}"))
        page.on(
            "response", lambda answer: broken.append(f"{answer.status} {answer.url}") if answer.status >= 500 else None
        )
        return page

    yield enter
    for context in contexts:
        context.close()
    assert broken == []
