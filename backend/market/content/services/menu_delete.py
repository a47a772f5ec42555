"""Taking a menu away."""

from __future__ import annotations

from django.db import transaction

from market.content.locks import menus_for_update
from market.content.models import Menu
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound


def menu_delete(*, actor: Actor, menu_id: int) -> Menu:
    """Delete a menu with its items. Raises NotFound. The answer is the menu as it was, with its key."""
    with transaction.atomic():
        menu = menus_for_update().filter(pk=menu_id).first()
        if menu is None:
            raise NotFound("id")
        menu.delete()
        menu.pk = menu_id
        audit.record(actor=actor, action="content.menu_delete", subject_type="Menu", subject_id=menu_id, slug=menu.slug)
        catalogue_version.bump()
    return menu
