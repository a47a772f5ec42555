"""Running the staff's operations."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import staff_with
from market.core import catalogue_version
from market.core.models import AuditEntry


@pytest.fixture
def run(graphql: Any) -> Any:
    """``run(mutation, permission, **variables)``: the payload of the one mutation; errors as (field, code).

    What succeeded is audited once and makes kept answers stale; what failed leaves no trace.
    """

    def call(document: str, permission: str, **variables: Any) -> Any:
        audited, version = AuditEntry.objects.count(), catalogue_version.current()
        answer = graphql(document, variables, user=staff_with(permission))
        assert "errors" not in answer, answer["errors"]
        payload = next(iter(answer["data"].values()))
        assert all(error["message"] for error in payload["errors"])
        payload["errors"] = [(error["field"], error["code"]) for error in payload["errors"]]
        done = 0 if payload["errors"] else 1
        assert AuditEntry.objects.count() == audited + done
        assert catalogue_version.current() == version + done
        return payload

    return call
