"""Many attributes at once, with an answer for each row."""

from __future__ import annotations

from collections import Counter
from typing import Any

import graphene

from market.catalog.errors import AlreadyTaken, DuplicatedItem, ValueNamesRepeat, ValueNameTaken
from market.catalog.graphql.attribute_save_inputs import (
    AttributeBulkUpdateInput,
    AttributeCreateInput,
    attribute_input,
)
from market.catalog.graphql.attributes import Attribute
from market.catalog.graphql.mutations.attributes import DOOR, KEEPERS, attribute_key
from market.catalog.graphql.structure_errors import (
    AttributeBulkCreateError,
    AttributeBulkUpdateError,
    error_with_path,
)
from market.catalog.models import AttributeType
from market.catalog.services.attributes_bulk import MOST_ROWS, Row, attributes_create, attributes_update
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, NotFound, PermissionDenied, Required
from market.core.graphql.bulk import ErrorPolicyEnum
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.graphql.types import non_null_list
from market.core.texts import SlugTaken

SAVING = (
    NotFound, InvalidId, Required, InvalidInput, SlugTaken, AlreadyTaken, ValueNamesRepeat, ValueNameTaken, DuplicatedItem,
)  # fmt: skip
POLICY = "REJECT_EVERYTHING (unless told): one bad row refuses all. REJECT_FAILED_ROWS, IGNORE_FAILED: the good rows are saved."


class AttributeBulkCreateResult(graphene.ObjectType):
    """What became of one row."""

    attribute = graphene.Field(Attribute, description="The attribute; none where the row was refused.")
    errors = non_null_list(AttributeBulkCreateError, description="What is wrong with the row.")


class AttributeBulkUpdateResult(graphene.ObjectType):
    """What became of one row."""

    attribute = graphene.Field(Attribute, description="The attribute; none where the row was refused.")
    errors = non_null_list(AttributeBulkUpdateError, description="What is wrong with the row.")


class _Bulk(BaseMutation):
    class Meta:
        abstract = True

    result_type: Any

    @classmethod
    def failed(cls, info: Any, errors: list[DomainError]) -> Any:
        made = [error_with_path(cls.error_type, error, info.context.language) for error in errors]
        return cls(count=0, results=[], errors=made)

    @classmethod
    def answer(cls, info: Any, rows: list[Row]) -> Any:
        results, language = [], info.context.language
        for row in rows:
            errors = [error_with_path(cls.error_type, error, language) for error in row.errors]
            results.append(cls.result_type(attribute=row.attribute, errors=errors))
        every = [error for result in results for error in result.errors]
        return cls(count=sum(row.attribute is not None for row in rows), results=results, errors=every)


class AttributeBulkCreate(_Bulk):
    class Meta:
        description = "Make attributes."
        error_type = AttributeBulkCreateError
        permissions = DOOR

    class Arguments:
        attributes = graphene.Argument(
            non_null_list(AttributeCreateInput), required=True, description=f"At most {MOST_ROWS} attributes."
        )
        error_policy = ErrorPolicyEnum(description=POLICY)

    raises = SAVING
    result_type = AttributeBulkCreateResult
    count = graphene.Int(required=True, default_value=0, description="How many were made.")
    results = graphene.Field(
        non_null_list(AttributeBulkCreateResult), required=True, description="What became of each row."
    )

    @classmethod
    def perform(cls, info: Any, attributes: list[Any], error_policy: Any = None) -> AttributeBulkCreate:
        _ensure_few(attributes)
        twice = _repeated(attributes)
        rows = [_row(info.context.actor, one, twice) for one in attributes]
        return cls.answer(
            info, attributes_create(actor=info.context.actor, rows=rows, rejects_all=_rejects_all(error_policy))
        )


class AttributeBulkUpdate(_Bulk):
    class Meta:
        description = "Change attributes."
        error_type = AttributeBulkUpdateError
        permissions = DOOR

    class Arguments:
        attributes = graphene.Argument(
            non_null_list(AttributeBulkUpdateInput), required=True, description=f"At most {MOST_ROWS} attributes."
        )
        error_policy = ErrorPolicyEnum(description=POLICY)

    raises = SAVING
    result_type = AttributeBulkUpdateResult
    count = graphene.Int(required=True, default_value=0, description="How many were changed.")
    results = graphene.Field(
        non_null_list(AttributeBulkUpdateResult), required=True, description="What became of each row."
    )

    @classmethod
    def perform(cls, info: Any, attributes: list[Any], error_policy: Any = None) -> AttributeBulkUpdate:
        _ensure_few(attributes)
        rows = [_changed_row(info.context.actor, one) for one in attributes]
        return cls.answer(
            info, attributes_update(actor=info.context.actor, rows=rows, rejects_all=_rejects_all(error_policy))
        )


def _rejects_all(error_policy: Any) -> bool:
    return getattr(error_policy, "value", error_policy) in (None, "reject_everything")


def _ensure_few(rows: list[Any]) -> None:
    if len(rows) > MOST_ROWS:
        raise InvalidInput("attributes", f"한 번에 {MOST_ROWS}개까지예요.", f"At most {MOST_ROWS} attributes at once.")


def _repeated(rows: list[Any]) -> set[str]:
    counted = Counter(row["external_reference"] for row in rows if row.get("external_reference"))
    return {key for key, times in counted.items() if times > 1}


def _row(actor: Actor, given: Any, twice: set[str]) -> dict[str, Any] | DomainError:
    try:
        values = attribute_input(given)
    except DomainError as error:
        return error
    if values.get("external_reference") in twice:
        return DuplicatedItem("externalReference")
    return values if _keeps(actor, values["type"]) else _no_permission(values["type"])


def _changed_row(actor: Actor, given: Any) -> tuple[int, dict[str, Any]] | DomainError:
    try:
        return attribute_key(actor, given.get("id"), given.get("external_reference")), attribute_input(given["fields"])
    except PermissionDenied as denied:
        return _permission_error(" ".join(denied.permissions))
    except DomainError as error:
        return error


def _keeps(actor: Actor, kind: str) -> bool:
    return actor.has_permission(KEEPERS[AttributeType(kind)])


def _no_permission(kind: str) -> DomainError:
    return _permission_error(KEEPERS[AttributeType(kind)])


def _permission_error(permission: str) -> DomainError:
    """A row of attributes that the actor does not manage is refused like a bad one: with REQUIRED, as in Saleor."""
    error = InvalidInput(None, f"{permission} 권한이 있어야 해요.", f"You need the permission {permission}.")
    error.code = "required"
    return error
