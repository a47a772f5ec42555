"""Which pictures stand for a variant, and changing that."""

from __future__ import annotations

from collections.abc import Sequence

from market.catalog.models import UNDECIDED, Product, ProductMedia, ProductProposal, VariantMedia
from market.catalog.services.listing_change import is_trusted, listing_change
from market.catalog.services.proposal_join import proposal_join
from market.core.actor import Actor
from market.core.permissions import MANAGE_PRODUCTS


def variant_pictures(*, product: Product, variant_id: int, actor: Actor) -> tuple[list[int], bool]:
    """Keys of the pictures, and whether they are what waits for a review: then one change is built upon the other."""
    if not actor.has_permission(MANAGE_PRODUCTS) and not is_trusted(product.vendor_id):
        proposal = ProductProposal.objects.filter(product=product, status__in=UNDECIDED).first()
        waiting = proposal.changes.get(_path(variant_id)) if proposal is not None else None
        if waiting is not None:
            there = ProductMedia.objects.filter(product=product, pk__in=waiting["payload"] or [])
            return list(there.values_list("pk", flat=True)), True
    links = VariantMedia.objects.filter(variant_id=variant_id).order_by("media__sort_order", "media_id")
    return list(links.values_list("media_id", flat=True)), False


def variant_pictures_change(
    *, product: Product, variant_id: int, media_ids: Sequence[int], is_waiting: bool, actor: Actor
) -> None:
    """Let these stand for the variant of a locked product, now or after a review; what waited and comes to what there is waits no more."""
    changes = {_path(variant_id): list(media_ids)}
    if is_waiting:
        proposal_join(product=product, changes=changes, actor=actor)
    else:
        listing_change(product_id=product.pk, changes=changes, actor=actor, field="variantId")


def _path(variant_id: int) -> str:
    return f"variant:{variant_id}:media"
