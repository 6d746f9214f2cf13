"""E-mail domains that an organisation has shown to be its own. Pure."""

from __future__ import annotations

from jobboard.core.errors import UserError

SHARED_HOSTS = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "outlook.co.uk",
        "hotmail.com",
        "hotmail.co.uk",
        "live.com",
        "live.co.uk",
        "msn.com",
        "yahoo.com",
        "yahoo.co.uk",
        "ymail.com",
        "rocketmail.com",
        "aol.com",
        "aol.co.uk",
        "icloud.com",
        "me.com",
        "mac.com",
        "proton.me",
        "protonmail.com",
        "pm.me",
        "gmx.com",
        "gmx.net",
        "gmx.co.uk",
        "gmx.de",
        "web.de",
        "mail.com",
        "email.com",
        "zoho.com",
        "yandex.com",
        "yandex.ru",
        "mail.ru",
        "fastmail.com",
        "fastmail.fm",
        "tutanota.com",
        "tuta.io",
        "hey.com",
        "btinternet.com",
        "btopenworld.com",
        "virginmedia.com",
        "ntlworld.com",
        "blueyonder.co.uk",
        "sky.com",
        "talktalk.net",
        "tiscali.co.uk",
        "plus.net",
        "plusnet.com",
        "o2.co.uk",
        "orange.net",
        "wanadoo.co.uk",
        "freeserve.co.uk",
        "eircom.net",
        "nhs.net",
        "cjsm.net",
        "mailinator.com",
        "guerrillamail.com",
        "10minutemail.com",
        "yopmail.com",
        "sharklasers.com",
    ]
)
"""Where anybody, or people of many organisations, may have an address."""


class SharedHostError(UserError):
    message = (
        "People of many organisations have addresses there, so it shows nothing about yours. Enter"
        " an address at a domain that is only yours."
    )
    field = "address"


class DomainKnownError(UserError):
    message = "That domain is confirmed already."
    field = "address"


class DomainSpentError(UserError):
    message = "This link no longer works: it is old, already used, or the domain was taken off."


def domain_of(address: str) -> str:
    """What stands behind the @ of a normal address. Raises SharedHostError."""
    domain = address.rpartition("@")[2].casefold()
    if any(domain == host or domain.endswith(f".{host}") for host in SHARED_HOSTS):
        raise SharedHostError
    return domain
