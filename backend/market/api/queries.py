"""Facts about the shop as a whole."""

from __future__ import annotations

from typing import Any

import graphene

from market.api.shop import Shop


class ApiQueries:
    shop = graphene.Field(Shop, required=True, description="Facts about the shop as a whole.")

    @staticmethod
    def resolve_shop(root: Any, info: Any) -> Shop:
        return Shop()
