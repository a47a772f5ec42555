"""Count a code for a purchase, and take that back."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from market.core import clock
from market.promotions.errors import UsedByCustomer, VoucherNotApplicable
from market.promotions.locks import voucher_codes_for_update
from market.promotions.models import VoucherCode, VoucherUse
from market.promotions.rules import customer_digest


def voucher_use(*, code_id: int, order_id: UUID, email: str) -> None:
    """Count one use of the code for this purchase, in the caller's transaction.

    Raises VoucherNotApplicable where the code is stopped, over or used up by now, UsedByCustomer where the voucher is once a customer
    and this one was quicker with another purchase.
    """
    now = clock.now()
    with transaction.atomic():
        code = voucher_codes_for_update().filter(pk=code_id).first()
        if code is None or (code.voucher.end_date is not None and code.voucher.end_date < now):
            raise VoucherNotApplicable("promoCode")
        free = Q(usage_limit__isnull=True) | Q(used__lt=F("usage_limit"))
        taken = VoucherCode.objects.filter(free, pk=code_id, is_active=True).update(
            used=F("used") + 1, is_active=not code.voucher.single_use
        )
        if not taken:
            raise VoucherNotApplicable("promoCode")
        use = VoucherUse(
            code=code,
            voucher=code.voucher,
            order_id=order_id,
            customer=customer_digest(email),
            is_once_per_customer=code.voucher.apply_once_per_customer,
            used_at=now,
        )
        try:
            with transaction.atomic():
                use.save(force_insert=True)
        except IntegrityError as error:
            raise UsedByCustomer("promoCode") from error


def voucher_release(*, order_id: UUID) -> bool:
    """Take back the use that was counted for this purchase; returns whether there was one. Doing it twice takes it back once."""
    with transaction.atomic():
        use = VoucherUse.objects.select_related("voucher").filter(order_id=order_id, released_at=None).first()
        if use is None:
            return False
        codes = list(voucher_codes_for_update().filter(uses=use))  # none where the code was deleted since
        if not VoucherUse.objects.filter(pk=use.pk, released_at=None).update(released_at=clock.now()):
            return False  # somebody else was quicker
        counted = VoucherCode.objects.filter(pk__in=[code.pk for code in codes], used__gt=0)
        if use.voucher.single_use:
            counted.update(used=F("used") - 1, is_active=True)
        else:
            counted.update(used=F("used") - 1)
    return True
