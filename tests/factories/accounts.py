"""People with real passwords. The hash is slow, so it is made once a process."""

from __future__ import annotations

import re
from email.message import EmailMessage
from functools import cache

from jobboard.accounts import passwords
from jobboard.accounts.models import User
from jobboard.core.db import session
from tests.factories.people import make_user

PASSWORD = "violet harbour lantern"


@cache
def _hash() -> str:
    return str(passwords.hashed(PASSWORD))


def make_person(
    name: str = "Nadia Okafor", *, address: str | None = None, verified: bool = True
) -> User:
    """Somebody who can sign in with PASSWORD."""
    user = make_user(name, address=address, verified=verified)
    user.password_hash = _hash()
    session().commit()
    return user


def text_of(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def link_in(message: EmailMessage) -> str:
    """The path of the one link of a mail."""
    found = re.search(r"https?://[^/\s]+(/\S*)", text_of(message))
    assert found is not None
    return found.group(1)


def masked(page: str) -> str:
    """A page without what is random in each: tokens against forgery, keys of forms."""
    return re.sub(r'value="([0-9a-f]{32}|[\w-]{40,}\.[\w.-]+)"', 'value="…"', page)
