"""A picture that is to become a product's: at once, or after a review."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.errors import ProductError
from market.catalog.graphql.media import picture_url
from market.catalog.services.product_media_add import SHELF
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.files.pictures import picture_clean, picture_store
from market.core.graphql.mutations import BaseMutation
from market.core.graphql.scalars import Upload
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.selectors.membership import ensure_member_or


class ProductPictureUpload(BaseMutation):
    class Meta:
        description = (
            "Keep a picture, to be named in `pictures` of productCreate and productUpdate within a day. Of goods on sale it is shown once the "
            "change is approved."
        )
        error_type = ProductError

    class Arguments:
        image = Upload(required=True, description="The picture: JPG, PNG, WEBP, AVIF or GIF.")

    raises = (FileRefused, FileTooLarge)
    upload = graphene.String(description="Key of the picture.")
    url = graphene.String(description="Where it can be seen.")

    @classmethod
    def perform(cls, info: Any, image: Any) -> ProductPictureUpload:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        key = picture_store(picture_clean(image, field="image"), shelf=SHELF)
        return cls(upload=key, url=picture_url("", key, None, None))
