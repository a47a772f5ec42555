"""An account from its registration to its end, as Saleor's own sign-in kit and storefronts go about it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.core.cache import cache

from contract.flows.client import SaleorClient
from contract.flows.shop import ADDRESS
from factories.accounts import PASSWORD, STORE, UserFactory
from factories.channels import ChannelFactory
from factories.mails import sent_mails
from market.accounts.flows.external_sign_in import PLUGIN_ID
from market.accounts.models import User

pytestmark = pytest.mark.django_db
EMAIL, NEW_PASSWORD = "new@ieum.example", "another-horse-battery"
Links = Callable[[], dict[str, str]]


@pytest.fixture(autouse=True)
def channel(db: None) -> Any:
    return ChannelFactory()


@pytest.fixture
def link(run_outbox: Callable[[], int]) -> Links:
    """What the query of the one link in the newest mails says."""

    def follow() -> dict[str, str]:
        words = [word for mail in sent_mails(run_outbox) for word in mail.body.split()]
        (url,) = {word for word in words if word.startswith(STORE)}
        return {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}

    return follow


def test_register_confirm_and_sign_in(visitor: SaleorClient, link: Links) -> None:
    person = {"email": EMAIL, "password": PASSWORD, "redirectUrl": STORE, "channel": "citizen", "firstName": "새"}
    visitor.do("Register", input=person)
    assert visitor.refused("SignIn", email=EMAIL, password=PASSWORD) == [("email", "ACCOUNT_NOT_CONFIRMED")]
    mail = link()
    assert mail["email"] == EMAIL
    assert visitor.refused("Confirm", email=EMAIL, token="wrong", password=PASSWORD) == [("token", "INVALID")]
    confirmed = visitor.do("Confirm", **mail, password=PASSWORD)["user"]
    assert confirmed == {"email": EMAIL, "isActive": True, "isConfirmed": True}
    assert visitor.refused("SignIn", email=EMAIL, password="wrong") == [("email", "INVALID_CREDENTIALS")]
    visitor.sign_in(EMAIL, PASSWORD)
    assert visitor.do("Me")["firstName"] == "새"


def test_what_cannot_be_registered(visitor: SaleorClient) -> None:
    person = {"email": EMAIL, "password": PASSWORD, "redirectUrl": STORE, "channel": "citizen"}
    assert visitor.refused("Register", input={**person, "redirectUrl": None}) == [("redirectUrl", "REQUIRED")]
    assert visitor.refused("Register", input={**person, "email": "nobody"}) == [("email", "INVALID")]
    assert visitor.refused("Register", input={**person, "password": "short"})[0][0] == "password"
    elsewhere = {**person, "redirectUrl": "https://elsewhere.example/account"}
    assert visitor.refused("Register", input=elsewhere) == [("redirectUrl", "INVALID")]


def test_tokens_say_what_saleors_sign_in_kit_reads(visitor: SaleorClient, settings: Any) -> None:
    user = UserFactory(email=EMAIL)
    visitor.sign_in(EMAIL, PASSWORD)
    assert visitor.token
    assert visitor.refresh_token
    for token, kind in ((visitor.token, "access"), (visitor.refresh_token, "refresh")):
        middle = token.split(".")[1]  # clients read it so, without any library
        claims = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
        assert claims["iss"] == f"{settings.PUBLIC_API_URL}/graphql/"  # the token is sent to this address only
        assert (claims["type"], claims["email"], claims["is_staff"], claims["owner"]) == (kind, EMAIL, False, "saleor")
        assert (claims["token"], claims["user_id"]) == (user.token_key, visitor.do("Me")["id"])
        assert claims["exp"] > claims["iat"]
        assert jwt.get_unverified_header(token)["alg"] == "RS256"
    verified = visitor.do("Verify", token=visitor.token)
    assert (verified["isValid"], verified["user"]["email"], verified["payload"]["type"]) == (True, EMAIL, "access")
    assert visitor.do("Verify", token=visitor.refresh_token)["payload"]["type"] == "refresh"
    fresh = visitor.do("Refresh", refreshToken=visitor.refresh_token)["token"]
    assert visitor.do("Verify", token=fresh)["isValid"] is True


def test_tokens_that_have_ended_are_named_and_can_be_renewed(visitor: SaleorClient, settings: Any) -> None:
    UserFactory(email=EMAIL)
    usual, settings.JWT_ACCESS_SECONDS = settings.JWT_ACCESS_SECONDS, -1
    visitor.sign_in(EMAIL, PASSWORD)
    settings.JWT_ACCESS_SECONDS = usual
    ended = visitor.token
    assert visitor.failed("Me") == "ExpiredSignatureError"
    assert visitor.refused("Verify", token=ended) == [("token", "JWT_SIGNATURE_EXPIRED")]
    # The ended token is still sent along: these are the ways to a new one.
    visitor.token = visitor.do("Refresh", refreshToken=visitor.refresh_token)["token"]
    assert visitor.do("Me")["email"] == EMAIL
    visitor.token = ended
    visitor.sign_in(EMAIL, PASSWORD)
    assert visitor.do("Me")["email"] == EMAIL
    assert visitor.refused("Verify", token="nonsense") == [("token", "JWT_DECODE_ERROR")]
    assert visitor.refused("Refresh", refreshToken=ended) == [("refreshToken", "JWT_SIGNATURE_EXPIRED")]
    assert visitor.refused("Refresh", refreshToken=visitor.token) == [("refreshToken", "JWT_INVALID_TOKEN")]
    visitor.token = "nonsense"
    assert visitor.failed("Me") == "InvalidTokenError"
    visitor.sign_out()
    assert visitor.do("Me") is None
    assert visitor.failed("AddressDelete", id="nonsense") == "PermissionDenied"


def test_the_address_book(visitor: SaleorClient) -> None:
    UserFactory(email=EMAIL)
    visitor.sign_in(EMAIL, PASSWORD)
    made = visitor.do("AddressCreate", input=ADDRESS, type="SHIPPING")
    first = made["address"]["id"]
    assert made["user"]["defaultShippingAddress"] == {"id": first}
    assert made["address"]["country"] == {"code": "KR", "country": "대한민국"}
    assert visitor.refused("AddressCreate", input={**ADDRESS, "postalCode": "1"}) == [("postalCode", "INVALID")]
    second = visitor.do("AddressCreate", input={**ADDRESS, "streetAddress1": "한강대로 100"})["address"]["id"]
    changed = visitor.do("AddressUpdate", id=second, input={**ADDRESS, "companyName": "이음"})["address"]
    assert (changed["companyName"], changed["id"]) == ("이음", second)
    assert visitor.refused("AddressUpdate", id=second, input={"companyName": "다른 곳"}) == [("country", "REQUIRED")]
    chosen = visitor.do("AddressDefault", id=second, type="BILLING")["user"]
    assert (chosen["defaultBillingAddress"], chosen["defaultShippingAddress"]) == ({"id": second}, {"id": first})
    left = visitor.do("AddressDelete", id=first)["user"]
    assert ([row["id"] for row in left["addresses"]], left["defaultShippingAddress"]) == ([second], None)
    assert visitor.refused("AddressDelete", id=first) == [("id", "NOT_FOUND")]
    assert visitor.refused("AddressUpdate", id="nonsense", input={}) == [("id", "GRAPHQL_ERROR")]
    visitor.sign_out()
    assert visitor.failed("AddressCreate", input=ADDRESS) == "PermissionDenied"


def test_changing_ones_name_and_password(visitor: SaleorClient) -> None:
    UserFactory(email=EMAIL)
    visitor.sign_in(EMAIL, PASSWORD)
    renamed = visitor.do(
        "AccountUpdate",
        input={"firstName": "하늘", "languageCode": "EN", "defaultShippingAddress": ADDRESS, "metadata": []},
    )["user"]
    assert (renamed["firstName"], renamed["defaultShippingAddress"] is None) == ("하늘", False)
    wrong = {"defaultBillingAddress": {**ADDRESS, "postalCode": "1"}}
    (error,) = visitor.send("AccountUpdate", input=wrong)["data"]["accountUpdate"]["errors"]
    assert (error["field"], error["code"], error["addressType"]) == ("postalCode", "INVALID", "BILLING")
    assert visitor.refused("PasswordChange", oldPassword="wrong", newPassword=NEW_PASSWORD) == [
        ("oldPassword", "INVALID_CREDENTIALS")
    ]
    assert visitor.refused("PasswordChange", oldPassword=PASSWORD, newPassword="short")[0][0] == "newPassword"
    visitor.do("PasswordChange", oldPassword=PASSWORD, newPassword=NEW_PASSWORD)
    assert visitor.failed("Me") == "InvalidTokenError"  # a new password ends all sessions
    visitor.sign_in(EMAIL, NEW_PASSWORD)


def test_a_forgotten_password(visitor: SaleorClient, link: Links) -> None:
    UserFactory(email=EMAIL)
    asked = {"redirectUrl": STORE, "channel": "citizen"}
    visitor.do("ResetRequest", email="unknown@ieum.example", **asked)
    visitor.do("ResetRequest", email=EMAIL, **asked)
    mail = link()
    assert visitor.refused("ResetPassword", **{**mail, "token": "wrong"}, password=NEW_PASSWORD) == [
        ("token", "INVALID")
    ]
    answer = visitor.do("ResetPassword", **mail, password=NEW_PASSWORD)
    visitor.token = answer["token"]
    assert answer["refreshToken"]
    assert visitor.do("Me")["email"] == EMAIL
    assert visitor.refused("ResetPassword", **mail, password=NEW_PASSWORD) == [("token", "INVALID")]


def test_another_address(visitor: SaleorClient, link: Links) -> None:
    UserFactory(email=EMAIL)
    visitor.sign_in(EMAIL, PASSWORD)
    visitor.do("EmailChange", newEmail="later@ieum.example", password=PASSWORD, redirectUrl=STORE, channel="citizen")
    assert visitor.do("EmailConfirm", token=link()["token"])["user"]["email"] == "later@ieum.example"
    visitor.sign_in("later@ieum.example", PASSWORD)


def test_leaving(visitor: SaleorClient, link: Links) -> None:
    UserFactory(email=EMAIL)
    visitor.sign_in(EMAIL, PASSWORD)
    visitor.do("DeletionRequest", redirectUrl=STORE, channel="citizen")
    visitor.do("Deletion", token=link()["token"])
    assert visitor.failed("Me") == "InvalidTokenError"
    assert not User.objects.filter(email=EMAIL).exists()
    cache.clear()
    visitor.sign_out()
    assert visitor.refused("SignIn", email=EMAIL, password=PASSWORD) == [("email", "INVALID_CREDENTIALS")]


@pytest.fixture
def elsewhere(settings: Any) -> None:
    settings.OIDC_ISSUER = "https://id.ieum.example"
    settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = "market", "secret"
    settings.OIDC_AUTHORIZE_URL = "https://id.ieum.example/authorize"
    settings.OIDC_TOKEN_URL, settings.OIDC_KEYS_URL = "https://id.ieum.example/token", "https://id.ieum.example/keys"


def test_the_way_to_a_sign_in_elsewhere(visitor: SaleorClient, elsewhere: None) -> None:
    back = json.dumps({"redirectUri": f"{STORE}/external"})
    data = json.loads(visitor.do("ElsewhereUrl", pluginId=PLUGIN_ID, input=back)["authenticationData"])
    query = parse_qs(urlsplit(data["authorizationUrl"]).query)
    assert (query["client_id"], query["response_type"]) == (["market"], ["code"])
    assert visitor.do("Shop")["availableExternalAuthentications"] == [{"id": PLUGIN_ID, "name": "OpenID Connect"}]
    assert visitor.refused("ElsewhereUrl", pluginId="nobody", input=back)[0][0] == "pluginId"


def test_what_is_kept_with_ones_account(visitor: SaleorClient) -> None:
    UserFactory(email=EMAIL)
    other = UserFactory(email="other@ieum.example")
    visitor.sign_in(EMAIL, PASSWORD)
    me = visitor.do("Me")["id"]
    said = visitor.do("UpdateMetadata", id=me, input=[{"key": "news", "value": "weekly"}])["item"]
    assert said["metadata"] == [{"key": "news", "value": "weekly"}]
    visitor.sign_in(other.email, PASSWORD)
    assert visitor.refused("UpdateMetadata", id=me, input=[{"key": "news", "value": "never"}]) == [("id", "NOT_FOUND")]
    assert visitor.refused("UpdateMetadata", id="nonsense", input=[])[0][0] == "id"
