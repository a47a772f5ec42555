"""Events and their handlers. An event is a past-tense frozen dataclass of ids and facts; a handler is a function of another room."""

from __future__ import annotations

import dataclasses
import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar
from uuid import UUID


@dataclasses.dataclass(frozen=True, kw_only=True)
class Event(ABC):
    """Something that happened. Subclasses name their topic; changing a field's meaning raises the version."""

    topic: ClassVar[str]
    version: ClassVar[int] = 1

    @property
    @abstractmethod
    def key(self) -> str:
        """Events of one key reach each handler in the order they were published."""

    def payload(self) -> dict[str, Any]:
        return {field.name: _plain(getattr(self, field.name)) for field in dataclasses.fields(self)}


def _plain(value: Any) -> Any:
    if isinstance(value, UUID | dt.datetime | dt.date):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


E = TypeVar("E", bound=Event)
Handler = Callable[[Any], None]

_event_types: dict[str, type[Event]] = {}
_handlers: dict[str, dict[str, Handler]] = {}


def handles(event_type: type[E], *, name: str) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Register ``function`` to be called with each event of this type, at least once, in its own transaction."""

    def register(function: Callable[[E], None]) -> Callable[[E], None]:
        _event_types[event_type.topic] = event_type
        known = _handlers.setdefault(event_type.topic, {})
        if name in known and known[name] is not function:
            raise ValueError(f"two handlers are called {name}")
        known[name] = function
        return function

    return register


def handlers_of(topic: str) -> dict[str, Handler]:
    return dict(_handlers.get(topic, {}))


def handler_named(topic: str, name: str) -> Handler:
    return _handlers[topic][name]


def event_from(topic: str, payload: dict[str, Any]) -> Event:
    """The event as it was published; ids come back as text and are parsed by the handler's service."""
    event_type = _event_types[topic]
    known = {field.name for field in dataclasses.fields(event_type)}
    return event_type(**{name: value for name, value in payload.items() if name in known})
