"""Which addresses a link may have."""

from __future__ import annotations

import re

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
# Browsers skip these inside a scheme, so a check must not stumble over them.
IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\x9f\u200b\u2028\u2029]")


def is_safe_link(url: str) -> bool:
    """Whether following the link only ever opens a page, a mail or a call: a known scheme, or a place on this site."""
    bare = IGNORED_BY_BROWSERS.sub("", url)
    if bare != url.strip():
        return False
    found = SCHEME.match(bare)
    if found is not None:
        return found.group(1).lower() in SCHEMES
    return bare.startswith(("/", "#", "?")) and not bare.startswith(("//", "/\\"))
