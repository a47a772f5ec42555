"""The HTTP door of GraphQL: POST (single or batch), GET for queries, and a page for people."""

from __future__ import annotations

import hashlib
import logging
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from graphql import FieldNode, GraphQLError

from market.api import response_cache, uploads
from market.api.authentication import (
    EXCEPTION_CODES,
    OPEN_TO_ENDED_TOKENS,
    TOKEN_ERRORS,
    anonymous_context_of,
    bearer_token,
    context_of,
    language_of,
)
from market.api.documents import RefusedDocument, document_for
from market.api.execute import execute
from market.api.explorer import explorer
from market.api.idempotency import LONGEST_KEY, KeyReused, RequestInFlight, may_be_kept, once
from market.api.key_argument import SeveralKeyed, key_argument
from market.core import catalogue_version
from market.core.errors import DomainError
from market.core.graphql.context import RequestContext

logger = logging.getLogger(__name__)


class BadRequest(Exception):
    """The body is no GraphQL request."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


def graphql_view(request: HttpRequest) -> HttpResponse:
    """Answer GraphQL over HTTP. Always JSON but for the explorer page; 200 with ``errors`` for what the document got wrong."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": "GET, POST, OPTIONS"})
    if request.method == "GET" and "query" not in request.GET:
        return explorer(request)
    try:
        if request.method == "GET":
            return _answer_call(request, _call_of_query_string(request), reading_only=True)
        if request.method != "POST":
            raise BadRequest("GraphQL only supports GET and POST requests.", 405)
        return _answer_post(request)
    except BadRequest as error:
        return _failed(str(error), "BadRequest", error.status)
    except TOKEN_ERRORS as error:
        return _failed(_text(error, language_of(request)), EXCEPTION_CODES[type(error)], 200)
    except Exception:
        logger.exception("request %s failed", getattr(request, "request_id", ""))
        return _failed(
            "Internal Server Error", "InternalServerError", 200, requestId=getattr(request, "request_id", "")
        )


def _text(error: DomainError, language: str) -> str:
    return error.message_en if language == "en" else error.message(language)


def _answer_post(request: HttpRequest) -> HttpResponse:
    body = _body(request)
    if isinstance(body, list):
        return _answer_batch(request, body)
    return _answer_call(request, _call(body))


def _body(request: HttpRequest) -> Any:
    if uploads.is_multipart(request):
        return _body_with_files(request)
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.GRAPHQL_MAX_BODY_BYTES:
        raise BadRequest("The request body is too large.", 413)
    if not (request.content_type or "").startswith("application/json"):
        raise BadRequest("Send the request as application/json.", 415)
    try:
        return orjson.loads(request.body)
    except (orjson.JSONDecodeError, RecursionError) as error:
        raise BadRequest("Unable to parse query.") from error


def _body_with_files(request: HttpRequest) -> Any:
    """A call whose variables hold files; only mutations take them."""
    try:
        body = uploads.body_of(request)
    except uploads.BadUpload as error:
        raise BadRequest(str(error), error.status) from error
    if not _is_mutation(_call(body)):
        raise BadRequest("Only mutations take files.")
    return body


def _is_mutation(call: dict[str, Any]) -> bool:
    """Whether it is, as far as the document can be read: what is wrong with it is answered when it is run."""
    try:
        return document_for(call["query"]).operation(call["name"]).is_mutation
    except (RefusedDocument, GraphQLError):
        return True


def _call(body: Any) -> dict[str, Any]:
    """``{query, variables, operationName}`` with the right types. Raises BadRequest."""
    if not isinstance(body, dict):
        raise BadRequest("Unable to parse query.")
    query, variables, name = body.get("query"), body.get("variables"), body.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise BadRequest("Must provide a query string.")
    if variables is not None and not isinstance(variables, dict):
        raise BadRequest("Variables are invalid JSON.")
    if variables is not None and _is_deeper(variables, settings.GRAPHQL_MAX_VARIABLE_DEPTH):
        raise BadRequest("Variables are nested too deeply.")
    if name is not None and not isinstance(name, str):
        raise BadRequest("The operation name must be a string.")
    return {"query": query, "variables": variables, "name": name}


def _is_deeper(value: Any, limit: int) -> bool:
    """Whether lists and objects nest deeper than the limit: what reads them recursively must never run out of stack."""
    level = [value]
    for _ in range(limit):
        inner = [
            item.values() if isinstance(item, dict) else item
            for item in level
            if isinstance(item, dict | list) and item
        ]
        level = [item for items in inner for item in items]
        if not level:
            return False
    return any(isinstance(item, dict | list) for item in level)


def _call_of_query_string(request: HttpRequest) -> dict[str, Any]:
    try:
        variables = orjson.loads(request.GET["variables"]) if request.GET.get("variables") else None
    except orjson.JSONDecodeError as error:
        raise BadRequest("Variables are invalid JSON.") from error
    return _call(
        {"query": request.GET["query"], "variables": variables, "operationName": request.GET.get("operationName")}
    )


def _answer_batch(request: HttpRequest, bodies: list[Any]) -> HttpResponse:
    if len(bodies) > settings.GRAPHQL_MAX_BATCH:
        raise BadRequest(f"A batch holds at most {settings.GRAPHQL_MAX_BATCH} operations.")
    if not bodies:
        raise BadRequest("The batch is empty.")
    if "Idempotency-Key" in request.headers:
        raise BadRequest("An idempotency key stands for one operation; send a batch without one.")
    calls = [_call(body) for body in bodies]
    context = context_of(request)
    answers = [execute(call["query"], call["variables"], _fresh(context), call["name"]) for call in calls]
    return _json(orjson.dumps(answers))


def _fresh(context: RequestContext) -> RequestContext:
    """The same asker with nothing remembered: an earlier operation of the batch may have changed what was read."""
    fresh = RequestContext(
        context.actor, language=context.language, request_id=context.request_id, ip_address=context.ip_address
    )
    fresh.access_token_error = context.access_token_error
    return fresh


def _answer_call(request: HttpRequest, call: dict[str, Any], *, reading_only: bool = False) -> HttpResponse:
    if _is_cacheable(request, call):
        return _answer_anonymous(request, call)
    context = _context(request, call)
    key = _idempotency_key(request, call)
    if key and not reading_only and _changes_something(call):
        return _answer_once(key, call, context)
    return _json(
        orjson.dumps(execute(call["query"], call["variables"], context, call["name"], reading_only=reading_only))
    )


def _context(request: HttpRequest, call: dict[str, Any]) -> RequestContext:
    """Who asks; nobody in particular where the token has ended and the call needs none. Raises as ``context_of``."""
    try:
        return context_of(request)
    except TOKEN_ERRORS:
        if not OPEN_TO_ENDED_TOKENS.issuperset(_top_fields(call) or [""]):
            raise
        return anonymous_context_of(request)


def _top_fields(call: dict[str, Any]) -> list[str]:
    """The fields at the top of the operation, "" for each fragment there; none where the document cannot be read."""
    try:
        selections = document_for(call["query"]).operation(call["name"]).node.selection_set.selections
    except (RefusedDocument, GraphQLError):
        return []
    return [node.name.value if isinstance(node, FieldNode) else "" for node in selections]


def _idempotency_key(request: HttpRequest, call: dict[str, Any]) -> str | None:
    """The key of the header, else the one a mutation was given as its argument."""
    try:
        key = request.headers.get("Idempotency-Key") or key_argument(call)
    except SeveralKeyed as error:
        raise BadRequest("An idempotency key stands for one operation; send it alone.") from error
    if key and len(key) > LONGEST_KEY:
        raise BadRequest(f"An idempotency key has at most {LONGEST_KEY} characters.")
    if key and not key.isprintable():
        raise BadRequest("An idempotency key has printable characters only.")
    return key or None


def _changes_something(call: dict[str, Any]) -> bool:
    """Whether a stored answer is of use: a query always reads anew."""
    try:
        return document_for(call["query"]).operation(call["name"]).is_mutation and may_be_kept(call["query"])
    except (RefusedDocument, GraphQLError):
        return False


def _answer_once(key: str, call: dict[str, Any], context: RequestContext) -> HttpResponse:
    try:
        answer = once(key, call, context, lambda: execute(call["query"], call["variables"], context, call["name"]))
    except RequestInFlight:
        return _failed("A request with this idempotency key is being worked on.", "RequestInFlight", 409)
    except KeyReused:
        return _failed("This idempotency key was used for another request.", "IdempotencyKeyReused", 422)
    return _json(orjson.dumps(answer))


def _is_cacheable(request: HttpRequest, call: dict[str, Any]) -> bool:
    """Whether the call reads the catalogue only and nobody in particular asks."""
    if not settings.GRAPHQL_RESPONSE_CACHE_SECONDS or bearer_token(request):
        return False
    try:
        operation = document_for(call["query"]).operation(call["name"])
    except (RefusedDocument, GraphQLError):
        return False
    # A fragment at the top may hold any field under any name, so it is never kept.
    names = [node.name.value if isinstance(node, FieldNode) else "" for node in operation.node.selection_set.selections]
    return not operation.is_mutation and response_cache.may_be_kept(names)


def _answer_anonymous(request: HttpRequest, call: dict[str, Any]) -> HttpResponse:
    version = catalogue_version.current()
    key = response_cache.key_of(call["query"], call["variables"], call["name"], language_of(request))
    etag = f'"{version}-{hashlib.sha256(key.encode()).hexdigest()[:20]}"'
    if request.headers.get("If-None-Match") == etag and response_cache.kept(key, version):
        return HttpResponse(status=304, headers={"ETag": etag})
    body = response_cache.kept(key, version)
    if body is None:
        answer = execute(call["query"], call["variables"], context_of(request), call["name"])
        body = orjson.dumps(answer)
        if "errors" not in answer:
            response_cache.keep(key, version, body)
    response = _json(body)
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    response["Vary"] = "Authorization, Accept-Language"
    return response


def _json(body: bytes, status: int = 200) -> HttpResponse:
    return HttpResponse(body, status=status, content_type="application/json")


def _failed(message: str, code: str, status: int, **extensions: Any) -> HttpResponse:
    error = {"message": message, "extensions": {"exception": {"code": code}, **extensions}}
    return _json(orjson.dumps({"errors": [error]}), status)
