"""Which variants codes mean: a stock keeping unit, an own reference, or the code of a product."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from market.catalog.models import ProductChannelListing, ProductVariant
from market.channels.models import Channel
from market.core import clock

MOST_GUESSED, MOST_GUESSES, MOST_CANDIDATES, MOST_CHOICES = 20, 3, 400, 20
SHORTEST_GUESS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """The variants a code means: none, one, or several to choose from. ``guesses``: what may have been meant where there is none."""

    variant_ids: Sequence[int]
    guesses: Sequence[int] = ()


def variants_of_codes(codes: Sequence[str], channel: Channel) -> dict[str, Found]:
    """For each code what it means among what the channel shows. Upper and lower case are one. Three statements at most."""
    by_code: dict[str, list[int]] = {code: [] for code in codes}
    spellings = {spelling: code for code in codes for spelling in (code, code.upper(), code.lower())}
    for pk, *names in _named(spellings, channel):
        for code in dict.fromkeys(spellings[name] for name in names if name in spellings):
            if pk not in by_code[code]:
                by_code[code].append(pk)
    unknown = [code for code, found in by_code.items() if not found]
    guesses = _guesses(unknown[:MOST_GUESSED], channel)
    return {code: Found(found[:MOST_CHOICES], guesses.get(code, ())) for code, found in by_code.items()}


def _named(spellings: Iterable[str], channel: Channel) -> list[tuple[int, str | None, str | None, str, str | None]]:
    names = list(spellings)
    product = Q(product__slug__in=names) | Q(product__external_reference__in=names)
    rows = _shown(channel).filter(Q(sku__in=names) | Q(external_reference__in=names) | product)
    ordered = rows.order_by("product_id", "sort_order", "pk")
    return list(ordered.values_list("pk", "sku", "external_reference", "product__slug", "product__external_reference"))


def _shown(channel: Channel) -> QuerySet[ProductVariant]:
    """Variants of products that everybody sees in the channel: drafts are no secret to be guessed."""
    now = clock.now()
    listed = ProductChannelListing.objects.filter(
        Q(published_at__isnull=True) | Q(published_at__lte=now),
        product=OuterRef("product_id"),
        channel=channel,
        is_published=True,
    )
    return ProductVariant.objects.filter(Exists(listed))


def _guesses(codes: Sequence[str], channel: Channel) -> dict[str, list[int]]:
    """What begins alike, or is called so; the likest first."""
    condition = Q()
    for code in codes:
        plain = code.strip()
        if len(plain) >= SHORTEST_GUESS:
            condition |= Q(sku__istartswith=plain[: max(3, len(plain) * 2 // 3)]) | Q(product__name__icontains=plain)
    if not condition:
        return {}
    rows = _shown(channel).filter(condition).annotate(title=F("product__name")).order_by("pk")
    candidates = list(rows.values_list("pk", "sku", "title")[:MOST_CANDIDATES])
    return {code: _likest(code, candidates) for code in codes}


def _likest(code: str, candidates: Sequence[tuple[int, str | None, str]]) -> list[int]:
    wanted = code.casefold()
    scored = []
    for pk, sku, title in candidates:
        is_named = wanted in title.casefold()
        likeness = difflib.SequenceMatcher(None, wanted, (sku or "").casefold()).ratio()
        if is_named or likeness >= 0.6:
            scored.append((-max(likeness, 0.7 if is_named else 0), pk))
    return [pk for _, pk in sorted(scored)[:MOST_GUESSES]]
