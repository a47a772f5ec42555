"""Signing in with an account of another service, against a provider that really answers."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.core import signing
from django.core.cache import cache
from django.db import connection

from factories.accounts import PASSWORD, UserFactory, codes
from factories.oidc import CLIENT_ID, CLIENT_SECRET, Provider, new_key, serve
from market.accounts.flows.external_sign_in import PLUGIN_ID, STATE_SALT
from market.accounts.gateways import oidc
from market.accounts.models import ExternalIdentity, User
from market.accounts.services.tokens import ACCESS, REFRESH, token_create

pytestmark = pytest.mark.django_db
BACK = "http://localhost:3000/account/external"


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    provider = Provider()
    server = serve(provider)
    settings.OIDC_ISSUER = provider.url
    settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = CLIENT_ID, CLIENT_SECRET
    settings.OIDC_AUTHORIZE_URL = f"{provider.url}/authorize"
    settings.OIDC_TOKEN_URL = f"{provider.url}/token"
    settings.OIDC_KEYS_URL = f"{provider.url}/keys"
    settings.OIDC_LOGOUT_URL = f"{provider.url}/logout"
    yield provider
    server.shutdown()
    server.server_close()


@pytest.fixture
def elsewhere(graphql: Any) -> Any:
    """``elsewhere("externalRefresh", "token", {"refreshToken": …})``: one call of a mutation of the plugin."""

    def call(name: str, fields: str, given: Any, *, plugin: str = PLUGIN_ID) -> Any:
        document = f"""mutation ($p: String!, $i: JSONString!) {{ {name}(pluginId: $p, input: $i) {{
            {fields} errors {{ field code message }} }} }}"""
        answer = graphql(document, {"p": plugin, "i": json.dumps(given)})
        return answer["data"][name]

    return call


@pytest.fixture
def authorization_url(elsewhere: Any, provider: Provider) -> Any:
    def ask() -> str:
        answer = elsewhere("externalAuthenticationUrl", "authenticationData", {"redirectUri": BACK})
        assert answer["errors"] == []
        return str(json.loads(answer["authenticationData"])["authorizationUrl"])

    return ask


@pytest.fixture
def sign_in(elsewhere: Any, authorization_url: Any, provider: Provider) -> Any:
    def go() -> Any:
        back = provider.approve(authorization_url())
        return elsewhere("externalObtainAccessTokens", "token refreshToken user { email firstName isConfirmed }", back)

    return go


def test_a_new_person_gets_a_confirmed_account(sign_in: Any, ask: Any, published: Any) -> None:
    answer = sign_in()
    assert answer["errors"] == []
    assert answer["user"] == {"email": "guest@ieum.example", "firstName": "지우", "isConfirmed": True}
    user = User.objects.get()
    assert not user.has_usable_password()
    assert [name for name, _ in published()] == ["account_registered", "account_confirmed"]
    assert ask("tokenVerify", "isValid", token=answer["token"])["isValid"]
    assert codes(ask("tokenCreate", email=user.email, password="")) == [("email", "INVALID_CREDENTIALS")]


def test_the_second_time_finds_the_person_by_the_provider_whatever_the_address_is(
    sign_in: Any, provider: Provider
) -> None:
    sign_in()
    provider.person |= {"email": "other@ieum.example", "email_verified": False}
    assert sign_in()["user"]["email"] == "guest@ieum.example"
    assert (User.objects.count(), ExternalIdentity.objects.count()) == (1, 1)


def test_a_confirmed_account_of_the_address_is_joined_and_keeps_its_password(sign_in: Any, published: Any) -> None:
    user = UserFactory(email="guest@ieum.example")
    assert sign_in()["errors"] == []
    assert ExternalIdentity.objects.get().user == user
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert [name for name, _ in published()] == ["mailbox_proved"]


def test_what_a_stranger_registered_for_the_address_loses_password_and_sessions(sign_in: Any, ask: Any) -> None:
    user = UserFactory(email="guest@ieum.example", is_confirmed=False)
    stranger = token_create(user=user, kind=REFRESH)
    assert sign_in()["errors"] == []
    assert codes(ask("tokenCreate", email=user.email, password=PASSWORD)) == [("email", "INVALID_CREDENTIALS")]
    assert codes(ask("tokenRefresh", refreshToken=stranger)) == [("refreshToken", "JWT_INVALID_TOKEN")]


def test_the_url_holds_state_nonce_and_challenge_but_no_verifier(authorization_url: Any, provider: Provider) -> None:
    first, second = (parse_qs(urlsplit(authorization_url()).query) for _ in range(2))
    assert first["redirect_uri"] == [BACK]
    assert first["code_challenge_method"] == ["S256"]
    for name in ("state", "nonce", "code_challenge"):
        assert first[name] != second[name]
    for values in first.values():
        digest = base64.urlsafe_b64encode(hashlib.sha256(values[0].encode()).digest()).rstrip(b"=").decode()
        assert digest != first["code_challenge"][0]
    assert provider.calls == [], "the provider is not asked before the person is"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"iss": "https://evil.example"}, "InvalidIssuerError"),
        ({"aud": "another-client"}, "InvalidAudienceError"),
        ({"aud": [CLIENT_ID, "another-client"]}, "authorized party"),
        ({"azp": "another-client"}, "authorized party"),
        ({"exp": 1}, "ExpiredSignatureError"),
        ({"exp": None}, "MissingRequiredClaimError"),
        ({"sub": None}, "MissingRequiredClaimError"),
        ({"nonce": "of-another-sign-in"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"email_verified": False}, "not verified"),
        ({"email_verified": None}, "not verified"),
        ({"email_verified": "false"}, "not verified"),
    ],
)
def test_an_id_token_that_proves_nothing_is_refused(
    sign_in: Any, provider: Provider, graphql: Any, change: dict[str, Any], reason: str
) -> None:
    UserFactory(email="guest@ieum.example")
    provider.change = change
    answer = sign_in()
    assert codes(answer) == [("code", "INVALID")]
    assert answer["token"] is None
    assert not ExternalIdentity.objects.exists()


def test_a_key_that_is_not_the_providers_signs_nothing(sign_in: Any, provider: Provider, monkeypatch: Any) -> None:
    provider.published = {"k1": new_key()}
    assert codes(sign_in()) == [("code", "INVALID")]
    provider.published = {"k2": provider.key}
    assert codes(sign_in()) == [("code", "INVALID")], "no key of that name"
    unsigned = jwt.encode({"sub": "person-1"}, "", algorithm="none")
    monkeypatch.setattr(
        provider, "_tokens", lambda extra: {"access_token": "a", "token_type": "Bearer", "id_token": unsigned}
    )
    assert codes(sign_in()) == [("code", "INVALID")]
    secret = jwt.encode({"sub": "person-1"}, CLIENT_SECRET * 3, algorithm="HS256", headers={"kid": "k2"})
    monkeypatch.setattr(
        provider, "_tokens", lambda extra: {"access_token": "a", "token_type": "Bearer", "id_token": secret}
    )
    assert codes(sign_in()) == [("code", "INVALID")]
    monkeypatch.setattr(provider, "_tokens", lambda extra: {"access_token": "a", "token_type": "Bearer"})
    assert codes(sign_in()) == [("code", "INVALID")]
    assert not User.objects.exists()


def test_new_keys_of_the_provider_are_found(sign_in: Any, provider: Provider) -> None:
    assert sign_in()["errors"] == []
    provider.key, provider.key_id = new_key(), "k2"
    assert sign_in()["errors"] == []


def test_a_code_and_a_state_are_good_once(elsewhere: Any, authorization_url: Any, provider: Provider) -> None:
    back = provider.approve(authorization_url())
    assert elsewhere("externalObtainAccessTokens", "token", back)["errors"] == []
    assert codes(elsewhere("externalObtainAccessTokens", "token", back)) == [("state", "INVALID")]
    other = provider.approve(authorization_url())
    assert codes(elsewhere("externalObtainAccessTokens", "token", {**other, "code": back["code"]})) == [
        ("code", "INVALID")
    ]
    cache.clear()
    assert codes(elsewhere("externalObtainAccessTokens", "token", back)) == [("code", "INVALID")]


def test_the_code_of_another_persons_sign_in_is_no_good_with_ones_own_state(
    elsewhere: Any, authorization_url: Any, provider: Provider
) -> None:
    """PKCE and nonce bind the code to the sign-in that asked for it."""
    mine, theirs = provider.approve(authorization_url()), provider.approve(authorization_url())
    mixed = {"code": theirs["code"], "state": mine["state"]}
    assert codes(elsewhere("externalObtainAccessTokens", "token", mixed)) == [("code", "INVALID")]
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "state",
    [
        "rubbish",
        signing.dumps({"seed": "s", "redirectUri": BACK}),
        signing.dumps({"seed": "s", "redirectUri": BACK}, salt=STATE_SALT, key="another key"),
    ],
)
def test_a_state_that_is_not_ours_is_refused_before_the_provider_is_asked(
    elsewhere: Any, provider: Provider, state: str
) -> None:
    answer = elsewhere("externalObtainAccessTokens", "token", {"code": "c", "state": state})
    assert codes(answer) == [("state", "INVALID")]
    assert provider.calls == []


def test_an_old_state_is_refused(elsewhere: Any, authorization_url: Any, provider: Provider, monkeypatch: Any) -> None:
    from market.accounts.flows import external_sign_in

    back = provider.approve(authorization_url())
    monkeypatch.setattr(external_sign_in, "STATE_SECONDS", -1)
    assert codes(elsewhere("externalObtainAccessTokens", "token", back)) == [("state", "INVALID")]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({}, ("redirectUri", "NOT_FOUND")),
        ([], ("redirectUri", "NOT_FOUND")),
        ("text", ("redirectUri", "NOT_FOUND")),
        ({"redirectUri": 7}, ("redirectUri", "NOT_FOUND")),
        ({"redirectUri": "https://evil.example/"}, ("redirectUri", "INVALID")),
        ({"redirectUri": "http://localhost:3000@evil.example/"}, ("redirectUri", "INVALID")),
        ({"redirectUri": BACK + "a" * 9_000}, ("redirectUri", "INVALID")),
    ],
)
def test_where_a_sign_in_may_come_back_to(
    elsewhere: Any, provider: Provider, given: Any, error: tuple[str, str]
) -> None:
    answer = elsewhere("externalAuthenticationUrl", "authenticationData", given)
    assert (codes(answer), answer["authenticationData"]) == ([error], None)


@pytest.mark.parametrize("missing", ["code", "state"])
def test_what_came_back_must_be_whole(elsewhere: Any, provider: Provider, missing: str) -> None:
    given = {"code": "c", "state": "s", missing: ""}
    assert codes(elsewhere("externalObtainAccessTokens", "token", given)) == [(missing, "NOT_FOUND")]


@pytest.mark.parametrize("status", [302, 307, 404, 500])
def test_a_provider_out_of_order_is_said_so_and_nobody_is_signed_in(
    sign_in: Any, provider: Provider, status: int
) -> None:
    provider.status = status
    answer = sign_in()
    assert [code for _, code in codes(answer)] == ["INVALID"]
    assert answer["token"] is None
    assert not User.objects.exists()
    assert provider.calls == ["/token"], "code and secret go to the address of the settings, and to no other"


def test_a_provider_that_is_not_there(
    authorization_url: Any, elsewhere: Any, provider: Provider, settings: Any
) -> None:
    back = provider.approve(authorization_url())
    settings.OIDC_TOKEN_URL = "http://127.0.0.1:1/token"
    assert codes(elsewhere("externalObtainAccessTokens", "token", back)) == [(None, "INVALID")]


def test_an_inactive_account_stays_out(sign_in: Any) -> None:
    user = UserFactory(email="guest@ieum.example", is_active=False)
    assert codes(sign_in()) == [("code", "INACTIVE")]
    User.objects.filter(pk=user.pk).update(is_active=True)
    assert sign_in()["errors"] == []
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert codes(sign_in()) == [("code", "INACTIVE")]


@pytest.mark.parametrize(
    ("operation", "given"),
    [
        ("externalAuthenticationUrl", {"redirectUri": BACK}),
        ("externalObtainAccessTokens", {"code": "c", "state": "s"}),
        ("externalRefresh", {"refreshToken": "r"}),
        ("externalVerify", {"token": "t"}),
        ("externalLogout", {}),
    ],
)
def test_without_settings_there_is_no_plugin(
    elsewhere: Any, operation: str, given: dict[str, str], settings: Any
) -> None:
    assert codes(elsewhere(operation, "", given)) == [("pluginId", "INVALID")]
    for name in ("ISSUER", "CLIENT_ID", "AUTHORIZE_URL", "TOKEN_URL", "KEYS_URL"):
        setattr(settings, f"OIDC_{name}", "https://id.example")
    assert codes(elsewhere(operation, "", given, plugin="another.plugin")) == [("pluginId", "INVALID")]


def test_the_provider_renews_the_session_once_for_each_refresh_token(
    sign_in: Any, elsewhere: Any, ask: Any, provider: Provider
) -> None:
    first = sign_in()["refreshToken"]
    assert codes(ask("tokenRefresh", refreshToken=first)) == [("refreshToken", "JWT_INVALID_TOKEN")]
    renewed = elsewhere("externalRefresh", "token refreshToken user { email }", {"refreshToken": first})
    assert (renewed["errors"], renewed["user"]) == ([], {"email": "guest@ieum.example"})
    assert ask("tokenVerify", "isValid", token=renewed["token"])["isValid"]
    assert codes(elsewhere("externalRefresh", "token", {"refreshToken": first})) == [("code", "INVALID")]
    again = elsewhere("externalRefresh", "token", {"refreshToken": renewed["refreshToken"]})
    assert again["errors"] == []


def test_what_renews_no_session(sign_in: Any, elsewhere: Any, provider: Provider, settings: Any) -> None:
    refresh = sign_in()["refreshToken"]
    own = token_create(user=User.objects.get(), kind=REFRESH)
    assert codes(elsewhere("externalRefresh", "", {"refreshToken": own})) == [("refreshToken", "JWT_INVALID_TOKEN")]
    assert codes(elsewhere("externalRefresh", "", {"refreshToken": "rubbish"})) == [
        ("refreshToken", "JWT_DECODE_ERROR")
    ]
    assert codes(elsewhere("externalRefresh", "", {})) == [("refreshToken", "NOT_FOUND")]
    provider.change = {"sub": "person-2"}
    assert codes(elsewhere("externalRefresh", "", {"refreshToken": refresh})) == [("refreshToken", "INVALID")]
    provider.change = {}
    refresh = sign_in()["refreshToken"]
    User.objects.update(token_key="ended")
    assert codes(elsewhere("externalRefresh", "", {"refreshToken": refresh})) == [("refreshToken", "JWT_INVALID_TOKEN")]
    refresh = sign_in()["refreshToken"]
    settings.OIDC_REFRESH = False
    assert codes(elsewhere("externalRefresh", "", {"refreshToken": refresh})) == [("refreshToken", "JWT_INVALID_TOKEN")]
    assert sign_in()["refreshToken"] is None


def test_a_provider_without_refresh_tokens_gives_short_sessions(sign_in: Any, provider: Provider) -> None:
    provider.gives_refresh_token = False
    answer = sign_in()
    assert (answer["refreshToken"], answer["errors"]) == (None, [])


def test_verifying_and_leaving(sign_in: Any, elsewhere: Any, settings: Any, provider: Provider) -> None:
    session = sign_in()
    good = elsewhere("externalVerify", "isValid verifyData user { email }", {"token": session["token"]})
    assert (good["isValid"], good["user"]) == (True, {"email": "guest@ieum.example"})
    assert json.loads(good["verifyData"])["owner"] == PLUGIN_ID
    own = token_create(user=User.objects.get(), kind=ACCESS)
    for token, code in [
        (own, "JWT_INVALID_TOKEN"),
        (session["refreshToken"], "JWT_INVALID_TOKEN"),
        ("x", "JWT_DECODE_ERROR"),
    ]:
        bad = elsewhere("externalVerify", "isValid user { email }", {"token": token})
        assert (bad["isValid"], bad["user"], codes(bad)) == (False, None, [("token", code)])
    left = elsewhere("externalLogout", "logoutData", {"returnTo": BACK, "other": 7})
    url = urlsplit(json.loads(left["logoutData"])["logoutUrl"])
    assert (url.path, parse_qs(url.query)) == ("/logout", {"returnTo": [BACK]})
    settings.OIDC_LOGOUT_URL = ""
    assert elsewhere("externalLogout", "logoutData", {})["logoutData"] == "{}"


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_the_provider_is_waited_for(sign_in: Any, monkeypatch: Any) -> None:
    seen: list[bool] = []
    asked = oidc._token_request

    def spy(*args: Any, **options: Any) -> Any:
        seen.append(connection.in_atomic_block)
        return asked(*args, **options)

    monkeypatch.setattr(oidc, "_token_request", spy)
    assert sign_in()["errors"] == []
    assert seen == [False]


@pytest.mark.parametrize("text", ["{broken", "", "[" * 5_000])
def test_input_that_is_no_json_is_a_mistake_of_the_callers(graphql: Any, provider: Provider, text: str) -> None:
    literal = (
        f'mutation {{ externalAuthenticationUrl(pluginId: "x", input: {json.dumps(text)}) {{ errors {{ code }} }} }}'
    )
    by_variable = (
        'mutation ($i: JSONString!) { externalAuthenticationUrl(pluginId: "x", input: $i) { errors { code } } }'
    )
    for answer in (graphql(literal), graphql(by_variable, {"i": text})):
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "GraphQLError"
