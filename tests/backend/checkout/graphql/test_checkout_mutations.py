"""Every checkout mutation: what it changes, and the code it answers bad input with; nothing else changes then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from factories.accounts import UserFactory
from factories.channels import ChannelFactory, public_channel
from factories.checkout import SEOUL, open_checkout, ready_checkout
from factories.inventory import variant_on_sale
from factories.shipping import RemoteAreaFactory, parcel_in
from factories.vendors import SellerFactory
from market.catalog.models import ProductChannelListing, ProductVariant, VariantChannelListing
from market.checkout.models import Checkout, CheckoutLine
from market.core.actor import Actor
from market.core.global_ids import to_global_id
from market.inventory.models import Stock
from market.orders.models import Order
from market.vendors.models import VendorStatus

pytestmark = pytest.mark.django_db

ERRORS = "errors { field code message variants lines addressType }"
CART = """checkout {
  id email note quantity lines { id quantity variant { id } } shippingAddress { city } delivery { id } user { email }
  totalPrice { gross { amount } } shippingPrice { gross { amount } }
}"""
DOCUMENTS = {
    "checkoutCreate": ("$input: CheckoutCreateInput!", "input: $input"),
    "checkoutLinesAdd": ("$id: ID, $lines: [CheckoutLineInput!]!", "id: $id, lines: $lines"),
    "checkoutLinesUpdate": ("$id: ID, $lines: [CheckoutLineUpdateInput!]!", "id: $id, lines: $lines"),
    "checkoutLinesDelete": ("$id: ID, $linesIds: [ID!]!", "id: $id, linesIds: $linesIds"),
    "checkoutEmailUpdate": ("$id: ID, $email: String!", "id: $id, email: $email"),
    "checkoutCustomerNoteUpdate": ("$id: ID, $note: String!", "id: $id, customerNote: $note"),
    "checkoutShippingAddressUpdate": ("$id: ID, $a: AddressInput!", "id: $id, shippingAddress: $a"),
    "checkoutBillingAddressUpdate": ("$id: ID, $a: AddressInput!", "id: $id, billingAddress: $a"),
    "checkoutDeliveryMethodUpdate": ("$id: ID, $m: ID", "id: $id, deliveryMethodId: $m"),
    "checkoutCustomerAttach": ("$id: ID", "id: $id"),
    "checkoutCustomerDetach": ("$id: ID", "id: $id"),
}
COMPLETE = f"mutation($id: ID) {{ checkoutComplete(id: $id) {{ {ERRORS} order {{ id number }} }} }}"
HOME = {
    "firstName": "지우", "lastName": "한", "streetAddress1": "개봉로23길 10", "city": "구로구", "countryArea": "서울특별시",
    "postalCode": "08274", "country": "KR", "phone": "01000000000",
}  # fmt: skip


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def ask(graphql: Any) -> Callable[..., dict[str, Any]]:
    """The payload of a mutation by name."""

    def run(mutation: str, *, user: Any = None, language: str = "ko", **variables: Any) -> dict[str, Any]:
        if mutation == "checkoutComplete":
            document = COMPLETE
        else:
            declared, given = DOCUMENTS[mutation]
            document = f"mutation({declared}) {{ {mutation}({given}) {{ {CART} {ERRORS} }} }}"
        answer = graphql(document, variables, user=user, language=language)
        assert "errors" not in answer, answer["errors"]
        return answer["data"][mutation]

    return run


def codes(payload: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(error["field"], error["code"]) for error in payload["errors"]]


def gid(checkout: Checkout) -> str:
    return to_global_id("Checkout", checkout.pk)


def wish(variant: ProductVariant, quantity: int = 1, **more: Any) -> dict[str, Any]:
    return {"variantId": to_global_id("ProductVariant", variant.pk), "quantity": quantity, **more}


def unpublish(variant: ProductVariant) -> None:
    ProductChannelListing.objects.filter(product=variant.product).update(is_published=False)


def not_yet(variant: ProductVariant) -> None:
    ProductChannelListing.objects.filter(product=variant.product).update(available_for_purchase_at=None)


def unlist(variant: ProductVariant) -> None:
    VariantChannelListing.objects.filter(variant=variant).delete()


def suspend_vendor(variant: ProductVariant) -> None:
    variant.product.vendor.status = VendorStatus.SUSPENDED
    variant.product.vendor.save()


def quote_only(variant: ProductVariant) -> None:
    variant.product.is_quote_only = True
    variant.product.save()


def sell_out(variant: ProductVariant) -> None:
    Stock.objects.filter(variant=variant).update(quantity=0)


def limit_to_two(variant: ProductVariant) -> None:
    variant.quantity_limit_per_customer = 2
    variant.save()


def from_ten_on(variant: ProductVariant) -> None:
    variant.product.minimum_order_quantity = 10
    variant.product.save()


REFUSALS = [
    (unpublish, 1, ("lines", "PRODUCT_NOT_PUBLISHED")),
    (not_yet, 1, ("lines", "PRODUCT_UNAVAILABLE_FOR_PURCHASE")),
    (suspend_vendor, 1, ("lines", "PRODUCT_UNAVAILABLE_FOR_PURCHASE")),
    (quote_only, 1, ("lines", "PRODUCT_UNAVAILABLE_FOR_PURCHASE")),
    (unlist, 1, ("lines", "UNAVAILABLE_VARIANT_IN_CHANNEL")),
    (sell_out, 1, ("quantity", "INSUFFICIENT_STOCK")),
    (limit_to_two, 3, ("quantity", "QUANTITY_GREATER_THAN_LIMIT")),
    (from_ten_on, 9, ("quantity", "INVALID")),
    (lambda variant: None, 0, ("quantity", "ZERO_QUANTITY")),
    (lambda variant: None, -2, ("quantity", "ZERO_QUANTITY")),
    (lambda variant: None, 101, ("quantity", "INSUFFICIENT_STOCK")),
    (lambda variant: None, 2_000_000_000, ("quantity", "QUANTITY_GREATER_THAN_LIMIT")),
    (lambda variant: variant.delete(), 1, ("lines", "NOT_FOUND")),
]


@pytest.mark.parametrize(("spoil", "quantity", "expected"), REFUSALS)
def test_what_is_not_sold_is_neither_put_in_nor_started_with(
    ask: Any, channel: Any, spoil: Any, quantity: int, expected: tuple[str, str]
) -> None:
    variant, other = variant_on_sale(channel), variant_on_sale(channel)
    asked = wish(variant, quantity)
    checkout = open_checkout(channel, {other: 1})
    spoil(variant)
    for payload in (
        ask("checkoutCreate", input={"channel": "citizen", "lines": [asked, wish(other)]}),
        ask("checkoutLinesAdd", id=gid(checkout), lines=[wish(other), asked]),
    ):
        assert codes(payload) == [expected]
        assert payload["errors"][0]["variants"] == [asked["variantId"]]
        assert payload["checkout"] is None
    assert Checkout.objects.count() == 1
    assert CheckoutLine.objects.get().quantity == 1


def test_errors_speak_the_language_of_the_request(ask: Any, channel: Any) -> None:
    variant = variant_on_sale(channel)
    for language, text in (("ko", "수량은 1개 이상이어야 해요."), ("en", "The quantity should be higher than zero.")):
        payload = ask("checkoutCreate", input={"channel": "citizen", "lines": [wish(variant, 0)]}, language=language)
        assert payload["errors"][0]["message"] == text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"channel": "nowhere"}, ("channel", "NOT_FOUND")),
        ({"channel": "closed"}, ("channel", "CHANNEL_INACTIVE")),
        ({}, ("channel", "MISSING_CHANNEL_SLUG")),
        ({"channel": "citi\x00zen"}, ("channel", "NOT_FOUND")),
        ({"channel": "citizen", "email": "no address"}, ("email", "INVALID")),
        ({"channel": "citizen", "email": f"{'a' * 250}@ieum.example"}, ("email", "INVALID")),
        ({"channel": "citizen", "metadata": [{"key": "a", "value": "\x00"}]}, ("metadata", "INVALID")),
        ({"channel": "citizen", "metadata": [{"key": " ", "value": "x"}]}, ("metadata", "REQUIRED")),
        (
            {"channel": "citizen", "shippingAddress": {**HOME, "metadata": [{"key": "a", "value": "\x00"}]}},
            ("metadata", "INVALID"),
        ),
        ({"channel": "citizen", "shippingAddress": {**HOME, "city": "구\x00로구"}}, ("city", "INVALID")),
        ({"channel": "citizen", "shippingAddress": {**HOME, "postalCode": "1"}}, ("postalCode", "INVALID")),
        ({"channel": "citizen", "billingAddress": {**HOME, "city": ""}}, ("city", "REQUIRED")),
        ({"channel": "citizen", "lines": [{"variantId": "broken", "quantity": 1}]}, ("variantId", "GRAPHQL_ERROR")),
    ],
)
def test_what_a_checkout_cannot_start_with(
    ask: Any, channel: Any, given: dict[str, Any], expected: tuple[str, str]
) -> None:
    public_channel()
    ChannelFactory(slug="closed", is_active=False)
    payload = ask("checkoutCreate", input={"lines": [], **given})
    assert expected in codes(payload)
    assert not Checkout.objects.exists()


def test_a_checkout_holds_so_many_lines_at_most(ask: Any, channel: Any, settings: Any) -> None:
    settings.CHECKOUT_LINE_LIMIT = 2
    checkout = open_checkout(channel, {variant_on_sale(channel): 1})
    more = [wish(variant_on_sale(channel)) for _ in range(2)]
    assert codes(ask("checkoutLinesAdd", id=gid(checkout), lines=more)) == [("lines", "INVALID")]
    assert checkout.lines.count() == 1


def test_nobody_names_a_price(graphql: Any, channel: Any) -> None:
    variant = variant_on_sale(channel)
    declared, given = DOCUMENTS["checkoutCreate"]
    document = f"mutation({declared}) {{ checkoutCreate({given}) {{ {CART} {ERRORS} }} }}"
    answer = graphql(document, {"input": {"channel": "citizen", "lines": [wish(variant, price=1)]}})
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert not Checkout.objects.exists()


def test_adding_grows_a_line_and_a_new_line_may_be_forced(ask: Any, channel: Any) -> None:
    variant = variant_on_sale(channel)
    checkout = open_checkout(channel, {variant: 1})
    ask("checkoutLinesAdd", id=gid(checkout), lines=[wish(variant, 2)])
    payload = ask("checkoutLinesAdd", id=gid(checkout), lines=[wish(variant, 4, forceNewLine=True)])
    assert [line["quantity"] for line in payload["checkout"]["lines"]] == [3, 4]
    assert payload["checkout"]["quantity"] == 7


def test_quantities_are_set_and_zero_removes(ask: Any, channel: Any) -> None:
    soap, rice = variant_on_sale(channel), variant_on_sale(channel)
    checkout = open_checkout(channel, {soap: 1, rice: 1})
    lines = {line.variant_id: to_global_id("CheckoutLine", line.pk) for line in checkout.lines.all()}
    changes = [
        {"lineId": lines[soap.pk], "quantity": 5},
        {"variantId": to_global_id("ProductVariant", rice.pk), "quantity": 0},
    ]
    payload = ask("checkoutLinesUpdate", id=gid(checkout), lines=changes)
    assert [line["quantity"] for line in payload["checkout"]["lines"]] == [5]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"quantity": 101}, ("quantity", "INSUFFICIENT_STOCK")),
        ({"quantity": -1}, ("quantity", "ZERO_QUANTITY")),
        ({"quantity": 10_000}, ("quantity", "QUANTITY_GREATER_THAN_LIMIT")),
        ({"quantity": 1, "lineId": to_global_id("CheckoutLine", UUID(int=4))}, ("lineId", "INVALID")),
        ({"quantity": 1, "lineId": "broken"}, ("lineId", "GRAPHQL_ERROR")),
        ({"quantity": 1, "lineId": None}, ("lineId", "REQUIRED")),
    ],
)
def test_what_a_line_cannot_become(ask: Any, channel: Any, change: dict[str, Any], expected: tuple[str, str]) -> None:
    checkout = open_checkout(channel, {variant_on_sale(channel): 2})
    line = {"lineId": to_global_id("CheckoutLine", checkout.lines.get().pk), **change}
    assert codes(ask("checkoutLinesUpdate", id=gid(checkout), lines=[line])) == [expected]
    assert checkout.lines.get().quantity == 2


def test_lines_of_another_checkout_are_not_deleted(ask: Any, channel: Any) -> None:
    mine, theirs = (open_checkout(channel, {variant_on_sale(channel): 1}) for _ in range(2))
    keys = [to_global_id("CheckoutLine", checkout.lines.get().pk) for checkout in (mine, theirs)]
    refused = ask("checkoutLinesDelete", id=gid(mine), linesIds=keys)
    assert codes(refused) == [("lineId", "INVALID")]
    assert refused["errors"][0]["lines"] == keys[1:]
    assert CheckoutLine.objects.count() == 2
    assert ask("checkoutLinesDelete", id=gid(mine), linesIds=keys[:1])["checkout"]["lines"] == []


def every_change(checkout: Checkout, variant: ProductVariant) -> dict[str, dict[str, Any]]:
    line = to_global_id("CheckoutLine", checkout.lines.get().pk)
    key = {"id": gid(checkout)}
    return {
        "checkoutLinesAdd": {**key, "lines": [wish(variant)]},
        "checkoutLinesUpdate": {**key, "lines": [{"lineId": line, "quantity": 3}]},
        "checkoutLinesDelete": {**key, "linesIds": [line]},
        "checkoutEmailUpdate": {**key, "email": "thief@ieum.example"},
        "checkoutCustomerNoteUpdate": {**key, "note": "hm"},
        "checkoutShippingAddressUpdate": {**key, "a": HOME},
        "checkoutBillingAddressUpdate": {**key, "a": HOME},
        "checkoutDeliveryMethodUpdate": {**key, "m": None},
        "checkoutComplete": key,
    }


def test_a_members_checkout_is_not_found_by_anybody_else(ask: Any, graphql: Any, channel: Any) -> None:
    owner, stranger, variant = UserFactory(), UserFactory(), variant_on_sale(channel)
    checkout = ready_checkout(channel, {variant: 1}, actor=Actor(user_id=owner.pk, email=owner.email))
    before = Checkout.objects.values().get()
    for someone in (None, stranger):
        for mutation, variables in every_change(checkout, variant).items():
            assert codes(ask(mutation, user=someone, **variables)) == [("id", "NOT_FOUND")], mutation
        assert (
            graphql("query($id: ID) { checkout(id: $id) { id } }", {"id": gid(checkout)}, user=someone)["data"][
                "checkout"
            ]
            is None
        )
    assert codes(ask("checkoutCustomerAttach", user=stranger, id=gid(checkout))) == [("id", "NOT_FOUND")]
    assert Checkout.objects.values().get() == before
    assert not Order.objects.exists()
    assert ask("checkoutEmailUpdate", user=owner, id=gid(checkout), email="me@ieum.example")["errors"] == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("broken", "GRAPHQL_ERROR"),
        (to_global_id("Product", 1), "GRAPHQL_ERROR"),
        (to_global_id("Checkout", UUID(int=4)), "NOT_FOUND"),
        (None, "NOT_FOUND"),
    ],
)
def test_unknown_and_broken_ids(ask: Any, channel: Any, key: str | None, expected: str) -> None:
    checkout = open_checkout(channel, {variant_on_sale(channel): 1})
    for mutation, variables in every_change(checkout, variant_on_sale(channel)).items():
        assert codes(ask(mutation, **{**variables, "id": key})) == [("id", expected)], mutation


def test_attach_and_detach(ask: Any, graphql: Any, channel: Any) -> None:
    user, checkout = UserFactory(), open_checkout(channel, {variant_on_sale(channel): 1})
    attached = ask("checkoutCustomerAttach", user=user, id=gid(checkout))["checkout"]
    assert (attached["user"], attached["email"]) == ({"email": user.email}, user.email)
    assert graphql("{ me { checkoutIds } }", user=user)["data"]["me"]["checkoutIds"] == [gid(checkout)]
    assert ask("checkoutCustomerDetach", user=user, id=gid(checkout))["checkout"]["user"] is None
    answer = graphql(f"mutation($id: ID) {{ checkoutCustomerAttach(id: $id) {{ {ERRORS} }} }}", {"id": gid(checkout)})
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert Checkout.objects.get().user is None


def test_addresses_are_checked_and_set(ask: Any, channel: Any) -> None:
    checkout = open_checkout(channel, {variant_on_sale(channel): 1})
    refused = ask("checkoutShippingAddressUpdate", id=gid(checkout), a={**HOME, "postalCode": "1", "city": ""})
    assert set(codes(refused)) == {("postalCode", "INVALID"), ("city", "REQUIRED")}
    assert {error["addressType"] for error in refused["errors"]} == {"SHIPPING"}
    assert ask("checkoutShippingAddressUpdate", id=gid(checkout), a=HOME)["checkout"]["shippingAddress"] == {
        "city": "구로구"
    }
    first = Checkout.objects.get().shipping_address_id
    ask("checkoutShippingAddressUpdate", id=gid(checkout), a={**HOME, "city": "은평구"})
    assert Checkout.objects.get().shipping_address_id == first, "an address is replaced, not piled up"


def test_nothing_to_ship_takes_neither_address_nor_delivery(ask: Any, channel: Any) -> None:
    method = parcel_in(channel)
    checkout = open_checkout(channel, {variant_on_sale(channel, is_service=True, stock=None): 1})
    refused = ask("checkoutShippingAddressUpdate", id=gid(checkout), a=HOME)
    assert codes(refused) == [("shippingAddress", "SHIPPING_NOT_REQUIRED")]
    Checkout.objects.update(shipping_address=ready_checkout(channel, {variant_on_sale(channel): 1}).shipping_address)
    refused = ask("checkoutDeliveryMethodUpdate", id=gid(checkout), m=to_global_id("ShippingMethod", method.pk))
    assert codes(refused) == [("deliveryMethodId", "SHIPPING_NOT_REQUIRED")]


def test_delivery_is_chosen_among_what_is_offered(ask: Any, channel: Any) -> None:
    method, elsewhere = parcel_in(channel), parcel_in(public_channel())
    checkout, other = (open_checkout(channel, {variant_on_sale(channel): 1}) for _ in range(2))
    parcel = to_global_id("ShippingMethod", method.pk)
    assert codes(ask("checkoutDeliveryMethodUpdate", id=gid(checkout), m=parcel)) == [
        ("shippingAddress", "SHIPPING_ADDRESS_NOT_SET")
    ]
    ask("checkoutShippingAddressUpdate", id=gid(checkout), a=HOME)
    for key, expected in (
        (to_global_id("ShippingMethod", elsewhere.pk), "DELIVERY_METHOD_NOT_APPLICABLE"),
        (to_global_id("ShippingMethod", 999_999), "DELIVERY_METHOD_NOT_APPLICABLE"),
        (to_global_id("Delivery", f"{other.pk}_{method.pk}"), "DELIVERY_METHOD_NOT_APPLICABLE"),
        (to_global_id("Delivery", f"{checkout.pk}_x"), "GRAPHQL_ERROR"),
        ("broken", "GRAPHQL_ERROR"),
    ):
        assert codes(ask("checkoutDeliveryMethodUpdate", id=gid(checkout), m=key)) == [("deliveryMethodId", expected)]
    chosen = ask(
        "checkoutDeliveryMethodUpdate", id=gid(checkout), m=to_global_id("Delivery", f"{checkout.pk}_{method.pk}")
    )
    assert chosen["checkout"]["shippingPrice"]["gross"]["amount"] == 3_000
    assert ask("checkoutDeliveryMethodUpdate", id=gid(checkout), m=None)["checkout"]["delivery"] is None


def test_a_remote_area_costs_each_vendors_surcharge(ask: Any, channel: Any) -> None:
    RemoteAreaFactory()
    lines = {variant_on_sale(channel): 1, variant_on_sale(channel, price=70_000): 1}
    checkout = ready_checkout(channel, lines)
    jeju = {**HOME, "postalCode": "63122", "city": "제주시", "countryArea": "제주특별자치도"}
    moved = ask("checkoutShippingAddressUpdate", id=gid(checkout), a=jeju)["checkout"]
    assert moved["shippingPrice"]["gross"]["amount"] == (3_000 + 3_000) + 3_000


def test_many_lines_cost_what_one_costs(assert_constant_queries: Any, channel: Any) -> None:
    groups = "vendorGroups { vendor { name } lines { variant { product { name } } } }"
    document = f"query($id: ID) {{ checkout(id: $id) {{ {groups} {CART.removeprefix('checkout {')} }}"
    few = open_checkout(channel, {variant_on_sale(channel): 1})
    many = open_checkout(channel, {variant_on_sale(channel): 1 for _ in range(24)})
    assert_constant_queries(document, {"id": gid(few)}, {"id": gid(many)})


def test_problems_tell_what_keeps_a_cart_from_being_ordered(graphql: Any, channel: Any) -> None:
    gone, short, fine = (variant_on_sale(channel) for _ in range(3))
    checkout = open_checkout(channel, {gone: 1, short: 5, fine: 1})
    unpublish(gone)
    Stock.objects.filter(variant=short).update(quantity=2)
    document = """query($id: ID) { checkout(id: $id) { problems { __typename
      ... on CheckoutLineProblemInsufficientStock { availableQuantity variant { id } line { quantity } }
      ... on CheckoutLineProblemVariantNotAvailable { line { variant { id } } } } } }"""
    problems = graphql(document, {"id": gid(checkout)})["data"]["checkout"]["problems"]
    assert problems == [
        {
            "__typename": "CheckoutLineProblemVariantNotAvailable",
            "line": {"variant": {"id": to_global_id("ProductVariant", gone.pk)}},
        },
        {
            "__typename": "CheckoutLineProblemInsufficientStock",
            "availableQuantity": 2,
            "variant": {"id": to_global_id("ProductVariant", short.pk)},
            "line": {"quantity": 5},
        },
    ]


def test_my_checkouts_are_mine_in_pages_and_cost_the_same_for_many(
    graphql: Any, assert_constant_queries: Any, channel: Any
) -> None:
    me, other = UserFactory(), UserFactory()
    variants = [variant_on_sale(channel) for _ in range(24)]
    mine = [open_checkout(channel, {variant: 1}, actor=Actor(user_id=me.pk, email=me.email)) for variant in variants]
    open_checkout(channel, {variants[0]: 1}, actor=Actor(user_id=other.pk, email=other.email))
    document = """query($first: Int, $after: String) { me { checkouts(first: $first, after: $after) { totalCount
      pageInfo { endCursor } edges { node { id totalPrice { gross { amount } } lines { variant { product { name } } }
      shippingMethods { id } problems { __typename } user { email } } } } } }"""
    first = graphql(document, {"first": 2}, user=me)["data"]["me"]["checkouts"]
    after = first["pageInfo"]["endCursor"]
    rest = graphql(document, {"first": 100, "after": after}, user=me)["data"]["me"]["checkouts"]
    seen = [edge["node"]["id"] for edge in first["edges"] + rest["edges"]]
    assert seen == [gid(checkout) for checkout in reversed(mine)]
    assert first["totalCount"] == 24
    broken = graphql(document, {"first": 2, "after": "WyIyMDI2LTAxLTAxVDAwOjAwOjAwWiIsICJ4Il0="}, user=me)
    assert broken["errors"][0]["message"] == "Received cursor is invalid."
    assert_constant_queries(document, {"first": 1}, {"first": 24}, user=me)


def test_a_member_starts_with_the_own_addresses(ask: Any, channel: Any) -> None:
    user, seller = UserFactory(), SellerFactory()
    ready = ready_checkout(channel, {variant_on_sale(channel, vendor=seller): 1})
    user.default_shipping_address = user.default_billing_address = ready.shipping_address
    user.save()
    payload = ask("checkoutCreate", user=user, input={"channel": "citizen", "lines": []})
    assert payload["checkout"]["email"] == user.email
    assert payload["checkout"]["shippingAddress"] == {"city": SEOUL["city"]}
    own = Checkout.objects.get(user=user)
    assert own.shipping_address_id not in (None, ready.shipping_address_id), (
        "a copy, so that a change here changes nothing there"
    )
