"""What Saleor's clients do: send a named operation, look at `errors`, keep the tokens of a sign-in, send them along."""

from __future__ import annotations

from typing import Any

from graphql import OperationDefinitionNode

from contract.flows.operations import document, text

Json = dict[str, Any]


class SaleorClient:
    """One browser: tokens and language are its own.

    ``do`` is for what must succeed and gives the payload of the operation's one field; ``refused`` for what must not, and gives
    ``[(field, code)]``.
    """

    def __init__(self, http: Any) -> None:
        self.http = http
        self.token: str | None = None
        self.refresh_token: str | None = None

    def send(self, operation: str, /, **variables: Any) -> Json:
        """The whole answer, as JSON."""
        (node,) = (node for node in document(operation).definitions if isinstance(node, OperationDefinitionNode))
        asked = {definition.variable.name.value for definition in node.variable_definitions or ()}
        if "languageCode" in asked:
            variables.setdefault("languageCode", "EN")
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        body = {"operationName": operation, "query": text(operation), "variables": variables}
        response = self.http.post("/graphql/", data=body, content_type="application/json", headers=headers)
        assert response.status_code == 200, response.content
        answer: Json = response.json()
        return answer

    def do(self, operation: str, /, **variables: Any) -> Any:
        answer = self.send(operation, **variables)
        assert "errors" not in answer, answer["errors"]
        (payload,) = answer["data"].values()
        assert not (payload or {} if isinstance(payload, dict | None) else {}).get("errors"), payload["errors"]
        return payload

    def refused(self, operation: str, /, **variables: Any) -> list[tuple[str | None, str]]:
        answer = self.send(operation, **variables)
        assert "errors" not in answer, answer["errors"]
        (payload,) = answer["data"].values()
        assert payload["errors"], payload
        return [(error["field"], error["code"]) for error in payload["errors"]]

    def failed(self, operation: str, /, **variables: Any) -> str:
        """The code of what was refused before or beside the payload."""
        answer = self.send(operation, **variables)
        (error, *_) = answer["errors"]
        return str(error["extensions"]["exception"]["code"])

    def sign_in(self, email: str, password: str) -> None:
        answer = self.do("SignIn", email=email, password=password)
        self.token, self.refresh_token = answer["token"], answer["refreshToken"]

    def sign_out(self) -> None:
        self.token = self.refresh_token = None
