"""Which e-mail domains say nothing about where somebody works."""

from __future__ import annotations

import functools
from importlib.resources import files

from market.agencies.rules import is_within


@functools.cache
def public_mail_domains() -> frozenset[str]:
    """The providers of ``data/public_mail_domains.txt``."""
    text = files("market.agencies").joinpath("data/public_mail_domains.txt").read_text("utf-8")
    lines = (line.strip().lower() for line in text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_public_mail(domain: str) -> bool:
    """Whether anybody can open a mailbox there."""
    return any(is_within(domain, provider) for provider in public_mail_domains())
