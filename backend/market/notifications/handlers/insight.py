"""What the people of an enterprise hear once a week."""

from __future__ import annotations

from market.core.events import handles
from market.insight.events import WeeklyNoteDue
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.services.member_mail_save import member_mails_save
from market.vendors.permissions import Ability


@handles(WeeklyNoteDue, name="notifications.send_weekly_note")
def send_weekly_note(event: WeeklyNoteDue) -> None:
    is_new = member_mails_save(
        kind=MailKind.WEEKLY_NOTE,
        vendor_id=event.vendor_id,
        ability=Ability.SEE_FIGURES,
        event_key=key_of(event, event.vendor_id, event.week_start),
        params={"week_start": str(event.week_start)},
    )
    nudge_when_noted(is_new)
