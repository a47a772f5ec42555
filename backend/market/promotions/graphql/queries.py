"""Reading vouchers and gift cards: for staff."""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import Exists, OuterRef, Q, QuerySet

from market.core import clock
from market.core.global_ids import BadGlobalId, int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments
from market.promotions.graphql.gift_cards import (
    GiftCard,
    GiftCardCountableConnection,
    ensure_manages_gift_cards,
)
from market.promotions.graphql.inputs import GiftCardFilterInput, VoucherFilterInput
from market.promotions.graphql.vouchers import (
    Voucher,
    VoucherCountableConnection,
    ensure_manages_discounts,
    in_voucher_channel,
)
from market.promotions.models import GiftCard as GiftCardModel
from market.promotions.models import GiftCardUse, VoucherCode
from market.promotions.models import Voucher as VoucherModel
from market.promotions.rules import card_digest, clean_code
from market.promotions.selectors.gift_cards import gift_card_list
from market.promotions.selectors.vouchers import voucher_list

NEWEST_FIRST = [SortKey("id", descending=True, parse=int)]


class PromotionQueries:
    voucher = graphene.Field(
        Voucher,
        id=graphene.ID(required=True, description="ID of the voucher."),
        channel=graphene.String(description="Slug of the channel whose terms are wanted."),
        description="One voucher; for staff who manage discounts.",
    )
    vouchers = graphene.Field(
        VoucherCountableConnection,
        filter=VoucherFilterInput(description="Narrows the list."),
        channel=graphene.String(description="Slug of a channel: only what is listed there, with its terms."),
        **paging_arguments(),
        description="Vouchers, newest first; for staff who manage discounts.",
    )
    gift_card = graphene.Field(
        GiftCard,
        id=graphene.ID(required=True, description="ID of the gift card."),
        description="One gift card; for staff who manage gift cards.",
    )
    gift_cards = graphene.Field(
        GiftCardCountableConnection,
        filter=GiftCardFilterInput(description="Narrows the list."),
        search=graphene.String(description="An e-mail address, or the last four characters of a code."),
        **paging_arguments(),
        description="Gift cards, newest first; for staff who manage gift cards.",
    )

    @staticmethod
    def resolve_voucher(root: Any, info: Any, id: str, channel: str | None = None) -> VoucherModel | None:
        ensure_manages_discounts(info)
        try:
            found = voucher_list(viewer=info.context.actor).filter(pk=int_pk(id, "Voucher")).first()
        except BadGlobalId:
            return None
        return in_voucher_channel(found, channel) if found else None

    @staticmethod
    def resolve_vouchers(
        root: Any, info: Any, filter: Any = None, channel: str | None = None, **paging: Any
    ) -> Connection:
        ensure_manages_discounts(info)
        rows = _vouchers(voucher_list(viewer=info.context.actor), filter or {})
        if channel is not None:
            rows = rows.filter(channel_listings__channel__slug=_text(channel))
        page = paginate(info, rows, NEWEST_FIRST, **paging)
        page.nodes = [in_voucher_channel(voucher, channel) for voucher in page.nodes]
        return page

    @staticmethod
    def resolve_gift_card(root: Any, info: Any, id: str) -> GiftCardModel | None:
        ensure_manages_gift_cards(info)
        try:
            return gift_card_list(viewer=info.context.actor).filter(pk=int_pk(id, "GiftCard")).first()
        except BadGlobalId:
            return None

    @staticmethod
    def resolve_gift_cards(
        root: Any, info: Any, filter: Any = None, search: str | None = None, **paging: Any
    ) -> Connection:
        ensure_manages_gift_cards(info)
        rows = _gift_cards(gift_card_list(viewer=info.context.actor), filter or {})
        if search and (words := _text(search).strip()):
            rows = rows.filter(
                Q(last_4__iexact=words)
                | Q(used_by_email__icontains=words)
                | Q(recipient_email__icontains=words)
                | Q(created_by_email__icontains=words)
            )
        return paginate(info, rows, NEWEST_FIRST, **paging)


def _vouchers(rows: QuerySet[VoucherModel], filter_: Any) -> QuerySet[VoucherModel]:
    now = clock.now()
    if filter_.get("status"):
        wanted = {str(getattr(status, "value", status)) for status in filter_["status"]}
        states = {
            "active": Q(start_date__lte=now) & (Q(end_date__isnull=True) | Q(end_date__gte=now)),
            "scheduled": Q(start_date__gt=now),
            "expired": Q(end_date__lt=now),
        }
        any_of = Q(pk__isnull=True)
        for name in wanted:
            any_of |= states[name]
        rows = rows.filter(any_of)
    if filter_.get("discount_type"):
        rows = rows.filter(type__in=[str(getattr(kind, "value", kind)) for kind in filter_["discount_type"]])
    if filter_.get("ids") is not None:
        rows = rows.filter(pk__in=_keys(filter_["ids"], "Voucher"))
    if words := _text(filter_.get("search") or "").strip():
        codes = VoucherCode.objects.filter(voucher=OuterRef("pk"), code__iexact=clean_code(words))
        rows = rows.filter(Q(name__icontains=words) | Exists(codes))
    return rows


def _gift_cards(rows: QuerySet[GiftCardModel], filter_: Any) -> QuerySet[GiftCardModel]:
    if filter_.get("is_active") is not None:
        rows = rows.filter(is_active=filter_["is_active"])
    if filter_.get("used") is not None:
        used = Exists(GiftCardUse.objects.filter(gift_card=OuterRef("pk")))
        rows = rows.filter(used) if filter_["used"] else rows.filter(~used)
    if filter_.get("currency"):
        rows = rows.filter(currency=_text(filter_["currency"]))
    if code := _text(filter_.get("code") or "").strip():
        rows = rows.filter(Q(code_digest=card_digest(code)) | Q(last_4__iexact=code))
    if filter_.get("tags"):
        rows = rows.filter(tags__overlap=[_text(tag) for tag in filter_["tags"]])
    return rows


def _keys(ids: list[str], type_name: str) -> list[int]:
    keys = []
    for given in ids:
        try:
            keys.append(int_pk(given, type_name))
        except BadGlobalId:
            continue
    return keys


def _text(given: str) -> str:
    """PostgreSQL keeps no NUL: what holds one matches nothing."""
    return given.replace("\x00", "\ufffd")
