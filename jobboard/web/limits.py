"""How often the same person, network or everybody may try: decorators for the doors (ADR 0003).

Each (but `papers`) counts every POST, right or wrong, known address or not, so that a limit reveals
nothing. An address is limited per network: whoever tries a stranger's password does not lock the
stranger out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any, TypeVar, cast

from flask import Flask, current_app, request, session
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter, RateLimitExceeded

from jobboard.core.clock import now
from jobboard.web import errors
from jobboard.web.actor import current_actor
from jobboard.web.limit_storage import SqlStorage

V = TypeVar("V", bound=Callable[..., Any])
Key = Callable[[], str]
FILE = "limits.db"
WAITING = "waiting_address"
"""In the cookie: the address whose right password was typed before it was confirmed."""


def network() -> str:
    """The network of this request as it is counted and kept: /24 of IPv4, /64 of IPv6."""
    return network_of(request.remote_addr or "")


def network_of(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    mapped = getattr(found, "ipv4_mapped", None)
    found = mapped or found
    size = 24 if found.version == 4 else 64
    return str(ip_network(f"{found}/{size}", strict=False))


def _by_network() -> str:
    return f"network {network()}"


def _by_address() -> str:
    """The typed address as a hash: the file of counters holds nobody's address."""
    typed = request.form.get("address", "").strip().casefold() or network()
    return f"address {hashlib.sha256(typed.encode('utf-8', 'replace')).hexdigest()[:32]}"


def _by_waiting_address() -> str:
    return f"waiting {session.get(WAITING, network())}"


def _by_address_and_network() -> str:
    return f"{_by_address()} {_by_network()}"


def _by_person() -> str:
    return f"person {current_actor().user_id or network()}"


def _by_everybody() -> str:
    return "everybody"


def _is_not_counted() -> bool:
    return request.method != "POST" or not current_app.config["RATE_LIMITS"]


def _is_not_counted_reading() -> bool:
    return not current_app.config["RATE_LIMITS"]


limiter = Limiter(key_func=_by_network, swallow_errors=True, storage_uri=SqlStorage.URI)


def sign_in(view: V) -> V:
    return _limited(
        view,
        "sign-in",
        ("10 per 5 minutes", _by_address_and_network),
        ("60 per 5 minutes", _by_network),
        ("100 per 5 minutes", _by_address),
        ("1000 per 5 minutes", _by_everybody),
    )


def sign_up(view: V) -> V:
    """Whatever sends a link to confirm an address: mail to one address is capped."""
    return _limited(view, "sign-up", *_MAILING)


def link_again(view: V) -> V:
    """Asked after a right password: counted by the address that the cookie says is waiting."""
    return _limited(view, "link-again", ("5 per hour", _by_waiting_address))


def reset(view: V) -> V:
    return _limited(view, "reset", *_MAILING)


def token_page(view: V) -> V:
    """What stands behind a mailed link and hashes a password."""
    return _limited(view, "token", ("30 per 5 minutes", _by_network))


def confirm_password(view: V) -> V:
    return _limited(view, "password", ("10 per 5 minutes", _by_person))


def invitations(view: V) -> V:
    """All kinds of invitations together: 20 a day from one person, 10 a day to one address."""
    return _limited(view, "invitations", ("20 per day", _by_person), ("10 per day", _by_address))


def cards(view: V) -> V:
    """Each proposal mails the partner; looking at one counts as well."""
    return _limited(view, "cards", ("60 per day", _by_person))


def messages(view: V) -> V:
    """Each message mails everybody it goes to."""
    return _limited(view, "messages", ("60 per hour", _by_person))


def approaches(view: V) -> V:
    """Each draft mails the partner."""
    return _limited(view, "approaches", ("20 per day", _by_person))


def questions(view: V) -> V:
    """Each mails everybody who may answer it."""
    return _limited(view, "questions", ("20 per hour", _by_person))


def interviews(view: V) -> V:
    """Each step mails everybody who is invited."""
    return _limited(view, "interviews", ("60 per hour", _by_person))


def pictures(view: V) -> V:
    """Each is unpacked and drawn anew."""
    return _limited(view, "pictures", ("30 per hour", _by_person))


def openings(view: V) -> V:
    return _limited(view, "openings", ("60 per 5 minutes", _by_network))


def feeds(view: V) -> V:
    """What calendars fetch by themselves: every request counts."""
    return _limited(
        view, "feeds", ("120 per 5 minutes", _by_network), exempt=_is_not_counted_reading
    )


def papers(view: V) -> V:
    """Files that take a tenth of a second to make: every request counts, whatever its method."""
    return _limited(
        view,
        "papers",
        ("30 per 5 minutes", _by_person),
        ("300 per 5 minutes", _by_everybody),
        exempt=_is_not_counted_reading,
    )


_MAILING = (
    ("5 per hour", _by_address_and_network),
    ("30 per hour", _by_network),
    ("10 per day", _by_address),
    ("500 per hour", _by_everybody),
)


def _limited(
    view: V,
    name: str,
    *limits: tuple[str, Key],
    exempt: Callable[[], bool] = _is_not_counted,
) -> V:
    """Views under the same name share its counters."""
    counted: Any = view
    for text, key in limits:
        limit = limiter.shared_limit(text, name, key_func=key, exempt_when=exempt)
        counted = limit(counted)
    return cast(V, counted)


def install(app: Flask) -> None:
    """Counters in the instance folder; a broken file lets people in and leaves a log line."""
    path = Path(app.instance_path) / FILE
    app.config["RATELIMIT_STORAGE_OPTIONS"] = {"path": str(path)}
    app.config["RATELIMIT_SWALLOW_ERRORS"] = True
    limiter.init_app(app)
    app.register_error_handler(RateLimitExceeded, _too_often)


def _too_often(_: RateLimitExceeded) -> ResponseReturnValue:
    current = limiter.current_limit
    wait = current.reset_at - now().timestamp() if current else 0
    body, code = errors.page(429)
    return body, code, {"Retry-After": str(max(int(wait) + 1, 1))}
