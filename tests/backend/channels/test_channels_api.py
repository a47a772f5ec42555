"""Opening, changing, switching and deleting channels through the API."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory, public_channel
from factories.checkout import open_checkout, ready_checkout
from factories.inventory import variant_on_sale
from market.channels.models import Channel
from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.core.actor import ANONYMOUS
from market.core.global_ids import to_global_id
from market.core.models import AuditEntry
from market.core.permissions import MANAGE_CHANNELS
from market.orders.models import Order

pytestmark = pytest.mark.django_db
CREATE = """mutation ($input: ChannelCreateInput!) { channelCreate(input: $input) {
    channel { slug audience currencyCode orderSettings { expireOrdersAfter } } errors { field code message } } }"""
UPDATE = """mutation ($id: ID!, $input: ChannelUpdateInput!) { channelUpdate(id: $id, input: $input) {
    channel { name metadata { key value } orderSettings { expireOrdersAfter allowUnpaidOrders } stockSettings { allocationStrategy } }
    errors { field code } } }"""
SWITCH = "mutation ($id: ID!) { %s(id: $id) { channel { isActive } errors { field code } } }"
DELETE = "mutation ($id: ID!, $input: ChannelDeleteInput) { channelDelete(id: $id, input: $input) { channel { slug } errors { field code } } }"
NEW = {"name": "새 채널", "slug": "new", "currencyCode": "KRW", "defaultCountry": "KR"}


def gid(channel: Channel) -> str:
    return to_global_id("Channel", channel.pk)


def ask(graphql: Any, document: str, **variables: Any) -> Any:
    answer = graphql(document, variables, user=staff_with(MANAGE_CHANNELS))
    assert "errors" not in answer, answer["errors"]
    (payload,) = answer["data"].values()
    return payload


def codes(payload: Any) -> list[tuple[str | None, str]]:
    return [(error["field"], error["code"]) for error in payload["errors"]]


@pytest.mark.parametrize(
    ("wish", "fault"),
    [
        ({"slug": "citizen"}, ("slug", "UNIQUE")),
        ({"slug": "with blank"}, ("slug", "INVALID")),
        ({"name": ""}, ("name", "REQUIRED")),
        ({"currencyCode": "XYZ"}, ("currencyCode", "INVALID")),
        ({"orderSettings": {"expireOrdersAfter": 0}}, ("orderSettings.expireOrdersAfter", "INVALID")),
        (
            {"audience": "PUBLIC", "orderSettings": {"expireOrdersAfter": 60}},
            ("orderSettings.expireOrdersAfter", "INVALID"),
        ),
        ({"orderSettings": {"deleteExpiredOrdersAfter": 60}}, ("orderSettings.deleteExpiredOrdersAfter", "INVALID")),
        (
            {"addWarehouses": [to_global_id("Warehouse", "00000000-0000-4000-8000-000000000000")]},
            ("addWarehouses", "NOT_FOUND"),
        ),
        ({"addShippingZones": [to_global_id("ShippingZone", 10**9)]}, ("addShippingZones", "NOT_FOUND")),
    ],
)
def test_what_a_channel_cannot_be(graphql: Any, wish: dict[str, Any], fault: tuple[str, str]) -> None:
    ChannelFactory()
    assert codes(ask(graphql, CREATE, input={**NEW, **wish})) == [fault]
    assert list(Channel.objects.values_list("slug", flat=True)) == ["citizen"]


def test_a_channel_abroad_sells_without_korean_vat(graphql: Any) -> None:
    made = ask(graphql, CREATE, input={**NEW, "currencyCode": "USD", "defaultCountry": "US", "isActive": True})
    assert made["channel"]["currencyCode"] == "USD"
    variant = variant_on_sale(Channel.objects.get(slug="new"), price=10)
    document = """query ($id: ID!) { productVariant(id: $id, channel: "new") {
        pricing { price { gross { amount currency } tax { amount } } } } }"""
    priced = graphql(document, {"id": to_global_id("ProductVariant", variant.pk)})["data"]["productVariant"]["pricing"]
    assert priced["price"] == {"gross": {"amount": 10, "currency": "USD"}, "tax": {"amount": 0}}


def test_a_change_is_made_of_what_is_given(graphql: Any) -> None:
    channel = ChannelFactory(metadata={"kept": "yes"})
    wish = {
        "name": "시민 장터",
        "metadata": [{"key": "new", "value": "1"}],
        "orderSettings": {"allowUnpaidOrders": False},
        "stockSettings": {"allocationStrategy": "PRIORITIZE_HIGH_STOCK"},
    }
    changed = ask(graphql, UPDATE, id=gid(channel), input=wish)["channel"]
    assert changed["stockSettings"] == {"allocationStrategy": "PRIORITIZE_HIGH_STOCK"}
    assert changed["orderSettings"] == {"expireOrdersAfter": 4320, "allowUnpaidOrders": False}
    assert {row["key"] for row in changed["metadata"]} == {"kept", "new"}
    channel.refresh_from_db()
    assert (channel.slug, channel.is_active, channel.expire_orders_after_minutes) == ("citizen", True, 4320)
    assert AuditEntry.objects.get(action="channels.channel_update").data["fields"] == sorted(
        ["name", "metadata", "order_settings", "stock_settings"]
    )


def test_a_channel_is_switched_once_each_way(graphql: Any) -> None:
    channel = ChannelFactory()
    assert codes(ask(graphql, SWITCH % "channelActivate", id=gid(channel))) == [("id", "INVALID")]
    assert ask(graphql, SWITCH % "channelDeactivate", id=gid(channel))["channel"]["isActive"] is False
    assert graphql("{ channels { slug } }")["data"]["channels"] == []
    assert ask(graphql, SWITCH % "channelActivate", id=gid(channel))["channel"]["isActive"] is True


def test_the_settings_and_warehouses_of_a_channel_are_for_staff(graphql: Any) -> None:
    ChannelFactory()
    for field in (
        "hasOrders",
        "warehouses { id }",
        "orderSettings { allowUnpaidOrders }",
        "stockSettings { allocationStrategy }",
    ):
        answer = graphql(f"{{ channels {{ slug {field} }} }}", user=UserFactory())
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


class TestDeleting:
    def test_orders_move_to_a_channel_of_the_same_currency(self, graphql: Any) -> None:
        channel, target = ChannelFactory(), ChannelFactory(slug="target")
        dollars = ChannelFactory(slug="dollars", currency_code="USD")
        checkout = ready_checkout(channel, {variant_on_sale(channel): 1})
        order = checkout_complete(checkout_id=checkout.pk, actor=ANONYMOUS)
        assert codes(ask(graphql, DELETE, id=gid(channel))) == [("id", "CHANNEL_WITH_ORDERS")]
        for other, fault in (
            (dollars, "CHANNELS_CURRENCY_MUST_BE_THE_SAME"),
            (channel, "INVALID"),
            (Channel(pk=10**9), "NOT_FOUND"),
        ):
            refused = ask(graphql, DELETE, id=gid(channel), input={"channelId": gid(other)})
            assert codes(refused) == [("channelId", fault)]
        assert Channel.objects.filter(pk=channel.pk).exists()
        assert ask(graphql, DELETE, id=gid(channel), input={"channelId": gid(target)})["errors"] == []
        assert Order.objects.get(pk=order.pk).channel == target
        assert not Channel.objects.filter(pk=channel.pk).exists()

    def test_nobodys_money_is_lost_with_a_checkout(self, graphql: Any) -> None:
        channel = public_channel()
        checkout = open_checkout(channel, {variant_on_sale(channel): 1})
        Checkout.objects.filter(pk=checkout.pk).update(charged_amount=1000)
        assert codes(ask(graphql, DELETE, id=gid(channel))) == [("id", "INVALID")]
        Checkout.objects.update(charged_amount=0)
        assert ask(graphql, DELETE, id=gid(channel))["errors"] == []
        assert not Checkout.objects.exists()
