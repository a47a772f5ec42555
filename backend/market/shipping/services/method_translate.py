"""What a method is called in another language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.rich_text import clean_rich_text
from market.core.texts import text_clean
from market.shipping.locks import methods_for_update
from market.shipping.models import ShippingMethodType
from market.shipping.services.method_save import LONGEST_NAME

ENGLISH = "en"


def method_translate(
    *, method_id: int, language_code: str, values: Mapping[str, Any], actor: Actor
) -> ShippingMethodType:
    """Set name and description in a language, as far as given; an empty name takes it away. Raises NotFound, InvalidInput."""
    with transaction.atomic():
        method = methods_for_update().filter(pk=method_id).first()
        if method is None:
            raise NotFound("id")
        texts = dict(method.translations.get(language_code, {}))
        if "name" in values:
            texts["name"] = text_clean(values["name"], field="name", longest=LONGEST_NAME, is_required=False)
            if language_code == ENGLISH:
                method.name_en = texts["name"]  # what English answers and mails show
        if "description" in values:
            texts["description"] = clean_rich_text(values["description"], field="description")
        kept = {name: text for name, text in texts.items() if text}
        others = {code: text for code, text in method.translations.items() if code != language_code}
        method.translations = {**others, language_code: kept} if kept else others
        method.save(update_fields=["translations", "name_en"])
        audit.record(
            actor=actor,
            action="shipping.method_translate",
            subject_type="ShippingMethod",
            subject_id=method.pk,
            language=language_code,
        )
    return method
