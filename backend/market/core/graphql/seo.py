"""What search engines are told of a thing."""

from __future__ import annotations

import graphene


class SeoInput(graphene.InputObjectType):
    """Texts for search engines."""

    title = graphene.String(description="Title for search engines, at most 70 characters.")
    description = graphene.String(description="Description for search engines, at most 300 characters.")
