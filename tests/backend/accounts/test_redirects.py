"""Where the link of a mail may lead: nowhere but to a storefront of ours, whatever a URL pretends."""

from __future__ import annotations

import pytest

from market.accounts.rules import is_redirect_allowed

OURS = ["http://localhost:3000", "https://shop.ieum.example/"]


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:3000",
        "http://localhost:3000/account/confirm?next=%2Fcart#here",
        "https://shop.ieum.example/a",
        "https://shop.ieum.example:443/",
        "HTTPS://SHOP.ieum.example/a",
    ],
)
def test_our_storefronts(url: str) -> None:
    assert is_redirect_allowed(url, OURS)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/account",
        "account",
        "//localhost:3000/",
        "//evil.example/",
        "\\\\evil.example",
        "/\\evil.example",
        "http:\\\\evil.example",
        "http:/\\localhost:3000/",
        "http://localhost:3000\\@evil.example/",
        "http://evil.example\\.localhost:3000/",
        "http://localhost:3000@evil.example/",
        "http://user@localhost:3000/",
        "http://:@localhost:3000/",
        "https://evil.example",
        "https://shop.ieum.example.evil.example/",
        "https://evil.example/https://shop.ieum.example/",
        "https://evil.example?https://shop.ieum.example/",
        "https://evil.example#@shop.ieum.example/",
        "https://xshop.ieum.example/",
        "https://ieum.example/",
        "http://shop.ieum.example/",
        "https://localhost:3000/",
        "http://localhost/",
        "http://localhost:3001/",
        "http://localhost:99999/",
        "http://localhost:abc/",
        "http://[localhost:3000/",
        "http://localhost:3000\t.evil.example/",
        "http://localhost:3000/\r\nBcc: b@evil.example",
        " http://localhost:3000/",
        "http://localhost:3000/ a",
        "http://localhost:3000/\x00",
        "https://shop.ieum.example\u3002evil.example/",
        "https://\uff53hop.ieum.example/",
        "javascript:alert(1)//localhost:3000",
        "data:text/html,hello",
        "ftp://localhost:3000/",
        "http://localhost:3000/" + "a" * 3_000,
    ],
)
def test_everywhere_else(url: str) -> None:
    assert not is_redirect_allowed(url, OURS)
