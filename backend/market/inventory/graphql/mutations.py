"""What can be done with warehouses and stocks."""

from __future__ import annotations


class InventoryMutations:
    pass
