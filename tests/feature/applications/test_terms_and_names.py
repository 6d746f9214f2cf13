"""What is signed beside the sections: how the two share, and names that are written elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from jobboard.accounts import service as accounts
from jobboard.applications import service
from jobboard.applications.domain import StaleTermsError, Status
from jobboard.applications.events import SignaturesCleared
from jobboard.core.clock import now
from jobboard.partnerships import service as partnerships
from jobboard.planning.share_types import ShareType
from tests.conftest import Browser
from tests.factories.applications import sign
from tests.factories.people import make_user
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")


def test_stale_terms_overwrite_nothing(ready: Desk) -> None:
    base, row = ready.application.share_type, ready.application
    service.set_share_type(ready.as_helen, row, ShareType.TWIN, base, now())
    with pytest.raises(StaleTermsError, match="Share everything"):
        service.set_share_type(ready.as_nadia, row, ShareType.HYBRID, "", now())
    with pytest.raises(StaleTermsError):
        service.set_share_type(ready.as_nadia, row, ShareType.ISLANDS, base, now())
    assert ready.again().share_type is ShareType.TWIN


# What stands in the signed text and is written elsewhere: the names


def test_another_name_of_the_pair_clears_the_signatures(ready: Desk, emitted: list[Any]) -> None:
    sign(ready.application, ready.nadia)
    pair = ready.application.partnership
    terms = replace(pair.terms, name="The Two of Us")
    emitted.clear()
    partnerships.settle(ready.as_helen, pair, terms, pair.terms.mark)
    found = ready.again()
    assert found.signatures == []
    assert found.status is Status.DRAFT
    assert emitted == [
        SignaturesCleared(application_id=found.id, by_id=ready.helen.id, version=found.version)
    ]


def test_another_name_of_a_person_clears_the_signatures(ready: Desk, emitted: list[Any]) -> None:
    sign(ready.application, ready.nadia)
    emitted.clear()
    accounts.rename(ready.as_helen, ready.helen, "Helen Marsh-Bell")
    found = ready.again()
    assert found.signatures == []
    assert emitted == [
        SignaturesCleared(application_id=found.id, by_id=ready.helen.id, version=found.version)
    ]
    emitted.clear()
    accounts.rename(ready.as_helen, ready.helen, "Helen Marsh-Bell")
    assert emitted == []


def test_a_default_share_type_changes_no_text_that_was_started(ready: Desk) -> None:
    sign(ready.application, ready.nadia)
    pair = ready.application.partnership
    terms = replace(pair.terms, share_type=ShareType.TWIN)
    partnerships.settle(ready.as_helen, pair, terms, pair.terms.mark)
    assert ready.again().signature_of(ready.nadia.id)


def test_the_page_says_what_the_partner_answered_meanwhile(draft: Desk, browser: Browser) -> None:
    nadia, helen = browser(draft.nadia), browser(draft.helen)
    base = draft.application.share_type.value
    helen.post(draft.at("/terms"), data={"share_type": "twin", "base": base})
    mine = {"share_type": "islands"}
    answer = nadia.post(draft.at("/terms"), data={**mine, "base": base})
    assert answer.status_code == 409
    assert "Your partner saved another answer" in answer.text
    assert 'name="base" value="twin"' in answer.text
    assert draft.again().share_type is ShareType.TWIN
    again = nadia.post(draft.at("/terms"), data={**mine, "base": "twin"})
    assert again.status_code == 302
    assert draft.again().share_type is ShareType.ISLANDS


def test_the_account_says_what_a_new_name_clears(ready: Desk, browser: Browser) -> None:
    client = browser(ready.helen)
    assert "signatures" not in client.get("/account").text
    sign(ready.application, ready.nadia)
    told = "1 unsent application of yours is signed: a new name clears the signatures"
    for person in (ready.helen, ready.nadia):
        assert told in browser(person).get("/account").text
    assert told not in browser(make_user("Eve")).get("/account").text
    accounts.rename(ready.as_helen, ready.helen, "Helen Marsh-Bell")
    assert "signatures" not in client.get("/account").text
    for person in (ready.nadia, ready.helen):
        sign(ready.again(), person)
    assert "signatures" not in client.get("/account").text
