"""Signing in, registering, addresses and metadata through the API."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import AddressFactory, UserFactory, staff_with
from market.accounts.models import Address, User
from market.accounts.services.tokens import REFRESH, token_create
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_ORDERS, MANAGE_STAFF, MANAGE_USERS

pytestmark = pytest.mark.django_db
PASSWORD = "correct-horse-battery"
SIGN_IN = """mutation ($e: String!, $p: String!) { tokenCreate(email: $e, password: $p) {
    token refreshToken user { email } errors { field code message } } }"""
ADDRESS = {
    "firstName": "지우", "lastName": "한", "streetAddress1": "개봉로23길 10", "city": "구로구", "countryArea": "서울", "postalCode": "08274",
    "country": "KR", "phone": "010-0000-1234",
}  # fmt: skip
CREATE = """mutation ($a: AddressInput!, $t: AddressTypeEnum) { accountAddressCreate(input: $a, type: $t) {
    address { id countryArea phone isDefaultShippingAddress } user { defaultShippingAddress { id } } errors { field code } } }"""


def sign_in(graphql: Any, email: str, password: str = PASSWORD) -> Any:
    return graphql(SIGN_IN, {"e": email, "p": password})["data"]["tokenCreate"]


def test_signing_in_and_who_am_i(graphql: Any, client: Any) -> None:
    user = UserFactory()
    signed = sign_in(graphql, user.email.upper())
    assert signed["errors"] == []
    response = client.post(
        "/graphql/",
        {"query": "{ me { email } }"},
        content_type="application/json",
        headers={"Authorization": f"Bearer {signed['token']}"},
    )
    assert response.json()["data"] == {"me": {"email": user.email}}
    refreshed = graphql(
        "mutation ($t: String) { tokenRefresh(refreshToken: $t) { token errors { code } } }",
        {"t": signed["refreshToken"]},
    )
    assert refreshed["data"]["tokenRefresh"]["token"]


@pytest.mark.parametrize("email", ["known@ieum.example", "unknown@ieum.example"])
def test_a_wrong_password_says_the_same_for_known_and_unknown_addresses(graphql: Any, email: str) -> None:
    UserFactory(email="known@ieum.example")
    assert sign_in(graphql, email, "wrong")["errors"] == [
        {"field": "email", "code": "INVALID_CREDENTIALS", "message": "이메일이나 비밀번호가 맞지 않아요."}
    ]


def test_guessing_is_slowed_down(graphql: Any) -> None:
    user = UserFactory()
    codes = [sign_in(graphql, user.email, "wrong")["errors"][0]["code"] for _ in range(8)]
    assert codes[:5] == ["INVALID_CREDENTIALS"] * 5
    assert codes[-1] == "LOGIN_ATTEMPT_DELAYED"
    assert sign_in(graphql, user.email)["errors"][0]["code"] == "LOGIN_ATTEMPT_DELAYED"


@pytest.mark.parametrize(
    ("token", "code"),
    [
        ("", "JWT_MISSING_TOKEN"),
        ("rubbish", "JWT_DECODE_ERROR"),
        ("a.b.c", "JWT_DECODE_ERROR"),
        ("eyJhbGciOiJub25lIn0.e30.", "JWT_INVALID_TOKEN"),
    ],
)
def test_a_bad_token_is_refused_in_words(graphql: Any, client: Any, token: str, code: str) -> None:
    answer = graphql(
        "mutation ($t: String!) { tokenVerify(token: $t) { isValid payload errors { code } } }", {"t": token}
    )
    assert answer["data"]["tokenVerify"]["isValid"] is False
    assert answer["data"]["tokenVerify"]["errors"][0]["code"] == code
    if token:
        response = client.post(
            "/graphql/",
            {"query": "{ me { email } }"},
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )
        assert response.json()["errors"][0]["extensions"]["exception"]["code"] == "InvalidTokenError"


def test_a_refresh_token_is_no_access_token_and_ends_with_the_password(graphql: Any) -> None:
    user = UserFactory()
    refresh = token_create(user=user, kind=REFRESH)
    verify = "mutation ($t: String!) { tokenVerify(token: $t) { isValid errors { code } } }"
    assert graphql(verify, {"t": refresh})["data"]["tokenVerify"] == {"isValid": True, "errors": []}
    asked = graphql("{ me { email } }", Authorization=f"Bearer {refresh}")
    assert asked["errors"][0]["extensions"]["exception"]["code"] == "InvalidTokenError"
    change = 'mutation { passwordChange(oldPassword: "correct-horse-battery", newPassword: "another-long-one") { errors { field code } } }'
    assert graphql(change, user=user)["data"]["passwordChange"]["errors"] == []
    ended = graphql(
        "mutation ($t: String) { tokenRefresh(refreshToken: $t) { token errors { code } } }", {"t": refresh}
    )["data"]["tokenRefresh"]
    assert ended == {"token": None, "errors": [{"code": "JWT_INVALID_TOKEN"}]}


def test_an_address_is_tidied_and_becomes_the_default(graphql: Any) -> None:
    user = UserFactory()
    answer = graphql(CREATE, {"a": ADDRESS, "t": "SHIPPING"}, user=user)["data"]["accountAddressCreate"]
    assert answer["errors"] == []
    assert (answer["address"]["countryArea"], answer["address"]["phone"]) == ("서울특별시", "+821000001234")
    assert answer["user"]["defaultShippingAddress"]["id"] == answer["address"]["id"]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"postalCode": "8274"}, ("postalCode", "INVALID")),
        ({"postalCode": ""}, ("postalCode", "REQUIRED")),
        ({"countryArea": "캘리포니아"}, ("countryArea", "INVALID")),
        ({"city": " "}, ("city", "REQUIRED")),
        ({"phone": "12"}, ("phone", "INVALID")),
        ({"streetAddress1": "가" * 300}, ("streetAddress1", "INVALID")),
        ({"firstName": "a\x00b"}, ("firstName", "INVALID")),
        ({"country": "US", "countryArea": "CA", "postalCode": "ABC"}, ("postalCode", "INVALID")),
        ({"country": None}, ("country", "REQUIRED")),
    ],
)
def test_a_wrong_address_names_the_field(graphql: Any, change: dict[str, Any], error: tuple[str, str]) -> None:
    answer = graphql(CREATE, {"a": {**ADDRESS, **change}}, user=UserFactory())["data"]["accountAddressCreate"]
    assert {(item["field"], item["code"]) for item in answer["errors"]} >= {error}
    assert not Address.objects.exists()


def test_addresses_of_others_do_not_exist(graphql: Any) -> None:
    owner, stranger, address = UserFactory(), UserFactory(), AddressFactory()
    owner.addresses.add(address)
    identifier = to_global_id("Address", address.pk)
    document = "mutation ($i: ID!) { accountAddressDelete(id: $i) { errors { code } } }"
    assert graphql(document, {"i": identifier}, user=stranger)["data"]["accountAddressDelete"]["errors"] == [
        {"code": "NOT_FOUND"}
    ]
    assert graphql("query ($i: ID!) { address(id: $i) { city } }", {"i": identifier}, user=stranger)["data"] == {
        "address": None
    }
    assert graphql(document, {"i": identifier}, user=owner)["data"]["accountAddressDelete"]["errors"] == []


def test_what_needs_a_person_is_refused_to_nobody(graphql: Any) -> None:
    answer = graphql(CREATE, {"a": ADDRESS})
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert not Address.objects.exists()


def test_users_are_for_staff_who_manage_them(graphql: Any) -> None:
    target = UserFactory()
    document = "query ($i: ID!) { user(id: $i) { email addresses { city } vendorMemberships { role } } }"
    variables = {"i": to_global_id("User", target.pk)}
    assert (
        graphql(document, variables, user=UserFactory())["errors"][0]["extensions"]["exception"]["code"]
        == "PermissionDenied"
    )
    assert (
        graphql(document, variables, user=staff_with())["errors"][0]["extensions"]["exception"]["code"]
        == "PermissionDenied"
    )
    assert graphql(document, variables, user=staff_with(MANAGE_USERS))["data"]["user"]["email"] == target.email


@pytest.mark.parametrize(
    ("identifier", "code"),
    [
        ("rubbish", "GRAPHQL_ERROR"),
        (to_global_id("User", 999), "NOT_FOUND"),
        (to_global_id("Nothing", 1), "GRAPHQL_ERROR"),
    ],
)
def test_metadata_of_what_is_not_ones_own_does_not_exist(graphql: Any, identifier: str, code: str) -> None:
    document = 'mutation ($i: ID!) { updateMetadata(id: $i, input: [{key: "a", value: "b"}]) { errors { code } item { metadata { key } } } }'
    answer = graphql(document, {"i": identifier}, user=UserFactory())["data"]["updateMetadata"]
    assert answer == {"errors": [{"code": code}], "item": None}


def test_metadata_of_the_own_account(graphql: Any) -> None:
    user = UserFactory()
    document = 'mutation ($i: ID!) { updateMetadata(id: $i, input: [{key: "size", value: "m"}]) { errors { code } item { metadata { key value } } } }'
    answer = graphql(document, {"i": to_global_id("User", user.pk)}, user=user)["data"]["updateMetadata"]
    assert answer["item"]["metadata"] == [{"key": "size", "value": "m"}]
    private = (
        'mutation ($i: ID!) { updatePrivateMetadata(id: $i, input: [{key: "a", value: "b"}]) { errors { code } } }'
    )
    assert (
        graphql(private, {"i": to_global_id("User", user.pk)}, user=user)["errors"][0]["extensions"]["exception"][
            "code"
        ]
        == "PermissionDenied"
    )


def test_korean_address_rules_come_first(graphql: Any) -> None:
    document = "{ addressValidationRules(countryCode: KR) { requiredFields countryAreaChoices { raw verbose } postalCodeMatchers } }"
    rules = graphql(document)["data"]["addressValidationRules"]
    assert rules["requiredFields"] == ["city", "countryArea", "postalCode", "streetAddress1"]
    assert {"raw": "강원특별자치도", "verbose": "강원특별자치도"} in rules["countryAreaChoices"]
    assert len(rules["countryAreaChoices"]) == 17


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"key": "a\x00b", "value": "c"}, "INVALID"),
        ({"key": "a", "value": "\x00"}, "INVALID"),
        ({"key": "k" * 257, "value": "c"}, "INVALID"),
        ({"key": "k", "value": "v" * 32_769}, "INVALID"),
        ({"key": " ", "value": "c"}, "REQUIRED"),
    ],
)
def test_metadata_that_cannot_be_kept_is_refused_and_nothing_changes(graphql: Any, entry: Any, code: str) -> None:
    user = UserFactory(first_name="지우")
    update = """mutation ($m: [MetadataInput!]) { accountUpdate(input: {firstName: "민수", metadata: $m}) { errors { field code } } }"""
    register = """mutation ($m: [MetadataInput!]) {
        accountRegister(input: {email: "new@ieum.example", password: "correct-horse-9", metadata: $m,
            redirectUrl: "http://localhost:3000/"}) { errors { field code } } }"""
    address = {**ADDRESS, "metadata": [entry]}
    refused = [{"field": "metadata", "code": code}]
    assert graphql(update, {"m": [entry]}, user=user)["data"]["accountUpdate"]["errors"] == refused
    assert graphql(register, {"m": [entry]})["data"]["accountRegister"]["errors"] == refused
    assert graphql(CREATE, {"a": address}, user=user)["data"]["accountAddressCreate"]["errors"] == refused
    assert (User.objects.get().first_name, Address.objects.count()) == ("지우", 0)


def test_private_metadata_is_for_those_who_keep_the_type(graphql: Any) -> None:
    """Staff for another desk are no more than strangers to it."""
    user = UserFactory(private_metadata={"risk": "low"})
    document = "query ($id: ID) { user(id: $id) { privateMetadata { key } } }"
    variables = {"id": to_global_id("User", user.pk)}
    assert graphql(document, variables, user=staff_with(MANAGE_USERS))["data"]["user"]["privateMetadata"] == [
        {"key": "risk"}
    ]
    refused = graphql(document, variables, user=staff_with(MANAGE_ORDERS))
    assert refused["data"]["user"] is None
    assert refused["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_metadata_of_staff_is_for_those_who_manage_staff(graphql: Any) -> None:
    """And of customers for those who manage users; who is staff is not told to others."""
    member, customer = staff_with(), UserFactory()
    read = "query ($i: ID) { user(id: $i) { privateMetadata { key } } }"
    write = 'mutation ($i: ID!) { updatePrivateMetadata(id: $i, input: [{key: "a", value: "b"}]) { errors { code } } }'
    for target, keeper, other in [(member, MANAGE_STAFF, MANAGE_USERS), (customer, MANAGE_USERS, MANAGE_STAFF)]:
        variables = {"i": to_global_id("User", target.pk)}
        for document in (read, write):
            assert "errors" not in graphql(document, variables, user=staff_with(keeper))
            refused = graphql(document, variables, user=staff_with(other))
            assert refused["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    message = {
        graphql(write, {"i": to_global_id("User", user.pk)})["errors"][0]["message"] for user in (member, customer)
    }
    assert len(message) == 1


def test_no_user_has_an_address_with_a_character_that_cannot_be_stored(graphql: Any) -> None:
    document = "query ($e: String) { user(email: $e) { id } }"
    answer = graphql(document, {"e": "a\x00b@ieum.example"}, user=staff_with(MANAGE_USERS))
    assert answer["data"] == {"user": None}
    assert "errors" not in answer
