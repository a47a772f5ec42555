"""The kinds of door."""

EVERYBODY, SIGNED_IN = "everybody", "signed in"
MEMBER = "AUTHENTICATED_VENDOR_MEMBER"
Access = str | tuple[str, ...]
