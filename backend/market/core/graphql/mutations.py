"""What every mutation shares: permission first, then the use case, and errors in one shape."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, ClassVar

import graphene
from django.core.exceptions import ValidationError
from django.db import OperationalError
from graphql import GraphQLError

from market.core.errors import DomainError, InvalidInput, ManyErrors, PermissionDenied
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.types import non_null_list
from market.core.locks import reset_lock_order

logger = logging.getLogger(__name__)
LOCK_TRIES = 3
RETRYABLE_SQLSTATES = {"55P03", "40001", "40P01"}  # lock not available, serialization failure, deadlock


class InvalidId(DomainError):
    """The id is not one, or not one of this type."""

    code = "graphql_error"
    message_ko = "id가 올바르지 않아요."
    message_en = "Invalid ID."


class BusyRows(GraphQLError):
    """Somebody else holds the rows for longer than we wait. Nothing was changed; the caller may try again."""

    def __init__(self) -> None:
        super().__init__("The rows are in use. Please try again.", extensions={"retryable": True})


def pk_from_id(global_id: str, *type_names: str, field: str = "id") -> int:
    """The integer key of a global id. Raises InvalidId."""
    try:
        return int_pk(global_id, *type_names)
    except BadGlobalId as error:
        raise InvalidId(field) from error


def uuid_from_id(global_id: str, *type_names: str, field: str = "id") -> Any:
    """The UUID of a global id. Raises InvalidId."""
    try:
        return uuid_pk(global_id, *type_names)
    except BadGlobalId as error:
        raise InvalidId(field) from error


class BaseMutation(graphene.Mutation):
    """A mutation: ``perform(info, **arguments)`` calls services and returns ``cls(...)``.

    Meta: ``error_type`` (its errors type), ``description``, ``permissions`` (any one of them lets the actor in), ``login_required``,
    ``idempotent`` (takes ``idempotencyKey``; the API answers a repeated key from what it stored). ``raises`` lists the domain errors the
    use case may answer; a contract test checks their codes.
    """

    class Meta:
        abstract = True

    raises: ClassVar[tuple[type[DomainError], ...]] = ()
    perform: ClassVar[Callable[..., Any]]
    error_type: ClassVar[Any]
    permissions: ClassVar[tuple[str, ...]]
    login_required: ClassVar[bool]
    idempotent: ClassVar[bool]
    Arguments: ClassVar[Any]

    @classmethod
    def __init_subclass_with_meta__(
        cls,
        *,
        error_type: Any = None,
        description: str = "",
        permissions: tuple[str, ...] = (),
        login_required: bool = False,
        idempotent: bool = False,
        **options: Any,
    ) -> None:
        if not description or error_type is None:
            raise ImportError(f"{cls.__name__} needs a description and an error type")
        cls.error_type, cls.permissions, cls.login_required = error_type, permissions, login_required
        if idempotent:
            cls.Arguments = type("Arguments", (getattr(cls, "Arguments", object),), {"idempotency_key": _key_field()})
        cls.idempotent = idempotent
        cls.errors = graphene.Field(
            non_null_list(error_type), required=True, description="What went wrong; empty when all went well."
        )
        super().__init_subclass_with_meta__(description=description, **options)

    @classmethod
    def mutate(cls, root: Any, info: Any, **arguments: Any) -> Any:
        actor = info.context.actor
        if cls.permissions and not actor.has_permission(*cls.permissions):
            raise PermissionDenied(*cls.permissions)
        if cls.login_required and not actor.is_authenticated:
            raise PermissionDenied("AUTHENTICATED_USER")
        if cls.idempotent:
            arguments.pop("idempotency_key", None)  # the API has looked at it before the call came here
        try:
            response = cls._perform_with_retries(info, arguments)
        except ManyErrors as many:
            return cls.failed(info, many.errors)
        except DomainError as error:
            return cls.failed(info, [error])
        except ValidationError as error:
            return cls.failed(info, errors_from_validation(error))
        if response.errors is None:
            response.errors = []
        return response

    @classmethod
    def _perform_with_retries(cls, info: Any, arguments: dict[str, Any]) -> Any:
        for _ in range(LOCK_TRIES):
            reset_lock_order()
            try:
                return cls.perform(info, **arguments)
            except OperationalError as error:
                if getattr(error.__cause__, "sqlstate", None) not in RETRYABLE_SQLSTATES:
                    raise
                logger.warning("%s met held rows", cls.__name__)
        raise BusyRows

    @classmethod
    def failed(cls, info: Any, errors: list[DomainError]) -> Any:
        if any(error.is_passing for error in errors):
            info.context.invites_retry = True
        return cls(errors=[error_object(cls.error_type, error, info.context.language) for error in errors])


def _key_field() -> graphene.String:
    return graphene.String(
        description="A key of the client's, at most 100 characters: the same key and request are carried out once, as with the header."
    )


def error_object(error_type: Any, error: DomainError, language: str) -> Any:
    """The domain error as this error type shows it: code by value, plus the params the type declares."""
    declared = {name: value for name, value in error.params.items() if name in error_type._meta.fields}
    code = (
        error.code
        if error.code in error_type._meta.fields["code"].type.of_type._meta.enum._value2member_map_
        else "invalid"
    )
    return error_type(field=error.field, code=code, message=error.message(language), **declared)


def errors_from_validation(error: ValidationError) -> list[DomainError]:
    """Django's validation errors by field, with the codes Saleor uses."""
    by_field = error.error_dict.items() if hasattr(error, "error_dict") else [(None, error.error_list)]
    return [_from_validation(name, item) for name, items in by_field for item in items]


def _from_validation(name: str | None, item: ValidationError) -> DomainError:
    code = item.code or "invalid"
    if code in ("blank", "null", "required"):
        code = "required"
    elif code.startswith("unique"):
        code = "unique"
    text = " ".join(item.messages)
    error = InvalidInput(_camel(name) if name and name != "__all__" else None, text, text)
    error.code = code
    return error


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


class SaleorError(graphene.ObjectType):
    """One thing that went wrong: which input field, a text for people, and (in each error type) a code for programs."""

    field = graphene.String(description="The input field the error belongs to, none when it belongs to all.")
    message = graphene.String(description="What is wrong and what to do, in the language of the request.")

    class Meta:
        abstract = True
