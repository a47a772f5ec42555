"""An idempotency key given as an argument means what the header means.

``transactionInitialize`` is left out: there the key is Saleor's, names a payment, and is answered by the payment itself.
"""

from __future__ import annotations

from typing import Any

from graphql import FieldNode, GraphQLError, StringValueNode, VariableNode

from market.api.documents import RefusedDocument, document_for

ARGUMENT = "idempotencyKey"
MEANT_OTHERWISE = frozenset({"transactionInitialize"})


class SeveralKeyed(Exception):
    """A key stands for one operation, and several were sent with it."""


def key_argument(call: dict[str, Any]) -> str | None:
    """The key that the call's only mutation was given as an argument. Raises SeveralKeyed where a keyed one has company."""
    try:
        operation = document_for(call["query"]).operation(call["name"])
    except (RefusedDocument, GraphQLError):
        return None  # what is wrong is answered when it is run
    fields = [node for node in operation.node.selection_set.selections if isinstance(node, FieldNode)]
    keys = [key for field in fields if (key := _key_of(field, call["variables"] or {}))]
    if keys and len(operation.node.selection_set.selections) > 1:
        raise SeveralKeyed
    return keys[0] if keys else None


def _key_of(field: FieldNode, variables: dict[str, Any]) -> str | None:
    if field.name.value in MEANT_OTHERWISE:
        return None
    for argument in field.arguments:
        if argument.name.value != ARGUMENT:
            continue
        if isinstance(argument.value, StringValueNode):
            return argument.value.value or None
        if isinstance(argument.value, VariableNode):
            given = variables.get(argument.value.name.value)
            return given if isinstance(given, str) and given else None
    return None
