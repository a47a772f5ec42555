"""How many pieces lie where, as mutations of variants and of stocks take it."""

from __future__ import annotations

import graphene


class StockInput(graphene.InputObjectType):
    """Pieces of one variant in one warehouse."""

    warehouse = graphene.ID(required=True, description="ID of the warehouse.")
    quantity = graphene.Int(required=True, description="How many pieces lie there, those promised to orders included.")
