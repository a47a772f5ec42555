"""A storefront on another origin: its browser may ask us when its origin is configured, and may not when it is not."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from playwright.sync_api import sync_playwright

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from launcher.browser import installed_browser
from market.accounts.services.tokens import ACCESS, token_create

ASK = """async ([api, token]) => {
  const headers = { "Content-Type": "application/json", "Authorization": `Bearer ${token}`, "Saleor-Domain": "shop.example" };
  try {
    const answer = await fetch(api, {
      method: "POST", headers, credentials: "include",
      body: JSON.stringify({ query: "{ me { email } shop { name } }" }),
    });
    return { status: answer.status, request: answer.headers.get("X-Request-Id"), body: await answer.json() };
  } catch (error) { return { blocked: error.name }; }
}"""
HEADERS = "authorization, authorization-bearer, content-type, saleor-domain, idempotency-key, x-request-id"


class Quiet(WSGIRequestHandler):
    def log_message(self, *values: object) -> None:
        return


class Pages(SimpleHTTPRequestHandler):
    def log_message(self, *values: object) -> None:
        return


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@contextmanager
def running(server: Any) -> Iterator[str]:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def storefront(tmp_path: Path) -> Iterator[str]:
    """The origin of a page that somebody else serves."""
    (tmp_path / "index.html").write_text("<!doctype html><title>A storefront</title>", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Pages, directory=str(tmp_path)))
    with running(server) as origin:
        yield origin


@pytest.fixture
def asked_from(storefront: str, settings: Any) -> Callable[[list[str], str], dict[str, Any]]:
    """``asked_from([origins], token)``: what a page of the storefront gets from a market that allows these origins."""

    def ask(origins: list[str], token: str) -> dict[str, Any]:
        settings.ALLOWED_CLIENT_ORIGINS = origins
        api = make_server("127.0.0.1", 0, WSGIHandler(), server_class=Server, handler_class=Quiet)
        with running(api) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=installed_browser(), args=["--no-sandbox", "--no-proxy-server"]
            )
            page = browser.new_page()
            page.goto(storefront)
            answer: dict[str, Any] = page.evaluate(ASK, [f"{url}/graphql/", token])
            browser.close()
        return answer

    return ask


@pytest.mark.skipif(installed_browser() is None, reason="no browser is installed")
@pytest.mark.django_db(transaction=True)
def test_a_browser_asks_from_a_configured_origin_and_from_no_other(asked_from: Any, storefront: str) -> None:
    ChannelFactory()
    token = token_create(user=UserFactory(email="member@ieum.example"), kind=ACCESS)
    allowed = asked_from([storefront], token)
    assert (allowed["status"], allowed["body"]["data"]["me"]) == (200, {"email": "member@ieum.example"})
    assert allowed["request"]
    assert asked_from(["https://shop.ieum.example"], token) == {"blocked": "TypeError"}


@pytest.mark.django_db
def test_a_browser_may_send_what_saleors_clients_send(client: Any, settings: Any) -> None:
    origin = settings.STOREFRONT_URL
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": HEADERS}
    answer = client.options("/graphql/", headers=asked)
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (204, origin)
    assert answer["Access-Control-Allow-Credentials"] == "true"
    assert "POST" in answer["Access-Control-Allow-Methods"]
    allowed = {name.strip().lower() for name in answer["Access-Control-Allow-Headers"].split(",")}
    assert {name.strip() for name in HEADERS.split(",")} <= allowed
    for foreign in ("https://elsewhere.example", f"{origin}.elsewhere.example", "null", ""):
        refused = client.options("/graphql/", headers={**asked, "Origin": foreign})
        assert not [name for name in refused.headers if name.startswith("Access-Control")], foreign
