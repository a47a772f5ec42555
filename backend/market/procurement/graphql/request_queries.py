"""Purchase requests."""

from __future__ import annotations


class RequestQueries:
    pass
