"""Requests for quotes and quotes: the agency's side and the enterprise's."""

from __future__ import annotations


class QuoteQueries:
    pass
