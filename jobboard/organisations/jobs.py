"""The words of the mails about organisations; tokens are derived here, by the worker."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.exc import NoResultFound

from jobboard.accounts import queries as accounts
from jobboard.core.clock import now
from jobboard.core.mail import Letter, Mail, composer
from jobboard.organisations import queries, tie_words
from jobboard.organisations.domain import KIND_WORDS
from jobboard.organisations.queries import known, ties
from jobboard.organisations.ties import TieKind


@composer("organisations.invitation")
def invitation(mail: Mail) -> Letter | None:
    row = queries.invitation_of_id(UUID(mail.refs["invitation_id"]))
    if row is None or not row.is_open(now()):
        return None
    words = {"invitation": row, "kind": KIND_WORDS[row.kind], "token": row.token()}
    return Letter(f"You are invited to {row.organisation.name}", "organisations_invitation", words)


@composer("organisations.domain")
def domain(mail: Mail) -> Letter | None:
    row = known.domain_of_id(UUID(mail.refs["domain_id"]))
    if row is None or row.verified_at is not None or row.has_expired(now()):
        return None
    words = {"row": row, "organisation": row.organisation, "token": row.token()}
    return Letter(f"Is {row.domain} the domain of {row.organisation.name}?",
                  "organisations_domain", words)  # fmt: skip


@composer("organisations.joined")
def joined(mail: Mail) -> Letter | None:
    row = queries.invitation_of_id(UUID(mail.refs["invitation_id"]))
    if row is None or row.accepted_by_id is None:
        return None
    try:
        newcomer = accounts.user(row.accepted_by_id)
    except NoResultFound:
        return None
    words = {"invitation": row, "newcomer": newcomer, "kind": KIND_WORDS[row.kind]}
    return Letter(f"Your invitation to {row.organisation.name} was accepted",
                  "organisations_joined", words)  # fmt: skip


@composer("organisations.tie_asked")
def tie_asked(mail: Mail) -> Letter | None:
    """Not sent once it was taken back or answered."""
    tie = ties.as_it_stands(UUID(mail.refs["tie_id"]))
    if tie is None or tie.confirmed_at is not None:
        return None
    told = tie_words.names(tie.first.name, tie.second.name, tie.asked_by_first)
    asks = tie_words.ASKS[tie_words.side_asked(tie.kind, tie.asked_by_first)].format(**told)
    lines = [asks, tie_words.MEANS[tie.kind].format(**told), "Nothing happens until you answer."]
    return _about_a_tie(mail, f"{told['asker']} asks {told['asked']}", lines, told)


@composer("organisations.tie_answered")
def tie_answered(mail: Mail) -> Letter | None:
    told, is_yes = _both(mail), mail.refs["outcome"] == "yes"
    if told is None:
        return None
    kind = TieKind(mail.refs["tie_kind"])
    head = tie_words.HEADS[kind].format(**told)
    means = tie_words.MEANS[kind].format(**told)
    lines = [means if is_yes else "They said no. Nothing was changed; ask them what they meant."]
    return _about_a_tie(mail, f"{head}: {'confirmed' if is_yes else 'declined'}", lines, told)


@composer("organisations.tie_ended")
def tie_ended(mail: Mail) -> Letter | None:
    told = _both(mail)
    if told is None:
        return None
    kind = TieKind(mail.refs["tie_kind"])
    by = told["first"] if mail.refs["outcome"] == mail.refs["first_id"] else told["second"]
    lines = [f"{by} has ended it.", tie_words.ENDS[kind].format(**told)]
    return _about_a_tie(mail, f"{tie_words.HEADS[kind].format(**told)}: ended", lines, told)


def _both(mail: Mail) -> dict[str, str] | None:
    """The names as they are now; None where one of the two is gone."""
    try:
        first, second = (queries.one(UUID(mail.refs[side])) for side in ("first_id", "second_id"))
    except NoResultFound:
        return None
    return tie_words.names(first.name, second.name, True)


def _about_a_tie(mail: Mail, subject: str, lines: list[str], told: dict[str, str]) -> Letter:
    is_first = mail.refs["told_id"] == mail.refs["first_id"]
    reader = told["first" if is_first else "second"]
    words = {"subject": subject, "lines": lines, "reader": reader, "told_id": mail.refs["told_id"]}
    return Letter(subject, "organisations_tie", words)


@composer("organisations.removed")
def removed(mail: Mail) -> Letter | None:
    try:
        organisation = queries.one(UUID(mail.refs["organisation_id"]))
        user = accounts.user(UUID(mail.refs["user_id"]))
    except NoResultFound:
        return None
    if organisation.has_member(user.id):
        return None
    words = {"organisation": organisation, "user": user}
    return Letter(f"You no longer belong to {organisation.name}", "organisations_removed", words)
