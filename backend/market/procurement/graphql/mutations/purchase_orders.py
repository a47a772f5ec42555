"""Purchase orders: accepted, changed, cancelled."""

from __future__ import annotations


class PurchaseOrderMutations:
    pass
