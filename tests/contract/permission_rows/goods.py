"""Products, variants, listings, media, proposals, bulk."""

from contract.permission_rows.access import EVERYBODY, MEMBER, Access
from market.core import permissions as names

QUERIES: dict[str, Access] = {
    **dict.fromkeys(
        ("vendorProducts", "vendorProductCounts", "productChangeProposal", "productChangeProposals"),
        (names.MANAGE_PRODUCTS, MEMBER),
    ),
    "noticeTypes": EVERYBODY,
}
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(
        """productCreate productUpdate productDelete productBulkDelete productVariantCreate productVariantUpdate productVariantDelete
        productVariantBulkDelete productVariantBulkCreate productVariantReorder productVariantSetDefault productChannelListingUpdate
        productVariantChannelListingUpdate variantQuantityPricesUpdate productPictureUpload productProposalWithdraw productProposalUpdate
        productProposalResubmit""".split(),  # noqa: SIM905 - a list of words
        (names.MANAGE_PRODUCTS, MEMBER),
    ),
    **dict.fromkeys(
        ("productProposalApprove", "productProposalReturn", "productProposalDecline"), (names.MANAGE_PRODUCTS,)
    ),
    **dict.fromkeys(
        ("productTranslate", "productVariantTranslate"), (names.MANAGE_TRANSLATIONS, names.MANAGE_PRODUCTS, MEMBER)
    ),
    **dict.fromkeys(
        """productMediaCreate productMediaUpdate productMediaDelete productMediaBulkDelete productMediaReorder variantMediaAssign
        variantMediaUnassign""".split(),  # noqa: SIM905
        (names.MANAGE_PRODUCTS, MEMBER),
    ),
}
