"""Purchase orders: the agency's side and the enterprise's."""

from __future__ import annotations


class PurchaseOrderQueries:
    pass
