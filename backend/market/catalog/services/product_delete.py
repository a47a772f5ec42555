"""Take products out of the market for good."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from market.catalog.events import ProductsChanged
from market.catalog.locks import lock_products, undecided_proposal_for_update
from market.catalog.models import Product, ProductVariant, ProposalAction, ProposalStatus
from market.catalog.services.attribute_values_take import attribute_values_forget
from market.catalog.services.proposal_join import step
from market.core import audit, catalogue_version, clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for


def products_delete(*, product_ids: Sequence[int], actor: Actor, field: str = "id") -> list[Product]:
    """Delete all of these products, or none: with variants, prices, stocks and pictures. Orders keep what they say of them.

    What waits for one of them is withdrawn; its history stays. Raises NotFound for another's as for none, PermissionDenied.
    """
    wanted = sorted(set(product_ids))
    with transaction.atomic():
        found = lock_products(wanted)
        for pk in wanted:
            vendor_id = found[pk].vendor_id if pk in found else None
            ensure_acts_for(vendor_id, actor, Ability.MANAGE_LISTINGS, MANAGE_PRODUCTS, field=field)
            if pk not in found:
                raise NotFound(field)
        for pk, product in found.items():
            _delete(product, actor)
            product.pk = pk  # Django takes the key of what it deleted; clients want to know what went
        if found:
            outbox.publish(ProductsChanged(product_ids=sorted(found)))
            catalogue_version.bump()
    return [found[pk] for pk in wanted]


def _delete(product: Product, actor: Actor) -> None:
    waiting = undecided_proposal_for_update(product.pk)
    if waiting is not None:
        waiting.status, waiting.decided_at = ProposalStatus.WITHDRAWN, clock.now()
        step(waiting, ProposalAction.WITHDRAWN, actor)
    for owner in [
        f"variant-{pk}" for pk in ProductVariant.objects.filter(product=product).values_list("pk", flat=True)
    ]:
        attribute_values_forget(owner=owner)
    attribute_values_forget(owner=f"product-{product.pk}")
    audit.record(
        actor=actor, action="catalog.product_delete", subject_type="Product", subject_id=product.pk, slug=product.slug,
        vendor=product.vendor_id,
    )  # fmt: skip
    product.delete()
