"""Channels, shipping, warehouses, stock."""

from contract.permission_rows.access import MEMBER, SIGNED_IN, Access
from market.core import permissions as names

STAFF_OR_MEMBER = (names.MANAGE_PRODUCTS, MEMBER)

QUERIES: dict[str, Access] = {
    **dict.fromkeys(("taxClass", "taxClasses"), SIGNED_IN),
    **dict.fromkeys(("shippingZone", "shippingZones"), (names.MANAGE_SHIPPING,)),
    **dict.fromkeys(
        ("warehouse", "warehouses"), (names.MANAGE_PRODUCTS, names.MANAGE_ORDERS, names.MANAGE_SHIPPING, MEMBER)
    ),
    **dict.fromkeys(("stock", "stocks"), (names.MANAGE_PRODUCTS, names.MANAGE_ORDERS, MEMBER)),
}
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(
        """channelCreate channelUpdate channelActivate channelDeactivate channelDelete
        channelReorderWarehouses""".split(),  # noqa: SIM905 - a list of words
        (names.MANAGE_CHANNELS,),
    ),
    **dict.fromkeys(
        """shippingZoneCreate shippingZoneUpdate shippingZoneDelete shippingZoneBulkDelete shippingPriceCreate shippingPriceUpdate
        shippingPriceDelete shippingPriceBulkDelete shippingPriceExcludeProducts shippingPriceRemoveProductFromExclude
        shippingMethodChannelListingUpdate""".split(),  # noqa: SIM905
        (names.MANAGE_SHIPPING,),
    ),
    "shippingPriceTranslate": (names.MANAGE_TRANSLATIONS,),
    **dict.fromkeys(("assignWarehouseShippingZone", "unassignWarehouseShippingZone"), (names.MANAGE_PRODUCTS,)),
    **dict.fromkeys(
        """createWarehouse updateWarehouse deleteWarehouse productVariantStocksCreate productVariantStocksUpdate
        productVariantStocksDelete stockBulkUpdate""".split(),  # noqa: SIM905
        STAFF_OR_MEMBER,
    ),
}
