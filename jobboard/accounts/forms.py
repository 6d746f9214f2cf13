from __future__ import annotations

from typing import Any

from wtforms import BooleanField, Field, HiddenField, PasswordField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation

from jobboard.accounts import passwords
from jobboard.accounts.addresses import NotAnAddressError, normal_address
from jobboard.accounts.domain import MAX_NAME, Purpose
from jobboard.core.errors import InvalidInputError
from jobboard.web.forms import Form, Length, Line, Required

NAME = "Enter your name as you would sign a letter"
OLD_PASSWORD = "Enter your password"
AGREE = "Tick the box to say that you have read how we treat people’s data"


class Address(Line):
    """An e-mail address; `normal` is its stored spelling once the field is valid."""

    normal = ""


class Deliverable:
    """Looks like an address that mail can be sent to; nobody is asked whether it exists."""

    def __call__(self, _form: Any, field: Address) -> None:
        try:
            field.normal = normal_address(field.data or "")
        except NotAnAddressError as error:
            raise StopValidation(error.message) from None


def address_field(label: str = "Email address") -> Address:
    return Address(label, [Required(NotAnAddressError.message), Deliverable()])


def name_field() -> Line:
    return Line("Your name", [Required(NAME), Length(MAX_NAME)])


class GoodPassword:
    """Said together with what else is wrong; the verb checks again, against name and address."""

    def __call__(self, _form: Any, field: Field) -> None:
        try:
            passwords.check(field.data or "")
        except InvalidInputError as error:
            raise StopValidation(error.errors["password"][0]) from None


def new_password_field(label: str = "Password") -> PasswordField:
    return PasswordField(label, [GoodPassword()])


class Ticked:
    """The box has to be ticked."""

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, _form: Any, field: Field) -> None:
        if not field.data:
            raise StopValidation(self.message)


class SignUpForm(Form):
    purpose = RadioField(
        "What brings you here",
        choices=[
            SelectChoice(Purpose.SHARE.value, "I want to share a job"),
            SelectChoice(Purpose.HIRE.value, "I have a role to fill"),
        ],
        default=Purpose.SHARE.value,
    )
    name = name_field()
    address = address_field()
    password = new_password_field()
    agree = BooleanField("I have read how we treat people’s data", [Ticked(AGREE)])


class InvitedForm(Form):
    """Signing up through an invitation: the address stands in the invitation, not in the form."""

    name = name_field()
    password = new_password_field()
    agree = BooleanField("I have read how we treat people’s data", [Ticked(AGREE)])


class SignInForm(Form):
    once = None
    address = Line("Email address", [Required("Enter your email address")])
    password = PasswordField("Password", [Required(OLD_PASSWORD)])
    next = HiddenField()

    @property
    def spelling(self) -> str:
        """What to look up; an address that is none belongs to nobody."""
        try:
            return normal_address(self.address.data or "")
        except NotAnAddressError:
            return ""


class ForgotForm(Form):
    address = address_field()


class NewPasswordForm(Form):
    password = new_password_field("New password")


class ConfirmPasswordForm(Form):
    once = None
    password = PasswordField("Password", [Required(OLD_PASSWORD)])
    next = HiddenField()


class NameForm(Form):
    name = name_field()


class ChangePasswordForm(Form):
    old_password = PasswordField("Password now", [Required(OLD_PASSWORD)])
    password = new_password_field("New password")


class PlainForm(Form):
    """A button that changes something and asks for nothing."""
