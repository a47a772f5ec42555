"""The mailbox of a development market: for eyes and programs, on this machine only, harmless whatever a mail holds."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import clear_url_caches

from market.config import urls
from market.notifications.gateways.post import message_of, post_hand_over, post_open

HTML = (
    "<!doctype html><html><head><title>t</title></head><body><script>alert(1)</script>"
    '<a href="https://shop.example/a?x=1&amp;y=2">go</a><a href="https://shop.example/b">b</a>'
    '<a href="https://shop.example/b">b again</a></body></html>'
)


def _reload() -> None:
    importlib.reload(urls)
    clear_url_caches()


@pytest.fixture
def shown(settings: Any, tmp_path: Path) -> Iterator[None]:
    """A market that shows its mailbox, as development does."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    settings.MAILBOX_SHOWN = True
    _reload()
    yield
    settings.MAILBOX_SHOWN = False
    _reload()


def send(
    to: str, subject: str = "제목", html: str = HTML, text: str = "글 https://shop.example/a\n" + "-" * 79
) -> None:
    import uuid

    message: EmailMultiAlternatives = message_of(
        mail_id=uuid.uuid4(), kind="order_placed", language="ko", recipient=to, subject=subject, text=text, html=html
    )
    post_hand_over(post_open(), message)


@pytest.mark.usefixtures("shown")
def test_programs_read_mails_newest_first_and_by_recipient(client: Client) -> None:
    send("a@ieum.example", "첫째")
    send("b@ieum.example", "둘째" * 40)
    send("a@ieum.example", "셋째")
    every = client.get("/mailbox/messages.json").json()["messages"]
    assert [mail["subject"] for mail in every] == ["셋째", "둘째" * 40, "첫째"]
    found = client.get("/mailbox/messages.json", {"to": "A@ieum.example"}).json()["messages"]
    assert [mail["subject"] for mail in found] == ["셋째", "첫째"]
    first = found[0]
    assert first["links"] == ["https://shop.example/a?x=1&y=2", "https://shop.example/b"]
    assert first["html"].strip() == HTML
    assert first["text"].startswith("글 https://shop.example/a")
    assert first["kind"] == "order_placed"
    assert first["at"].endswith("+09:00")
    assert first["to"] == "a@ieum.example"


@pytest.mark.usefixtures("shown")
def test_people_read_the_list_a_mail_its_text_and_its_headers(client: Client) -> None:
    assert "아직 메일이 없습니다" in client.get("/mailbox/").content.decode()
    send("a@ieum.example", "<b>굵은</b> 제목")
    page = client.get("/mailbox/").content.decode()
    assert "개발용 페이지" in page
    assert "For development only" in page
    assert "&lt;b&gt;굵은&lt;/b&gt; 제목" in page
    assert "이 주소로 간 메일이 없습니다" in client.get("/mailbox/", {"to": "<x>"}).content.decode()
    (mail,) = client.get("/mailbox/messages.json").json()["messages"]
    here = f"/mailbox/{mail['id']}/"
    assert f'src="{here}html/"' in client.get(here).content.decode()
    assert 'href="https://shop.example/a"' in client.get(here, {"as": "text"}).content.decode()
    assert "Auto-Submitted" in client.get(here, {"as": "headers"}).content.decode()


@pytest.mark.usefixtures("shown")
def test_a_mail_can_do_nothing_to_the_page_that_shows_it(client: Client) -> None:
    send("a@ieum.example")
    (mail,) = client.get("/mailbox/messages.json").json()["messages"]
    page = client.get(f"/mailbox/{mail['id']}/")
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in page.content.decode()
    assert "alert(1)" not in page.content.decode()
    assert "script-src" not in page["Content-Security-Policy"]
    assert page["Content-Security-Policy"].startswith("default-src 'none'")
    body = client.get(f"/mailbox/{mail['id']}/html/")
    policy = body["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'")
    assert "allow-scripts" not in policy
    assert "allow-same-origin" not in policy
    assert '<base target="_blank">' in body.content.decode()
    for response in (page, body, client.get("/mailbox/messages.json")):
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"


@pytest.mark.usefixtures("shown")
def test_only_reading_and_only_mails(client: Client, tmp_path: Path) -> None:
    (tmp_path.parent / "secret.log").write_text("secret")
    assert client.post("/mailbox/").status_code == 405
    assert client.get("/mailbox/nothing-0/").status_code == 404
    assert client.get("/mailbox/..%2Fsecret-0/").status_code == 404


def test_no_other_market_has_a_mailbox(client: Client, settings: Any) -> None:
    assert settings.MAILBOX_SHOWN is False
    for path in ("/mailbox/", "/mailbox/messages.json", "/mailbox/x-0/", "/mailbox/x-0/html/"):
        assert client.get(path).status_code == 404


@pytest.mark.usefixtures("shown")
def test_the_views_ask_for_themselves(client: Client, settings: Any) -> None:
    settings.MAILBOX_SHOWN = False  # the route is there, the permission is not
    assert client.get("/mailbox/").status_code == 404


def started(module: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process that reads these settings and says what they make of mail."""
    says = "from django.conf import settings as s; print(s.EMAIL_BACKEND, s.MAILBOX_SHOWN, s.DEFAULT_FROM_EMAIL)"
    known = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "IEUM_STATE_DIR") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", says],
        env={**known, "DJANGO_SETTINGS_MODULE": f"market.config.settings.{module}", **environment},
        cwd=Path(urls.__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


PRODUCTION = {
    "SECRET_KEY": "x",
    "RSA_PRIVATE_KEY": "x",
    "ALLOWED_HOSTS": "a.example",
    "EMAIL_URL": "smtp+tls://user:word@mail.example:587",
    "DEFAULT_FROM_EMAIL": "no-reply@shop.example",
}


def test_production_sends_by_smtp_and_shows_no_mailbox() -> None:
    said = started("production", **PRODUCTION)
    assert said.stdout.split() == ["django.core.mail.backends.smtp.EmailBackend", "False", "no-reply@shop.example"]


@pytest.mark.parametrize("missing", ["EMAIL_URL", "DEFAULT_FROM_EMAIL"])
def test_production_does_not_start_without_a_way_to_send(missing: str) -> None:
    said = started("production", **{name: value for name, value in PRODUCTION.items() if name != missing})
    assert said.returncode != 0
    assert f"Set the {missing} environment variable" in said.stderr


def test_development_keeps_mails_in_files_whatever_the_environment_says() -> None:
    said = started("development", EMAIL_URL=PRODUCTION["EMAIL_URL"])
    assert said.stdout.startswith("django.core.mail.backends.filebased.EmailBackend True")
