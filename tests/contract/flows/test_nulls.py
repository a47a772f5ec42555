"""Clients send every variable they declare: a null means what leaving it out means."""

from __future__ import annotations

from typing import Any

import pytest

from contract.flows.client import SaleorClient
from contract.flows.shop import ADDRESS, Shop, gid
from factories.accounts import PASSWORD, STORE, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
NOTHING: dict[str, Any] = {"after": None, "filter": None, "where": None, "sortBy": None}
SPARSE = {
    **ADDRESS,
    "companyName": None,
    "streetAddress2": None,
    "cityArea": None,
    "metadata": None,
    "skipValidation": None,
}


def test_reading_with_nulls(visitor: SaleorClient, shop: Shop) -> None:
    listed = visitor.do("ProductList", channel="citizen", first=5, last=None, before=None, **NOTHING)
    assert listed["totalCount"] == 2
    english = {"channel": "citizen", "slugLanguageCode": None}
    assert visitor.do("ProductPage", slug="soap", attribute="x", **english)["slug"] == "soap"
    assert visitor.do("CategoryPage", slug="living", first=5, **english, **NOTHING)["products"]["totalCount"] == 2
    assert visitor.do("CollectionPage", slug="spring", first=5, **english, **NOTHING)["products"]["totalCount"] == 2
    assert visitor.do("PageBySlug", slug="about", slugLanguageCode=None)["slug"] == "about"
    assert visitor.do("Pages", channel=None, first=5, where=None)["edges"]
    assert visitor.do("Categories", slugs=None, first=5)["edges"]
    assert visitor.do("OneVariant", id=gid(shop.small), sku=None, channel="citizen")["sku"] == shop.small.sku


def test_buying_with_nulls(visitor: SaleorClient, shop: Shop) -> None:
    line = {"variantId": gid(shop.small), "quantity": 1, "price": None, "priceOverrideReason": None}
    line |= {"forceNewLine": None, "metadata": None}
    wish = {"channel": "citizen", "lines": [line], "email": None, "shippingAddress": None, "billingAddress": None}
    wish |= dict.fromkeys(("saveShippingAddress", "saveBillingAddress", "languageCode", "validationRules", "metadata"))
    id = visitor.do("CheckoutCreate", input=wish)["checkout"]["id"]
    visitor.do("CheckoutLinesAdd", id=id, lines=[line])
    given = {"saveAddress": None, "validationRules": None}
    kept = visitor.do("CheckoutShipping", id=id, shippingAddress=SPARSE, **given)["checkout"]["shippingAddress"]
    assert (kept["companyName"], kept["postalCode"]) == ("", "08274")
    rules = dict.fromkeys(("checkRequiredFields", "checkFieldsFormat", "enableFieldsNormalization"))
    strict = {"billingAddress": {**SPARSE, "postalCode": None}, "saveAddress": None, "validationRules": rules}
    assert visitor.refused("CheckoutBilling", id=id, **strict) == [("postalCode", "REQUIRED")]
    assert visitor.refused("PromoRemove", checkoutId=id, promoCode=None, promoCodeId=None)[0][0] == "promoCode"
    assert visitor.do("PaymentGateways", id=id, paymentGateways=None)["gatewayConfigs"]


def test_an_account_with_nulls(visitor: SaleorClient, shop: Shop) -> None:
    person = {"email": "new@ieum.example", "password": PASSWORD, "redirectUrl": STORE, "channel": "citizen"}
    visitor.do("Register", input={**person, **dict.fromkeys(("firstName", "lastName", "languageCode", "metadata"))})
    UserFactory(email="member@ieum.example", first_name="지우")
    visitor.sign_in("member@ieum.example", PASSWORD)
    unchanged = dict.fromkeys(
        ("lastName", "languageCode", "defaultBillingAddress", "defaultShippingAddress", "metadata")
    )
    assert visitor.do("AccountUpdate", input={"firstName": None, **unchanged})["user"]["firstName"] == "지우"
    assert visitor.do("AddressCreate", input=SPARSE, type=None)["address"]["companyName"] == ""
    assert visitor.do("MyOrders", first=5, after=None)["orders"]["totalCount"] == 0
    assert visitor.do("MyCheckouts", channel=None)["checkouts"]["edges"] == []
