from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.core.errors import UserError
from jobboard.organisations.domain import MemberKind, may_grant, normal_website


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", ""),
        ("example.org", "https://example.org"),
        ("http://example.org/jobs?x=1#y", "http://example.org/jobs?x=1#y"),
        ("https://sub.example.co.uk:8443/", "https://sub.example.co.uk:8443/"),
    ],
)
def test_a_website_is_http_or_https(typed, stored):
    assert normal_website(typed) == stored


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "https://a",
     "https://exa mple.org", "https://127.0.0.1", "https://user@example.org", "https://[::1]",
     "https://example.org\n", "ftp://example.org", "https://exämple.org", "https://-a.org"],
)  # fmt: skip
def test_anything_else_is_refused(typed):
    with pytest.raises(UserError) as error:
        normal_website(typed)
    assert error.value.field == "website"


@given(st.text(max_size=300))
def test_whatever_is_typed_becomes_a_link_or_a_sentence(text):
    try:
        found = normal_website(text)
    except UserError:
        return
    assert found == "" or found.startswith(("http://", "https://"))


@pytest.mark.parametrize("own", [*MemberKind, None])
@pytest.mark.parametrize("wanted", list(MemberKind))
def test_only_an_owner_grants_everything(own, wanted):
    is_owner = own is MemberKind.OWNER
    expected = is_owner or (own is MemberKind.RECRUITER and wanted is not MemberKind.OWNER)
    assert may_grant(own, wanted) is expected
