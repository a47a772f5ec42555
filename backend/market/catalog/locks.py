"""The only row locks of this room, always in the order of the primary key."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from market.catalog.models import UNDECIDED, Attribute, Category, Collection, Product, ProductProposal, ProductType
from market.core.errors import NotFound
from market.core.locks import locked


def products_for_update() -> QuerySet[Product]:
    """Products; whoever changes a product, its variants, pictures or listings locks it first."""
    return locked(Product.objects.all())


def product_for_update(product_id: int, *, field: str = "id") -> Product:
    """One product, read after the lock. Raises NotFound."""
    product = products_for_update().filter(pk=product_id).first()
    if product is None:
        raise NotFound(field)
    return product


def lock_products(product_ids: Iterable[int]) -> dict[int, Product]:
    """The products by id, as far as they exist, read after the lock."""
    return {product.pk: product for product in products_for_update().filter(pk__in=set(product_ids))}


def product_types_for_update() -> QuerySet[ProductType]:
    """Kinds of products; whoever changes one or its attributes locks it first."""
    return locked(ProductType.objects.all())


def category_tree_for_update() -> QuerySet[Category]:
    """All categories: a branch that moves changes the paths of others, so the tree is locked as a whole."""
    list(locked(Category.objects.all()).values_list("pk", flat=True))
    return Category.objects.order_by("pk")


def attributes_for_update() -> QuerySet[Attribute]:
    """Attributes; whoever changes one or its values locks it first."""
    return locked(Attribute.objects.all())


def collections_for_update() -> QuerySet[Collection]:
    """Collections; whoever changes one or its products locks it first."""
    return locked(Collection.objects.all())


def proposal_for_update(proposal_id: int) -> ProductProposal | None:
    """One proposal, read after the lock; only while its product is locked, or gone."""
    return locked(ProductProposal.objects.filter(pk=proposal_id)).first()


def undecided_proposal_for_update(product_id: int) -> ProductProposal | None:
    """What waits for a locked product, or is to be mended by its enterprise."""
    return locked(ProductProposal.objects.filter(product=product_id, status__in=UNDECIDED)).first()
