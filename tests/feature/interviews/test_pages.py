"""The pages: propose with a warning, answer for oneself, read in confidence what would help."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from jobboard.core.clock import at as clock_at
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.hiring.domain import Stage
from jobboard.hiring.models import Candidacy
from jobboard.interviews import service
from jobboard.interviews.domain import Answer, Kind, State
from jobboard.interviews.models import Interview
from jobboard.organisations.models import Membership
from jobboard.planning.turns import LONDON
from tests.conftest import Browser
from tests.factories.hiring import make_candidacy, owner_of
from tests.factories.interviews import (
    actor,
    agreed,
    fresh,
    make_interview,
    named,
    next_wednesday,
)

pytestmark = pytest.mark.usefixtures("db")
NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"


def new(candidacy: Candidacy) -> str:
    return f"/hiring/candidacies/{candidacy.id}/interviews/new"


def typed(candidacy: Candidacy, **fields: Any) -> dict[str, Any]:
    """A whole form for a Wednesday afternoon, on which both are in."""
    at = next_wednesday().astimezone(LONDON)
    return {
        "kind": "joint",
        "day": at.date().isoformat(),
        "clock": "14:00",
        "minutes": "60",
        "place": "Room 4",
        "members": [str(owner_of(candidacy.role).id)],
        "others": "Dr Amara Shah, chair@example.test",
        **fields,
    }


def count() -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(Interview)) or 0


def test_the_employer_proposes_from_the_application(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    client = browser(owner_of(candidacy.role))
    page = client.get(f"/hiring/candidacies/{candidacy.id}").text
    assert "None is proposed yet." in page
    assert new(candidacy) in page
    form = client.get(new(candidacy)).text
    assert "Their stage becomes “Interview” with it." in form
    assert "Nadia and Helen, together" in form
    answer = client.post(new(candidacy), data=typed(candidacy))
    assert answer.status_code == 303
    [row] = session().scalars(sa.select(Interview))
    shown = client.get(answer.location).text
    assert "Dr Amara Shah" in shown
    assert "Nobody has asked for anything." in shown
    assert f"/hiring/interviews/{row.id}" in client.get(f"/hiring/candidacies/{candidacy.id}").text


def test_a_half_day_that_is_not_theirs_is_warned_about_once(browser: Browser) -> None:
    """The plan of the pair has Nadia in until Wednesday."""
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    client = browser(owner_of(candidacy.role))
    day = (next_wednesday() + timedelta(days=1)).date().isoformat()
    data = typed(candidacy, day=day)
    page = client.post(new(candidacy), data=data)
    assert page.status_code == 200
    assert "Thursday afternoon is not one of Nadia’s half-days." in page.text
    assert "Propose it all the same" in page.text
    assert count() == 0
    [despite] = re.findall(r'name="despite"[^>]*value="([^"]*)"', page.text)
    data["despite"] = despite
    other_day = {**data, "day": (next_wednesday() + timedelta(days=2)).date().isoformat()}
    again = client.post(new(candidacy), data=other_day)
    assert "Friday afternoon is not one of Nadia’s half-days." in again.text
    assert count() == 0
    assert client.post(new(candidacy), data=data).status_code == 303
    assert count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"day": "2020-01-01"}, "That moment is over."),
        ({"day": "31/2/2027"}, "Enter a real date"),
        ({"day": ""}, "Choose the date."),
        ({"clock": "25:00"}, "Enter the time of day"),
        ({"minutes": "10"}, "Enter a number of minutes"),
        ({"minutes": "241"}, "Enter a number of minutes"),
        ({"minutes": "-60"}, "Enter a number of minutes"),
        ({"place": " "}, "Say where"),
        ({"place": "x" * 301}, "Use 300 at most."),
        ({"kind": "both"}, "Choose one of those offered."),
        ({"kind": ""}, "Choose who is invited."),
        ({"members": [], "others": "Ann"}, "A panel has 2 to 12 people."),
        ({"members": ["x"]}, "Tick only what is offered."),
        ({"others": "Ann, nobody-at-all"}, "Enter an email address in the form"),
        ({"others": "\n".join(f"P {n}" for n in range(13))}, "12 people at most"),
        ({"others": "Ruth\nruth"}, "on this panel twice"),
        ({"day": "2027-03-28", "clock": "01:30"}, "leave this hour out"),
        ({"day": "2027-10-31", "clock": "01:30"}, "comes twice"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    browser: Browser, fields: dict[str, Any], sentence: str
) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    with clock_at(datetime(2027, 2, 1, 12, tzinfo=UTC)):
        client = browser(owner_of(candidacy.role))
        answer = client.post(new(candidacy), data=typed(candidacy, **fields))
    assert answer.status_code == 422
    assert sentence in answer.text
    if "place" not in fields:
        assert 'value="Room 4"' in answer.text
    assert count() == 0


def test_the_hour_that_comes_twice_is_chosen(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    night = {"day": "2027-10-31", "clock": "01:30"}
    with clock_at(datetime(2027, 2, 1, 12, tzinfo=UTC)):
        client = browser(owner_of(candidacy.role))
        asked = client.post(new(candidacy), data=typed(candidacy, **night))
        assert "The second, an hour later" in asked.text
        data = typed(candidacy, **night, turn="1")
        warned = client.post(new(candidacy), data=data)
        [data["despite"]] = re.findall(r'name="despite"[^>]*value="([^"]*)"', warned.text)
        assert client.post(new(candidacy), data=data).status_code == 303
    [row] = session().scalars(sa.select(Interview))
    assert row.starts_at == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_before_the_shortlist_nobody_is_invited(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.NEW)
    client = browser(owner_of(candidacy.role))
    assert new(candidacy) not in client.get(f"/hiring/candidacies/{candidacy.id}").text
    for answer in (client.get(new(candidacy)), client.post(new(candidacy), data=typed(candidacy))):
        assert answer.status_code == 409
        assert "Only a shortlisted pair" in answer.text


def test_a_double_click_proposes_once(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    client = browser(owner_of(candidacy.role))
    data = typed(candidacy, once="a" * 32)
    first, second = (client.post(new(candidacy), data=data) for _ in range(2))
    assert first.location.endswith(second.location) or second.location.endswith(first.location)
    assert count() == 1


def test_each_partner_answers_on_their_own_page(browser: Browser) -> None:
    row = make_interview()
    nadia, helen = named(row)
    path = f"/interviews/{row.id}"
    one, two = browser(nadia), browser(helen)
    sent = one.get(f"/applications/{row.candidacy.application_id}/submission").text
    assert path in sent
    assert "It waits for your answer." in sent
    assert "Accept this time" in one.get(path).text
    assert one.post(path, data={"seen": 0}).status_code == 303
    assert "Has accepted" in two.get(path).text
    assert two.post(path, data={"seen": 0, "ask": "1", "words": ""}).status_code == 422
    words = "Could it be a morning?"
    assert two.post(path, data={"seen": 0, "ask": "1", "words": words}).status_code == 303
    assert words in one.get(path).text
    assert words in browser(owner_of(row.candidacy.role)).get(f"/hiring/interviews/{row.id}").text
    assert two.post(path, data={"seen": 0}).status_code == 303
    assert fresh(row).state is State.CONFIRMED


def test_a_field_more_does_not_answer_for_the_other(browser: Browser) -> None:
    row = make_interview()
    nadia, helen = named(row)
    data = {"seen": 0, "user_id": str(helen.id), "answers-1": "accepted", "position": "1"}
    browser(nadia).post(f"/interviews/{row.id}", data=data)
    assert [one.answer for one in fresh(row).answers] == [Answer.ACCEPTED, Answer.WAITING]


def test_an_older_page_is_told_so(browser: Browser) -> None:
    row = agreed()
    for seen in ("0", "-1", "x", ""):
        data = {"seen": seen, "words": "Later.", "ask": "1"}
        answer = browser(named(row)[0]).post(f"/interviews/{row.id}", data=data)
        assert answer.status_code == 409
        assert "was changed a moment before you" in answer.text


def test_ones_own_interview_is_hidden_from_the_other(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    row = make_interview(candidacy, kind=Kind.INDIVIDUAL_A)
    nadia, helen = candidacy.application.partnership.people
    sent = f"/applications/{candidacy.application_id}/submission"
    assert f"/interviews/{row.id}" in browser(nadia).get(sent).text
    assert "It does not stand in the diary" in browser(nadia).get(f"/interviews/{row.id}").text
    assert f"/interviews/{row.id}" not in browser(helen).get(sent).text
    assert browser(helen).get(f"/interviews/{row.id}").status_code == 404
    assert browser(helen).get(f"/interviews/{row.id}/cancellation").status_code == 404


def test_what_would_help_is_read_by_that_person_and_the_employer(browser: Browser) -> None:
    row = make_interview()
    nadia, helen = named(row)
    path, canary = f"/interviews/{row.id}", "A step-free room, please."
    data = {"adjustments": canary}
    assert browser(nadia).post(f"{path}/adjustments", data=data).status_code == 303
    assert canary in browser(nadia).get(path).text
    assert canary in browser(owner_of(row.candidacy.role)).get(f"/hiring/interviews/{row.id}").text
    application = row.candidacy.application_id
    for page in (path, f"{path}/cancellation", f"/applications/{application}/submission"):
        assert canary not in browser(helen).get(page).text
    long = {"adjustments": "word " * 201}
    refused = browser(nadia).post(f"{path}/adjustments", data=long)
    assert refused.status_code == 422
    assert "word word" in refused.text


def test_moving_and_cancelling_ask_first(browser: Browser) -> None:
    row = make_interview()
    client = browser(owner_of(row.candidacy.role))
    path = f"/hiring/interviews/{row.id}"
    form = client.get(f"{path}/time").text
    assert 'value="14:00"' in form
    later = next_wednesday(weeks=2).date().isoformat()
    data = {"day": later, "clock": "15:00", "minutes": "45", "place": "Room 9", "seen": 0}
    assert client.post(f"{path}/time", data={**data, "place": ""}).status_code == 422
    assert client.post(f"{path}/time", data=data).status_code == 303
    assert fresh(row).minutes == 45
    assert "Cancel this interview?" in client.get(f"{path}/cancellation").text
    assert client.post(f"{path}/cancellation", data={"seen": 1}).status_code == 422
    words = {"seen": 1, "words": "The chair is ill."}
    assert client.post(f"{path}/cancellation", data=words).status_code == 303
    told = browser(named(row)[0]).get(f"/interviews/{row.id}").text
    assert "It does not take place" in told
    assert "The chair is ill." in told
    assert "Accept this time" not in told
    for act in ("time", "cancellation", "held"):
        assert client.get(f"{path}/{act}").status_code == 409


def test_it_was_held_is_offered_once_it_began(browser: Browser) -> None:
    row = agreed()
    path = f"/hiring/interviews/{row.id}"
    owner = owner_of(row.candidacy.role)
    assert "It was held" not in browser(owner).get(path).text
    early = browser(owner).post(f"{path}/held", data={"seen": 1})
    assert early.status_code == 422
    assert "It has not begun yet." in early.text
    with clock_at(row.ends_at):
        client = browser(owner)
        assert "It was held" in client.get(path).text
        assert client.post(f"{path}/held", data={"seen": 1}).status_code == 303
    assert fresh(row).state is State.HELD


def test_a_member_who_was_removed_while_the_page_was_open_finds_nothing(browser: Browser) -> None:
    row = make_interview()
    client, path = browser(owner_of(row.candidacy.role)), f"/hiring/interviews/{row.id}"
    assert client.get(f"{path}/cancellation").status_code == 200
    session().execute(sa.delete(Membership))
    session().commit()
    words = {"seen": 0, "words": "The chair is ill."}
    assert client.post(f"{path}/cancellation", data=words).status_code == 404
    assert fresh(row).state is State.PROPOSED


def test_a_partner_cancels_after_a_page_that_asks(browser: Browser) -> None:
    row = make_interview()
    client, path = browser(named(row)[1]), f"/interviews/{row.id}/cancellation"
    assert "ask for another one" in client.get(path).text
    assert client.post(path, data={"seen": 0, "words": "We are away."}).status_code == 303
    assert fresh(row).state is State.CANCELLED
    assert client.get(path).status_code == 409


@pytest.mark.data
@pytest.mark.skipif(not NASTY.exists(), reason="no list of nasty strings here")
def test_nasty_strings_are_shown_or_refused_and_never_break(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.INTERVIEWING)
    client = browser(owner_of(candidacy.role))
    row = make_interview(candidacy)
    partner = browser(named(row)[0])
    for text in json.loads(NASTY.read_text("utf-8"))[::25]:
        data = typed(candidacy, place=text, others=text, day=text, clock=text, minutes=text)
        assert client.post(new(candidacy), data=data).status_code == 422
        words = {"adjustments": text, "words": text, "ask": "1", "seen": 0}
        assert partner.post(f"/interviews/{row.id}/adjustments", data=words).status_code in (
            303,
            422,
        )
        assert partner.post(f"/interviews/{row.id}", data=words).status_code in (303, 422)
        assert client.get(f"/hiring/interviews/{row.id}").status_code == 200


def test_a_name_of_two_hundred_letters_in_arabic(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    owner = owner_of(candidacy.role)
    owner.name = "عبد" * 66
    session().commit()
    row = make_interview(candidacy)
    assert "عبد" * 40 in browser(named(row)[0]).get(f"/interviews/{row.id}").text


def test_other_people_on_the_panel_may_be_written_in_three_ways(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    lines = "Ann Lee\nBo Ray, bo@example.test\nCy Dee <Cy@Example.test>\n\n"
    client = browser(owner_of(candidacy.role))
    assert client.post(new(candidacy), data=typed(candidacy, others=lines)).status_code == 303
    [row] = session().scalars(sa.select(Interview))
    found = [(one.name, one.address) for one in row.panel][1:]
    assert found == [("Ann Lee", ""), ("Bo Ray", "bo@example.test"), ("Cy Dee", "cy@example.test")]


def test_the_answer_keeps_what_was_typed_when_it_is_refused(browser: Browser) -> None:
    row = make_interview()
    words = "word " * 101
    answer = browser(named(row)[0]).post(
        f"/interviews/{row.id}", data={"seen": 0, "ask": "1", "words": words}
    )
    assert answer.status_code == 422
    assert "This has 101 words." in answer.text
    assert words.strip() in answer.text
    service.accept(actor(named(row)[0]), row, 0, now())


def test_what_waits_for_somebodys_word_stands_on_their_home_page(browser: Browser) -> None:
    row = make_interview()
    nadia, helen = named(row)
    owner, path = owner_of(row.candidacy.role), f"/interviews/{row.id}"
    assert path in browser(nadia).get("/").text
    assert f"/hiring{path}" not in browser(owner).get("/").text
    service.accept(actor(nadia), row, 0, now())
    assert path not in browser(nadia).get("/").text
    service.ask_to_move(actor(helen), row, "Any morning.", 0, now())
    assert path not in browser(helen).get("/").text
    assert f"/hiring{path}" in browser(owner).get("/").text
    assert path not in browser(owner_of(make_candidacy().role)).get("/").text
    with clock_at(row.starts_at):
        assert f"/hiring{path}" not in browser(owner).get("/").text
