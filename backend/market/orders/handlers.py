"""What orders do when others change."""

from __future__ import annotations

from market.accounts.events import AccountConfirmed, EmailChanged, MailboxProved
from market.core.events import handles
from market.orders.services.orders_join_user import orders_join_user


@handles(AccountConfirmed, name="orders.join_confirmed_account")
def join_confirmed_account(event: AccountConfirmed) -> None:
    orders_join_user(user_id=event.user_id)


@handles(MailboxProved, name="orders.join_proved_mailbox")
def join_proved_mailbox(event: MailboxProved) -> None:
    """A password set by mail, or a sign-in a provider vouches for."""
    orders_join_user(user_id=event.user_id)


@handles(EmailChanged, name="orders.join_new_address")
def join_new_address(event: EmailChanged) -> None:
    orders_join_user(user_id=event.user_id)
