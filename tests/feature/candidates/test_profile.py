"""The profile page: read, write, refuse, meet oneself in another window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jobboard.candidates import queries, service
from jobboard.candidates.domain import ProfileFields, StaleProfileError
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.policy import Actor, NotAllowedError, may
from tests.conftest import Browser
from tests.factories.pairs import actor_of, make_profile
from tests.factories.people import make_user

pytestmark = pytest.mark.usefixtures("db")
BLNS = Path(__file__).parents[4] / "shared" / "data" / "nasty" / "blns.json"


def typed(base: int = 0, **fields: object) -> dict[str, object]:
    week = {f"availability-{n}": mark for n, mark in enumerate("ppppcc--c-")}
    return {
        "headline": "People director",
        "level": "6",
        "sectors": ["health", "charity"],
        "place": "Leeds, up to an hour by train",
        "skills": "Negotiation, coaching\nnegotiation",
        "base": str(base),
        **week,
        **fields,
    }


def test_a_profile_is_written_and_read_back(browser: Browser) -> None:
    user = make_user()
    page = browser(user)
    answer = page.post("/profile", data=typed())
    assert (answer.status_code, answer.location) == (302, "/profile")
    profile = queries.profile_of(user.id)
    assert profile is not None
    assert profile.fields == ProfileFields(
        "People director",
        6,
        ("health", "charity"),
        "Leeds, up to an hour by train",
        "ppppcc--c-",
        ("Negotiation", "coaching"),
    )
    shown = page.get("/profile").text
    assert "Your profile is saved." in shown
    assert "would like Monday, Tuesday" in shown
    assert "Health and care" in shown
    assert [row.action for row in trail_of([profile.id])] == ["profile.saved"]


def test_nobody_is_asked_why(browser: Browser) -> None:
    shown = browser(make_user()).get("/profile").text
    assert "Nobody is asked why" in shown
    assert 'name="reason' not in shown


def test_a_stranger_is_asked_to_sign_in(browser: Browser) -> None:
    assert "/sign-in?next=/profile" in browser().get("/profile").location
    answer = browser().post("/profile", data=typed())
    assert answer.status_code == 401
    assert "/sign-in?next=" in answer.text


@pytest.mark.parametrize(
    ("fields", "sentence", "anchor"),
    [
        ({"headline": "x" * 121}, "Use 120 at most.", "#headline"),
        ({"level": "9"}, "Not a valid choice", "#level"),
        ({"sectors": ["alchemy"]}, "Choose from the sectors on the page.", "#sectors-0"),
        (
            {"sectors": ["health", "education", "charity", "finance", "science", "other"]},
            "You ticked 6. Keep 5 at most.",
            "#sectors-0",
        ),
        ({"availability-3": "z"}, "Choose one answer for each half-day.", "#availability-0"),
        ({"availability-9": ""}, "Choose one answer for each half-day.", "#availability-0"),
        (
            {"skills": "\n".join(f"skill {n}" for n in range(13))},
            "Keep the 12 that matter most.",
            "#skills",
        ),
        ({"place": "Leeds\x00"}, "Take out the character that cannot be stored", "#place"),
    ],
)
def test_what_cannot_stand_comes_back_with_its_reason(
    browser: Browser, fields: dict[str, object], sentence: str, anchor: str
) -> None:
    user = make_user()
    answer = browser(user).post("/profile", data=typed(**{"headline": "Kept words", **fields}))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'href="{anchor}"' in answer.text
    assert f'id="{anchor[1:]}"' in answer.text
    assert "Leeds" in answer.text
    assert queries.profile_of(user.id) is None


def test_everything_wrong_is_said_at_once(browser: Browser) -> None:
    six = ["health", "education", "charity", "finance", "science", "other"]
    shown = browser(make_user()).post("/profile", data=typed(headline="x" * 130, sectors=six)).text
    assert "This has 130 characters. Use 120 at most." in shown
    assert shown.count("Use 120 at most.") == 2
    assert "You ticked 6. Keep 5 at most." in shown


def test_two_windows_meet_in_a_page_with_both(browser: Browser) -> None:
    user = make_user()
    saved = make_profile(user, headline="Saved in the other window")
    page = browser(user)
    answer = page.post("/profile", data=typed(base=saved.lock_version - 1, headline="Typed here"))
    assert answer.status_code == 409
    assert "Saved in the other window" in answer.text
    assert 'value="Typed here"' in answer.text
    assert f'name="base" type="hidden" value="{saved.lock_version}"' in answer.text
    answer = page.post("/profile", data=typed(base=saved.lock_version, headline="Typed here"))
    assert answer.status_code == 302
    profile = queries.profile_of(user.id)
    assert profile is not None
    assert profile.headline == "Typed here"


@pytest.mark.parametrize("base", ["", "x", "-1", "9" * 40, "²"])
def test_a_base_that_cannot_be_read_is_stale(browser: Browser, base: str) -> None:
    user = make_user()
    make_profile(user)
    assert browser(user).post("/profile", data=typed() | {"base": base}).status_code == 409


def test_the_same_form_sent_twice_counts_once(browser: Browser) -> None:
    user = make_user()
    page = browser(user)
    data = typed(once="a" * 32)
    assert page.post("/profile", data=data).status_code == 302
    assert page.post("/profile", data=data).location == "/profile"
    profile = queries.profile_of(user.id)
    assert profile is not None
    assert profile.lock_version == 1


def test_a_verb_refuses_nobody_and_the_stale() -> None:
    user = make_user()
    with pytest.raises(NotAllowedError):
        service.save(Actor(), ProfileFields(), 0, now())
    service.save(actor_of(user), ProfileFields(headline="One"), 0, now())
    with pytest.raises(StaleProfileError) as caught:
        service.save(actor_of(user), ProfileFields(headline="Two"), 0, now())
    assert caught.value.saved.headline == "One"


def test_everybody_edits_their_own_only() -> None:
    user, other = make_user(), make_user("Helen Marsh")
    profile = make_profile(user)
    assert may(actor_of(user), "profile.edit", profile)
    assert not may(actor_of(other), "profile.edit", profile)


def test_profiles_are_found_by_person() -> None:
    user, other, third = make_user(), make_user("Helen Marsh"), make_user("Ann Lee")
    make_profile(user)
    make_profile(other, headline="Other")
    found = queries.profiles_of([user.id, other.id, third.id])
    assert {key: value.headline for key, value in found.items()} == {
        user.id: "People director who rebuilds teams",
        other.id: "Other",
    }
    assert queries.profile_of(third.id) is None
    assert queries.profile_of(None) is None


@pytest.mark.data
def test_no_nasty_string_breaks_the_profile(browser: Browser) -> None:
    if not BLNS.exists():
        pytest.skip("shared/data/nasty/blns.json is not here")
    user = make_user()
    page = browser(user)
    for nasty in json.loads(BLNS.read_text(encoding="utf-8")):
        profile = queries.profile_of(user.id)
        base = profile.lock_version if profile else 0
        data = typed(base, headline=nasty, place=nasty, skills=nasty)
        assert page.post("/profile", data=data).status_code in (302, 409, 422)
    assert page.get("/profile").status_code == 200


def test_a_week_is_redrawn_on_another_grid_and_saved_only_when_asked(browser: Browser) -> None:
    user = make_user()
    page = browser(user)
    grid = {"availability-grid": "1x5", "availability-shape": "2x7"}
    answer = page.post("/profile", data=typed(redraw="1", **grid))
    assert answer.status_code == 200
    assert 'name="availability-27"' in answer.text
    assert 'value="People director"' in answer.text
    assert queries.profile_of(user.id) is None
    week = {f"availability-{n}": mark for n, mark in enumerate("ppppcc--c---pp" + "-" * 14)}
    answer = page.post("/profile", data={**typed(), **week, "availability-grid": "2x7"})
    assert answer.status_code == 302
    profile = queries.profile_of(user.id)
    assert profile is not None
    assert profile.availability == "7:ppppcc--c---pp/--------------"
    shown = page.get("/profile").text
    assert "Monday, Tuesday, Sunday in week one" in shown
    assert shown.count("week--cycle") == 1


def test_a_half_day_of_the_larger_grid_without_an_answer_is_asked_for(browser: Browser) -> None:
    user = make_user()
    answer = browser(user).post("/profile", data=typed(**{"availability-grid": "1x6"}))
    assert answer.status_code == 422
    assert "Choose one answer for each half-day." in answer.text
    assert 'name="availability-11"' in answer.text
    assert queries.profile_of(user.id) is None
