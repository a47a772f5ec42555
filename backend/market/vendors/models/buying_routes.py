"""By which way (경로) an agency may buy from an enterprise without an open tender: the law as rows with dates.

Do NOT write an amount or an article into code: a changed decree is a new row with ``effective_from``, and an end on the old one.
"""

from __future__ import annotations

from django.db import models

from market.vendors.models.enterprises import CertificateKind


class Regime(models.TextChoices):
    """Whose law on contracts a buyer follows."""

    LOCAL = "local", "지방계약법"
    STATE = "state", "국가계약법"


class BuyingRoute(models.Model):
    """One way a private contract (수의계약) is open, by 지방계약법 시행령 §25 and §30 or 국가계약법 시행령 §26 and §30, from a day through
    another (null: still).

    Open where the estimated price (추정가격, without VAT, in won) lies above ``above`` and up to ``up_to`` (null: no ceiling), and
    the enterprise holds one of ``kinds`` that day (none named: anybody) and, where named, ``companion`` as well.
    """

    regime = models.CharField(max_length=10, choices=Regime.choices, default=Regime.LOCAL, db_default=Regime.LOCAL)
    code = models.SlugField(max_length=60)
    effective_from = models.DateField()
    effective_until = models.DateField(null=True, blank=True)
    for_goods = models.BooleanField(default=True)
    for_services = models.BooleanField(default=True)
    above = models.DecimalField(max_digits=18, decimal_places=3, default=0)
    up_to = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    is_up_to_included = models.BooleanField(default=True, help_text="false: strictly below (미만)")
    quotes = models.PositiveSmallIntegerField(help_text="how many are needed at least; 0: may be left out")
    is_through_platform = models.BooleanField(
        default=False, help_text="quotes by way of 지정정보처리장치, e.g. 나라장터"
    )
    kinds = models.ManyToManyField(CertificateKind, blank=True, related_name="routes")
    companion = models.ForeignKey(
        CertificateKind, null=True, blank=True, on_delete=models.PROTECT, related_name="companion_of"
    )
    own_production_from = models.DecimalField(
        max_digits=18, decimal_places=3, null=True, blank=True, help_text="from here the buyer checks own production"
    )
    contract_article = models.CharField(max_length=160)
    contract_article_en = models.CharField(max_length=200)
    quote_article = models.CharField(max_length=160)
    quote_article_en = models.CharField(max_length=200)
    source = models.CharField(max_length=250)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "code", "effective_from"]
        constraints = [
            models.UniqueConstraint(fields=["regime", "code", "effective_from"], name="buying_route_once"),
            models.CheckConstraint(condition=models.Q(regime__in=Regime.values), name="buying_route_regime_known"),
            models.CheckConstraint(
                condition=models.Q(effective_until__isnull=True)
                | models.Q(effective_until__gte=models.F("effective_from")),
                name="buying_route_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(above__gte=0)
                & (models.Q(up_to__isnull=True) | models.Q(up_to__gt=models.F("above"))),
                name="buying_route_is_a_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regime} {self.code} {self.effective_from}"
