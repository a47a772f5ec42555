"""The legal product notice (상품정보제공고시)."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.languages import language_argument, localized
from market.core.graphql.types import non_null_list

MISSING, MISSING_EN = "상품 상세설명 참조", "See the product description"


class ProductNoticeItem(graphene.ObjectType):
    """One fact of the legal product notice."""

    code = graphene.String(required=True, description="Code of the fact.")
    label = graphene.String(required=True, language_code=language_argument(), description="Its name in the notice.")
    value = graphene.String(
        required=True,
        language_code=language_argument(),
        description="What the vendor states; in Korean where the vendor gave no English.",
    )

    @staticmethod
    def resolve_label(root: dict[str, str], info: Any, language_code: Any = None) -> str:
        return localized(root["label"], root["label_en"], info, language_code)

    @staticmethod
    def resolve_value(root: dict[str, str], info: Any, language_code: Any = None) -> str:
        return localized(root["value"], root["value_en"], info, language_code)


class ProductNotice(graphene.ObjectType):
    """The facts that the law wants stated about goods of this kind (상품정보제공고시)."""

    type = graphene.String(required=True, description="Code of the kind of goods.")
    type_name = graphene.String(required=True, language_code=language_argument(), description="The kind of goods.")
    items = graphene.Field(non_null_list(ProductNoticeItem), required=True, description="The facts in printing order.")

    @staticmethod
    def resolve_type_name(root: dict[str, Any], info: Any, language_code: Any = None) -> str:
        return localized(root["type_name"], root["type_name_en"], info, language_code)


def notice_of(product: Any, notice_type: Any) -> dict[str, Any] | None:
    """The notice of a product in both languages; facts that the vendor left out refer to the description."""
    if notice_type is None:
        return None
    stated, stated_en = product.notice or {}, product.notice_en or {}
    return {
        "type": notice_type.code,
        "type_name": notice_type.name,
        "type_name_en": notice_type.name_en,
        "items": [_item(field, stated, stated_en) for field in notice_type.fields],
    }


def _item(field: dict[str, str], stated: dict[str, Any], stated_en: dict[str, Any]) -> dict[str, str]:
    code = field["code"]
    value = stated.get(code)
    return {
        "code": code,
        "label": field["label"],
        "label_en": field.get("label_en", ""),
        "value": str(value or MISSING),
        "value_en": str(stated_en.get(code, "")) if value else MISSING_EN,
    }
