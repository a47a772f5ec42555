"""The columns of the workbook, in their order: what stands in the head, how wide it is, and what is explained beside it.

A column is found by its head, so columns may be moved or left out; the heads themselves are the contract with files people keep.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """``code`` names it in programs; ``choices`` the list it is chosen from, if any; ``is_of_product``: only in a product's first row."""

    code: str
    head: str
    head_en: str
    width: int
    help: str
    is_needed: bool = False
    is_number: bool = False
    is_of_product: bool = True
    choices: str = ""


COLUMNS: tuple[Column, ...] = (
    Column("product", "상품번호", "Product number", 11, "비워 두면 새 상품이에요. 내려받은 파일의 번호는 그대로 두세요.", is_number=True),
    Column("variant", "옵션번호", "Variant number", 11, "비워 두면 새 옵션이에요.", is_number=True, is_of_product=False),
    Column("name", "상품명", "Name", 34, "같은 상품명을 이어서 적으면 한 상품의 옵션이 돼요.", is_needed=True),
    Column("summary", "한 줄 소개", "Summary", 36, "300자까지."),
    Column("description", "설명", "Description", 50, "줄을 바꾸면 문단이 나뉘어요."),
    Column("category", "분류", "Category", 24, "목록에서 고르세요.", is_needed=True, choices="categories"),
    Column("kind", "상품 종류", "Kind", 18, "상품정보제공고시의 종류예요. 목록에서 고르세요.", is_needed=True, choices="kinds"),
    Column("sale", "판매 방식", "Sold how", 13, "바로 판매, 또는 견적으로만.", choices="sales"),
    Column("tax", "과세 구분", "Tax", 10, "과세, 면세, 영세율 가운데 하나.", is_needed=True, choices="taxes"),
    Column("option", "옵션명", "Option", 18, "옵션이 하나면 비워 두세요.", is_of_product=False),
    Column("sku", "판매자 코드", "SKU", 16, "우리 기업이 쓰는 상품 코드. 시장 전체에서 하나뿐이어야 해요.", is_of_product=False),
    Column("citizen_price", "시민 값", "Price for citizens", 11, "원, 부가세 포함.", is_number=True, is_of_product=False),
    Column("public_price", "공공 값", "Price for agencies", 11, "원, 부가세 포함.", is_number=True, is_of_product=False),
    Column("stock", "재고", "Stock", 8, "지금 있는 수. 이미 주문된 것도 포함해요.", is_number=True, is_of_product=False),
    Column("minimum", "최소 주문 수량", "Minimum quantity", 10, "비우면 1.", is_number=True),
    Column("dispatch", "발송까지 영업일", "Dispatch days", 10, "주문받고 며칠 안에 보내나요?", is_number=True),
    Column("origin", "원산지", "Origin", 14, ""),
    Column("weight", "무게(g)", "Weight (g)", 9, "", is_number=True),
    Column("notice", "고시 내용", "Legal notice", 46, "한 줄에 하나씩 ‘항목: 내용’으로 적으세요. 종류마다 항목이 달라요(‘고시 항목’ 시트)."),
)  # fmt: skip
BY_CODE = {column.code: column for column in COLUMNS}
BY_HEAD = {column.head: column for column in COLUMNS}
SHEET, HELP_SHEET, NOTICE_SHEET, LIST_SHEET = "상품", "쓰는 법", "고시 항목", "목록"
DIRECT, BY_QUOTATION = "바로 판매", "견적으로만"
TAXES = {"과세": "taxable", "면세": "exempt", "영세율": "zero_rated"}
