"""Product types, attributes, categories, collections."""

from __future__ import annotations

from market.catalog.graphql.mutations.attribute_values import (
    AttributeReorderValues,
    AttributeValueBulkDelete,
    AttributeValueCreate,
    AttributeValueDelete,
    AttributeValueUpdate,
)
from market.catalog.graphql.mutations.attributes import (
    AttributeBulkDelete,
    AttributeCreate,
    AttributeDelete,
    AttributeUpdate,
)
from market.catalog.graphql.mutations.attributes_bulk import AttributeBulkCreate, AttributeBulkUpdate
from market.catalog.graphql.mutations.categories import (
    CategoryBulkDelete,
    CategoryCreate,
    CategoryDelete,
    CategoryMove,
    CategoryUpdate,
)
from market.catalog.graphql.mutations.collections import (
    CollectionAddProducts,
    CollectionBulkDelete,
    CollectionChannelListingUpdate,
    CollectionCreate,
    CollectionDelete,
    CollectionRemoveProducts,
    CollectionReorderProducts,
    CollectionUpdate,
)
from market.catalog.graphql.mutations.product_type_attributes import (
    ProductAttributeAssign,
    ProductAttributeAssignmentUpdate,
    ProductAttributeUnassign,
    ProductTypeReorderAttributes,
)
from market.catalog.graphql.mutations.product_types import (
    ProductTypeBulkDelete,
    ProductTypeCreate,
    ProductTypeDelete,
    ProductTypeUpdate,
)
from market.catalog.graphql.mutations.structure_translations import (
    AttributeTranslate,
    AttributeValueTranslate,
    CategoryTranslate,
    CollectionTranslate,
)


class StructureMutations:
    product_type_create = ProductTypeCreate.Field()
    product_type_update = ProductTypeUpdate.Field()
    product_type_delete = ProductTypeDelete.Field()
    product_type_bulk_delete = ProductTypeBulkDelete.Field()
    product_type_reorder_attributes = ProductTypeReorderAttributes.Field()
    product_attribute_assign = ProductAttributeAssign.Field()
    product_attribute_unassign = ProductAttributeUnassign.Field()
    product_attribute_assignment_update = ProductAttributeAssignmentUpdate.Field()
    attribute_create = AttributeCreate.Field()
    attribute_update = AttributeUpdate.Field()
    attribute_delete = AttributeDelete.Field()
    attribute_bulk_create = AttributeBulkCreate.Field()
    attribute_bulk_update = AttributeBulkUpdate.Field()
    attribute_bulk_delete = AttributeBulkDelete.Field()
    attribute_translate = AttributeTranslate.Field()
    attribute_reorder_values = AttributeReorderValues.Field()
    attribute_value_create = AttributeValueCreate.Field()
    attribute_value_update = AttributeValueUpdate.Field()
    attribute_value_delete = AttributeValueDelete.Field()
    attribute_value_bulk_delete = AttributeValueBulkDelete.Field()
    attribute_value_translate = AttributeValueTranslate.Field()
    category_create = CategoryCreate.Field()
    category_update = CategoryUpdate.Field()
    category_move = CategoryMove.Field()
    category_delete = CategoryDelete.Field()
    category_bulk_delete = CategoryBulkDelete.Field()
    category_translate = CategoryTranslate.Field()
    collection_create = CollectionCreate.Field()
    collection_update = CollectionUpdate.Field()
    collection_delete = CollectionDelete.Field()
    collection_bulk_delete = CollectionBulkDelete.Field()
    collection_add_products = CollectionAddProducts.Field()
    collection_remove_products = CollectionRemoveProducts.Field()
    collection_reorder_products = CollectionReorderProducts.Field()
    collection_channel_listing_update = CollectionChannelListingUpdate.Field()
    collection_translate = CollectionTranslate.Field()
