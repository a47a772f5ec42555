"""A workbook from upload to undo: nothing changes before it is applied, good rows are kept, and what was done can be taken back."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.accounts import codes
from factories.channels import ChannelFactory
from factories.inventory import WarehouseFactory, variant_on_sale, warehouse_of
from factories.orders import placed_order
from factories.vendors import SellerFactory, member_of
from factories.workbooks import SOAP, kinds_and_categories, workbook
from market.accounts.services.tokens import ACCESS, token_create
from market.catalog.models import Product, ProductProposal, ProductVariant, VariantChannelListing
from market.channels.models import Audience
from market.core.global_ids import to_global_id, uuid_pk
from market.inventory.models import Stock
from market.listings.models import ListingImport
from market.listings.tasks import work_on_forgotten_imports, work_on_import
from market.listings.workbook_read import read_workbook
from market.vendors.models import Vendor, VendorMember, VendorRole

pytestmark = pytest.mark.django_db
CREATE = """mutation ($vendor: ID!, $file: Upload!, $review: Boolean) { listingImportCreate(vendor: $vendor, file: $file, asksForReview: $review) {
  listingImport { id status rowCount } errors { field code message } } }"""
STEP = "mutation ($id: ID!) { %s(id: $id) { listingImport { id status } errors { field code } } }"
READ = """query ($id: ID!) { listingImport(id: $id) { status rowCount processed counts { status count } actions { action rowCount productCount }
  rows { number status action name changes problems { column code message } } } }"""


class Desk:
    """A member of an enterprise at the page for workbooks."""

    def __init__(self, graphql: Any, client: Any, seller: Vendor) -> None:
        self.graphql, self.client, self.seller, self.user = graphql, client, seller, member_of(seller)
        self.vendor = to_global_id("Vendor", seller.pk)

    def upload(self, content: bytes, *, review: bool = False, user: Any = None, name: str = "상품.xlsx") -> Any:
        file = SimpleUploadedFile(name, content)
        variables = {"vendor": self.vendor, "file": file, "review": review}
        return self.graphql(CREATE, variables, user=user or self.user)["data"]["listingImportCreate"]

    def checked(self, *rows: Any, review: bool = False) -> str:
        made = self.upload(workbook(*rows), review=review)
        assert made["errors"] == []
        return self.worked(made["listingImport"]["id"])

    def worked(self, import_id: str) -> str:
        work_on_import(str(uuid_pk(import_id, "ListingImport")))
        return import_id

    def step(self, name: str, import_id: str, user: Any = None) -> Any:
        return self.graphql(STEP % name, {"id": import_id}, user=user or self.user)["data"][name]

    def applied(self, *rows: Any, review: bool = False) -> str:
        import_id = self.checked(*rows, review=review)
        assert self.step("listingImportApply", import_id)["errors"] == []
        return self.worked(import_id)

    def read(self, import_id: str, user: Any = None) -> Any:
        return self.graphql(READ, {"id": import_id}, user=user or self.user)["data"]["listingImport"]

    def statuses(self, import_id: str) -> list[str]:
        return [row["status"] for row in self.read(import_id)["rows"]]

    def download(self, user: Any = None, vendor: str = "", query: str = "") -> Any:
        headers = {"Authorization": f"Bearer {token_create(user=user or self.user, kind=ACCESS)}"}
        return self.client.get(f"/workbooks/listings.xlsx?vendor={vendor or self.vendor}{query}", headers=headers)


@pytest.fixture
def desk(graphql: Any, client: Any) -> Desk:
    ChannelFactory(slug="citizen")
    ChannelFactory(slug="public", audience=Audience.PUBLIC)
    kinds_and_categories()
    seller = SellerFactory(name="두손공방")
    WarehouseFactory(vendor=seller)
    return Desk(graphql, client, seller)


def test_nothing_changes_before_it_is_applied(desk: Desk) -> None:
    import_id = desk.checked(SOAP)
    found = desk.read(import_id)
    assert (found["status"], found["rowCount"], found["processed"]) == ("CHECKED", 1, 1)
    assert [(row["number"], row["status"], row["action"]) for row in found["rows"]] == [(2, "GOOD", "CREATE")]
    assert found["actions"] == [{"action": "CREATE", "rowCount": 1, "productCount": 1}]
    assert not Product.objects.exists()


def test_new_goods_are_drafts_with_options_prices_and_pieces(desk: Desk) -> None:
    first = {
        **SOAP,
        "option": "한 개",
        "sku": "S-1",
        "public_price": 11_000,
        "description": "첫 줄\n둘째 줄",
        "notice": "품명·모델: 비누",
        "weight": 90,
    }
    import_id = desk.applied(
        first, {"name": "쌀겨 비누", "option": "두 개", "sku": "S-2", "citizen_price": 22_000, "stock": 5}
    )
    found = desk.read(import_id)
    assert (found["status"], found["actions"]) == (
        "DONE",
        [{"action": "CREATE", "rowCount": 2, "productCount": 1}],
    )
    product = Product.objects.get()
    assert (product.name, product.vendor, product.weight_grams) == ("쌀겨 비누", desk.seller, 90)
    assert product.description_plaintext.split() == ["첫", "줄", "둘째", "줄"]
    assert product.notice == {"model": "비누"}
    assert not product.channel_listings.filter(is_published=True).exists()
    found = [
        (
            variant.name,
            variant.sku,
            variant.stocks.get().quantity,
            sorted(variant.channel_listings.values_list("channel__slug", "price_amount")),
        )
        for variant in product.variants.order_by("sort_order")
    ]
    assert found == [
        ("한 개", "S-1", 30, [("citizen", Decimal(12_000)), ("public", Decimal(11_000))]),
        ("두 개", "S-2", 5, [("citizen", Decimal(22_000))]),
    ]
    listing = product.channel_listings.get(channel__slug="citizen")
    assert (listing.price_amount, listing.price_max_amount) == (Decimal(12_000), Decimal(22_000))


def test_bad_rows_are_told_by_row_and_column_and_good_ones_are_kept(desk: Desk) -> None:
    ProductVariant.objects.create(product=variant_on_sale(ChannelFactory(slug="x")).product, sku="TAKEN")
    import_id = desk.applied(
        SOAP,
        {**SOAP, "name": "둘", "stock": "많음"},
        {**SOAP, "name": "셋", "category": "없는 분류"},
        {"name": "넷"},
        {**SOAP, "name": "다섯", "sku": "TAKEN"},
        {**SOAP, "name": "여섯", "sku": "SAME"},
        {**SOAP, "name": "일곱", "sku": "SAME"},
        {**SOAP, "name": "여덟", "option": "가"},
        {**SOAP, "name": "여덟", "option": "가"},
    )
    read = desk.read(import_id)
    assert read["actions"] == [{"action": "CREATE", "rowCount": 2, "productCount": 2}]
    rows = read["rows"]
    told = [(row["number"], row["status"], [(one["column"], one["code"]) for one in row["problems"]]) for row in rows]
    assert told == [
        (2, "APPLIED", []),
        (3, "BAD", [("재고", "not_a_number")]),
        (4, "BAD", [("분류", "not_a_choice")]),
        (5, "BAD", [("분류", "required"), ("상품 종류", "required"), ("과세 구분", "required")]),
        (6, "BAD", [("판매자 코드", "taken")]),
        (7, "APPLIED", []),
        (8, "BAD", [("판매자 코드", "twice")]),
        (9, "BAD", [("상품명", "other_row")]),
        (10, "BAD", [("옵션명", "twice")]),
    ]
    assert rows[1]["problems"][0]["message"].startswith("숫자로 적어 주세요")
    assert set(Product.objects.filter(vendor=desk.seller).values_list("name", flat=True)) == {"쌀겨 비누", "여섯"}


def test_what_was_downloaded_changes_nothing_when_it_comes_back(desk: Desk) -> None:
    desk.applied(
        {**SOAP, "option": "한 개", "notice": "품명·모델: 비누", "description": "가\n나"},
        {"name": "쌀겨 비누", "option": "=두 개", "citizen_price": 1, "stock": 0},
    )
    answer = desk.download()
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    again = desk.upload(answer.content)
    assert again["errors"] == []
    assert desk.statuses(desk.worked(again["listingImport"]["id"])) == ["SAME", "SAME"]
    assert desk.read(again["listingImport"]["id"])["actions"] == []
    assert desk.step("listingImportApply", again["listingImport"]["id"])["errors"] == [
        {"field": "id", "code": "IMPORT_NOT_READY"}
    ]


def test_a_draft_changes_at_once_and_only_in_the_cells_that_differ(desk: Desk) -> None:
    desk.applied(SOAP)
    product, variant = Product.objects.get(), ProductVariant.objects.get()
    import_id = desk.applied(
        {"product": product.pk, "variant": variant.pk, "name": "새 이름", "citizen_price": 9_000, "stock": 4}
    )
    (row,) = desk.read(import_id)["rows"]
    assert (row["status"], row["action"]) == ("APPLIED", "UPDATE")
    assert row["changes"][0] == "name"
    product.refresh_from_db()
    assert (product.name, product.category_id is not None) == ("새 이름", True)
    assert VariantChannelListing.objects.get(variant=variant).price_amount == 9_000
    assert Stock.objects.get(variant=variant).quantity == 4


def live(desk: Desk) -> ProductVariant:
    from market.channels.models import Channel

    return variant_on_sale(
        Channel.objects.get(slug="citizen"), vendor=desk.seller, price=10_000, stock=20, name="파는 비누"
    )


def test_of_goods_on_sale_harmless_changes_pass_and_others_wait(desk: Desk) -> None:
    variant = live(desk)
    ids = {"product": variant.product_id, "variant": variant.pk}
    assert desk.statuses(desk.applied({**ids, "name": "더 좋은 비누"})) == ["PROPOSED"]
    assert desk.statuses(desk.applied({**ids, "stock": 7, "citizen_price": 9_000})) == ["APPLIED"]
    variant.product.refresh_from_db()
    assert variant.product.name == "파는 비누"
    assert ProductProposal.objects.get().changes["name"]["new"] == "더 좋은 비누"
    assert Stock.objects.get(variant=variant).quantity == 7
    assert VariantChannelListing.objects.get(variant=variant).price_amount == 9_000


def test_a_new_option_of_a_product_is_added(desk: Desk) -> None:
    desk.applied(SOAP)
    product = Product.objects.get()
    import_id = desk.applied({"product": product.pk, "option": "세 개", "citizen_price": 30_000, "sku": "S-3"})
    assert desk.statuses(import_id) == ["APPLIED"]
    made = product.variants.get(name="세 개")
    assert (made.sku, made.channel_listings.get().price_amount) == ("S-3", Decimal(30_000))


def test_new_goods_can_be_sent_for_review_at_once(desk: Desk) -> None:
    whole = {**SOAP, "notice": "품명·모델: 비누\n제조자(수입자): 두손공방"}
    import_id = desk.applied(whole, {**SOAP, "name": "고시 없는 비누"}, review=True)
    rows = desk.read(import_id)["rows"]
    assert [row["status"] for row in rows] == ["PROPOSED", "APPLIED"]
    assert rows[1]["problems"]  # what it lacks for being reviewed; the draft stays
    assert ProductProposal.objects.get().product_name == "쌀겨 비누"


def test_pieces_promised_to_shoppers_are_never_taken_back(desk: Desk) -> None:
    variant = live(desk)
    import_id = desk.checked({"product": variant.product_id, "variant": variant.pk, "stock": 1})
    from market.channels.models import Channel

    placed_order(Channel.objects.get(slug="citizen"), {variant: 5})
    desk.step("listingImportApply", import_id)
    desk.worked(import_id)
    (row,) = desk.read(import_id)["rows"]
    assert (row["status"], row["problems"][0]["column"]) == ("FAILED", "재고")
    assert Stock.objects.get(variant=variant).quantity == 20


def test_what_was_done_is_undone_where_nothing_happened_since(desk: Desk) -> None:
    variant, sold, renamed = live(desk), live(desk), live(desk)
    Vendor.objects.filter(pk=desk.seller.pk).update(is_trusted=True)
    import_id = desk.applied(
        SOAP,
        {"product": variant.product_id, "variant": variant.pk, "name": "바뀐 이름", "stock": 3, "citizen_price": 8_000},
        {"product": sold.product_id, "variant": sold.pk, "stock": 3},
        {"product": renamed.product_id, "variant": renamed.pk, "name": "바뀐 이름"},
    )
    assert desk.statuses(import_id) == ["APPLIED"] * 4
    Stock.objects.filter(variant=sold).update(quantity=2)
    Product.objects.filter(pk=renamed.product_id).update(name="손으로 고친 이름")
    assert desk.step("listingImportUndo", import_id)["errors"] == []
    desk.worked(import_id)
    assert desk.read(import_id)["status"] == "UNDONE"
    assert desk.statuses(import_id) == ["UNDONE", "UNDONE", "KEPT", "UNDONE"]
    assert not Product.objects.filter(name="쌀겨 비누").exists()
    variant.product.refresh_from_db()
    assert variant.product.name == "파는 비누"
    assert Stock.objects.get(variant=variant).quantity == 20
    assert VariantChannelListing.objects.get(variant=variant).price_amount == 10_000
    assert Stock.objects.get(variant=sold).quantity == 2
    assert Product.objects.get(pk=renamed.product_id).name == "손으로 고친 이름"
    assert codes(desk.step("listingImportUndo", import_id)) == [("id", "IMPORT_NOT_READY")]


def test_goods_of_another_are_unknown(desk: Desk) -> None:
    other = variant_on_sale(ChannelFactory(slug="x"), vendor=SellerFactory(), name="남의 비누")
    rows = desk.read(
        desk.checked(
            {"product": other.product_id, "variant": other.pk, "name": "내 것"}, {"product": 10**9, "name": "없는 것"}
        )
    )["rows"]
    assert [[one["code"] for one in row["problems"]] for row in rows] == [["product_unknown"], ["product_unknown"]]


def test_a_workbook_of_another_cannot_be_seen_or_touched(desk: Desk) -> None:
    import_id = desk.checked(SOAP)
    stranger = member_of()
    clerk = member_of(desk.seller, VendorRole.CLERK)
    for user in (stranger, clerk):
        assert desk.read(import_id, user=user) is None
        assert codes(desk.step("listingImportApply", import_id, user=user)) == [("id", "NOT_FOUND")]
        assert desk.download(user=user).status_code == 404
    assert codes(desk.upload(workbook(SOAP), user=stranger)) == [("vendor", "NOT_FOUND")]
    assert desk.download(vendor=to_global_id("Vendor", 10**9)).status_code == 404
    assert desk.client.get(f"/workbooks/listings.xlsx?vendor={desk.vendor}").status_code == 404
    assert not Product.objects.exists()


def test_who_left_meanwhile_applies_nothing(desk: Desk) -> None:
    import_id = desk.checked(SOAP)
    member_of(desk.seller)
    desk.step("listingImportApply", import_id)
    VendorMember.objects.filter(user=desk.user).delete()
    desk.worked(import_id)
    assert not Product.objects.exists()
    assert ListingImport.objects.get().rows.get().status == "failed"


def test_one_workbook_at_a_time(desk: Desk) -> None:
    desk.upload(workbook(SOAP))
    assert codes(desk.upload(workbook(SOAP))) == [("vendor", "IMPORT_AT_WORK")]


@pytest.mark.parametrize("content", [b"", b"not a workbook", "상품명\n비누".encode()])
def test_what_is_no_workbook_is_told_so(desk: Desk, content: bytes) -> None:
    (error,) = desk.upload(content)["errors"]
    assert (error["field"], error["code"]) == ("file", "INVALID")
    assert not ListingImport.objects.exists()


def test_a_worker_that_died_is_followed_by_another(desk: Desk) -> None:
    made = desk.upload(workbook(SOAP))["listingImport"]["id"]
    assert work_on_forgotten_imports() == 0
    ListingImport.objects.update(worked_at="2026-01-01T00:00:00Z")
    assert work_on_forgotten_imports() == 1
    assert desk.read(made)["status"] == "CHECKED"


def test_many_rows_go_in_parts_and_slugs_stay_apart(desk: Desk) -> None:
    import_id = desk.applied(
        *[{**SOAP, "name": "같은 이름" if number % 2 else f"다른 이름 {number}"} for number in range(620)]
    )
    found = desk.read(import_id)
    assert {row["status"]: row["count"] for row in found["counts"]} == {"APPLIED": 620}
    assert Product.objects.count() == 620
    assert Product.objects.values("slug").distinct().count() == 620


def test_the_template_is_handed_out(desk: Desk) -> None:
    answer = desk.download(query="&empty=1")
    assert answer.status_code == 200
    with pytest.raises(Exception, match="invalid"):
        read_workbook(answer.content)  # no row is filled yet
    assert warehouse_of(desk.seller)
    assert io.BytesIO(answer.content).read(2) == b"PK"
