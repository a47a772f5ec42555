"""What can be done with pages and menus, one a file."""

from market.content.graphql.mutations.menu_create import MenuCreate
from market.content.graphql.mutations.menu_delete import MenuDelete
from market.content.graphql.mutations.menu_item_create import MenuItemCreate
from market.content.graphql.mutations.menu_item_delete import MenuItemDelete
from market.content.graphql.mutations.menu_item_move import MenuItemMove
from market.content.graphql.mutations.menu_item_translate import MenuItemTranslate
from market.content.graphql.mutations.menu_item_update import MenuItemUpdate
from market.content.graphql.mutations.menu_update import MenuUpdate
from market.content.graphql.mutations.page_create import PageCreate
from market.content.graphql.mutations.page_delete import PageDelete
from market.content.graphql.mutations.page_translate import PageTranslate
from market.content.graphql.mutations.page_type_create import PageTypeCreate
from market.content.graphql.mutations.page_type_delete import PageTypeDelete
from market.content.graphql.mutations.page_type_update import PageTypeUpdate
from market.content.graphql.mutations.page_update import PageUpdate


class ContentMutations:
    page_create = PageCreate.Field()
    page_update = PageUpdate.Field()
    page_delete = PageDelete.Field()
    page_type_create = PageTypeCreate.Field()
    page_type_update = PageTypeUpdate.Field()
    page_type_delete = PageTypeDelete.Field()
    page_translate = PageTranslate.Field()
    menu_create = MenuCreate.Field()
    menu_update = MenuUpdate.Field()
    menu_delete = MenuDelete.Field()
    menu_item_create = MenuItemCreate.Field()
    menu_item_update = MenuItemUpdate.Field()
    menu_item_delete = MenuItemDelete.Field()
    menu_item_move = MenuItemMove.Field()
    menu_item_translate = MenuItemTranslate.Field()
