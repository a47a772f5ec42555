"""Which purchases count for which duty of public bodies (우선구매): the law as rows with dates.

Do NOT write a share, an article or a kind of certificate into code: a changed decree is a new row of terms, and an end on the old one.
"""

from __future__ import annotations

from django.db import models

from market.vendors.models.enterprises import CertificateKind


class DutyDenominator(models.TextChoices):
    """What a duty's share is a share of, in a fiscal year."""

    NONE = "none", "비율 없음"  # plan and results only
    ALL = "all", "물품·용역·공사 총액"
    WITHOUT_WORKS = "without_works", "물품·용역 총액"
    EACH = "each", "물품·용역·공사 각각"


class DutyScope(models.TextChoices):
    """Which goods of an enterprise count."""

    SELLER = "seller", "파는 것 모두"
    OWN_PRODUCTION = "own_production", "직접 생산한 것"
    CERTIFIED_ITEMS = "certified_items", "인증받은 품목"


class DutyScheme(models.Model):
    """A duty to buy from certain enterprises first, e.g. 여성기업제품. What it asks on a day stands in its terms."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=100)
    short_name = models.CharField(max_length=30, help_text="as on a badge")
    short_name_en = models.CharField(max_length=60)
    authority = models.CharField(max_length=120, help_text="to whom results are reported")
    authority_en = models.CharField(max_length=160)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        return self.code


class DutyTerms(models.Model):
    """What a duty asks from a day through another (null: still): whose goods count, and how much of what must be theirs.

    A purchase counts where its seller holds one of ``kinds`` on the day of the contract. Shares are fractions (0.05 is 5 %): one of the
    denominator's total, or with the denominator ``each`` one of each kind of purchase.
    """

    scheme = models.ForeignKey(DutyScheme, on_delete=models.CASCADE, related_name="terms")
    effective_from = models.DateField()
    effective_until = models.DateField(null=True, blank=True)
    kinds = models.ManyToManyField(CertificateKind, related_name="duties")
    scope = models.CharField(max_length=20, choices=DutyScope.choices, default=DutyScope.SELLER)
    denominator = models.CharField(max_length=15, choices=DutyDenominator.choices, default=DutyDenominator.NONE)
    share = models.DecimalField(max_digits=6, decimal_places=5, null=True, blank=True)
    goods_share = models.DecimalField(max_digits=6, decimal_places=5, null=True, blank=True)
    services_share = models.DecimalField(max_digits=6, decimal_places=5, null=True, blank=True)
    works_share = models.DecimalField(max_digits=6, decimal_places=5, null=True, blank=True)
    article = models.CharField(max_length=160)
    article_en = models.CharField(max_length=200)
    source = models.CharField(max_length=250)

    class Meta:
        ordering = ["scheme__sort_order", "scheme__code", "effective_from"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "effective_from"], name="duty_terms_once"),
            models.CheckConstraint(
                condition=models.Q(effective_until__isnull=True)
                | models.Q(effective_until__gte=models.F("effective_from")),
                name="duty_terms_end_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(denominator="none", share__isnull=True)
                    | models.Q(denominator__in=["all", "without_works"], share__isnull=False),
                    goods_share__isnull=True,
                    services_share__isnull=True,
                    works_share__isnull=True,
                )
                | models.Q(
                    denominator="each",
                    share__isnull=True,
                    goods_share__isnull=False,
                    services_share__isnull=False,
                    works_share__isnull=False,
                ),
                name="duty_share_fits_denominator",
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{f"{name}__isnull": True}) | models.Q(**{f"{name}__gt": 0, f"{name}__lte": 1}),
                    name=f"duty_{name}_is_a_fraction",
                )
                for name in ("share", "goods_share", "services_share", "works_share")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.effective_from}"
