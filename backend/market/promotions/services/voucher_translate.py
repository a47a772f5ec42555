"""What a voucher is called in another language."""

from __future__ import annotations

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound
from market.promotions.locks import vouchers_for_update
from market.promotions.models import Voucher


def voucher_translate(*, voucher_id: int, language_code: str, name: str | None, actor: Actor) -> Voucher:
    """Set the name in a language; an empty one takes it away. Raises NotFound, InvalidInput."""
    if name is not None and (len(name) > 255 or "\x00" in name):
        raise InvalidInput("name", "이름은 255자까지예요.", "The name may have at most 255 characters.")
    with transaction.atomic():
        voucher = vouchers_for_update().filter(pk=voucher_id).first()
        if voucher is None:
            raise NotFound("id")
        names = {code: text for code, text in voucher.name_translations.items() if code != language_code}
        voucher.name_translations = {**names, language_code: name} if name else names
        voucher.save(update_fields=["name_translations", "updated_at"])
        audit.record(
            actor=actor,
            action="promotions.voucher_translate",
            subject_type="voucher",
            subject_id=voucher.pk,
            language=language_code,
        )
    return voucher
