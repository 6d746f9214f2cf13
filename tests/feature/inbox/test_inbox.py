"""One inbox for two: every message reaches both at the same moment and shows who has read it."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from jobboard.applications import service as applications
from jobboard.applications.leaving import Answer
from jobboard.core.activity import Activity
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.core.mail import Mail
from jobboard.core.policy import NotAllowedError
from jobboard.hiring import service as hiring
from jobboard.hiring.domain import Reason, Stage
from jobboard.inbox import queries, service
from jobboard.inbox.domain import MAX_CHARACTERS, ClosedError
from jobboard.inbox.models import Message, Receipt, Thread
from jobboard.inbox.places import Place
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.ending import Wish
from jobboard.roles.domain import RoleStatus, SingleApplicants
from jobboard.web.filters import instant
from tests.factories.applications import actor_of, submitted_application
from tests.factories.hiring import make_candidacy, owner_of, recruiter_of
from tests.factories.messages import from_employer, from_partner, note
from tests.factories.people import make_user
from tests.factories.world import add_member, make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"


def words(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def pair_url(candidacy: Any) -> str:
    return f"/applications/{candidacy.application_id}/messages"


def employer_url(candidacy: Any) -> str:
    return f"/hiring/candidacies/{candidacy.id}/messages"


def people(candidacy: Any) -> Any:
    return candidacy.application.partnership.people


def all_of(model: Any) -> list[Any]:
    session().expire_all()
    return list(session().scalars(sa.select(model)))


def read_at(message: Message, user: Any) -> Any:
    session().expire_all()
    found = sa.select(Receipt).where(Receipt.message_id == message.id, Receipt.user_id == user.id)
    return session().scalars(found).one().read_at


def statements(action: Callable[[], Any]) -> int:
    seen = []

    def listen(_conn, _cursor, statement, *_rest):
        seen.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", listen)
    try:
        action()
    finally:
        sa.event.remove(database.engine, "before_cursor_execute", listen)
    return len(seen)


def test_what_the_employer_writes_reaches_both_at_the_same_moment(
    browser: Browser, work: Callable[[], int], sink: list[Any]
) -> None:
    candidacy = make_candidacy()
    nadia, helen = people(candidacy)
    add_member(candidacy.role.organisation, make_user("Dev Chaudhry"))
    work()
    sink.clear()
    answer = browser(owner_of(candidacy.role)).post(
        employer_url(candidacy), data={"text": "Would Tuesday suit you?"}
    )
    assert answer.status_code == 303
    rows = [row for row in all_of(Mail) if row.kind == "message.sent"]
    assert {row.person_id for row in rows} == {nadia.id, helen.id}
    moments = [row.created_at for row in rows]
    assert max(moments) - min(moments) < timedelta(seconds=1), "in one transaction"
    work()
    assert {str(letter["To"]) for letter in sink} == {nadia.address, helen.address}
    assert len({letter["Message-ID"] for letter in sink}) == 2
    bodies = [letter.get_body(("plain",)).get_content() for letter in sink]
    assert bodies[0] == bodies[1], "the same words for both"
    assert pair_url(candidacy) in bodies[0]
    assert not any("Tuesday" in letter.as_string() for letter in sink), "no text in a mail"
    for person in (nadia, helen):
        assert "Would Tuesday suit you?" in words(browser(person).get(pair_url(candidacy)))


def test_what_one_partner_answers_reaches_the_other_and_the_employer(
    browser: Browser, work: Callable[[], int], sink: list[Any]
) -> None:
    candidacy = make_candidacy()
    nadia, helen = people(candidacy)
    work()
    sink.clear()
    browser(nadia).post(pair_url(candidacy), data={"text": "Tuesday is fine."})
    work()
    owner = owner_of(candidacy.role)
    assert {str(letter["To"]) for letter in sink} == {helen.address, owner.address}
    page = words(browser(owner).get(employer_url(candidacy)))
    assert "Tuesday is fine." in page
    assert nadia.name in page
    assert "for the pair" in page
    assert "Tuesday is fine." in words(browser(helen).get(pair_url(candidacy)))


def test_the_trail_holds_ids_and_no_text() -> None:
    candidacy = make_candidacy()
    from_employer(candidacy, "A very secret sentence.")
    [act] = [one for one in all_of(Activity) if one.action == "message.sent"]
    assert set(act.codes) == {"thread_id"}
    assert not any("secret sentence" in json.dumps(row.refs) for row in all_of(Mail))


def test_looking_writes_nothing_and_the_button_does(browser: Browser) -> None:
    candidacy = make_candidacy()
    nadia, helen = people(candidacy)
    message = from_employer(candidacy)
    client, url = browser(nadia), pair_url(candidacy)
    page = words(client.get(url))
    assert "Not yet read by you or Helen" in page
    assert "Mark as read" in page
    assert read_at(message, nadia) is None
    assert client.post(f"{url}/reading", data={"seen": str(message.id)}).status_code == 303
    first = read_at(message, nadia)
    assert first is not None
    client.post(f"{url}/reading", data={"seen": str(message.id)})
    assert read_at(message, nadia) == first, "the first reading stays"
    assert "Read by you, not yet by Helen" in words(client.get(url))
    assert "Mark as read" not in words(client.get(url))
    hers = words(browser(helen).get(url))
    assert f"Read by Nadia, not yet by you. Nadia read it on {instant(first)}" in hers
    service.mark_read(
        actor_of(helen),
        queries.about_application(actor_of(helen), candidacy.application_id, now()),
        [message.id],
        now(),
    )
    assert "Read by you both" in words(client.get(url))


def test_the_employer_never_learns_which_of_them_has_read_it(browser: Browser) -> None:
    candidacy = make_candidacy()
    nadia, _ = people(candidacy)
    message = from_employer(candidacy)
    owner, url = browser(owner_of(candidacy.role)), employer_url(candidacy)
    before = owner.get(url).data
    assert "Delivered to both" in before.decode()
    browser(nadia).post(f"{pair_url(candidacy)}/reading", data={"seen": str(message.id)})
    after = owner.get(url).data
    assert after.count(b"Read by") == before.count(b"Read by") == 0


def test_an_answer_reads_what_stood_above_it_and_nothing_else(browser: Browser) -> None:
    candidacy = make_candidacy()
    nadia, _ = people(candidacy)
    above, later = from_employer(candidacy), from_employer(candidacy, "One more thing.")
    browser(nadia).post(pair_url(candidacy), data={"text": "Yes.", "seen": str(above.id)})
    assert read_at(above, nadia) is not None
    assert read_at(later, nadia) is None


def test_nobody_marks_for_another_or_in_another_place(browser: Browser) -> None:
    candidacy, other = make_candidacy(), make_candidacy()
    nadia, helen = people(candidacy)
    message = from_employer(candidacy)
    stranger = people(other)[0]
    url = f"{pair_url(other)}/reading"
    assert browser(stranger).post(url, data={"seen": str(message.id)}).status_code == 303
    browser(nadia).post(f"{pair_url(candidacy)}/reading", data={"seen": ["x", str(other.id)]})
    elsewhere = f"/partnerships/{candidacy.application.partnership_id}/inbox/notes/reading"
    browser(nadia).post(elsewhere, data={"seen": str(message.id)})
    assert [read_at(message, one) for one in (nadia, helen)] == [None, None]


def test_two_clicks_are_one_message(browser: Browser) -> None:
    candidacy = make_candidacy()
    client = browser(people(candidacy)[0])
    form = {"text": "Once.", "once": "c" * 32}
    codes = [client.post(pair_url(candidacy), data=form).status_code for _ in range(2)]
    assert codes == [303, 302]
    assert len(all_of(Message)) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (MAX_CHARACTERS + 1), "y" * 30_000, "a\x00b"])
def test_what_cannot_be_sent_is_shown_again(browser: Browser, text: str) -> None:
    candidacy = make_candidacy()
    answer = browser(people(candidacy)[0]).post(pair_url(candidacy), data={"text": text})
    assert answer.status_code == 422
    assert text.replace("\x00", "").strip() in words(answer)
    assert all_of(Message) == []


def test_five_thousand_characters_of_any_alphabet_are_sent(browser: Browser) -> None:
    candidacy = make_candidacy()
    client = browser(people(candidacy)[0])
    for letter in ("x", "ش", "🙂"):
        answer = client.post(pair_url(candidacy), data={"text": letter * MAX_CHARACTERS})
        assert answer.status_code == 303, letter


def test_no_nasty_string_and_no_name_breaks_it(
    browser: Browser, work: Callable[[], int], sink: list[Any]
) -> None:
    if not NASTY.exists():
        pytest.skip("data/nasty/blns.json is not here")
    strings = json.loads(NASTY.read_text("utf-8"))
    name = "أ" * 200
    candidacy = make_candidacy(None, make_partnership(make_user(name), make_user("Helen Marsh")))
    work()
    sink.clear()
    client = browser(people(candidacy)[0])
    for text in strings[::7]:
        assert client.post(pair_url(candidacy), data={"text": text}).status_code in {303, 422}
    page = client.get(pair_url(candidacy))
    assert page.status_code == 200
    assert b"<script>alert" not in page.data
    assert name in words(browser(owner_of(candidacy.role)).get(employer_url(candidacy)))
    work()
    assert sink
    assert browser(people(candidacy)[1]).get(
        f"/partnerships/{candidacy.application.partnership_id}/inbox"
    ).status_code == 200  # fmt: skip


def test_notes_are_for_the_two_alone(
    browser: Browser, work: Callable[[], int], sink: list[Any]
) -> None:
    candidacy = make_candidacy()
    pair = candidacy.application.partnership
    work()
    sink.clear()
    note(pair.first, pair, "What do we ask for?")
    work()
    assert [str(letter["To"]) for letter in sink] == [pair.second.address]
    assert "What do we ask for?" in words(
        browser(pair.second).get(f"/partnerships/{pair.id}/inbox/notes")
    )
    for url in (pair_url(candidacy), employer_url(candidacy)):
        for reader in (pair.second, owner_of(candidacy.role)):
            assert "What do we ask for?" not in words(browser(reader).get(url))


def test_before_the_employer_can_read_it_there_is_no_conversation(browser: Browser) -> None:
    application = submitted_application()
    candidacy = hiring_row(application)
    client = browser(application.partnership.first)
    assert client.get(pair_url(candidacy)).status_code == 404
    assert client.post(pair_url(candidacy), data={"text": "Hello"}).status_code == 404
    owner = browser(owner_of(application.role))
    assert owner.get(employer_url(candidacy)).status_code == 404
    assert application.role.title not in words(
        client.get(f"/partnerships/{application.partnership_id}/inbox")
    )
    later = application.visible_from
    assert queries.about_application(actor_of(application.partnership.first), application.id, later)
    assert all_of(Thread) == []


def hiring_row(application: Any) -> Any:
    from jobboard.hiring.queries import of_application

    return of_application(application.id)


def test_strangers_and_those_who_left_the_employer_find_nothing(browser: Browser) -> None:
    candidacy = make_candidacy()
    from_employer(candidacy)
    other = make_candidacy()
    stranger, elsewhere = people(other)[0], owner_of(other.role)
    for actor in (stranger, elsewhere, make_user("Dev Chaudhry")):
        client = browser(actor)
        for url in (pair_url(candidacy), employer_url(candidacy)):
            assert client.get(url).status_code == 404
            assert client.post(url, data={"text": "x"}).status_code == 404
            assert client.post(f"{url}/reading").status_code == 404
    assert browser(people(candidacy)[0]).get(employer_url(candidacy)).status_code == 404
    assert browser(owner_of(candidacy.role)).get(pair_url(candidacy)).status_code == 404


def test_a_closed_candidacy_is_read_only_for_both_sides(browser: Browser) -> None:
    candidacy = make_candidacy()
    nadia, _ = people(candidacy)
    from_employer(candidacy, "We decide tomorrow.")
    hiring.move(
        recruiter_of(candidacy.role), candidacy, "not_select", now(), reason=Reason.CRITERIA
    )
    owner = owner_of(candidacy.role)
    for actor, url in ((nadia, pair_url(candidacy)), (owner, employer_url(candidacy))):
        client = browser(actor)
        page = words(client.get(url))
        assert "We decide tomorrow." in page
        assert "this conversation is closed" in page
        assert "Send to" not in page
        answer = client.post(url, data={"text": "But why?"})
        assert answer.status_code == 409
        assert "But why?" in words(answer), "what was typed is still there"
    assert len(all_of(Message)) == 1


@pytest.mark.parametrize("how", ["withdrawn", "role_gone"])
def test_what_is_over_takes_no_message(how: str) -> None:
    candidacy = make_candidacy()
    nadia, _ = people(candidacy)
    place = queries.about_application(actor_of(nadia), candidacy.application_id, now())
    if how == "withdrawn":
        applications.withdraw(actor_of(nadia), candidacy.application, now())
    else:
        candidacy.role.status = RoleStatus.CANCELLED
        session().commit()
    with pytest.raises(ClosedError):
        service.write(actor_of(nadia), place, "Still there?", now())
    with pytest.raises(ClosedError):
        from_employer(candidacy)


def test_whoever_left_reads_what_was_said_before_and_nothing_after(browser: Browser) -> None:
    candidacy = make_candidacy(make_role(if_one_leaves=SingleApplicants.YES))
    nadia, helen = people(candidacy)
    from_employer(candidacy, "Before she left.")
    applications.leave(actor_of(nadia), candidacy.application, "", now())
    from_partner(helen, candidacy.application_id, "I am thinking about it.")
    applications.decide(actor_of(helen), candidacy.application, Answer.ALONE, now())
    session().expire_all()
    from_employer(candidacy, "Gladly with you alone.")
    page = words(browser(nadia).get(pair_url(candidacy)))
    assert "Before she left." in page
    assert "I am thinking about it." not in page
    assert "Gladly with you alone." not in page
    assert "You have left this application" in page
    assert browser(nadia).post(pair_url(candidacy), data={"text": "x"}).status_code == 403
    assert "Gladly with you alone." in words(browser(helen).get(pair_url(candidacy)))
    owner = words(browser(owner_of(candidacy.role)).get(employer_url(candidacy)))
    assert "Delivered to Helen" in owner
    assert "Delivered to both" in owner, "the first message did reach both"


def test_a_pair_that_ended_reads_and_writes_no_more(browser: Browser) -> None:
    pair = make_partnership()
    note(pair.first, pair, "It was good.")
    partnerships.start_dissolving(actor_of(pair.first), pair, "", now())
    note(pair.second, pair, "It was.")
    partnerships.wish(actor_of(pair.second), pair, Wish.END, now())
    session().expire_all()
    client, url = browser(pair.second), f"/partnerships/{pair.id}/inbox/notes"
    page = words(client.get(url))
    assert not pair.is_live
    assert "It was good." in page
    assert "Your partnership has ended" in page
    assert "Send to" not in page
    assert client.post(url, data={"text": "x"}).status_code == 409
    assert client.get(f"/partnerships/{pair.id}/inbox").status_code == 200


def test_a_member_who_is_half_of_the_pair_writes_as_a_partner_only(browser: Browser) -> None:
    pair = make_partnership()
    candidacy = make_candidacy(None, pair)
    add_member(candidacy.role.organisation, pair.first)
    from_partner(pair.second, candidacy.application_id, "Hello.")
    assert browser(pair.first).get(employer_url(candidacy)).status_code == 404
    place = Place(pair, candidacy.application, candidacy, is_employer=True)
    with pytest.raises(NotAllowedError):
        service.write(actor_of(pair.first), place, "As the employer", now())
    receipts = [row.user_id for row in all_of(Receipt)]
    assert sorted(receipts) == sorted({pair.first_id, owner_of(candidacy.role).id})


def test_a_letter_that_was_overtaken_is_not_sent(
    browser: Browser, work: Callable[[], int], sink: list[Any]
) -> None:
    candidacy = make_candidacy()
    nadia, helen = people(candidacy)
    work()
    sink.clear()
    message = from_employer(candidacy)
    browser(nadia).post(f"{pair_url(candidacy)}/reading", data={"seen": str(message.id)})
    work()
    assert [str(letter["To"]) for letter in sink] == [helen.address]


def test_the_list_has_the_newest_first_and_counts_what_is_new(browser: Browser) -> None:
    pair = make_partnership()
    older = make_candidacy(make_role(title="Director of Tides"), pair)
    newer = make_candidacy(make_role(title="Director of Dunes"), pair)
    at = now()
    from_employer(newer, "First.", at - timedelta(minutes=20))
    from_employer(older, "Second.", at - timedelta(minutes=10))
    from_employer(older, "Third.", at - timedelta(minutes=5))
    client = browser(pair.first)
    page = words(client.get(f"/partnerships/{pair.id}/inbox"))
    assert page.index("Director of Tides") < page.index("Director of Dunes")
    assert "2 new" in page
    assert "Third." in page
    assert "Second." not in page
    home = words(client.get("/"))
    assert "3 messages you have not read" in home


def test_the_home_of_the_employer_counts_what_the_pair_wrote(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.UNDER_REVIEW)
    owner = owner_of(candidacy.role)
    from_partner(people(candidacy)[0], candidacy.application_id)
    late = make_user("Dev Chaudhry", purpose=owner.purpose)
    add_member(candidacy.role.organisation, late)
    assert "1 message you have not read" in words(browser(owner).get("/"))
    assert "you have not read" not in words(browser(late).get("/"))


def test_pages_of_messages_and_of_conversations(browser: Browser) -> None:
    candidacy = make_candidacy()
    nadia, _ = people(candidacy)
    at = now() - timedelta(minutes=30)
    for number in range(55):
        from_employer(candidacy, f"Number {number}.", at + timedelta(seconds=number))
    client, url = browser(nadia), pair_url(candidacy)
    newest, oldest = words(client.get(url)), words(client.get(f"{url}?page=2"))
    assert "Number 54." in newest
    assert "Number 4." not in newest
    assert "Number 4." in oldest
    assert newest.index("Number 53.") < newest.index("Number 54."), "read downwards"


@pytest.mark.parametrize("side", ["pair", "employer"])
def test_a_conversation_asks_as_many_questions_for_one_as_for_twenty(
    browser: Browser, side: str
) -> None:
    candidacy = make_candidacy()
    nadia, _ = people(candidacy)
    from_employer(candidacy)
    from_partner(nadia, candidacy.application_id)
    actor = nadia if side == "pair" else owner_of(candidacy.role)
    client = browser(actor)
    url = pair_url(candidacy) if side == "pair" else employer_url(candidacy)
    client.get(url)
    one = statements(lambda: client.get(url))
    for number in range(10):
        from_employer(candidacy, f"Number {number}.")
        from_partner(nadia, candidacy.application_id, f"Answer {number}.")
    assert statements(lambda: client.get(url)) == one
    assert one <= 10


def test_the_list_asks_as_many_questions_for_one_as_for_twelve(browser: Browser) -> None:
    pair = make_partnership()
    note(pair.second, pair)
    client, url = browser(pair.first), f"/partnerships/{pair.id}/inbox"
    from_employer(make_candidacy(None, pair))
    client.get(url)
    one = statements(lambda: client.get(url))
    for _ in range(11):
        from_employer(make_candidacy(None, pair))
    assert statements(lambda: client.get(url)) == one
    assert one <= 10
