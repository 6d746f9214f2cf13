from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.accounts import common_passwords, passwords
from jobboard.accounts.domain import MAX_PASSWORD, MIN_PASSWORD
from jobboard.core.errors import InvalidInputError


def refusal(password: str, *own: str) -> str | None:
    try:
        passwords.check(password, *own)
    except InvalidInputError as error:
        return error.errors["password"][0]
    return None


@pytest.mark.parametrize(
    "good",
    [
        "violet harbour lantern",
        "пароль у моря",
        "twofold-demo",
        "🦊🐙🐝🐢🐬🦉🐌🦀🐞🐳🦔🐧",
    ],
)
def test_good_passwords_pass(good):
    assert refusal(good) is None


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("", "at least 12"),
        ("elevenchars", "at least 12"),
        ("long" * 33, "at most 128"),
        ("password1234", "Many people"),
        ("PassWord1234", "Many people"),
        ("P@ssw0rd1234", "Many people"),
        ("qwertyuiop123", "Many people"),
        ("123456789012", "Many people"),
        ("aaaaaaaaaaaaaaaa", "Many people"),
        ("abababababababab", "Many people"),
        ("twofold123456", "Many people"),
        ("correct horse battery staple", "Many people"),
        ("bad\x00character here", "cannot be stored"),
        ("bad\ud800character here", "cannot be stored"),
    ],
)
def test_bad_passwords_are_refused_with_a_reason(bad, words):
    assert words in (refusal(bad) or "")


def test_neither_name_nor_address_is_a_password():
    assert refusal("Nadia Okafor-Hale", "nadia okafor-hale")
    assert refusal("nadia@example.test", "x", "Nadia@example.test")


def test_the_shipped_list_is_what_the_rule_makes():
    text = common_passwords.FILE.read_text(encoding="utf-8")
    assert text.split("\n") == common_passwords.generate()
    assert len(text) <= 100_000
    assert len(common_passwords.known()) > 3000
    assert all(len(word) >= MIN_PASSWORD for word in common_passwords.known())


def test_the_same_keys_give_the_same_password_on_every_keyboard():
    composed, decomposed = "caf\u00e9 by the harbour", "cafe\u0301 by the harbour"
    assert passwords.matches(passwords.hashed(composed), decomposed)


def test_a_hash_is_argon2id_with_the_figures_of_owasp():
    assert passwords.hashed("violet harbour lantern").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_what_is_no_hash_matches_nothing():
    assert not passwords.matches("", "violet harbour lantern")
    assert not passwords.matches("$argon2id$v=19$broken", "violet harbour lantern")


@given(st.text(max_size=MAX_PASSWORD + 10))
def test_any_text_is_judged_without_breaking(text):
    said = refusal(text)
    assert said or MIN_PASSWORD <= len(text) <= MAX_PASSWORD


def test_at_most_two_hashes_at_once():
    running, most = 0, 0
    lock = threading.Lock()
    real = passwords._HASHER.hash

    class Watching:
        def hash(self, password: bytes) -> str:
            nonlocal running, most
            with lock:
                running += 1
                most = max(most, running)
            try:
                return real(password)
            finally:
                with lock:
                    running -= 1

    original = passwords._HASHER
    passwords._HASHER = Watching()
    try:
        threads = [threading.Thread(target=passwords.hashed, args=(f"x{n}",)) for n in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        passwords._HASHER = original
    assert most == 2
