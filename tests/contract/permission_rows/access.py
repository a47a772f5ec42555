"""The kinds of door."""

EVERYBODY, SIGNED_IN = "everybody", "signed in"
MEMBER = "AUTHENTICATED_VENDOR_MEMBER"
AGENCY_MEMBER = "AUTHENTICATED_AGENCY_MEMBER"
MEMBERS = frozenset({MEMBER, AGENCY_MEMBER})
Access = str | tuple[str, ...]
