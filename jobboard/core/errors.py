"""Errors that speak to people. Every message says what to do next."""

from __future__ import annotations


class UserError(Exception):
    """A rule said no. `message` is a sentence for people; `field` names the form field, if any."""

    message = "That did not work. Please look at what you entered and try again."
    field: str | None = None

    def __init__(self, message: str | None = None, *, field: str | None = None) -> None:
        super().__init__(message or self.message)
        if message is not None:
            self.message = message
        if field is not None:
            self.field = field


class InvalidInputError(UserError):
    """Several fields are wrong at once: `errors` maps a field name to its sentences."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        super().__init__("Please look at the fields that are marked.")
        self.errors = errors


class ConflictError(UserError):
    """Somebody was a moment faster. The web edge answers 409."""

    message = "Somebody changed this a moment before you. Please look at it again."


class AlreadyDoneError(Exception):
    """The same form was sent twice (decisions.md 19); `location` is where the first one led."""

    def __init__(self, location: str | None) -> None:
        super().__init__("this form was already sent")
        self.location = location
