"""What staff can do with vouchers and gift cards."""

from market.promotions.graphql.mutations.gift_card_activate import GiftCardActivate
from market.promotions.graphql.mutations.gift_card_bulk_create import GiftCardBulkCreate
from market.promotions.graphql.mutations.gift_card_create import GiftCardCreate
from market.promotions.graphql.mutations.gift_card_deactivate import GiftCardDeactivate
from market.promotions.graphql.mutations.gift_card_update import GiftCardUpdate
from market.promotions.graphql.mutations.voucher_bulk_delete import VoucherBulkDelete
from market.promotions.graphql.mutations.voucher_catalogues_add import VoucherAddCatalogues
from market.promotions.graphql.mutations.voucher_catalogues_remove import VoucherRemoveCatalogues
from market.promotions.graphql.mutations.voucher_channel_listing_update import VoucherChannelListingUpdate
from market.promotions.graphql.mutations.voucher_code_bulk_delete import VoucherCodeBulkDelete
from market.promotions.graphql.mutations.voucher_create import VoucherCreate
from market.promotions.graphql.mutations.voucher_delete import VoucherDelete
from market.promotions.graphql.mutations.voucher_translate import VoucherTranslate
from market.promotions.graphql.mutations.voucher_update import VoucherUpdate


class PromotionMutations:
    gift_card_activate = GiftCardActivate.Field()
    gift_card_bulk_create = GiftCardBulkCreate.Field()
    gift_card_create = GiftCardCreate.Field()
    gift_card_deactivate = GiftCardDeactivate.Field()
    gift_card_update = GiftCardUpdate.Field()
    voucher_bulk_delete = VoucherBulkDelete.Field()
    voucher_catalogues_add = VoucherAddCatalogues.Field()
    voucher_catalogues_remove = VoucherRemoveCatalogues.Field()
    voucher_channel_listing_update = VoucherChannelListingUpdate.Field()
    voucher_code_bulk_delete = VoucherCodeBulkDelete.Field()
    voucher_create = VoucherCreate.Field()
    voucher_delete = VoucherDelete.Field()
    voucher_translate = VoucherTranslate.Field()
    voucher_update = VoucherUpdate.Field()
