"""Files with a mutation, as the GraphQL multipart request specification sends them (github.com/jaydenseric/graphql-multipart-request-spec).

``operations`` is the call with null where files go, ``map`` says which part goes where, and the parts follow. Browsers send forms across
origins without asking first, so a header that forms cannot set is demanded; nothing of the file is trusted, its name least of all.
"""

from __future__ import annotations

import hashlib
from typing import Any

import orjson
from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

MULTIPART = "multipart/form-data"
# Any of these proves that the sender may send more than a form: a browser asks us first (docs/api.md).
PREFLIGHT_HEADERS = (
    "Authorization", "Authorization-Bearer", "Idempotency-Key", "GraphQL-Preflight", "Apollo-Require-Preflight",
    "X-Apollo-Operation-Name",
)  # fmt: skip
MOST_STEPS = 10  # of a path to where a file goes


class BadUpload(Exception):
    """The request does not keep to the specification, or to our limits."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


def is_multipart(request: HttpRequest) -> bool:
    return (request.content_type or "") == MULTIPART


def body_of(request: HttpRequest) -> Any:
    """The call with its files in place. Raises BadUpload."""
    if not any(name in request.headers for name in PREFLIGHT_HEADERS):
        raise BadUpload("Send the header GraphQL-Preflight: 1 (or Authorization) along with files.")
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.GRAPHQL_MAX_UPLOAD_BYTES:
        raise BadUpload(f"Files may have {settings.GRAPHQL_MAX_UPLOAD_BYTES // 1_000_000} MB in all.", 413)
    try:
        fields, files = request.POST, request.FILES
    except RequestDataTooBig as error:
        raise BadUpload("The request body is too large.", 413) from error
    except (MultiPartParserError, SuspiciousOperation, UnicodeError) as error:
        raise BadUpload("The multipart body cannot be read.") from error
    if len(files) > settings.GRAPHQL_MAX_UPLOAD_FILES:
        raise BadUpload(f"At most {settings.GRAPHQL_MAX_UPLOAD_FILES} files may be sent at once.")
    body, places = _json(fields.get("operations"), "operations"), _json(fields.get("map"), "map")
    if not isinstance(body, dict):
        raise BadUpload("Send one operation at a time with files.")
    if not isinstance(places, dict) or set(places) != set(files):
        raise BadUpload("The map must name every file, and no other.")
    for name, paths in places.items():
        _place(body, paths, files[name])
    return body


def _json(text: Any, name: str) -> Any:
    if not isinstance(text, str) or len(text.encode()) > settings.GRAPHQL_MAX_BODY_BYTES:
        raise BadUpload(f"The part {name!r} is missing or too large.")
    try:
        return orjson.loads(text)
    except (orjson.JSONDecodeError, RecursionError) as error:
        raise BadUpload(f"The part {name!r} is no JSON.") from error


def _place(body: Any, paths: Any, file: Any) -> None:
    """Put a file where its paths lead: a null below ``variables``."""
    if not isinstance(paths, list) or not paths or not all(isinstance(path, str) for path in paths):
        raise BadUpload("The map must give each file a list of paths.")
    for path in paths:
        *way, last = path.split(".")
        if not way or way[0] != "variables" or len(way) > MOST_STEPS:
            raise BadUpload(f"The path {path[:80]!r} does not lead below variables.")
        holder = body
        for step in way:
            holder = _below(holder, step, path)
        if _below(holder, last, path) is not None:
            raise BadUpload(f"There is no null at {path[:80]!r}.")
        holder[int(last) if isinstance(holder, list) else last] = file


def _below(holder: Any, step: str, path: str) -> Any:
    try:
        if isinstance(holder, dict):
            return holder[step]
        if isinstance(holder, list) and step.isascii() and step.isdigit():
            return holder[int(step)]
    except (KeyError, IndexError, ValueError):
        pass
    raise BadUpload(f"There is nothing at {path[:80]!r}.")


def described(value: Any) -> Any:
    """A file as it counts in the digest of a request: by name and content. For ``orjson.dumps(default=…)``."""
    if not isinstance(value, UploadedFile):
        raise TypeError
    digest = hashlib.sha256()
    for chunk in value.chunks():
        digest.update(chunk)
    value.seek(0)
    return {"name": value.name, "sha256": digest.hexdigest()}
