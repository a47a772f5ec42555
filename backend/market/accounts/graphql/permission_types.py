"""Permissions as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.models import StaffGroup
from market.accounts.models import User as UserModel
from market.core.graphql.batch import batch
from market.core.graphql.types import non_null_list

# Saleor's, with what each opens; MANAGE_REPORTS, MANAGE_VENDORS and MANAGE_AGENCIES are ours. Those the market has no work for yet can be named, too.
PERMISSIONS = {
    "MANAGE_USERS": "고객 관리",
    "MANAGE_STAFF": "직원 관리",
    "IMPERSONATE_USER": "고객 대신 주문",
    "MANAGE_APPS": "앱 관리",
    "MANAGE_OBSERVABILITY": "관측 관리",
    "MANAGE_CHECKOUTS": "장바구니 관리",
    "HANDLE_CHECKOUTS": "장바구니 처리",
    "HANDLE_TAXES": "세금 처리",
    "MANAGE_TAXES": "세금 관리",
    "MANAGE_CHANNELS": "채널 관리",
    "MANAGE_CUSTOMER_TYPES_AND_ATTRIBUTES": "고객 유형 관리",
    "MANAGE_DISCOUNTS": "할인 관리",
    "MANAGE_GIFT_CARD": "상품권 관리",
    "MANAGE_MENUS": "메뉴 관리",
    "MANAGE_ORDERS": "주문 관리",
    "MANAGE_ORDERS_IMPORT": "주문 가져오기",
    "MANAGE_PAGES": "페이지 관리",
    "MANAGE_PAGE_TYPES_AND_ATTRIBUTES": "페이지 유형과 속성 관리",
    "HANDLE_PAYMENTS": "결제 처리",
    "MANAGE_PLUGINS": "플러그인 관리",
    "MANAGE_PRODUCTS": "상품 관리",
    "MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES": "상품 유형과 속성 관리",
    "MANAGE_SHIPPING": "배송 관리",
    "MANAGE_SETTINGS": "설정 관리",
    "MANAGE_TRANSLATIONS": "번역 관리",
    "MANAGE_REPORTS": "보고서 보기",
    "MANAGE_VENDORS": "입점 기업 관리",
    "MANAGE_AGENCIES": "기관 관리",
}
PermissionEnum = graphene.Enum(
    "PermissionEnum", [(name, name) for name in PERMISSIONS], description="What staff may be allowed to do."
)


class UserPermission(graphene.ObjectType):
    """One thing a person of the staff may do."""

    code = graphene.Field(PermissionEnum, required=True, description="Its code.")
    name = graphene.String(required=True, description="What it opens.")


class UserPermissionFields:
    user_permissions = graphene.Field(
        non_null_list(UserPermission), description="What the person may do as staff; only the person's own are told."
    )

    @batch
    def resolve_user_permissions(parents: list[UserModel], info: Any) -> list[list[dict[str, str]]]:
        own = [user.pk for user in parents if user.pk == info.context.actor.user_id and user.is_staff]
        held: set[str] = set()
        for names in StaffGroup.objects.filter(users__in=own).values_list("permissions", flat=True) if own else ():
            held.update(names)
        told = [{"code": name, "name": PERMISSIONS[name]} for name in sorted(held) if name in PERMISSIONS]
        return [told if user.pk in own else [] for user in parents]
