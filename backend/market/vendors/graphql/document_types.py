"""Private papers as those who may read them see them."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Node
from market.vendors.models import DocumentKind
from market.vendors.models import VendorDocument as VendorDocumentModel

VendorDocumentKindEnum = enum_from_choices("VendorDocumentKindEnum", DocumentKind, "What a paper shows.")


class VendorDocument(ModelObjectType):
    """A paper an enterprise or an applicant handed in: checked, cleaned, and read only by its own people and staff who vet."""

    class Meta:
        interfaces = (Node,)

    kind = graphene.Field(VendorDocumentKindEnum, required=True, description="What it shows.")
    name = graphene.String(required=True, description="As its sender called it, made plain.")
    content_type = graphene.String(required=True, description="application/pdf, image/jpeg or image/png.")
    size = graphene.Int(required=True, description="In bytes.")
    uploaded_at = graphene.Field(DateTime, required=True, description="When it was handed in.")
    url = graphene.String(
        required=True, description="Where to download it, with the same Authorization header as here."
    )

    @staticmethod
    def resolve_url(root: VendorDocumentModel, info: Any) -> str:
        return f"{settings.PUBLIC_API_URL}/documents/{root.pk}/"
