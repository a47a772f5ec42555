"""Product types, attributes, categories, collections."""

from contract.permission_rows.access import EVERYBODY, Access
from market.core import permissions as names

# Whose property an attribute is decides which of these it takes; see flows/test_staff_structure.py.
KEEPERS_OF_ATTRIBUTES = (
    names.MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,
    names.MANAGE_PAGE_TYPES_AND_ATTRIBUTES,
    names.MANAGE_USERS,
)
QUERIES: dict[str, Access] = dict.fromkeys(("attribute", "attributes", "productTypes"), EVERYBODY)
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(
        """productTypeCreate productTypeUpdate productTypeDelete productTypeBulkDelete productTypeReorderAttributes
        productAttributeAssign productAttributeUnassign productAttributeAssignmentUpdate""".split(),  # noqa: SIM905
        (names.MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,),
    ),
    **dict.fromkeys(
        """attributeCreate attributeUpdate attributeDelete attributeBulkCreate attributeBulkUpdate attributeBulkDelete
        attributeReorderValues attributeValueCreate attributeValueUpdate attributeValueDelete attributeValueBulkDelete""".split(),  # noqa: SIM905
        KEEPERS_OF_ATTRIBUTES,
    ),
    **dict.fromkeys(
        """categoryCreate categoryUpdate categoryMove categoryDelete categoryBulkDelete collectionCreate collectionUpdate
        collectionDelete collectionBulkDelete collectionAddProducts collectionRemoveProducts collectionReorderProducts
        collectionChannelListingUpdate""".split(),  # noqa: SIM905
        (names.MANAGE_PRODUCTS,),
    ),
    **dict.fromkeys(
        ("attributeTranslate", "attributeValueTranslate", "categoryTranslate", "collectionTranslate"),
        (names.MANAGE_TRANSLATIONS,),
    ),
}
