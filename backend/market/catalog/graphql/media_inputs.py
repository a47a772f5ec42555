"""What is given about a picture."""

from __future__ import annotations

import graphene

from market.core.graphql.scalars import Upload


class ProductMediaCreateInput(graphene.InputObjectType):
    """A new picture of a product."""

    product = graphene.ID(required=True, description="ID of the product.")
    image = Upload(description="The picture as a file: JPEG, PNG, WEBP, AVIF or GIF, 10 MB and 40 megapixels at most.")
    alt = graphene.String(description="What it shows, for those who cannot see it; 250 characters at most.")
    media_url = graphene.String(
        description="Part of Saleor's contract. Addresses are never fetched, and answered with an error."
    )


class ProductMediaUpdateInput(graphene.InputObjectType):
    """What to say anew about a picture."""

    alt = graphene.String(description="What it shows, for those who cannot see it; 250 characters at most.")
