"""Lists, earlier orders and codes over the API."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.accounts import codes
from factories.baskets import shared_list
from factories.channels import ChannelFactory, public_channel
from factories.inventory import list_in, variant_on_sale
from factories.orders import placed_order
from factories.procurement import agency_member
from market.baskets.models import SharedList
from market.catalog.models import ProductTranslation, ProductVariant
from market.checkout.models import Checkout
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
LINE = "variantId productName variantName sku vendorName quantity standing inStock unitPrice { amount } seenPrice { amount } isPriceChanged"
LISTS = f"""query ($agency: ID!, $n: Int!) {{ sharedLists(agency: $agency, first: $n) {{ totalCount edges {{ node {{
    id name isShared isMine mayFill mayGovern owner itemCount department {{ name }} items {{ note addedBy line {{ {LINE} }} }} }} }} }} }}"""
ONE = "query ($id: ID!) { sharedList(id: $id) { name } }"
CREATE = """mutation ($agency: ID!, $name: String!) { sharedListCreate(agency: $agency, name: $name) {
    sharedList { id name isShared } errors { field code } } }"""
ADD = """mutation ($id: ID!, $items: [BasketItemInput!]!) { sharedListItemsAdd(id: $id, items: $items) {
    sharedList { itemCount } errors { field code } } }"""
CHANGE = """mutation ($id: ID!, $items: [SharedListItemChangeInput!], $order: [ID!]) {
    sharedListItemsUpdate(id: $id, items: $items, order: $order) { sharedList { items { line { sku quantity } note } } errors { field code } } }"""
DELETE = "mutation ($id: ID!) { sharedListDelete(id: $id) { name errors { field code } } }"
FILL = f"""mutation ($id: ID!, $checkout: ID, $items: [BasketItemInput!]) {{ sharedListToCheckout(id: $id, checkout: $checkout, items: $items) {{
    checkout {{ id lines {{ quantity }} }} added {{ {LINE} }} leftOut {{ {LINE} }} errors {{ field code }} }} }}"""
AGAIN = f"query ($id: ID!) {{ orderAgainPreview(id: $id) {{ orderNumber lines {{ productName quantityThen line {{ {LINE} }} }} }} }}"
READ = f"""mutation ($text: String, $file: Upload) {{ quickOrderPreview(text: $text, file: $file) {{
    rows {{ number code quantity outcome line {{ {LINE} }} choices {{ sku }} guesses {{ sku }} }} errors {{ field code message }} }} }}"""
ORDER = f"""mutation ($agency: ID!, $items: [BasketItemInput!]!, $key: String) {{
    quickOrder(agency: $agency, items: $items, idempotencyKey: $key) {{ checkout {{ id }} added {{ {LINE} }} errors {{ field code }} }} }}"""


def gid(row: Any, name: str | None = None) -> str:
    return to_global_id(name or type(row).__name__, row.pk)


def of(variant: ProductVariant, quantity: int | None = None) -> dict[str, Any]:
    return {"variant": gid(variant), **({"quantity": quantity} if quantity is not None else {})}


def test_a_list_from_making_to_the_basket(graphql: Any) -> None:
    channel, member = public_channel(), agency_member()
    paper, glue = variant_on_sale(channel, price=20_000, stock=10), variant_on_sale(channel, stock=0)
    base = {"agency": gid(member.agency)}
    made = graphql(CREATE, {**base, "name": "사무용품"}, user=member.user)["data"]["sharedListCreate"]["sharedList"]
    given = {"id": made["id"]}
    answer = graphql(ADD, {**given, "items": [of(paper, 3), of(glue)]}, user=member.user)["data"]["sharedListItemsAdd"]
    assert answer == {"sharedList": {"itemCount": 2}, "errors": []}
    changed = graphql(
        CHANGE,
        {**given, "items": [{**of(paper, 4), "note": "회의실"}], "order": [gid(glue)]},
        user=member.user,
    )["data"]["sharedListItemsUpdate"]["sharedList"]["items"]
    assert changed == [
        {"line": {"sku": glue.sku, "quantity": 1}, "note": ""},
        {"line": {"sku": paper.sku, "quantity": 4}, "note": "회의실"},
    ]
    filled = graphql(FILL, given, user=member.user)["data"]["sharedListToCheckout"]
    assert [(one["sku"], one["quantity"], one["unitPrice"]) for one in filled["added"]] == [
        (paper.sku, 4, {"amount": 20_000.0})
    ]
    assert [(one["sku"], one["standing"], one["inStock"]) for one in filled["leftOut"]] == [(glue.sku, "SOLD_OUT", 0)]
    again = graphql(FILL, {**given, "checkout": filled["checkout"]["id"], "items": [of(paper, 6)]}, user=member.user)
    assert again["data"]["sharedListToCheckout"]["checkout"]["lines"] == [{"quantity": 10}]
    assert graphql(DELETE, given, user=member.user)["data"]["sharedListDelete"] == {"name": "사무용품", "errors": []}


def test_another_agency_learns_and_changes_nothing(graphql: Any) -> None:
    channel, member, stranger = public_channel(), agency_member(), agency_member().user
    variant = variant_on_sale(channel)
    row = shared_list(member, {variant: 1}, is_of_all=True)
    order = placed_order(channel, {variant: 1}, user=member.user)
    nowhere = "00000000-0000-4000-8000-000000000000"
    assert graphql(LISTS, {"agency": gid(member.agency), "n": 5}, user=stranger)["data"]["sharedLists"]["edges"] == []
    for pk in (row.pk, nowhere):
        given = {"id": to_global_id("SharedList", pk)}
        assert graphql(ONE, given, user=stranger)["data"]["sharedList"] is None
        for document, name, more in (
            (ADD, "sharedListItemsAdd", {"items": [of(variant)]}),
            (CHANGE, "sharedListItemsUpdate", {"items": []}),
            (DELETE, "sharedListDelete", {}),
            (FILL, "sharedListToCheckout", {}),
        ):
            answer = graphql(document, {**given, **more}, user=stranger)["data"][name]
            assert codes(answer) == [("id", "NOT_FOUND")], name
    for pk in (order.pk, nowhere):
        assert graphql(AGAIN, {"id": to_global_id("Order", pk)}, user=stranger)["data"]["orderAgainPreview"] is None
    assert SharedList.objects.get().items.get().quantity == 1
    assert not Checkout.objects.filter(user=stranger).exists()


def test_lists_cost_the_same_however_many(assert_constant_queries: Any) -> None:
    channel, member = public_channel(), agency_member()
    for number in range(4):
        shared_list(member, {variant_on_sale(channel): 1 for _ in range(number + 1)}, name=f"{number}")
    base = {"agency": gid(member.agency)}
    for language in ("ko", "en"):
        assert_constant_queries(LISTS, {**base, "n": 1}, {**base, "n": 4}, user=member.user, language=language)


def test_an_order_beside_what_it_would_be_today(graphql: Any, assert_constant_queries: Any) -> None:
    channel, member = public_channel(), agency_member()
    variants = [variant_on_sale(channel, price=1_000 * (place + 1)) for place in range(4)]
    long = placed_order(channel, dict.fromkeys(variants, 2), user=member.user)
    short = placed_order(channel, {variants[0]: 1}, user=member.user)
    gone = variants[1]
    names = [variant.product.name for variant in variants]
    gone.product.delete()
    lines = graphql(AGAIN, {"id": gid(long)}, user=member.user)["data"]["orderAgainPreview"]["lines"]
    assert [(line["productName"], line["quantityThen"], line["line"]["standing"]) for line in lines] == [
        (names[0], 2, "BUYABLE"), (names[1], 2, "GONE"), (names[2], 2, "BUYABLE"), (names[3], 2, "BUYABLE"),
    ]  # fmt: skip
    assert lines[0]["line"]["seenPrice"] == {"amount": 1_000.0}
    assert lines[1]["line"]["variantId"] is None
    assert_constant_queries(AGAIN, {"id": gid(short)}, {"id": gid(long)}, user=member.user)


def test_codes_are_found_ambiguous_unknown_or_faulty(graphql: Any) -> None:
    channel, member = public_channel(), agency_member()
    paper = variant_on_sale(channel, name="복사용지 A4", slug="copy-paper", stock=5)
    ProductVariant.objects.filter(pk=paper.pk).update(sku="PAP-1001", external_reference="K-77")
    second = ProductVariant.objects.create(product=paper.product, sku="PAP-1002", name="두 상자")
    two = variant_on_sale(channel, slug="glue")
    quote = variant_on_sale(channel, is_quote_only=True)
    secret = variant_on_sale(ChannelFactory())
    text = f"상품코드\t수량\nPAP-1001\t6\nk-77\t2\ncopy-paper\t1\nGLUE 3\n{quote.sku}\t1\n{secret.sku}\t1\nPAP-1009\t2\n복사용지\t1\nX\t많이"
    answer = graphql(READ, {"text": text}, user=member.user)["data"]["quickOrderPreview"]
    assert answer["errors"] == []
    rows = {row["code"]: row for row in answer["rows"]}
    assert {code: row["outcome"] for code, row in rows.items()} == {
        "PAP-1001": "FOUND", "k-77": "FOUND", "copy-paper": "AMBIGUOUS", "GLUE": "FOUND", quote.sku: "FOUND",
        secret.sku: "UNKNOWN", "PAP-1009": "UNKNOWN", "복사용지": "UNKNOWN", "X": "BAD_QUANTITY",
    }  # fmt: skip
    assert (rows["PAP-1001"]["line"]["standing"], rows["PAP-1001"]["line"]["inStock"]) == ("LESS_STOCK", 5)
    assert rows["k-77"]["line"]["variantId"] == gid(paper)
    assert rows["GLUE"]["line"]["sku"] == two.sku
    assert rows[quote.sku]["line"]["standing"] == "QUOTE_ONLY"
    assert {one["sku"] for one in rows["copy-paper"]["choices"]} == {"PAP-1001", second.sku}
    assert {one["sku"] for one in rows["PAP-1009"]["guesses"]} == {"PAP-1001", second.sku}
    assert {one["sku"] for one in rows["복사용지"]["guesses"]} == {"PAP-1001", second.sku}
    assert secret.sku not in str(rows[secret.sku]["guesses"])


def test_reading_codes_costs_the_same_however_many(graphql: Any, assert_constant_queries: Any) -> None:
    channel, member = public_channel(), agency_member()
    skus = [variant_on_sale(channel).sku for _ in range(6)]
    few, many = ("\n".join([*skus[:count], "없는코드"]) for count in (1, 6))
    assert_constant_queries(READ, {"text": few}, {"text": many}, user=member.user)


def test_files_and_limits(graphql: Any) -> None:
    channel, member = public_channel(), agency_member()
    variant = variant_on_sale(channel)

    def read(**given: Any) -> Any:
        return graphql(READ, given, user=member.user)["data"]["quickOrderPreview"]

    file = SimpleUploadedFile("목록.csv", f"상품코드,수량\n{variant.sku},4\n".encode("cp949"))
    assert [(row["outcome"], row["quantity"]) for row in read(file=file)["rows"]] == [("FOUND", 4)]
    assert codes(read(file=SimpleUploadedFile("x.xlsx", b"PK\x03\x04"))) == [("file", "INVALID")]
    assert codes(read(text=" \n ")) == [("text", "REQUIRED")]
    assert codes(read(text="a" * 30_001)) == [("text", "INVALID")]
    assert codes(read(text="\n".join(f"c{number}" for number in range(301)))) == [("text", "TOO_MANY")]


def test_codes_fill_a_basket_once(graphql: Any) -> None:
    channel, member = public_channel(), agency_member()
    variant = variant_on_sale(channel)
    given = {"agency": gid(member.agency), "items": [of(variant, 4)], "key": "one"}
    first = graphql(ORDER, given, user=member.user)["data"]["quickOrder"]
    assert (first["added"][0]["quantity"], first["errors"]) == (4, [])
    assert graphql(ORDER, given, user=member.user)["data"]["quickOrder"]["checkout"] == first["checkout"]
    assert Checkout.objects.count() == 1
    refused = graphql(ORDER, {**given, "key": "two"}, user=agency_member().user)["data"]["quickOrder"]
    assert codes(refused) == [("agency", "NOT_FOUND")]
    faulty = graphql(ORDER, {**given, "key": "three", "items": [of(variant, 0)]}, user=member.user)["data"][
        "quickOrder"
    ]
    assert codes(faulty) == [("quantity", "INVALID")]


def test_names_in_english(graphql: Any) -> None:
    channel, member = public_channel(), agency_member()
    variant = variant_on_sale(channel, name="복사용지")
    ProductTranslation.objects.create(product=variant.product, language_code="en", name="Copy paper")
    shared_list(member, {variant: 1})
    base = {"agency": gid(member.agency), "n": 1}
    for language, name in (("ko", "복사용지"), ("en", "Copy paper")):
        node = graphql(LISTS, base, user=member.user, language=language)["data"]["sharedLists"]["edges"][0]["node"]
        assert node["items"][0]["line"]["productName"] == name
    list_in(ChannelFactory(), variant)
