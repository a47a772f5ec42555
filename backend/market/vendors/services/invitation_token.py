"""The signed link of an invitation. It says which one; whether it is still good is looked up."""

from __future__ import annotations

from django.core import signing

from market.core import clock
from market.vendors.errors import InvitationOver
from market.vendors.models import VendorInvitation, VendorStatus

SALT = "market.vendors.invitation"
LONGEST_TOKEN = 512


def invitation_token_create(invitation: VendorInvitation) -> str:
    """The token for the mail to the invited address. It is bound to that address."""
    return signing.dumps({"invitation": invitation.pk, "email": invitation.email}, salt=SALT)


def invitation_of_token(token: str) -> VendorInvitation:
    """The invitation a well-signed token is for, living or over. Raises InvitationOver for any other text."""
    try:
        claims = signing.loads(token, salt=SALT) if len(token) <= LONGEST_TOKEN else {}
    except (signing.BadSignature, ValueError):
        claims = {}
    if not isinstance(claims, dict):
        raise InvitationOver
    number, email = claims.get("invitation"), claims.get("email")
    if not isinstance(number, int) or not isinstance(email, str):
        raise InvitationOver
    invitation = VendorInvitation.objects.select_related("vendor").filter(pk=number, email=email).first()
    if invitation is None:
        raise InvitationOver
    return invitation


def is_living(invitation: VendorInvitation) -> bool:
    """Neither taken, nor revoked, nor too old; and the enterprise has not left the market."""
    is_open = invitation.accepted_at is None and invitation.revoked_at is None
    return is_open and invitation.expires_at > clock.now() and invitation.vendor.status != VendorStatus.CLOSED


def masked(address: str) -> str:
    """Enough of an address for its owner to know it: ``h***@i***.example``."""
    name, _, host = address.partition("@")
    domain, dot, rest = host.partition(".")
    return f"{name[:1]}***@{domain[:1]}***{dot}{rest}"
