"""Errors that a caller can act on. A room raises them; the API turns them into Saleor-shaped ``errors[]`` by code value."""

from __future__ import annotations

from typing import Any

BilingualText = tuple[str, str]


class DomainError(Exception):
    """Something the caller asked for cannot be done.

    ``code`` is the lower-case value of the error enum, ``field`` the camelCase input field, ``params`` further facts the error type
    declares. ``message_ko`` and ``message_en`` are templates over ``params``. ``is_passing``: the same request may go through later, so
    that its answer is not kept under an idempotency key.
    """

    code: str = "invalid"
    is_passing: bool = False
    message_ko: str = "요청을 처리할 수 없어요."
    message_en: str = "The request cannot be carried out."

    def __init__(self, field: str | None = None, **params: Any) -> None:
        super().__init__(self.code)
        self.field = field
        self.params = params

    def message(self, language: str) -> str:
        template = self.message_en if language == "en" else self.message_ko
        return template.format(**self.params)

    def __str__(self) -> str:
        return f"{self.code} ({self.field}): {self.message('en')}"


class NotFound(DomainError):
    """No such row, or none that this actor may see: never said which."""

    code = "not_found"
    message_ko = "찾는 것이 없어요."
    message_en = "Nothing was found under this id."


class InvalidInput(DomainError):
    """A value that cannot be used; ``reason_ko`` and ``reason_en`` say why."""

    code = "invalid"
    message_ko = "{reason_ko}"
    message_en = "{reason_en}"

    def __init__(self, field: str | None, reason_ko: str, reason_en: str) -> None:
        super().__init__(field, reason_ko=reason_ko, reason_en=reason_en)


class Required(DomainError):
    code = "required"
    message_ko = "꼭 적어야 하는 칸이에요."
    message_en = "This field is required."


class PermissionDenied(Exception):
    """The actor may not do this at all. Answered as a top-level error, as Saleor does."""

    def __init__(self, *permissions: str) -> None:
        self.permissions = permissions
        needed = ", ".join(permissions)
        super().__init__(
            f"To access this path, you need one of the following permissions: {needed}"
            if needed
            else "You are not authorized."
        )


class ManyErrors(Exception):
    """Several domain errors of one request, answered together."""

    def __init__(self, errors: list[DomainError]) -> None:
        super().__init__(", ".join(str(error) for error in errors))
        self.errors = errors
