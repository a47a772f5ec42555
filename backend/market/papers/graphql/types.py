"""Issued papers as those who may read them see them."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType
from market.papers.models import Paper as PaperModel
from market.papers.models import PaperKind

PaperKindEnum = enum_from_choices("PaperKindEnum", PaperKind, "What an issued paper is.")


class Paper(ModelObjectType):
    """A paper the market issued: it is never changed; a corrected one names the paper it takes the place of."""

    kind = graphene.Field(PaperKindEnum, required=True, description="What it is.")
    number = graphene.String(required=True, description="Its number, once in its kind.")
    title = graphene.String(required=True, description="What it is about.")
    issued_at = graphene.Field(DateTime, required=True, description="When it was issued.")
    size = graphene.Int(required=True, description="In bytes.")
    sha256 = graphene.String(required=True, description="Checksum of the PDF.")
    check_number = graphene.String(required=True, description="The number printed at its foot (문서 확인번호).")
    url = graphene.String(
        required=True, description="Where to download the PDF, with the same Authorization header as here."
    )

    @staticmethod
    def resolve_url(root: PaperModel, info: Any) -> str:
        return f"{settings.PUBLIC_API_URL}/papers/{root.pk}/"

    @staticmethod
    def resolve_check_number(root: PaperModel, info: Any) -> str:
        return str(root.facts.get("check", ""))
