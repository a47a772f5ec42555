"""Write the terms of a voucher, and make its codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest, Upper
from django_countries import countries

from market.catalog.models import Category, Collection, Product, ProductVariant
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors, NotFound, Required
from market.promotions.enums import DiscountValueType, Funder
from market.promotions.errors import CodeTaken, CodeTwice, VoucherAlreadyUsed
from market.promotions.locks import vouchers_for_update
from market.promotions.models import GiftCard, Voucher, VoucherCode
from market.promotions.rules import card_digest, clean_code, code_limit, new_voucher_code
from market.vendors.models import Vendor

MOST_CODES = 1_000
CATALOGUES: dict[str, Any] = {
    "products": Product,
    "variants": ProductVariant,
    "collections": Collection,
    "categories": Category,
}
USAGE = ("usage_limit", "single_use", "apply_once_per_customer")
COUNTS = ("usage_limit", "min_checkout_items_quantity")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherWish:
    """What staff want of a voucher: ``fields`` as columns (only those given), goods by kind, codes to add ("": a fresh one each)."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    catalogues: Mapping[str, Sequence[int]] = field(default_factory=dict)
    codes: Sequence[str] | None = None


def voucher_create(*, wish: VoucherWish, actor: Actor) -> Voucher:
    """A new voucher with its codes. It counts nowhere until a channel lists it.

    Raises ManyErrors, Required (no code), CodeTwice, CodeTaken, NotFound (goods, vendor).
    """
    if not wish.codes:
        raise Required("addCodes")
    voucher = Voucher(start_date=clock.now())
    _set(voucher, wish.fields)
    with transaction.atomic():
        codes = _codes(wish.codes)
        voucher.save(force_insert=True)
        _add_codes(voucher, codes)
        for kind, ids in wish.catalogues.items():
            _goods(voucher, kind).set(found(kind, ids))
        audit.record(
            actor=actor,
            action="promotions.voucher_create",
            subject_type="voucher",
            subject_id=voucher.pk,
            codes=len(codes),
        )
    return voucher


def voucher_update(*, voucher_id: int, wish: VoucherWish, actor: Actor) -> Voucher:
    """Change a voucher and add codes. Raises as ``voucher_create``, NotFound, and VoucherAlreadyUsed for usage terms of a used one."""
    with transaction.atomic():
        voucher = vouchers_for_update().filter(pk=voucher_id).first()
        if voucher is None:
            raise NotFound("id")
        before = {name: getattr(voucher, name) for name in USAGE}
        _set(voucher, wish.fields)
        changed = [name for name in USAGE if getattr(voucher, name) != before[name]]
        if changed and voucher.codes.filter(used__gt=0).exists():
            raise ManyErrors([VoucherAlreadyUsed(_camel(name)) for name in changed])
        _ensure_percentages(voucher)
        codes = _codes(wish.codes or ())
        voucher.save()
        if changed:
            _limit_codes(voucher)
        _add_codes(voucher, codes)
        for kind, ids in wish.catalogues.items():
            _goods(voucher, kind).set(found(kind, ids))
        audit.record(
            actor=actor,
            action="promotions.voucher_update",
            subject_type="voucher",
            subject_id=voucher.pk,
            fields=sorted(wish.fields),
            codes=len(codes),
        )
    return voucher


def found(kind: str, ids: Sequence[int]) -> list[int]:
    """These goods, all of which exist. Raises NotFound otherwise."""
    wanted = set(ids)
    known = set(CATALOGUES[kind].objects.filter(pk__in=wanted).order_by().values_list("pk", flat=True))
    if known != wanted:
        raise NotFound(kind)
    return sorted(known)


def _goods(voucher: Voucher, kind: str) -> Any:
    return getattr(voucher, kind)


def _set(voucher: Voucher, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        setattr(voucher, name, value)
    faults: list[DomainError] = [
        InvalidInput(_camel(name), "1 이상이어야 해요.", "The value must be at least 1.")
        for name in COUNTS
        if (number := getattr(voucher, name)) is not None and not 1 <= number <= 2_000_000_000
    ]
    if voucher.end_date is not None and voucher.end_date <= voucher.start_date:
        faults.append(InvalidInput("endDate", "시작보다 뒤여야 해요.", "End date cannot be before the start date."))
    if len(voucher.name) > 255 or "\x00" in voucher.name:
        faults.append(InvalidInput("name", "이름은 255자까지예요.", "The name may have at most 255 characters."))
    if unknown := set(voucher.countries) - set(dict(countries)):
        faults.append(InvalidInput("countries", "모르는 나라예요.", f"Unknown country: {sorted(unknown)[0][:10]!r}"))
    if voucher.single_use and voucher.usage_limit is not None:
        faults.append(
            InvalidInput(
                "singleUse", "한 번 쓰는 코드에는 횟수를 정할 수 없어요.", "A single-use code takes no usage limit."
            )
        )
    if voucher.funder == Funder.VENDOR and voucher.vendor_id is None:
        faults.append(Required("vendor"))
    if faults:
        raise ManyErrors(faults)
    if voucher.vendor_id is not None and not Vendor.objects.filter(pk=voucher.vendor_id).exists():
        raise NotFound("vendor")


def _ensure_percentages(voucher: Voucher) -> None:
    if voucher.discount_value_type != DiscountValueType.PERCENTAGE:
        return
    if voucher.channel_listings.filter(discount_value__gt=100).exists():
        raise InvalidInput(
            "discountValueType",
            "100%를 넘는 채널이 있어요. 채널의 값을 먼저 고쳐 주세요.",
            "A channel's value is above 100 %; change that first.",
        )


def _codes(asked: Sequence[str]) -> list[str]:
    """The codes to add, fresh ones for empty wishes. Raises CodeTwice, CodeTaken, InvalidInput."""
    if len(asked) > MOST_CODES:
        raise InvalidInput("addCodes", f"한 번에 {MOST_CODES}개까지예요.", f"At most {MOST_CODES} codes at once.")
    codes = [clean_code(code) or new_voucher_code() for code in asked]
    by_key: dict[str, list[str]] = {}
    for code in codes:
        by_key.setdefault(code.upper(), []).append(code)
    if twice := [same[0] for same in by_key.values() if len(same) > 1]:
        raise CodeTwice(twice)
    there = VoucherCode.objects.annotate(key=Upper("code")).filter(key__in=by_key).values_list("key", flat=True)
    cards = {card_digest(code): code for code in codes}
    held = GiftCard.objects.filter(code_digest__in=cards).order_by().values_list("code_digest", flat=True)
    if taken := [by_key[key][0] for key in there] + [cards[digest] for digest in held]:
        raise CodeTaken(taken)
    return codes


def _add_codes(voucher: Voucher, codes: Sequence[str]) -> None:
    limit = code_limit(voucher.usage_limit, is_single_use=voucher.single_use)
    VoucherCode.objects.bulk_create(VoucherCode(voucher=voucher, code=code, usage_limit=limit) for code in codes)


def _limit_codes(voucher: Voucher) -> None:
    """Repeat the limit in the codes; one that was used more often stays at what it was used."""
    limit = code_limit(voucher.usage_limit, is_single_use=voucher.single_use)
    voucher.codes.update(usage_limit=None if limit is None else Greatest(F("used"), Value(limit)))


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
