"""What every answer carries, and what every unsafe request must carry."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from jobboard.web.headers import CSP, FRAMED, HEADERS, SECRET_FORM, SECRET_LINK
from tests.factories.people import make_user
from tests.factories.world import make_organisation
from tests.house.matrix import MATRIX

ARGUMENTS = {
    "token": "A" * 43,
    "kind": "proposition",
    "digest": "nothing",
    "name": "nothing.eml",
    "version": "0",
    "number": "0",
    "filename": "nothing.css",
    "deck": "agreement",
    "key": "nothing",
}
SECRET_LINKS = {
    "cards.read",
    "cards.read_pdf",
    "cards.opening",
    "diary.feed",
    "roles.selection_read",
    "tenures.feed",
    "roles.selection_read_pdf",
}
SECRET_FORMS = {
    "accounts.confirm_address",
    "accounts.reset_password",
    "organisations.accept",
    "organisations.confirm_domain",
    "partnerships.accept",
    "partnerships.give_feedback",
    "partnerships.referee_word",
    "roles.manager_word",
}
"""Their address is their key: stricter than the rest."""
NO_TOKEN = {"cards.opening", "roles.opening"}
"""They need no cookie and can do nothing but raise a number (jobboard/cards/views/reading.py)."""


def address(app, endpoint: str) -> str:
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint)
    values = {name: ARGUMENTS.get(name) or str(uuid4()) for name in rule.arguments}
    with app.test_request_context():
        return app.url_for(endpoint, **values)


def test_the_policy_allows_nothing_inline():
    assert "unsafe" not in CSP
    assert "default-src 'none'" in CSP
    assert "frame-ancestors 'none'" in CSP


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_answer_carries_the_strict_headers(app, browser, method):
    for visitor in (browser(), browser(make_user())):
        for endpoint, known in MATRIX:
            if known != method:
                continue
            answer = visitor.open(address(app, endpoint), method=method)
            due = HEADERS | _secret(endpoint)
            wrong = {k: v for k, v in due.items() if answer.headers.get(k) != v}
            assert wrong == {}, (endpoint, answer.status_code)


def test_one_page_alone_may_be_framed(app, browser):
    framed = {name for name, view in app.view_functions.items() if hasattr(view, "is_framed")}
    assert framed == {"roles.embedded"}
    answer = browser().get(f"/organisations/{make_organisation().id}/roles")
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS | FRAMED
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert "<form" not in answer.text
    assert "Set-Cookie" not in answer.headers


def _secret(endpoint: str) -> dict[str, str]:
    if endpoint in SECRET_LINKS:
        return SECRET_LINK
    return SECRET_FORM if endpoint in SECRET_FORMS else {}


def test_every_address_with_a_token_in_it_is_named_here(app):
    with_token = {rule.endpoint for rule in app.url_map.iter_rules() if "token" in rule.arguments}
    assert with_token == SECRET_LINKS | SECRET_FORMS


def test_a_secret_form_can_be_posted_over_https(guarded, browser):
    del guarded
    visitor, base = browser(), "https://localhost"
    page = visitor.get(f"/password/reset/{'A' * 43}", base_url=base)
    assert page.headers["Referrer-Policy"] == "same-origin"
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert token
    told = {"Referer": f"{base}/password/reset/{'A' * 43}"}
    answer = visitor.post("/theme", data={"csrf_token": token[1]}, base_url=base, headers=told)
    assert answer.status_code == 302


def test_whoever_is_signed_in_leaves_nothing_in_a_shared_cache(app, browser):
    visitor = browser(make_user())
    for endpoint, method in MATRIX:
        if method == "GET" and endpoint not in {"static", "assets.serve", "pages.healthz"}:
            answer = visitor.get(address(app, endpoint))
            assert answer.headers["Cache-Control"] == "no-store", endpoint


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [("/nothing", "GET", 404), ("/roles", "POST", 405), ("/healthz/", "GET", 404)],
)
def test_error_pages_carry_them_too(browser, path, method, status):
    answer = browser().open(path, method=method)
    assert answer.status_code == status
    assert {k: answer.headers.get(k) for k in HEADERS} == HEADERS


def test_a_megabyte_and_more_is_refused_and_says_that_nothing_was_stored(browser):
    answer = browser().post("/sign-up", data={"name": "x" * (1024 * 1024 + 10)})
    assert answer.status_code == 413
    assert "Nothing was stored" in answer.text


@pytest.fixture
def guarded(app):
    app.config["WTF_CSRF_ENABLED"] = True
    yield app
    app.config["WTF_CSRF_ENABLED"] = False


def test_no_unsafe_request_passes_without_its_token(guarded, browser):
    visitor = browser(make_user())
    for endpoint, method in MATRIX:
        if method == "POST" and endpoint not in NO_TOKEN:
            answer = visitor.post(address(guarded, endpoint), data={"name": "typed"})
            assert answer.status_code == 400, endpoint
            assert "This form had waited too long" in answer.text


def test_without_its_token_the_words_come_back_to_whoever_typed_them_here(guarded, browser):
    text = "Forty words that nobody wants to write again, once is enough."
    path = address(guarded, "accounts.sign_up")
    for referrer, is_kept in (("http://localhost/sign-up", True), ("http://evil.test/x", False)):
        headers = {"Referer": referrer}
        sent = {"name": text, "password": "correct horse battery staple and more"}
        answer = browser().post(path, data=sent, headers=headers)
        assert answer.status_code == 400
        assert (text in answer.text) == is_kept
        assert ('href="/sign-up"' in answer.text.split("<main")[1]) == is_kept
        assert "correct horse" not in answer.text


def test_with_its_token_it_passes(guarded, browser):
    del guarded
    visitor = browser()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', visitor.get("/sign-in").text)
    assert token
    answer = visitor.post("/theme", data={"csrf_token": token[1], "theme": "dark", "next": "/x"})
    assert answer.status_code == 302
    assert "theme=dark" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize(
    "wanted", ["//evil.test", "/\\evil.test", "https:evil.test", "javascript:alert(1)", "\\\\evil"]
)
def test_a_way_back_never_leads_to_another_site(browser, wanted):
    answer = browser().post("/theme", data={"theme": "dark", "next": wanted})
    assert answer.location == "/"


def test_a_host_that_is_not_ours_is_refused(app, browser):
    app.config["TRUSTED_HOSTS"] = ["twofold.example.org"]
    try:
        answer = browser().get("/roles", headers={"Host": "evil.test"})
        ours = browser().get("/roles", headers={"Host": "twofold.example.org"})
    finally:
        app.config["TRUSTED_HOSTS"] = None
    assert answer.status_code == 400
    assert answer.headers["Content-Security-Policy"] == CSP
    assert ours.status_code == 200
