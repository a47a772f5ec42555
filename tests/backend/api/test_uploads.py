"""Files with mutations: the GraphQL multipart request specification, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.accounts import staff_with
from factories.deposits import statement
from market.accounts.services.tokens import ACCESS, token_create
from market.payments.models import DepositBatch

pytestmark = pytest.mark.django_db
UPLOAD = "mutation($file: Upload!) { bankStatementUpload(file: $file) { statement { fileName rowCount } errors { field code } } }"


def part(content: bytes | None = None, name: str = "입금.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, statement(("한지우", 1_000)) if content is None else content)


def bearer() -> dict[str, str]:
    return {"Authorization": f"Bearer {token_create(user=staff_with('HANDLE_PAYMENTS'), kind=ACCESS)}"}


def send(client: Any, operations: Any, places: Any, headers: dict[str, str] | None = None, **files: Any) -> Any:
    fields = {"operations": operations, "map": places}
    texts = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in fields.items()
        if value is not None
    }
    return client.post("/graphql/", data={**texts, **files}, headers=bearer() if headers is None else headers)


def operations(query: str = UPLOAD, **variables: Any) -> dict[str, Any]:
    return {"query": query, "variables": variables or {"file": None}}


PLACES = {"0": ["variables.file"]}


def test_a_file_arrives_where_the_map_says(client: Any) -> None:
    response = send(client, operations(), PLACES, **{"0": part()})
    assert response.status_code == 200
    assert response.json()["data"]["bankStatementUpload"] == {
        "statement": {"fileName": "입금.csv", "rowCount": 1},
        "errors": [],
    }


@pytest.mark.parametrize("name", ["GraphQL-Preflight", "Apollo-Require-Preflight", "Authorization", "Idempotency-Key"])
def test_a_form_of_another_site_cannot_send_files(client: Any, name: str) -> None:
    without = send(client, operations(), PLACES, headers={}, **{"0": part()})
    assert (without.status_code, "GraphQL-Preflight" in without.json()["errors"][0]["message"]) == (400, True)
    headers = {name: bearer()["Authorization"] if name == "Authorization" else "1"}
    assert send(client, operations(), PLACES, headers=headers, **{"0": part()}).status_code == 200
    assert DepositBatch.objects.count() == (name == "Authorization")


@pytest.mark.parametrize(
    ("given", "places"),
    [
        (None, PLACES),
        (operations(), None),
        ("{", PLACES),
        (operations(), "[" * 3000),
        ([operations()], {"0": ["0.variables.file"]}),
        (operations(), {}),
        (operations(), {"0": ["variables.file"], "1": ["variables.file"]}),
        (operations(), {"1": ["variables.file"]}),
        (operations(), {"0": []}),
        (operations(), {"0": "variables.file"}),
        (operations(), {"0": [7]}),
        (operations(), {"0": ["query"]}),
        ({**operations(), "extensions": {"file": None}}, {"0": ["extensions.file"]}),
        (operations(), {"0": ["variables"]}),
        (operations(), {"0": ["variables.nothing"]}),
        (operations(), {"0": ["variables.file.name"]}),
        (operations(), {"0": ["variables.file", "variables.file"]}),
        (operations(file="text"), PLACES),
        (operations(files=[None]), {"0": ["variables.files.1"]}),
        (operations(files=[None]), {"0": ["variables.files.x"]}),
        (operations(files=[None]), {"0": ["variables.files.-1"]}),
        (operations(), {"0": ["variables" + ".file" * 40]}),
        ({"query": 7, "variables": {"file": None}}, PLACES),
        ("7", PLACES),
    ],
)
def test_what_does_not_keep_to_the_specification_is_refused(client: Any, given: Any, places: Any) -> None:
    response = send(client, given, places, **{"0": part()})
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["exception"]["code"] == "BadRequest"
    assert not DepositBatch.objects.exists()


def test_queries_take_no_files(client: Any) -> None:
    query = "query($file: String) { product(slug: $file) { id } }"
    response = send(client, operations(query), PLACES, **{"0": part()})
    assert response.status_code == 400


def test_sizes_and_numbers_are_limited(client: Any, settings: Any) -> None:
    settings.GRAPHQL_MAX_UPLOAD_FILES = 1
    two = send(client, operations(files=[None, None]), {"0": ["variables.files.0"], "1": ["variables.files.1"]},
               **{"0": part(), "1": part()})  # fmt: skip
    assert two.status_code == 400
    settings.GRAPHQL_MAX_UPLOAD_BYTES = 2_000
    assert send(client, operations(), PLACES, **{"0": part(b"x" * 2_000)}).status_code == 413
    settings.GRAPHQL_MAX_UPLOAD_BYTES = 20_000_000
    settings.GRAPHQL_MAX_BODY_BYTES = 50
    assert send(client, operations(), PLACES, **{"0": part()}).status_code == 400
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 1
    assert send(client, operations(), PLACES, **{"0": part(), "1": part()}).status_code == 400
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 40
    assert send(client, operations(), PLACES, **{"0": part()}).status_code == 413


def test_a_broken_body_is_refused(client: Any) -> None:
    for content_type in ("multipart/form-data", "multipart/form-data; boundary=x"):
        response = client.generic("POST", "/graphql/", b"nonsense", content_type=content_type, headers=bearer())
        assert response.status_code == 400


def test_a_file_is_nothing_that_json_can_hold(graphql: Any) -> None:
    staff = staff_with("HANDLE_PAYMENTS")
    for value in (None, "x", 7, {"name": "x"}):
        assert "errors" in graphql(UPLOAD, {"file": value}, user=staff)
    assert "errors" in graphql('mutation { bankStatementUpload(file: "x") { errors { code } } }', user=staff)


def test_the_content_of_a_file_belongs_to_what_an_idempotency_key_stands_for(client: Any) -> None:
    headers = {**bearer(), "Idempotency-Key": "once"}
    first, again = (send(client, operations(), PLACES, headers=headers, **{"0": part()}) for _ in range(2))
    assert first.json()["data"] == again.json()["data"]
    assert DepositBatch.objects.count() == 1
    other = send(client, operations(), PLACES, headers=headers, **{"0": part(statement(("윤보미", 2)))})
    assert other.status_code == 422
