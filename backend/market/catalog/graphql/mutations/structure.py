"""Product types, attributes, categories, collections."""

from __future__ import annotations


class StructureMutations:
    pass
