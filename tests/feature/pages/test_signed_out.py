"""A session ends while somebody writes: nothing is stored, and nothing that was typed is lost."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.conftest import Browser

pytestmark = pytest.mark.usefixtures("db")
TEXT = "We have led two people functions through hard years.\nAnd we <b>would</b> again."


def test_what_was_typed_comes_back_for_copying(browser: Browser) -> None:
    application = f"/applications/{uuid4()}"
    answer = browser().post(
        f"{application}/sections/proposition",
        data={"text": TEXT, "base": "0", "mine": "y" * 40, "once": "z" * 40},
        headers={"Referer": f"http://localhost{application}"},
    )
    assert answer.status_code == 401
    assert "And we &lt;b&gt;would&lt;/b&gt; again." in answer.text
    assert "not stored" in answer.text
    assert "y" * 40 in answer.text, "on the page with two texts this is all that is left of one"
    assert "z" * 40 not in answer.text
    assert f"/sign-in?next={application}" in answer.text


def test_a_password_is_never_shown(browser: Browser) -> None:
    secret = "violet harbour lantern and more words"
    data = {"old_password": secret, "password": secret}
    answer = browser().post("/account/password", data=data)
    assert answer.status_code == 302
    assert secret not in answer.text


@pytest.mark.parametrize(
    ("referrer", "next_page"),
    [
        ("http://localhost/profile", "/profile"),
        ("http://localhost/account/name", "/"),
        ("http://evil.example/profile", "/"),
        ("http://localhost//evil.example", "/"),
        ("http://[", "/"),
        (None, "/"),
    ],
)
def test_a_short_answer_leads_back_to_the_page_it_stood_on(
    browser: Browser, referrer: str | None, next_page: str
) -> None:
    headers = {"Referer": referrer} if referrer else {}
    answer = browser().post("/account/name", data={"name": "Nadia"}, headers=headers)
    assert answer.location == f"/sign-in?next={next_page}"


def test_whoever_only_reads_is_led_back_to_what_they_wanted(browser: Browser) -> None:
    assert browser().get("/account?x=1").location == "/sign-in?next=/account?x%3D1"
