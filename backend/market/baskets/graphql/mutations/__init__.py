"""Lists, and baskets filled from them."""

from __future__ import annotations

from market.baskets.graphql.mutations.filling import OrderAgain, QuickOrder, QuickOrderPreview, SharedListToCheckout
from market.baskets.graphql.mutations.lists import (
    SharedListCopy,
    SharedListCreate,
    SharedListDelete,
    SharedListItemsAdd,
    SharedListItemsUpdate,
    SharedListUpdate,
)


class BasketMutations:
    shared_list_create = SharedListCreate.Field()
    shared_list_copy = SharedListCopy.Field()
    shared_list_update = SharedListUpdate.Field()
    shared_list_delete = SharedListDelete.Field()
    shared_list_items_add = SharedListItemsAdd.Field()
    shared_list_items_update = SharedListItemsUpdate.Field()
    shared_list_to_checkout = SharedListToCheckout.Field()
    order_again = OrderAgain.Field()
    quick_order_preview = QuickOrderPreview.Field()
    quick_order = QuickOrder.Field()
