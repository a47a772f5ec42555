"""One GraphQL call: document, limits, execution, and errors in the shape Saleor's clients read."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from graphql import GraphQLError, OperationType

from market.api.documents import RefusedDocument, document_for
from market.api.limits import cost_of
from market.core.errors import DomainError, PermissionDenied
from market.core.global_ids import BadGlobalId
from market.core.graphql.context import RequestContext
from market.core.locks import reset_lock_order

logger = logging.getLogger(__name__)
Answer = dict[str, Any]


def execute(
    text: str,
    variables: dict[str, Any] | None,
    context: RequestContext,
    operation_name: str | None = None,
    *,
    reading_only: bool = False,
) -> Answer:
    """The answer to one call: ``{"data": …, "errors": […], "extensions": …}``. Never raises for what a client sent."""
    reset_lock_order()
    variables = variables or {}
    try:
        document = document_for(text)
        operation = document.operation(operation_name)
        cost = cost_of(document.ast, variables)
    except RefusedDocument as refused:
        return {"errors": [formatted(error, context) for error in refused.errors]}
    except GraphQLError as error:
        return {"errors": [formatted(error, context)]}
    if operation.node.operation is OperationType.SUBSCRIPTION or (reading_only and operation.is_mutation):
        return {"errors": [formatted(GraphQLError("Only queries can be sent with GET."), context)]}
    data, errors = operation.execute(context, variables)
    answer: Answer = {"data": data}
    if errors:
        answer["errors"] = [formatted(error, context) for error in errors]
    answer["extensions"] = {"cost": {"requestedQueryCost": cost, "maximumAvailable": settings.GRAPHQL_MAX_COST}}
    return answer


def formatted(error: GraphQLError, context: RequestContext) -> Answer:
    """One top-level error with Saleor's ``extensions.exception.code``; what we did not foresee stays in the log."""
    original = error.original_error
    message, code = error.message, type(original).__name__ if original else "GraphQLError"
    if isinstance(original, DomainError):
        message, code = original.message(context.language), original.code.upper()
    elif isinstance(original, BadGlobalId):
        code = "GraphQLError"
    elif original is not None and not isinstance(original, PermissionDenied | GraphQLError):
        logger.error("request %s: %s", context.request_id, error.message, exc_info=original)
        message, code = "Internal Server Error", "InternalServerError"
    answer: Answer = {"message": message, "extensions": {"exception": {"code": code}, **(error.extensions or {})}}
    if code == "InternalServerError":
        answer["extensions"]["requestId"] = context.request_id
    if error.locations:
        answer["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    if error.path:
        answer["path"] = error.path
    return answer
