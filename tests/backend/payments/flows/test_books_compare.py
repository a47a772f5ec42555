"""The comparison of books against the emulator: what a lost message left behind heals, and what does not is listed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from factories.accounts import staff_with
from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import STRIPE, StripeShop
from market.checkout.models import Checkout
from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound, Required
from market.payments.enums import ActionStatus, DifferenceKind, TransactionAction, TransactionEventType
from market.payments.errors import ActionNotAvailable, GatewayUnknown
from market.payments.flows.attempts_sweep import attempts_sweep
from market.payments.flows.books_compare import books_compare
from market.payments.models import BookComparison, BookDifference, ProviderAction, ProviderEvent, TransactionItem
from market.payments.services.action_ask import action_ask
from market.payments.services.dead_retry import action_retry, provider_message_retry
from market.payments.services.differences_note import difference_settle
from stripe_emulator.testing import NEEDS_3DS

pytestmark = pytest.mark.django_db(transaction=True)
K = DifferenceKind


@pytest.fixture
def checkout() -> Checkout:
    channel = ChannelFactory()
    return ready_checkout(channel, {variant_on_sale(channel, price=12_000): 1})


@pytest.fixture
def staff() -> Actor:
    user = staff_with("HANDLE_PAYMENTS")
    return Actor(user_id=user.pk, email=user.email, is_staff=True, permissions=frozenset({"HANDLE_PAYMENTS"}))


def compare(**options: Any) -> BookComparison:
    (run,) = anew(books_compare, until=clock.now() + dt.timedelta(minutes=5), **options)
    return run


def standing() -> list[tuple[str, str, str, str]]:
    rows = BookDifference.objects.filter(settled_at__isnull=True)
    return sorted(rows.values_list("kind", "psp_reference", "here", "there"))


def test_equal_books_differ_in_nothing(stripe_shop: StripeShop, checkout: Checkout) -> None:
    stripe_shop.paid(checkout)
    run = compare()
    assert (run.checked, run.healed, run.standing, run.error) == (1, 0, 0, "")
    assert standing() == []


def test_a_lost_message_heals(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item)
    run = compare()
    assert (run.healed, run.standing) == (1, 0)
    item.refresh_from_db()
    assert (item.charged_value, item.is_open) == (item.amount, False)
    checkout.refresh_from_db()
    assert checkout.charged_amount == item.amount
    assert compare().healed == 0
    stripe_shop.assert_books_agree()


def test_a_lost_answer_heals_by_our_own_reference(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item)
    reference = item.psp_reference
    TransactionItem.objects.update(psp_reference="")
    assert compare().healed == 1
    item.refresh_from_db()
    assert (item.psp_reference, item.charged_value) == (reference, item.amount)


def test_a_refund_at_the_providers_desk_heals(stripe_shop: StripeShop, stripe_client: Any, checkout: Checkout) -> None:
    item = stripe_shop.paid(checkout)
    stripe_client.v1.refunds.create({"payment_intent": item.psp_reference, "amount": 2_000})
    compare()
    item.refresh_from_db()
    assert item.refunded_value == 2_000
    assert standing() == []
    stripe_shop.assert_books_agree()


def test_a_payment_that_only_the_provider_knows_is_listed_until_it_is_explained(
    stripe_shop: StripeShop, stripe_client: Any, staff: Actor
) -> None:
    intent = stripe_client.v1.payment_intents.create(
        {"amount": 7_000, "currency": "krw", "automatic_payment_methods": {"enabled": True}}
    )
    assert compare().standing == 0  # nobody paid it: no money, no difference
    stripe_shop.emulator.confirm(intent["id"])
    assert compare().standing == 1
    first = BookDifference.objects.get()
    assert standing() == [(K.MISSING_HERE, intent["id"], "", "charged 7,000")]
    assert compare().standing == 1
    first.refresh_from_db()
    assert BookDifference.objects.count() == 1
    assert first.seen_at > first.found_at
    with pytest.raises(Required):
        anew(difference_settle, difference_id=first.pk, note=" ", actor=staff)
    anew(difference_settle, difference_id=first.pk, note="시험 결제", actor=staff)
    assert compare().standing == 0
    # It says something else now, so it is told again.
    stripe_client.v1.refunds.create({"payment_intent": intent["id"]})
    BookDifference.objects.update(there="charged 1")
    assert compare().standing == 1
    with pytest.raises(NotFound):
        anew(difference_settle, difference_id=0, note="x", actor=staff)


def test_a_payment_that_the_provider_does_not_know_is_listed(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.paid(checkout)
    TransactionItem.objects.update(psp_reference="pi_nowhere", created_at=clock.now() - dt.timedelta(hours=1))
    compare()
    assert (K.MISSING_THERE, "pi_nowhere", f"{item.amount:,.0f}", "") in standing()
    TransactionItem.objects.update(psp_reference=item.psp_reference)
    compare()
    assert standing() == []  # and settles by itself


def test_an_amount_tampered_with_heals_from_the_events(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.paid(checkout)
    TransactionItem.objects.update(charged_value=1)
    assert compare().healed == 1
    item.refresh_from_db()
    assert item.charged_value == item.amount
    stripe_shop.assert_books_agree()


def test_an_event_that_nobody_can_explain_is_listed_and_moves_no_money(
    stripe_shop: StripeShop, checkout: Checkout
) -> None:
    item = stripe_shop.paid(checkout)
    item.events.create(
        type=TransactionEventType.CHARGE_SUCCESS,
        amount=Decimal(500),
        currency="KRW",
        psp_reference="forged",
        created_at=clock.now(),
    )
    TransactionItem.objects.update(charged_value=item.amount + 500)
    assert compare().standing == 1
    assert standing() == [(K.CHARGED_DIFFERS, item.psp_reference, f"{item.amount + 500:,.0f}", f"{item.amount:,.0f}")]
    assert stripe_shop.emulator.books()["refunds"] == []


def test_a_difference_outside_of_the_time_looked_at_settles_too(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.paid(checkout)
    old = clock.now() - dt.timedelta(days=40)
    BookDifference.objects.create(
        gateway=STRIPE,
        kind=K.CHARGED_DIFFERS,
        psp_reference=item.psp_reference,
        currency="KRW",
        found_at=old,
        seen_at=old,
    )
    BookDifference.objects.create(
        gateway=STRIPE, kind=K.MISSING_HERE, psp_reference="pi_gone", currency="KRW", found_at=old, seen_at=old
    )
    run = compare(since=clock.now() + dt.timedelta(minutes=4))
    assert (run.standing, standing()) == (0, [])


def test_a_provider_that_cannot_be_asked_is_told(stripe_shop: StripeShop, checkout: Checkout) -> None:
    stripe_shop.paid(checkout)
    stripe_shop.emulator.go_down()
    run = compare()
    assert run.error
    assert run.checked == 0
    stripe_shop.emulator.come_up()


def test_the_command_prints_and_ends_as_the_books_stand(stripe_shop: StripeShop, stripe_client: Any) -> None:
    out = StringIO()
    call_command("payments_compare", stdout=out)
    assert STRIPE in out.getvalue()
    intent = stripe_client.v1.payment_intents.create(
        {"amount": 7_000, "currency": "krw", "automatic_payment_methods": {"enabled": True}}
    )
    stripe_shop.emulator.confirm(intent["id"])
    day = (clock.now() - dt.timedelta(days=2)).date().isoformat()
    # The list is by whole seconds: what began in this one may be left for the next run.
    TransactionItem.objects.all().delete()
    compare()
    with pytest.raises(CommandError) as ended:
        call_command("payments_compare", "--since", day, "--gateway", STRIPE, stdout=out)
    assert ended.value.returncode == 1
    assert intent["id"] in out.getvalue()
    stripe_shop.emulator.go_down()
    with pytest.raises(CommandError) as ended:
        call_command("payments_compare", stdout=out)
    stripe_shop.emulator.come_up()
    assert ended.value.returncode == 2
    with pytest.raises(CommandError) as ended:
        call_command("payments_compare", "--gateway", "nobody", stdout=out)
    assert ended.value.returncode == 2
    with pytest.raises(GatewayUnknown):
        books_compare(gateways=["nobody"])


def age(minutes: int = 61) -> None:
    TransactionItem.objects.update(modified_at=clock.now() - dt.timedelta(minutes=minutes))


def test_an_attempt_without_a_word_is_called_off_at_the_provider(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.begin(checkout)
    age(59)
    assert attempts_sweep() == 0
    age()
    assert anew(attempts_sweep) == 1
    item.refresh_from_db()
    assert not item.is_open
    assert stripe_shop.emulator.intent(item.psp_reference)["status"] == "canceled"
    assert anew(attempts_sweep) == 0


def test_an_attempt_that_was_paid_in_silence_counts(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item)
    age()
    assert anew(attempts_sweep) == 0
    item.refresh_from_db()
    assert item.charged_value == item.amount
    stripe_shop.assert_books_agree()


def test_an_attempt_that_the_bank_works_on_is_left_alone(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item, card=NEEDS_3DS)
    stripe_shop.emulator.approve_later(item.psp_reference)
    age()
    assert anew(attempts_sweep) == 0
    item.refresh_from_db()
    assert (item.is_open, item.charge_pending_value) == (True, item.amount)
    stripe_shop.emulator.settle(item.psp_reference)
    age()
    anew(attempts_sweep)
    item.refresh_from_db()
    assert item.charged_value == item.amount


def test_an_attempt_is_left_alone_while_the_provider_cannot_be_asked(
    stripe_shop: StripeShop, checkout: Checkout
) -> None:
    item = stripe_shop.begin(checkout)
    age()
    stripe_shop.emulator.go_down()
    assert anew(attempts_sweep) == 0
    stripe_shop.emulator.come_up()
    item.refresh_from_db()
    assert item.is_open


def test_an_attempt_that_never_reached_the_provider_ends_here(stripe_shop: StripeShop, checkout: Checkout) -> None:
    stripe_shop.begin(checkout)
    TransactionItem.objects.update(psp_reference="")
    age()
    assert anew(attempts_sweep) == 1
    assert not TransactionItem.objects.get().is_open
    assert not ProviderAction.objects.exists()


def test_what_was_given_up_is_tried_again_under_the_same_key(
    stripe_shop: StripeShop, checkout: Checkout, staff: Actor
) -> None:
    item = stripe_shop.paid(checkout)
    _, action = anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=Decimal(500), actor=staff)
    with pytest.raises(ActionNotAvailable):
        anew(action_retry, action_id=action.pk, actor=staff)
    ProviderAction.objects.update(status=ActionStatus.DEAD, attempts=12)
    anew(action_retry, action_id=action.pk, actor=staff)
    stripe_shop.send()
    item.refresh_from_db()
    assert item.refunded_value == 500
    assert len(stripe_shop.emulator.books()["refunds"]) == 1
    with pytest.raises(NotFound):
        anew(action_retry, action_id=item.pk, actor=staff)
    event = ProviderEvent.objects.create(
        gateway=STRIPE,
        event_id="evt_1",
        type="x",
        due_at=clock.now(),
        received_at=clock.now(),
        status="dead",
        attempts=12,
    )
    anew(provider_message_retry, event_pk=event.pk, actor=staff)
    event.refresh_from_db()
    assert (event.status, event.attempts) == ("waiting", 0)
    with pytest.raises(ActionNotAvailable):
        anew(provider_message_retry, event_pk=event.pk, actor=staff)
    with pytest.raises(NotFound):
        anew(provider_message_retry, event_pk=0, actor=staff)
