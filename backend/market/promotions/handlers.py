"""What promotions do when others change."""

from __future__ import annotations

from market.accounts.events import AccountConfirmed, MailboxProved
from market.core.events import handles
from market.promotions.services.gift_cards_join_user import gift_cards_join_user


@handles(AccountConfirmed, name="promotions.join_confirmed_account")
def join_confirmed_account(event: AccountConfirmed) -> None:
    gift_cards_join_user(user_id=event.user_id)


@handles(MailboxProved, name="promotions.join_proved_mailbox")
def join_proved_mailbox(event: MailboxProved) -> None:
    gift_cards_join_user(user_id=event.user_id)
