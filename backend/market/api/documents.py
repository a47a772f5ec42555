"""Documents are parsed, validated and planned once, and kept: the same ones arrive again and again."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.conf import settings
from graphql import DocumentNode, GraphQLError, OperationDefinitionNode, parse, validate

from market.api.limits import check_document
from market.api.schema import schema
from market.core.graphql.executor import Operation


@dataclass
class Document:
    """A sound document: its operations by name, and what is needed to price a call."""

    digest: str
    ast: DocumentNode
    operations: dict[str, Operation]

    def operation(self, name: str | None) -> Operation:
        """The operation to run. Raises GraphQLError when the name does not decide it."""
        if name:
            if name not in self.operations:
                raise GraphQLError(f"Unknown operation named {name[:80]!r}.")
            return self.operations[name]
        if len(self.operations) != 1:
            raise GraphQLError("Must provide operation name if query contains multiple operations.")
        return next(iter(self.operations.values()))


class RefusedDocument(Exception):
    """The document cannot be run; ``errors`` say why."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors


_known: OrderedDict[str, Document] = OrderedDict()
_lock = Lock()


def document_for(text: str) -> Document:
    """The parsed, checked and validated document. Raises RefusedDocument."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    with _lock:
        if digest in _known:
            _known.move_to_end(digest)
            return _known[digest]
    document = _read(text, digest)
    with _lock:
        _known[digest] = document
        while len(_known) > settings.GRAPHQL_DOCUMENT_CACHE_SIZE:
            _known.popitem(last=False)
    return document


def _read(text: str, digest: str) -> Document:
    try:
        ast = parse(text, max_tokens=settings.GRAPHQL_MAX_TOKENS, no_location=False)
    except GraphQLError as error:
        raise RefusedDocument([error]) from error
    except RecursionError as error:
        raise RefusedDocument([GraphQLError("The document is nested too deeply.")]) from error
    try:
        return _checked(ast, digest)
    except (
        RecursionError
    ) as error:  # a chain of hundreds of fragments is no deeper than one field, yet walked like a deep one
        raise RefusedDocument([GraphQLError("The document is nested too deeply.")]) from error


def _checked(ast: DocumentNode, digest: str) -> Document:
    check_document(ast)
    errors = validate(schema(), ast, max_errors=20)
    if errors:
        raise RefusedDocument(errors)
    nodes = [node for node in ast.definitions if isinstance(node, OperationDefinitionNode)]
    try:
        operations = {node.name.value if node.name else "": Operation(schema(), ast, node) for node in nodes}
    except GraphQLError as error:
        raise RefusedDocument([error]) from error
    return Document(digest, ast, operations)
