"""Addresses of other countries by Google's address data, in the address book and in a checkout alike."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import open_checkout
from factories.inventory import variant_on_sale
from market.accounts.models import Address
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
FIELDS = "streetAddress1 city cityArea countryArea postalCode country { code } phone"
BOOK = f"""mutation ($a: AddressInput!) {{ accountAddressCreate(input: $a) {{ address {{ {FIELDS} }} errors {{ field code message }} }} }}"""
CHECKOUT = f"""mutation ($id: ID, $a: AddressInput!) {{ checkoutShippingAddressUpdate(id: $id, shippingAddress: $a) {{
    checkout {{ shippingAddress {{ {FIELDS} }} }} errors {{ field code message }} }} }}"""
US = {
    "firstName": "Ann", "lastName": "Lee", "country": "US", "countryArea": "California", "city": "Mountain View",
    "streetAddress1": "1 Sample Way", "postalCode": "94043", "phone": "+1 650 253 0000",
}  # fmt: skip
JP = {
    "firstName": "花子", "lastName": "見本", "country": "JP", "countryArea": "東京都", "city": "渋谷区",
    "streetAddress1": "神宮前1-1-1", "postalCode": "150-0001", "phone": "03-3210-0000",
}  # fmt: skip
GOOD = [
    (US, {"countryArea": "CA", "city": "MOUNTAIN VIEW", "postalCode": "94043", "phone": "+16502530000"}),
    (JP, {"countryArea": "東京都", "city": "渋谷区", "postalCode": "150-0001", "phone": "+81332100000"}),
    (
        {**US, "country": "DE", "countryArea": "", "city": "Berlin", "postalCode": "10115", "phone": ""},
        {"city": "BERLIN", "postalCode": "10115"},
    ),
    (
        {
            **US,
            "country": "CN",
            "countryArea": "广东省",
            "city": "广州市",
            "cityArea": "天河区",
            "postalCode": "510000",
            "phone": "",
        },
        {"countryArea": "广东省", "city": "广州市", "cityArea": "天河区"},
    ),
    (
        {**US, "country": "HK", "countryArea": "Kowloon", "city": "Mong Kok", "postalCode": "", "phone": ""},
        {"countryArea": "Kowloon", "city": "Mong Kok", "postalCode": ""},
    ),
]
BAD = [
    (US, {"postalCode": "10001"}, ("postalCode", "INVALID")),  # New York's
    (US, {"postalCode": ""}, ("postalCode", "REQUIRED")),
    (US, {"countryArea": "Seoul"}, ("countryArea", "INVALID")),
    (US, {"countryArea": ""}, ("countryArea", "REQUIRED")),
    (US, {"city": ""}, ("city", "REQUIRED")),
    (US, {"streetAddress1": ""}, ("streetAddress1", "REQUIRED")),
    (US, {"phone": "12"}, ("phone", "INVALID")),
    (JP, {"postalCode": "08274"}, ("postalCode", "INVALID")),
    (JP, {"countryArea": "서울특별시"}, ("countryArea", "INVALID")),
    (JP, {"country": "EU"}, ("country", "INVALID")),
]


@pytest.fixture
def in_book(graphql: Any) -> Any:
    def write(address: dict[str, str]) -> Any:
        answer = graphql(BOOK, {"a": address}, user=UserFactory())["data"]["accountAddressCreate"]
        return answer["address"], answer["errors"]

    return write


@pytest.fixture
def in_checkout(graphql: Any) -> Any:
    def write(address: dict[str, str]) -> Any:
        channel = ChannelFactory()
        checkout = open_checkout(channel, {variant_on_sale(channel): 1})
        variables = {"id": to_global_id("Checkout", checkout.pk), "a": address}
        answer = graphql(CHECKOUT, variables)["data"]["checkoutShippingAddressUpdate"]
        return (answer["checkout"] or {}).get("shippingAddress"), answer["errors"]

    return write


@pytest.mark.parametrize("where", ["in_book", "in_checkout"])
@pytest.mark.parametrize(("given", "kept"), GOOD)
def test_a_good_address_is_tidied_and_nothing_of_it_is_lost(
    request: pytest.FixtureRequest, where: str, given: dict[str, str], kept: dict[str, str]
) -> None:
    address, errors = request.getfixturevalue(where)(given)
    assert errors == []
    assert address["country"] == {"code": given["country"]}
    assert {name: address[name] for name in kept} == kept


@pytest.mark.parametrize("where", ["in_book", "in_checkout"])
@pytest.mark.parametrize(("given", "change", "error"), BAD)
def test_a_bad_address_names_the_field_and_is_not_stored(
    request: pytest.FixtureRequest, where: str, given: dict[str, str], change: dict[str, str], error: tuple[str, str]
) -> None:
    write = request.getfixturevalue(where)
    _, errors = write({**given, **change})
    assert {(item["field"], item["code"]) for item in errors} >= {error}
    assert not any("다섯 자리" in item["message"] or "시·도" in item["message"] for item in errors), "Korea's words"
    assert not Address.objects.filter(country=given["country"]).exists()


@pytest.mark.parametrize(
    ("country", "required", "unused"),
    [
        ("US", {"city", "countryArea", "postalCode", "streetAddress1"}, {"cityArea"}),
        ("JP", {"countryArea", "postalCode", "streetAddress1"}, {"city", "cityArea"}),
        ("DE", {"city", "postalCode", "streetAddress1"}, {"countryArea"}),
        ("HK", {"countryArea", "streetAddress1"}, {"postalCode"}),
    ],
)
def test_the_rules_of_a_country_in_saleors_words(
    graphql: Any, country: str, required: set[str], unused: set[str]
) -> None:
    document = """query ($c: CountryCode!) { addressValidationRules(countryCode: $c) {
        allowedFields requiredFields countryAreaChoices { raw verbose } postalCodeMatchers countryCode } }"""
    rules = graphql(document, {"c": country})["data"]["addressValidationRules"]
    assert set(rules["requiredFields"]) == required
    assert set(rules["allowedFields"]) >= {"name", "companyName", "streetAddress1", "streetAddress2"} | required
    assert not unused & set(rules["allowedFields"])
    assert bool(rules["countryAreaChoices"]) == ("countryArea" in required)


def test_the_choices_of_a_part_of_a_country(graphql: Any) -> None:
    document = """{ addressValidationRules(countryCode: CN, countryArea: "广东省", city: "广州市") { cityAreaChoices { raw } } }"""
    rules = graphql(document)["data"]["addressValidationRules"]
    assert {"raw": "天河区"} in rules["cityAreaChoices"]


def test_a_place_without_rules_is_answered_in_words(graphql: Any) -> None:
    answer = graphql("{ addressValidationRules(countryCode: EU) { countryCode } }")
    assert answer["data"] == {"addressValidationRules": None}
    assert answer["errors"][0]["extensions"]["exception"]["code"] != "InternalServerError"
