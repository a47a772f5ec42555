"""Taking a page away."""

from __future__ import annotations

from django.db import transaction

from market.catalog.services.attribute_values_take import attribute_values_forget
from market.content.locks import pages_for_update
from market.content.models import Page
from market.content.services.page_attributes_set import owner_name
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound


def page_delete(*, actor: Actor, page_id: int) -> Page:
    """Delete a page with its translations, its own attribute values and the menu items that point at it. Raises NotFound.

    The answer is the page as it was, with its key.
    """
    with transaction.atomic():
        page = pages_for_update().filter(pk=page_id).first()
        if page is None:
            raise NotFound("id")
        page.delete()
        page.pk = page_id
        attribute_values_forget(owner=owner_name(page_id))
        audit.record(actor=actor, action="content.page_delete", subject_type="Page", subject_id=page_id, slug=page.slug)
        catalogue_version.bump()
    return page
