"""Shared lists, what was ordered before, and pasted codes."""

from __future__ import annotations


class BasketQueries:
    pass
