"""The terms of withdrawal that a line was sold under, and what holds of every line that goes back."""

from __future__ import annotations

from django.db import models

from market.catalog.models import ReturnPolicy

RETURN_CHECKS = (
    models.CheckConstraint(
        condition=models.Q(quantity_withdrawn__lte=models.F("quantity_fulfilled"))
        & models.Q(quantity_returned__lte=models.F("quantity_withdrawn")),
        name="order_line_not_overreturned",
    ),
    # An exception holds only where its terms were shown before the order (전자상거래법 §17⑥).
    models.CheckConstraint(
        condition=models.Q(return_policy=ReturnPolicy.STANDARD) | ~models.Q(return_policy_note=""),
        name="order_line_exception_has_terms",
    ),
    models.CheckConstraint(
        condition=models.Q(consented_at__isnull=True) | models.Q(return_policy=ReturnPolicy.MADE_TO_ORDER),
        name="order_line_consent_is_to_making",
    ),
)


class ReturnTerms(models.Model):
    """Copied from the product at the order: what was shown then holds, whatever the listing says later."""

    return_policy = models.CharField(
        max_length=15,
        choices=ReturnPolicy.choices,
        default=ReturnPolicy.STANDARD,
        db_default=ReturnPolicy.STANDARD.value,
    )
    return_policy_note = models.CharField(
        max_length=500, blank=True, default="", db_default="", help_text="the terms of an exception, as shown then"
    )
    consented_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="when the order was placed with the buyer's consent to made-to-order terms (시행령 §21); none: no consent",
    )

    class Meta:
        abstract = True
