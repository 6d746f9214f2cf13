"""One spelling of an e-mail address: what is stored, compared and written to."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email

from jobboard.core.errors import UserError


class NotAnAddressError(UserError):
    message = "Enter an email address in the form name@example.org"
    field = "address"


def normal_address(typed: str) -> str:
    """Case-folded, an international domain as ASCII. Raises NotAnAddressError; asks no DNS."""
    try:
        found = validate_email(typed.strip(), allow_smtputf8=False, check_deliverability=False)
    except (EmailNotValidError, UnicodeError):
        raise NotAnAddressError from None
    return (found.ascii_email or found.normalized).casefold()
