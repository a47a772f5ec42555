"""Counting codes and moving balances: once, within limits, and back again."""

from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.promotions import STAFF, gift_card_of, voucher_in
from market.accounts.events import AccountConfirmed
from market.accounts.models import ClosedAccount, User
from market.accounts.selectors.closed_accounts import email_digest
from market.core import clock, outbox
from market.core.errors import InvalidInput
from market.promotions.errors import GiftCardNotApplicable, UsedByCustomer, VoucherNotApplicable
from market.promotions.models import GiftCard, GiftCardEvent, GiftCardUse, Voucher, VoucherCode, VoucherUse
from market.promotions.services.gift_card_refund import gift_card_refund
from market.promotions.services.gift_cards_join_user import gift_cards_join_user
from market.promotions.services.gift_cards_use import gift_cards_use
from market.promotions.services.voucher_use import voucher_release, voucher_use

pytestmark = pytest.mark.django_db


def use(voucher: Voucher, email: str = "guest@ieum.example", order_id: uuid.UUID | None = None) -> uuid.UUID:
    order_id = order_id or uuid.uuid4()
    anew(voucher_use, code_id=voucher.codes.get().pk, order_id=order_id, email=email)
    return order_id


def pay(amounts: dict[int, int], order_id: uuid.UUID | None = None, **person: Any) -> uuid.UUID:
    order_id = order_id or uuid.uuid4()
    who = {"email": "guest@ieum.example", "user_id": None, **person}
    given = {pk: Decimal(amount) for pk, amount in amounts.items()}
    anew(gift_cards_use, amounts=given, order_id=order_id, currency="KRW", **who)
    return order_id


def test_a_code_counts_up_to_its_limit() -> None:
    voucher = voucher_in(ChannelFactory(), "TWICE", 1_000, usage_limit=2)
    use(voucher)
    use(voucher)
    with pytest.raises(VoucherNotApplicable):
        use(voucher)
    assert (voucher.codes.get().used, VoucherUse.objects.count()) == (2, 2)


def test_a_use_is_given_back_once() -> None:
    voucher = voucher_in(ChannelFactory(), "ONCE", 1_000, single_use=True)
    order_id = use(voucher)
    code = voucher.codes.get()
    assert (code.used, code.is_active) == (1, False)
    assert anew(voucher_release, order_id=order_id)
    assert not anew(voucher_release, order_id=order_id)
    code.refresh_from_db()
    assert (code.used, code.is_active) == (0, True)
    use(voucher)


def test_a_use_of_a_code_that_is_gone_is_given_back_all_the_same() -> None:
    voucher = voucher_in(ChannelFactory(), "GONE", 1_000, apply_once_per_customer=True, codes=["KEPT"])
    order_id = uuid.uuid4()
    gone, kept = voucher.codes.order_by("id")
    anew(voucher_use, code_id=gone.pk, order_id=order_id, email="me@ieum.example")
    gone.delete()
    assert anew(voucher_release, order_id=order_id)
    anew(voucher_use, code_id=kept.pk, order_id=uuid.uuid4(), email="me@ieum.example")
    assert voucher.codes.get().used == 1


def test_an_ended_voucher_does_not_count() -> None:
    voucher = voucher_in(ChannelFactory(), "OVER", 1_000)
    Voucher.objects.filter(pk=voucher.pk).update(
        start_date=clock.now() - dt.timedelta(2), end_date=clock.now() - dt.timedelta(1)
    )
    with pytest.raises(VoucherNotApplicable):
        use(voucher)


def test_a_customer_uses_it_once_whatever_the_letters_and_again_after_it_came_back() -> None:
    voucher = voucher_in(ChannelFactory(), "FIRST", 1_000, apply_once_per_customer=True)
    order_id = use(voucher, "me@ieum.example")
    with pytest.raises(UsedByCustomer), transaction.atomic():
        use(voucher, "ME@ieum.example")
    assert voucher.codes.get().used == 1
    use(voucher, "you@ieum.example")
    anew(voucher_release, order_id=order_id)
    use(voucher, "me@ieum.example")


def test_the_record_of_uses_holds_no_address() -> None:
    use(voucher_in(ChannelFactory(), "PRIVATE", 1_000), "me@ieum.example")
    assert "me@ieum" not in VoucherUse.objects.get().customer


def test_the_database_keeps_a_code_within_its_limit_and_a_card_above_zero() -> None:
    code = voucher_in(ChannelFactory(), "LIMIT", 1_000, usage_limit=1).codes.get()
    with pytest.raises(IntegrityError, match="voucher_code_within_limit"), transaction.atomic():
        VoucherCode.objects.filter(pk=code.pk).update(used=2)
    card, _ = gift_card_of(1_000)
    with pytest.raises(IntegrityError, match="gift_card_never_overdrawn"), transaction.atomic():
        GiftCard.objects.filter(pk=card.pk).update(current_balance=-1)
    with pytest.raises(IntegrityError, match="gift_card_within_its_worth"), transaction.atomic():
        GiftCard.objects.filter(pk=card.pk).update(current_balance=1_001)


def test_cards_pay_all_or_nothing() -> None:
    rich, poor = gift_card_of(10_000)[0], gift_card_of(500)[0]
    with pytest.raises(GiftCardNotApplicable), transaction.atomic():
        pay({rich.pk: 4_000, poor.pk: 501})
    assert GiftCard.objects.get(pk=rich.pk).current_balance == 10_000
    pay({rich.pk: 4_000, poor.pk: 500})
    assert [card.current_balance for card in GiftCard.objects.order_by("pk")] == [6_000, 0]
    assert GiftCardUse.objects.count() == GiftCardEvent.objects.filter(type="used_in_order").count() == 2


def test_the_first_to_use_a_card_keeps_it() -> None:
    card, _ = gift_card_of(10_000)
    user = UserFactory(email="me@ieum.example")
    pay({card.pk: 1_000}, email="Me@ieum.example", user_id=user.pk)
    with pytest.raises(GiftCardNotApplicable), transaction.atomic():
        pay({card.pk: 1_000}, email="you@ieum.example")
    pay({card.pk: 1_000}, email="me@ieum.example")
    card.refresh_from_db()
    assert (card.used_by_id, card.current_balance) == (user.pk, 8_000)


def test_a_member_keeps_a_card_under_a_new_address() -> None:
    card, _ = gift_card_of(10_000)
    user = UserFactory(email="me@ieum.example")
    pay({card.pk: 1_000}, email="me@ieum.example", user_id=user.pk)
    pay({card.pk: 1_000}, email="new@ieum.example", user_id=user.pk)
    with pytest.raises(GiftCardNotApplicable), transaction.atomic():
        pay({card.pk: 1_000}, email="you@ieum.example", user_id=UserFactory().pk)


def test_cards_used_as_a_guest_show_under_the_confirmed_account(run_outbox: Any) -> None:
    used, other, foreign = (gift_card_of(1_000)[0] for _ in range(3))
    pay({used.pk: 1}, email="Guest@ieum.example")
    pay({foreign.pk: 1}, email="you@ieum.example")
    user = UserFactory(email="guest@ieum.example", is_confirmed=False)
    assert anew(gift_cards_join_user, user_id=user.pk) == 0
    User.objects.update(is_confirmed=True)
    outbox.publish(AccountConfirmed(user_id=user.pk))
    anew(run_outbox)
    assert list(GiftCard.objects.filter(used_by=user)) == [used]
    ClosedAccount.objects.create(email_digest=email_digest(user.email), closed_at=clock.now())
    GiftCard.objects.update(used_by=None)
    assert anew(gift_cards_join_user, user_id=user.pk) == 0
    assert other.used_by_id is None


@pytest.mark.parametrize("change", [{"is_active": False}, {"expiry_date": dt.date(2022, 1, 1)}, {"currency": "USD"}])
def test_a_card_that_has_ended_pays_nothing(change: dict[str, Any]) -> None:
    card, _ = gift_card_of(10_000)
    GiftCard.objects.filter(pk=card.pk).update(**change)
    with pytest.raises(GiftCardNotApplicable), transaction.atomic():
        pay({card.pk: 1})


def test_money_goes_back_last_card_first_and_once_a_key() -> None:
    first, last = gift_card_of(3_000)[0], gift_card_of(5_000)[0]
    order_id = pay({first.pk: 3_000, last.pk: 2_000})

    def refund(key: str, amount: int | None = None) -> Decimal:
        return anew(
            gift_card_refund,
            order_id=order_id,
            key=key,
            amount=None if amount is None else Decimal(amount),
            actor=STAFF,
        )

    assert refund("a", 2_500) == 2_500
    assert refund("a", 2_500) == 2_500  # repeated: the same answer, no more money
    assert [card.current_balance for card in GiftCard.objects.order_by("pk")] == [500, 5_000]
    assert refund("b") == 2_500
    assert refund("c") == 0
    assert [card.current_balance for card in GiftCard.objects.order_by("pk")] == [3_000, 5_000]
    assert GiftCardEvent.objects.filter(type="refunded_in_order").count() == 3
    with pytest.raises(InvalidInput):
        refund("d", -1)


def test_a_purchase_without_cards_gets_nothing_back() -> None:
    assert anew(gift_card_refund, order_id=uuid.uuid4(), key="k") == 0
