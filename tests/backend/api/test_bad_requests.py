"""Whatever a client sends, the answer is typed JSON: never a 5xx, never a trace."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.django_db
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=8,
)


def post(client: Any, body: Any, content_type: str = "application/json") -> Any:
    return client.post(
        "/graphql/", data=body if isinstance(body, str | bytes) else json.dumps(body), content_type=content_type
    )


def code_of(response: Any) -> str:
    return response.json()["errors"][0]["extensions"]["exception"]["code"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b" ", 400),
        (b"\xff\xfe", 400),
        ("[]", 400),
        ('"text"', 400),
        ("7", 400),
        ("{}", 400),
        ('{"query": 7}', 400),
        ('{"query": "{shop{name}}", "variables": []}', 400),
        ('{"query": "{shop{name}}", "operationName": 7}', 400),
        ("[" * 5000, 400),
    ],
)
def test_a_body_that_is_no_request_is_refused_in_words(client: Any, body: Any, status: int) -> None:
    response = post(client, body)
    assert response.status_code == status
    assert code_of(response) == "BadRequest"


def test_other_content_types_and_methods_are_refused(client: Any) -> None:
    assert post(client, "{}", "text/plain").status_code == 415
    assert client.put("/graphql/").status_code == 405
    assert client.options("/graphql/").status_code == 204


def test_a_body_over_the_cap_is_refused(client: Any, settings: Any) -> None:
    settings.GRAPHQL_MAX_BODY_BYTES = 100
    assert post(client, {"query": "{shop{name}}" + " " * 200}).status_code == 413


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("{ " + " ".join(f"a{i}: shop {{ name }}" for i in range(10_000)) + " }", "tokens"),
        ("{ " + " ".join(f"a{i}: shop {{ name }}" for i in range(60)) + " }", "aliases"),
        ("{" + "a{" * 30 + "b" + "}" * 30 + "}", "depth"),
        ("{" + "a{" * 3000 + "b" + "}" * 3000 + "}", "tokens|deep|depth"),
        (
            '{ products(first: 100, channel: "c") { edges { node { variants { product { variants { product { variants { id } } } } } } } }',
            "Syntax|cost",
        ),
        ("query A { shop { name } } query B { shop { name } }", "operation name"),
        ("{ nothing }", "Cannot query field"),
        ("{ shop { name } ", "Syntax"),
        ("subscription { x }", "subscription|Unknown"),
        ("query ($a: Int!) { shop { name } }", "never used"),
        ("{ ...F } fragment F on Query { ...F }", "itself|Cannot spread"),
    ],
)
def test_a_document_that_asks_too_much_or_makes_no_sense_is_refused(graphql: Any, document: str, words: str) -> None:
    answer = graphql(document)
    assert "data" not in answer or answer["data"] is None
    assert any(word in answer["errors"][0]["message"] for word in words.split("|")), answer["errors"][0]["message"]


def test_cost_counts_page_sizes_of_variables(graphql: Any, settings: Any) -> None:
    document = (
        "query ($n: Int) { vendors(first: $n) { edges { node { district { name } certificates { kind { name } } } } } }"
    )
    settings.GRAPHQL_MAX_COST = 300
    assert "errors" not in graphql(document, {"n": 10})
    assert graphql(document, {"n": 100})["errors"][0]["extensions"]["exception"]["code"] == "COST_LIMIT_EXCEEDED"


def test_batches_are_answered_in_order_and_capped(client: Any) -> None:
    call = {"query": "{ shop { name } }"}
    assert [answer["data"] for answer in post(client, [call, call]).json()] == [{"shop": {"name": "이음"}}] * 2
    assert post(client, [call] * 11).status_code == 400


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.fixed_dictionaries(
        {}, optional={"query": JSON_VALUES, "variables": JSON_VALUES, "operationName": JSON_VALUES}
    )
)
def test_no_json_value_in_any_place_ends_in_a_server_error(client: Any, body: Any) -> None:
    response = post(client, body)
    assert response.status_code < 500
    assert "InternalServerError" not in response.content.decode()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(identifier=st.text(max_size=60))
def test_no_id_ends_in_a_server_error(graphql: Any, identifier: str) -> None:
    document = "query ($id: ID!) { vendor(id: $id) { name } channel(id: $id) { name } address(id: $id) { city } }"
    answer = graphql(document, {"id": identifier})
    assert all(error["extensions"]["exception"]["code"] != "InternalServerError" for error in answer.get("errors", []))
    assert answer["data"] == {"vendor": None, "channel": None, "address": None}


def test_get_answers_queries_and_refuses_mutations(client: Any) -> None:
    assert client.get("/graphql/", {"query": "{ shop { name } }"}).json()["data"] == {"shop": {"name": "이음"}}
    refused = client.get("/graphql/", {"query": 'mutation { tokenVerify(token: "x") { isValid } }'}).json()
    assert "GET" in refused["errors"][0]["message"]
    assert client.get("/graphql/").content.startswith(b"<!doctype html>")


def test_every_answer_has_a_request_id_and_takes_a_sound_one(client: Any) -> None:
    assert client.get("/health/", headers={"X-Request-Id": "abcdefgh-1"})["X-Request-Id"] == "abcdefgh-1"
    assert client.get("/health/", headers={"X-Request-Id": "no good\n"})["X-Request-Id"] != "no good\n"


def test_only_configured_origins_may_read_answers(client: Any, settings: Any) -> None:
    own = client.options(
        "/graphql/", headers={"Origin": settings.STOREFRONT_URL, "Access-Control-Request-Method": "POST"}
    )
    assert own["Access-Control-Allow-Origin"] == settings.STOREFRONT_URL
    foreign = client.options(
        "/graphql/", headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    )
    assert "Access-Control-Allow-Origin" not in foreign


@pytest.mark.parametrize("depth", [31, 300, 1000])
def test_deeply_nested_variables_are_refused(client: Any, depth: int) -> None:
    nested = '{"a":' * depth + "1" + "}" * depth
    for headers in ({}, {"Idempotency-Key": "deep"}):
        body = '{"query": "{ shop { name } }", "variables": ' + nested + "}"
        response = client.post("/graphql/", data=body, content_type="application/json", headers=headers)
        assert (response.status_code, code_of(response)) == (400, "BadRequest")


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("{ shop { " + "name " * 51 + "} }", "repeated"),
        ("{ " + "shop { name } " * 51 + "}", "repeated"),
        ("{ shop { " + "... { name } " * 51 + "} }", "repeated"),
        ("{ shop { " + "...F " * 51 + "} } fragment F on Shop { name }", "repeated"),
        (
            "{ shop { ...F0 } } fragment F900 on Shop { name }"
            + "".join(f" fragment F{number} on Shop {{ ...F{number + 1} }}" for number in range(900)),
            "nested too deeply",
        ),
    ],
)
def test_a_document_that_is_slow_to_check_is_refused_before(graphql: Any, document: str, words: str) -> None:
    error = graphql(document)["errors"][0]
    assert words in error["message"]
    assert error["extensions"]["exception"]["code"] != "InternalServerError"


@pytest.mark.parametrize("variables", [{}, {"n": 100.0}, {"n": 100}])
def test_cost_counts_default_and_round_page_sizes(graphql: Any, settings: Any, variables: Any) -> None:
    document = "query ($n: Int = 100) { vendors(first: $n) { edges { node { district { name } certificates { kind { name } } } } } }"
    settings.GRAPHQL_MAX_COST = 300
    assert graphql(document, variables)["errors"][0]["extensions"]["exception"]["code"] == "COST_LIMIT_EXCEEDED"


@pytest.mark.parametrize(
    "question",
    [
        "channel(slug: $t) { id }",
        "vendor(slug: $t) { id }",
        "story(slug: $t) { id }",
        "stories(theme: $t, first: null) { id }",
        "campaign(slug: $t) { id }",
        "campaigns(channel: $t) { id }",
        "product(slug: $t) { id }",
        "category(slug: $t) { id }",
        "collection(slug: $t) { id }",
        "products(first: 1, channel: $t) { totalCount }",
        "vendors(first: 1, filter: {search: $t, districts: [$t], certificates: [$t]}) { totalCount }",
    ],
)
def test_text_the_database_cannot_keep_matches_nothing(graphql: Any, question: str) -> None:
    answer = graphql(f"query ($t: String!) {{ {question} }}", {"t": "a\x00b"})
    assert "InternalServerError" not in str(answer), answer
