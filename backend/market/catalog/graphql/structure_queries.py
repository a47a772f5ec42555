"""Product types and attributes, for those who manage them."""

from __future__ import annotations


class StructureQueries:
    pass
