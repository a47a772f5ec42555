"""Issued papers."""

from __future__ import annotations


class PaperQueries:
    pass
