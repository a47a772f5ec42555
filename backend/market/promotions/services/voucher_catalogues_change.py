"""Which goods a voucher counts for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.promotions.locks import vouchers_for_update
from market.promotions.models import Voucher
from market.promotions.services.voucher_save import found


def voucher_catalogues_change(
    *, voucher_id: int, catalogues: Mapping[str, Sequence[int]], actor: Actor, is_removal: bool = False
) -> Voucher:
    """Add goods (by kind: products, variants, collections, categories) to a voucher, or take them off. Raises NotFound."""
    with transaction.atomic():
        voucher = vouchers_for_update().filter(pk=voucher_id).first()
        if voucher is None:
            raise NotFound("id")
        for kind, ids in catalogues.items():
            goods = getattr(voucher, kind)
            if is_removal:
                goods.remove(*ids)
            else:
                goods.add(*found(kind, ids))
        audit.record(
            actor=actor,
            action="promotions.voucher_catalogues_remove" if is_removal else "promotions.voucher_catalogues_add",
            subject_type="voucher",
            subject_id=voucher.pk,
            **{kind: list(ids) for kind, ids in catalogues.items()},
        )
    return voucher
