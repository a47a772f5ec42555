"""In whose name a workbook is worked on."""

from __future__ import annotations

from market.accounts.models import User
from market.accounts.selectors.actors import actor_of
from market.core.actor import ANONYMOUS, Actor
from market.listings.models import ListingImport


def import_actor(run: ListingImport) -> Actor:
    """The person who asked for it, with what the person may do today; nobody, once the account is gone or closed."""
    user = User.objects.filter(pk=run.actor.get("user_id") or 0, is_active=True).first()
    if user is None:
        return ANONYMOUS
    return actor_of(user, language=user.language_code, ip_address=run.actor.get("ip_address") or "")
