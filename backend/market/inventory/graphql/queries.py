"""Warehouses and stocks."""

from __future__ import annotations


class InventoryQueries:
    pass
