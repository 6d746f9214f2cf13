from __future__ import annotations

import email_validator
import pytest

import config
from jobboard.accounts.addresses import NotAnAddressError, normal_address
from jobboard.accounts.domain import check_name, device_words
from jobboard.core.errors import UserError

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (CHROME, "Chrome on Linux"),
        (CHROME + " Edg/150.0", "Edge on Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19 Safari/604.1",
         "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 16) Firefox/150.0", "Firefox on Android"),
        ("curl/8", "A browser we do not know"),
        ("", "A browser we do not know"),
    ],
)  # fmt: skip
def test_a_browser_is_called_as_people_call_it(agent, words):
    assert device_words(agent) == words


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (" Nadia@Example.TEST ", "nadia@example.test"),
        ("n+work@example.co.uk", "n+work@example.co.uk"),
        ("n@bücher.example.org", "n@xn--bcher-kva.example.org"),
    ],
)
def test_an_address_has_one_spelling(typed, stored, app):
    del app  # whose profile allows .test
    assert normal_address(typed) == stored


@pytest.mark.parametrize(
    "typed",
    ["", "n", "n@", "@example.org", "n@localhost", "n@exa mple.org", "n@example.org\nBcc: x@y.org",
     "n@example.org, m@example.org", "<n@example.org>", "nàdia@example.org", "n@[127.0.0.1]",
     "n" * 300 + "@example.org", "n@example.org\x00", "\ud800@example.org"],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(NotAnAddressError):
        normal_address(typed)


@pytest.mark.parametrize("name", ["See https://evil.example", "WWW.evil.example"])
def test_a_name_carries_no_link(name):
    with pytest.raises(UserError):
        check_name(name)
    check_name("Anna-Lena O'Neill")


@pytest.mark.parametrize("name", ["\u200b", "- .", "Ann \u202eeel", "\u2067Ann\u2069"])
def test_a_name_shows_a_letter_and_turns_nothing_round(name):
    with pytest.raises(UserError):
        check_name(name)


@pytest.mark.parametrize("name", ["إيناس العمري", "陳大文", "Zoë Å", "7", "Ann 🌻"])
def test_names_of_every_script_are_names(name):
    check_name(name)


def test_production_refuses_test_addresses(monkeypatch):
    assert not config.Production.TEST_ADDRESSES
    monkeypatch.setattr(email_validator, "TEST_ENVIRONMENT", config.Production.TEST_ADDRESSES)
    with pytest.raises(NotAnAddressError):
        normal_address("nadia@example.test")
    assert normal_address("nadia@example.org") == "nadia@example.org"
