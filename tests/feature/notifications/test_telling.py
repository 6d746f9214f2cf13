from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.applications import service as applications
from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Application
from jobboard.core.clock import now
from jobboard.core.db import session, transaction
from jobboard.core.mail import Mail, MailState
from jobboard.hiring import queries, service
from jobboard.hiring.domain import REASON_WORDS, Reason, Stage
from jobboard.hiring.models import Candidacy
from jobboard.hiring.queries.told import news_of
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.models import Membership
from tests.factories.applications import (
    HANDOVER,
    actor_of,
    ready_application,
    sign,
    start_application,
    submitted_application,
    write,
)
from tests.factories.hiring import make_candidacy, owner_of, recruiter_of
from tests.factories.people import make_user
from tests.factories.world import add_member, make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
START = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
Work = Callable[[], int]
Sink = list[EmailMessage]


@pytest.fixture
def ten_o_clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


class _ChangedTheirMindError(Exception):
    pass


def _texts(message: EmailMessage) -> tuple[str, str]:
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    return plain.get_content(), html.get_content()


def _to(sink: Sink, address: str | None) -> list[EmailMessage]:
    return [message for message in sink if message["To"] == address]


def _subjects(sink: Sink) -> list[str]:
    return sorted(message["Subject"] for message in sink)


def _same_mail_to_both(sink: Sink, application: Application) -> tuple[str, str]:
    first, second = application.partnership.people
    assert sorted(m["To"] for m in sink) == sorted([str(first.address), str(second.address)])
    assert len({m["Message-ID"] for m in sink}) == 2
    assert sink[0]["Subject"] == sink[1]["Subject"]
    assert _texts(sink[0]) == _texts(sink[1])
    return _texts(sink[0])


def test_the_partner_hears_that_an_application_was_started(sink: Sink, work: Work) -> None:
    application = start_application()
    work()
    assert [m["To"] for m in sink] == [application.partnership.second.address]
    text, html = _texts(sink[0])
    assert "Nadia has started your application" in sink[0]["Subject"]
    for words in (text, html):
        assert f"/applications/{application.id}" in words
        assert "Northmoor Community Health Trust" in words


def test_what_was_rolled_back_is_told_to_nobody(sink: Sink, work: Work) -> None:
    role, pair = make_role(), make_partnership()
    with suppress(_ChangedTheirMindError), transaction():
        applications.start(actor_of(pair.first), role, pair, now())
        raise _ChangedTheirMindError
    work()
    assert sink == []
    assert session().scalar(sa.select(sa.func.count(Mail.id))) == 0


def test_the_first_signature_tells_the_other_whose_turn_it_is(sink: Sink, work: Work) -> None:
    application = ready_application()
    work()
    sink.clear()
    sign(application, application.partnership.second)
    work()
    version = application.version
    [told] = _to(sink, application.partnership.first.address)
    assert told["Subject"] == f"Helen has signed version {version}. Your turn."
    text, html = _texts(told)
    assert "Together: Wednesday afternoon." in text
    assert "Uncovered" not in text
    assert f"Read and sign version {version}" in html
    assert "The role closes" in text


def test_nobody_is_sent_to_sign_what_has_changed_since(sink: Sink, work: Work) -> None:
    application = ready_application()
    work()
    sink.clear()
    sign(application, application.partnership.second)
    section = {**HANDOVER, "urgent_rule": "Call either of us."}
    write(application, application.partnership.first, SectionKind.HANDOVER, section)
    work()
    assert all("Your turn" not in subject for subject in _subjects(sink))
    text, _ = _same_mail_to_both(sink, application)
    assert f"Version {application.version} needs both signatures" in text
    assert "Nadia changed your joint application" in text


def test_asking_for_signatures_tells_the_partner_once(sink: Sink, work: Work) -> None:
    application = ready_application()
    work()
    sink.clear()
    applications.ask_for_signatures(actor_of(application.partnership.first), application, now())
    work()
    assert [m["To"] for m in sink] == [application.partnership.second.address]
    assert "ready to sign" in sink[0]["Subject"]


def test_who_asks_and_signs_at_once_sends_one_mail_not_two(sink: Sink, work: Work) -> None:
    application = ready_application()
    work()
    sink.clear()
    applications.ask_for_signatures(actor_of(application.partnership.first), application, now())
    sign(application, application.partnership.first)
    work()
    told = _to(sink, application.partnership.second.address)
    assert _subjects(told) == [f"Nadia has signed version {application.version}. Your turn."]


def test_whoever_signs_first_gets_a_receipt(sink: Sink, work: Work) -> None:
    application = ready_application()
    work()
    sink.clear()
    signer = application.partnership.second
    sign(application, signer)
    work()
    [receipt] = _to(sink, signer.address)
    assert receipt["Subject"] == f"You have signed version {application.version}. Nadia has not yet"
    for body in _texts(receipt):
        assert application.content_hash in body
        assert "nothing has gone out" in body
        assert "change your password at once" in body


@pytest.mark.parametrize("then", ["both", "edited"])
def test_a_receipt_that_is_no_longer_true_is_not_sent(then: str, sink: Sink, work: Work) -> None:
    application = ready_application()
    work()
    sink.clear()
    first, second = application.partnership.people
    sign(application, first)
    if then == "both":
        sign(application, second)
    else:
        write(application, second, SectionKind.HANDOVER, {**HANDOVER, "urgent_rule": "Ring both."})
    work()
    assert not any("has not yet" in subject for subject in _subjects(sink))


def test_a_new_pair_reads_well_in_the_employers_mail(sink: Sink, work: Work) -> None:
    pair = make_partnership()
    pair.track_record.clear()
    session().commit()
    role = make_role()
    application = ready_application(role, pair)
    write(application, pair.first, SectionKind.TRACK_RECORD, {"entry_ids": [], "new_pair": True})
    at = now() - timedelta(hours=1)
    for person in pair.people:
        sign(application, person, at)
    work()
    [letter] = _to(sink, owner_of(role).address)
    for body in _texts(letter):
        assert "New pair" not in body
        assert "none yet, they are a new pair" in body


@pytest.mark.usefixtures("ten_o_clock")
def test_both_get_the_same_mail_about_the_submission_with_the_facts_of_the_copy(
    sink: Sink, work: Work
) -> None:
    application = submitted_application()
    work()
    sink[:] = [m for m in sink if "You have applied together" in m["Subject"]]
    text, html = _same_mail_to_both(sink, application)
    for words in (text, html):
        assert "Director of People and Culture" in words
        assert "Northmoor Community Health Trust" in words
        assert application.content_hash in words
        assert "Tuesday 24 November 2026, 10:10 GMT" in words
        assert "Wednesday afternoon" in words
    assert f"Version: {application.version}" in text


def test_the_employer_is_told_after_the_cool_off_each_reader_once(
    sink: Sink, work: Work, ten_o_clock: time_machine.Traveller
) -> None:
    role = make_role()
    recruiter = make_user("Ngozi Eze")
    add_member(role.organisation, recruiter, MemberKind.RECRUITER)
    submitted_application(role)
    work()
    sink.clear()
    ten_o_clock.shift(timedelta(minutes=9, seconds=59))
    work()
    assert sink == []
    ten_o_clock.shift(timedelta(seconds=1))
    work()
    assert sorted(m["To"] for m in sink) == sorted([owner_of(role).address, recruiter.address])
    assert _subjects(sink) == ["A new joint application for Director of People and Culture"] * 2
    text, _ = _texts(sink[0])
    assert "Nadia Okafor and Helen Marsh apply together" in text
    assert "FTE: 1.1" in text
    work()
    assert len(sink) == 2


def test_withdrawing_within_the_cool_off_leaves_the_employer_nothing(
    sink: Sink, work: Work, ten_o_clock: time_machine.Traveller
) -> None:
    role = make_role()
    application = submitted_application(role)
    ten_o_clock.shift(timedelta(minutes=9))
    applications.withdraw(actor_of(application.partnership.first), application, now())
    ten_o_clock.shift(timedelta(hours=2))
    work()
    assert _to(sink, owner_of(role).address) == []
    assert session().scalar(sa.select(sa.func.count(Candidacy.id))) == 0
    rows = session().scalars(sa.select(Mail).where(Mail.person_id == owner_of(role).id)).all()
    assert [(row.kind, row.state) for row in rows] == [("candidacy.arrived", MailState.DROPPED)]
    told = _to(sink, application.partnership.second.address)[-1]
    assert "has withdrawn" in told["Subject"]
    assert "the employer has never seen it" in _texts(told)[0]


def test_withdrawing_later_is_told_to_the_partner_and_to_the_employer(
    sink: Sink, work: Work
) -> None:
    candidacy = make_candidacy()
    application = candidacy.application
    work()
    sink.clear()
    applications.withdraw(actor_of(application.partnership.second), application, now())
    work()
    first, owner = application.partnership.first, owner_of(candidacy.role)
    assert sorted(m["To"] for m in sink) == sorted([str(first.address), str(owner.address)])
    assert "Helen has withdrawn" in _to(sink, first.address)[0]["Subject"]
    assert "have withdrawn from" in _to(sink, owner.address)[0]["Subject"]


@pytest.mark.parametrize(
    ("stage", "move"),
    [
        (Stage.NEW, "shortlist"),
        (Stage.SHORTLISTED, "interview"),
        (Stage.INTERVIEWING, "reserve"),
        (Stage.NEW, "not_select"),
    ],
)
def test_a_told_move_is_one_and_the_same_mail_to_both(
    sink: Sink, work: Work, stage: Stage, move: str
) -> None:
    candidacy = make_candidacy(stage=stage)
    work()
    sink.clear()
    is_no = move == "not_select"
    service.move(
        recruiter_of(candidacy.role),
        candidacy,
        move,
        now(),
        reason=Reason.STRONGER_PAIR if is_no else None,
        words="You were <b>close</b> & we mean it.\n\nDo come back." if is_no else "",
        note=None if is_no else "For the panel only",
    )
    work()
    text, html = _same_mail_to_both(sink, candidacy.application)
    assert "For the panel only" not in text
    assert f"/applications/{candidacy.application_id}" in text
    if is_no:
        assert REASON_WORDS[Reason.STRONGER_PAIR] in text
        assert "You were <b>close</b> & we mean it." in text
        assert "You were &lt;b&gt;close&lt;/b&gt; &amp; we mean it." in html
        assert "Do come back." in html


def test_a_reason_in_the_employers_own_words_needs_no_other_words(sink: Sink, work: Work) -> None:
    candidacy = make_candidacy()
    work()
    sink.clear()
    actor = recruiter_of(candidacy.role)
    service.move(
        actor, candidacy, "not_select", now(), reason=Reason.OTHER, words="We stopped hiring."
    )
    work()
    text, html = _same_mail_to_both(sink, candidacy.application)
    assert "We stopped hiring." in text
    assert "nother reason" not in text + html
    assert "None" not in text + html
    assert news_of(candidacy).reason == ""


@pytest.mark.parametrize("move", ["start_reading", "longlist"])
def test_the_panels_own_bookkeeping_is_told_to_nobody(sink: Sink, work: Work, move: str) -> None:
    candidacy = make_candidacy()
    work()
    sink.clear()
    service.move(recruiter_of(candidacy.role), candidacy, move, now())
    work()
    assert sink == []
    assert session().scalar(sa.select(Mail).where(Mail.kind == "candidacy.moved")) is None


def test_a_repeated_delivery_repeats_the_message_id_and_nothing_else(
    sink: Sink, work: Work
) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    work()
    pairs = [(m["Message-ID"], m["To"], m["Subject"]) for m in sink]
    assert len({one for one, _, _ in pairs}) == len(set(pairs)) == len(pairs)
    rows = session().scalars(sa.select(Mail)).all()
    assert len({(row.decision, row.person_id) for row in rows}) == len(rows)
    assert {row.message_id for row in rows} >= {one for one, _, _ in pairs}
    assert queries.of_application(candidacy.application_id) is candidacy


def test_no_row_of_the_outbox_holds_a_word_of_anybody(sink: Sink, work: Work) -> None:
    candidacy = make_candidacy()
    service.move(recruiter_of(candidacy.role), candidacy, "not_select", now(),
                 reason=Reason.CRITERIA, words="Heartfelt words")  # fmt: skip
    for row in session().scalars(sa.select(Mail)):
        assert set(row.refs) <= {"application_id", "candidacy_id", "by_id", "version", "move"}
        assert "Heartfelt" not in str(row.refs)
    work()
    assert any("Heartfelt words" in _texts(m)[0] for m in sink)


def test_who_left_the_organisation_meanwhile_is_not_told(
    sink: Sink, work: Work, ten_o_clock: time_machine.Traveller
) -> None:
    role = make_role()
    gone = make_user("Dev Chaudhry")
    add_member(role.organisation, gone, MemberKind.RECRUITER)
    submitted_application(role)
    session().execute(sa.delete(Membership).where(Membership.user_id == gone.id))
    session().commit()
    ten_o_clock.shift(timedelta(minutes=11))
    work()
    assert _to(sink, gone.address) == []
    assert len(_to(sink, owner_of(role).address)) == 1


def test_half_of_the_pair_is_never_told_as_the_employer(sink: Sink, work: Work) -> None:
    role = make_role()
    colleague = make_user("Mara Inside")
    add_member(role.organisation, colleague, MemberKind.RECRUITER)
    make_candidacy(role, make_partnership(colleague, make_user("Jo Outside")))
    work()
    assert all("new joint application" not in m["Subject"] for m in _to(sink, colleague.address))


def test_names_and_titles_of_any_kind_make_mails_that_can_be_sent(sink: Sink, work: Work) -> None:
    role = make_role(title="Head of {role} & <i>Things</i> \u202e 李")
    pair = make_partnership(make_user("Ann www.evil.test/x"), make_user("Bé <script>"))
    candidacy = make_candidacy(role, pair)
    work()
    service.move(recruiter_of(role), candidacy, "not_select", now(), reason=Reason.OTHER,
                 words="{employer} %s \n\n<script>alert(1)</script>")  # fmt: skip
    work()
    assert len(sink) == 5
    for message in sink:
        text, html = _texts(message)
        assert "<script>" not in html
        assert "www.evil.test" not in text
