"""The page at /graphql/ on which a person explores the schema."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def explorer(request: HttpRequest) -> HttpResponse:
    """A page of our own that needs nothing from other servers: documentation of every type, an editor, and the answer."""
    return HttpResponse(render_to_string("api/explorer.html"))
