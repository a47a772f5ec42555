"""Delete vouchers and single codes."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.promotions.locks import voucher_codes_for_update, vouchers_for_update
from market.promotions.models import Voucher, VoucherCode


def vouchers_delete(*, voucher_ids: Sequence[int], actor: Actor) -> list[Voucher]:
    """Delete these vouchers with their codes; orders keep what they copied. Raises NotFound where one is unknown. All or nothing."""
    with transaction.atomic():
        vouchers = list(vouchers_for_update().filter(pk__in=voucher_ids))
        if {voucher.pk for voucher in vouchers} != set(voucher_ids):
            raise NotFound("ids")
        for voucher in vouchers:
            audit.record(
                actor=actor,
                action="promotions.voucher_delete",
                subject_type="voucher",
                subject_id=voucher.pk,
                name=voucher.name,
            )
        Voucher.objects.filter(pk__in=voucher_ids).delete()
    return vouchers


def voucher_codes_delete(*, code_ids: Sequence[int], actor: Actor) -> int:
    """Delete these codes; returns how many. Raises NotFound where one is unknown. All or nothing."""
    with transaction.atomic():
        codes = list(voucher_codes_for_update().filter(pk__in=code_ids))
        if {code.pk for code in codes} != set(code_ids):
            raise NotFound("ids")
        for voucher_id in sorted({code.voucher_id for code in codes}):
            audit.record(
                actor=actor,
                action="promotions.voucher_codes_delete",
                subject_type="voucher",
                subject_id=voucher_id,
                codes=sum(code.voucher_id == voucher_id for code in codes),
            )
        VoucherCode.objects.filter(pk__in=code_ids).delete()
    return len(codes)
