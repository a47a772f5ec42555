"""Taking a kind of page away."""

from __future__ import annotations

from django.db import transaction

from market.catalog.services.attribute_values_take import attribute_values_forget
from market.content.locks import page_types_for_update
from market.content.models import Page, PageType
from market.content.services.page_attributes_set import owner_name
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound


def page_type_delete(*, actor: Actor, page_type_id: int) -> PageType:
    """Delete a page type AND its pages, as Saleor does. Raises NotFound. The answer is the type as it was, with its key."""
    with transaction.atomic():
        page_type = page_types_for_update().filter(pk=page_type_id).first()
        if page_type is None:
            raise NotFound("id")
        pages = list(Page.objects.filter(page_type=page_type).values_list("pk", flat=True))
        page_type.delete()
        page_type.pk = page_type_id
        for page_id in pages:
            attribute_values_forget(owner=owner_name(page_id))
        audit.record(
            actor=actor,
            action="content.page_type_delete",
            subject_type="PageType",
            subject_id=page_type_id,
            slug=page_type.slug,
            pages=len(pages),
        )
        catalogue_version.bump()
    return page_type
