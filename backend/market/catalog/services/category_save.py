"""A new category, changing one, and moving a branch of the tree."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.db.models import Max

from market.catalog.locks import category_tree_for_update
from market.catalog.models import Category, Product
from market.catalog.services.structure_changed import structure_changed
from market.catalog.services.structure_fields import name_and_slug_set, showcase_set, taken_meanwhile
from market.core import audit
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound

DEEPEST = 10
MOVE = """
UPDATE catalog_category
SET path = %(prefix)s::bigint[] || path[%(depth)s:], level = cardinality(%(prefix)s::bigint[]) + cardinality(path) - %(depth)s,
    updated_at = now()
WHERE path @> ARRAY[%(pk)s]::bigint[]
"""


def category_create(*, actor: Actor, values: dict[str, Any], parent_id: int | None = None) -> Category:
    """Put a new category below ``parent_id`` (or at the root), after its sisters.

    Raises NotFound for the parent, Required, InvalidInput, SlugTaken.
    """
    with transaction.atomic():
        tree = {row.pk: row for row in category_tree_for_update()}
        if parent_id is not None and parent_id not in tree:
            raise NotFound("parent")
        parent = tree.get(parent_id) if parent_id is not None else None
        category = Category(parent=parent)
        if parent is not None:
            _ensure_depth(len(parent.path) + 1, "parent")
        _fields_set(category, values)
        category.sort_order = _next_place(parent_id)
        with taken_meanwhile():
            category.save()
        category.path = [*(parent.path if parent else []), category.pk]
        category.level = len(category.path) - 1
        category.save(update_fields=["path", "level"])
        _record(actor, "create", category, parent=parent_id)
        structure_changed()
    return category


def category_update(*, actor: Actor, category_id: int, values: dict[str, Any]) -> Category:
    """Change what is given. Raises NotFound, Required, InvalidInput, SlugTaken."""
    with transaction.atomic():
        category = category_tree_for_update().filter(pk=category_id).first()
        if category is None:
            raise NotFound("id")
        name = category.name
        _fields_set(category, values)
        with taken_meanwhile():
            category.save()
        _record(actor, "update", category, fields=sorted(values))
        structure_changed(products_below(category.pk) if category.name != name else ())
    return category


def category_move(*, actor: Actor, category_id: int, parent_id: int | None) -> Category:
    """Put the category with all below it under another one, or at the root. Raises NotFound, and InvalidInput for a cycle."""
    with transaction.atomic():
        tree = {row.pk: row for row in category_tree_for_update()}
        category = tree.get(category_id)
        if category is None:
            raise NotFound("id")
        if parent_id is not None and parent_id not in tree:
            raise NotFound("parent")
        parent = tree.get(parent_id) if parent_id is not None else None
        if parent is not None and category.pk in parent.path:
            raise InvalidInput(
                "parent",
                "분류를 자기 자신이나 그 아래로 옮길 수 없어요.",
                "A category cannot be moved below itself.",
            )
        prefix = list(parent.path) if parent else []
        deepest = max(len(row.path) for row in tree.values() if category.pk in row.path)
        _ensure_depth(len(prefix) + deepest - len(category.path) + 1, "parent")
        with connection.cursor() as cursor:
            cursor.execute(MOVE, {"prefix": prefix, "depth": len(category.path), "pk": category.pk})
        Category.objects.filter(pk=category.pk).update(parent=parent, sort_order=_next_place(parent_id))
        category.refresh_from_db()
        _record(actor, "move", category, parent=parent_id)
        structure_changed(products_below(category.pk))
    return category


def products_below(*category_ids: int) -> list[int]:
    """Keys of the products in these categories or below them."""
    below = Category.objects.filter(path__overlap=list(category_ids))
    return list(Product.objects.filter(category__in=below).values_list("pk", flat=True))


def _fields_set(category: Category, values: dict[str, Any]) -> None:
    name_and_slug_set(category, values)
    showcase_set(category, values)


def _ensure_depth(levels: int, field: str) -> None:
    if levels > DEEPEST:
        raise InvalidInput(field, f"분류는 {DEEPEST}단계까지예요.", f"Categories go {DEEPEST} levels deep at most.")


def _next_place(parent_id: int | None) -> int:
    last = Category.objects.filter(parent=parent_id).aggregate(last=Max("sort_order"))["last"]
    return 0 if last is None else last + 1


def _record(actor: Actor, verb: str, category: Category, **data: Any) -> None:
    audit.record(
        actor=actor,
        action=f"catalog.category_{verb}",
        subject_type="Category",
        subject_id=category.pk,
        slug=category.slug,
        **data,
    )
