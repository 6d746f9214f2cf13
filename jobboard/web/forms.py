"""What every form shares: text that can be stored, one hidden key, errors that come from rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from flask_wtf import FlaskForm
from wtforms import Field, FieldList, FormField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import StopValidation, ValidationError

from jobboard.core.errors import InvalidInputError, UserError
from jobboard.core.text import UnstorableTextError, clean, one_line
from jobboard.web.inputs import drawn

UNSTORABLE = "Take out the character that cannot be stored, then send it again."


class Line(StringField):
    """One line of text: cleaned, white space joined. Unstorable characters are a field error."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": "", **_written(kwargs)})

    def process_formdata(self, valuelist: list[str]) -> None:
        self.unstorable = False
        raw = valuelist[0] if valuelist else ""
        try:
            self.data = one_line(raw)
        except UnstorableTextError:
            self.unstorable = True
            self.data = _showable(raw)

    def pre_validate(self, _form: Any) -> None:
        if getattr(self, "unstorable", False):
            raise StopValidation(UNSTORABLE)


class Prose(TextAreaField):
    """Several lines of text, cleaned; 20 kB at most unless `max_bytes` says otherwise."""

    def __init__(self, *args: Any, max_bytes: int = 20_000, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": "", **_written(kwargs)})
        self.max_bytes = max_bytes

    def process_formdata(self, valuelist: list[str]) -> None:
        self.unstorable = False
        raw = valuelist[0] if valuelist else ""
        try:
            self.data = clean(raw).strip()
        except UnstorableTextError:
            self.unstorable = True
            self.data = _showable(raw)

    def pre_validate(self, _form: Any) -> None:
        if getattr(self, "unstorable", False):
            raise StopValidation(UNSTORABLE)
        size = len((self.data or "").encode())
        if size > self.max_bytes:
            raise StopValidation(
                f"This is {size // 1000} kB of text. Shorten it to {self.max_bytes // 1000} kB"
                " at most; what you wrote is still below."
            )


def _written(kwargs: dict[str, Any]) -> dict[str, Any]:
    """What somebody writes runs the way its first letters do, from the right in Arabic."""
    return {**kwargs, "render_kw": {"dir": "auto", **kwargs.get("render_kw", {})}}


class Base(HiddenField):
    """Which version the form was opened on; what cannot be read is -1, which is always stale."""

    def process_formdata(self, valuelist: list[str]) -> None:
        raw = valuelist[0] if valuelist else ""
        self.data = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else -1

    def _value(self) -> str:
        return str(self.data or 0)


def _showable(raw: str) -> str:
    return clean(raw.replace("\x00", "").encode("utf-8", "ignore").decode())


class Length:
    """At most `most` characters, with a sentence that counts."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.field_flags = {"maxlength": most}

    def __call__(self, _form: Any, field: Field) -> None:
        size = len(field.data or "")
        if size > self.most:
            raise ValidationError(f"This has {size} characters. Use {self.most} at most.")


class Required:
    """Something must be there; the message says what to enter."""

    def __init__(self, message: str) -> None:
        self.message = message
        self.field_flags = {"required": False}

    def __call__(self, _form: Any, field: Field) -> None:
        if field.data is None or field.data == [] or not str(field.data).strip():
            raise StopValidation(self.message)


class Choice(RadioField):
    """One of a few. Nothing chosen is left to `Required`, so that it is said once."""

    def pre_validate(self, form: Any) -> None:
        if self.data not in (None, ""):
            super().pre_validate(form)


class Form(FlaskForm):
    """CSRF from Flask-WTF, the idempotency key, and errors of rules shown at their field."""

    class Meta(FlaskForm.Meta):
        def render_field(self, field: Field, render_kw: dict[str, Any]) -> Any:
            found = drawn(field, render_kw)
            return super().render_field(field, render_kw) if found is None else found

    once = HiddenField(default=lambda: uuid4().hex)

    def blame(self, error: UserError) -> None:
        """Show what a verb refused: at the fields it names, else above the form."""
        if isinstance(error, InvalidInputError):
            for name, messages in error.errors.items():
                for message in messages:
                    self._blame_field(name, message)
        else:
            self._blame_field(error.field, error.message)

    def _blame_field(self, name: str | None, message: str) -> None:
        field = self._fields.get(name) if name else None
        if field is None:
            self.form_errors.append(message)
        else:
            field.errors = [*field.errors, message]

    def all_errors(self) -> list[tuple[str | None, str]]:
        """(id of the field or None, sentence) in page order, for the error summary."""
        found: list[tuple[str | None, str]] = [(None, message) for message in self.form_errors]
        for field in self._fields.values():
            found.extend(_errors_of(field))
        return found


def _errors_of(field: Field) -> Iterator[tuple[str | None, str]]:
    if isinstance(field, FieldList):
        for entry in field.entries:
            yield from _errors_of(entry)
        yield from ((field.id, str(error)) for error in field.errors if isinstance(error, str))
    elif isinstance(field, FormField):
        for inner in field.form._fields.values():
            yield from _errors_of(inner)
    elif isinstance(field.errors, list | tuple):
        for message in field.errors:
            yield _anchor(field), str(message)


def _anchor(field: Field) -> str:
    """Radio groups and tick lists are reached at their first choice."""
    has_choices = hasattr(field, "choices") and getattr(field.widget, "multiple", None) is None
    return f"{field.id}-0" if has_choices and field.type.startswith("Radio") else str(field.id)
