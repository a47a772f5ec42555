"""By which rules an agency buys, from a day on. The law itself is data of the vendors room (BuyingRoute)."""

from __future__ import annotations

from typing import Any

from django.db import models

from market.accounts.models import User
from market.agencies.models.agencies import Agency

WON: dict[str, Any] = {"max_digits": 18, "decimal_places": 0}
DEFAULT_HOLD_DAYS = 7


class Law(models.TextChoices):
    """The law an agency follows; one with rules of its own follows one of the two as their base."""

    LOCAL = "local", "지방계약법"
    STATE = "state", "국가계약법"


class AgencyPolicy(models.Model):
    """An agency's own limits (기관 구매 기준) from a day through another (null: still). Amounts in won; null: the law's own.

    Limits named "without VAT" are compared with the estimated price (추정가격); the others with what is paid.
    """

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="policies")
    effective_from = models.DateField()
    effective_until = models.DateField(null=True, blank=True)
    law = models.CharField(max_length=10, choices=Law.choices)
    quote_omit_below = models.DecimalField(**WON, null=True, blank=True, help_text="without VAT; strictly below")
    one_quote_up_to = models.DecimalField(**WON, null=True, blank=True, help_text="without VAT, from anybody")
    comparison_from = models.DecimalField(
        **WON, null=True, blank=True, help_text="without VAT: above this two quotes are compared by rule of the house"
    )
    split_warning_from = models.DecimalField(
        **WON, null=True, blank=True, help_text="without VAT: sum of a year with one enterprise that is pointed out"
    )
    direct_order_up_to = models.DecimalField(
        **WON,
        null=True,
        blank=True,
        help_text="VAT included: ordered without a request (품의); null: any amount, 0: never",
    )
    hold_days = models.PositiveSmallIntegerField(
        default=DEFAULT_HOLD_DAYS, help_text="how long a request holds its terms"
    )
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-effective_from"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "effective_from"], name="agency_policy_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(effective_until__isnull=True)
                | models.Q(effective_until__gte=models.F("effective_from")),
                name="agency_policy_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(hold_days__gte=1, hold_days__lte=30), name="agency_policy_hold_days"
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{f"{name}__isnull": True}) | models.Q(**{f"{name}__gte": 0}),
                    name=f"agency_policy_{name}_positive",
                )
                for name in (
                    "quote_omit_below",
                    "one_quote_up_to",
                    "comparison_from",
                    "split_warning_from",
                    "direct_order_up_to",
                )
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} from {self.effective_from}"
