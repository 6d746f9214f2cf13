"""A role's content as plain JSON, and back: what a template holds.

A part that is unknown, or that a newer form asks otherwise, counts as not said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jobboard.roles.content import Content, CriterionLine, DutyLine


def packed(content: Content) -> dict[str, Any]:
    return {field.name: _pack(getattr(content, field.name)) for field in fields(content)}


def unpacked(kept: dict[str, Any]) -> Content:
    """The content of a template, whoever wrote it when."""
    hints = get_type_hints(Content)
    known = {name: _read(hints[name], value) for name, value in kept.items() if name in hints}
    return Content(**{name: value for name, value in known.items() if value is not _UNREADABLE})


def _pack(value: Any) -> Any:
    if isinstance(value, DutyLine | CriterionLine):
        return {field.name: _pack(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_pack(each) for each in value]
    if isinstance(value, Decimal):
        return str(value)
    return value.value if isinstance(value, StrEnum) else value


_UNREADABLE = object()


def _read(hint: Any, value: Any) -> Any:
    try:
        return _as(hint, value)
    except (ValueError, TypeError, ArithmeticError):
        return _UNREADABLE


def _as(hint: Any, value: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        inner = next(each for each in get_args(hint) if each is not type(None))
        return None if value is None else _as(inner, value)
    if get_origin(hint) is tuple:
        return tuple(_as(get_args(hint)[0], each) for each in value)
    if hint in (DutyLine, CriterionLine):
        hints = get_type_hints(hint)
        return hint(**{name: _as(hints[name], value[name]) for name in hints if name in value})
    return _PLAIN.get(hint, hint)(value)


def _exactly(kind: type) -> Callable[[Any], Any]:
    def same(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(value)
        return value

    return same


_PLAIN: dict[Any, Callable[[Any], Any]] = {
    int: _exactly(int),
    str: _exactly(str),
    bool: _exactly(bool),
}
