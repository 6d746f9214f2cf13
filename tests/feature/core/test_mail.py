from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
import time_machine
from aiosmtpd.controller import Controller

from jobboard.core import jobs, mail, transports
from jobboard.core.db import session, transaction
from jobboard.core.jobs import Job, JobState
from jobboard.core.mail import Letter, Mail, MailState

ADDRESS = "helen@example.test"
say: list[Letter | None] = []


@mail.composer("test.letter")
def compose(row: Mail) -> Letter | None:
    del row
    return say[0]


@pytest.fixture(autouse=True)
def letter(db):
    del db
    say[:] = [Letter("Your turn,\r\nHelen", "accounts_confirm", {"link": "/x", "name": "Helen"})]


@pytest.fixture(autouse=True)
def plain_words(monkeypatch):
    """The words of templates are tested with their features; here it is how they travel."""
    monkeypatch.setattr(mail._office[0], "render", lambda template, words: f"{template}: {words}")


def post(decision: str = "test:1") -> None:
    with transaction():
        mail.post("test.letter", ADDRESS, decision=decision, thing="id")


def only() -> Mail:
    session().expire_all()
    return session().scalars(sa.select(Mail)).one()


class Server:
    """A real SMTP server that answers as it is told."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.got: list[bytes] = []

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            self.got.append(envelope.content)
        return answer

    async def handle_RCPT(self, _server, _session, envelope, address, _options) -> str:  # noqa: N802
        if address.startswith("nobody"):
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def smtp(monkeypatch):
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    server = Server()
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    monkeypatch.setattr(mail._office[0], "transport", transports.SmtpTransport("127.0.0.1", port))
    yield server
    controller.stop()


def test_a_letter_leaves_once_per_decision_and_person(sink, work):
    post()
    post()
    work()
    assert len(sink) == 1
    assert sink[0]["To"] == ADDRESS
    assert only().state is MailState.SENT


def test_a_line_break_in_a_subject_starts_no_header(sink, work):
    post()
    work()
    assert sink[0]["Subject"] == "Your turn, Helen"


def test_nothing_is_sent_where_nothing_is_left_to_tell(sink, work):
    post()
    say[:] = [None]
    work()
    assert sink == []
    assert only().state is MailState.DROPPED


def test_a_kind_that_nobody_writes_is_refused():
    with pytest.raises(LookupError), transaction():
        mail.post("test.nobody", ADDRESS, decision="test:2")


def test_it_really_travels_by_smtp_and_a_retry_keeps_its_message_id(smtp, work):
    smtp.answers[:] = ["451 come again"]
    post()
    assert jobs.run_due() == 1
    assert smtp.got == []
    row = session().scalars(sa.select(Job)).one()
    assert row.state is JobState.QUEUED
    jobs_again = row.run_at
    with time_machine.travel(jobs_again, tick=False):
        work()
    assert len(smtp.got) == 1
    assert only().message_id.encode() in smtp.got[0]


def test_a_letter_is_dated_when_it_is_first_handed_over_and_again_so(smtp, work):
    smtp.answers[:] = ["451 come again"]
    decided = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    due = decided + timedelta(minutes=10)
    with time_machine.travel(decided, tick=False), transaction():
        mail.post("test.letter", ADDRESS, decision="test:4", not_before=due, thing="id")
    with time_machine.travel(due + timedelta(seconds=3), tick=False):
        assert jobs.run_due() == 1
    with time_machine.travel(due + timedelta(hours=2), tick=False):
        work()
    assert b"Date: Mon, 02 Nov 2026 09:10:03 +0000" in smtp.got[0]
    row = only()
    assert (row.dated_at, row.sent_at) == (
        due + timedelta(seconds=3),
        due + timedelta(hours=2),
    )


def test_an_address_that_is_refused_for_good_is_not_tried_again(smtp):
    with transaction():
        mail.post("test.letter", "nobody@example.test", decision="test:3")
    jobs.run_due()
    assert session().scalars(sa.select(Job)).one().state is JobState.FAILED
    assert smtp.got == []


def test_development_writes_letters_into_files(tmp_path, monkeypatch, work):
    monkeypatch.setattr(mail._office[0], "transport", transports.FileTransport(tmp_path / "mail"))
    post()
    work()
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 1
