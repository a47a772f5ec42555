"""Purchase requests: written, put up, decided."""

from __future__ import annotations


class RequestMutations:
    pass
