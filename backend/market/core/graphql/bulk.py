"""What mutations over many things share: what becomes of the others when one is wrong, and moving things among their like."""

from __future__ import annotations

import graphene

from market.core.graphql.enums import ErrorPolicyEnum

__all__ = ["ErrorPolicyEnum", "ReorderInput", "reordered"]


class ReorderInput(graphene.InputObjectType):
    """Move one thing among its like."""

    id = graphene.ID(required=True, description="ID of the thing to move.")
    sort_order = graphene.Int(description="By how many places: 1 one further back, -1 one further forward.")


def reordered(keys: list[int], moves: list[tuple[int, int]]) -> list[int]:
    """The keys after the moves ``(key, by how many places)``, carried out one after the other; nothing leaves either end.

    A move of what is not among the keys raises KeyError.
    """
    order = list(keys)
    for key, places in moves:
        if key not in order:
            raise KeyError(key)
        old = order.index(key)
        order.insert(max(0, min(old + places, len(order) - 1)), order.pop(old))
    return order
