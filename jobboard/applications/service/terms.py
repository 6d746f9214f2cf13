"""How they share, and whether they come together only (decisions.md 7)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.applications import queries
from jobboard.applications.acceptance import may_compare
from jobboard.applications.domain import AcceptanceWish, Cause, StaleTermsError
from jobboard.applications.models import AcceptanceAnswer, Application
from jobboard.applications.service.keeping import Saved
from jobboard.applications.service.settling import person_behind, settle
from jobboard.applications.service.writing import for_edit
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor
from jobboard.partnerships.domain import Acceptance
from jobboard.planning.share_types import SHARE_TYPE_WORDS, ShareType


def set_share_type(
    actor: Actor, application: Application, share_type: ShareType, base: str, at: datetime
) -> Saved:
    """How they share is part of the text, so this is an edit.

    `base` is the share type of the page; StaleTermsError if the partner answered meanwhile.
    """
    with transaction():
        application, entries = for_edit(actor, application)
        if application.share_type == share_type:
            return Saved(changed=False)
        if base != application.share_type:
            raise StaleTermsError(SHARE_TYPE_WORDS[application.share_type])
        application.share_type = share_type
        cleared = settle(application, entries, person_behind(actor), at, Cause.TERMS)
        record(actor, "application.edited", application, kind="terms")
        return Saved(changed=True, cleared=cleared)


def answer_acceptance(
    actor: Actor,
    application: Application,
    answer: AcceptanceWish,
    at: datetime,
    *,
    is_shown: bool = False,
) -> Saved:
    """One partner's own answer, for their eyes alone until the other has given the same.

    The two are compared when both are new (`acceptance.may_compare`): what was compared once is
    compared again only after both have answered again.

    The trail says that somebody answered and never what. Two equal answers settle the
    application's acceptance, two others unsettle it; either is an edit. `changed` says whether
    that happened.
    """
    with transaction():
        application, entries = for_edit(actor, application)
        before = application.settled_acceptance
        mine = _own_row(application, person_behind(actor))
        is_news = before is None or mine.answer != answer
        mine.answer, mine.is_shown, mine.answered_at = answer, is_shown, at
        if is_news:
            mine.is_compared = False
        session().flush()
        record(actor, "application.acceptance_answered", application)
        if is_news:
            _agree(application, at)
        if application.settled_acceptance == before:
            return Saved(changed=False)
        cleared = settle(application, entries, person_behind(actor), at, Cause.ACCEPTANCE)
        return Saved(changed=True, cleared=cleared)


def _own_row(application: Application, user_id: UUID) -> AcceptanceAnswer:
    rows = {row.user_id: row for row in queries.acceptance_answers(application.id)}
    if user_id not in rows:
        rows[user_id] = AcceptanceAnswer(application_id=application.id, user_id=user_id)
        session().add(rows[user_id])
    return rows[user_id]


def _agree(application: Application, at: datetime) -> None:
    application.acceptance_settled_at = None
    rows = queries.acceptance_answers(application.id)
    if not may_compare(rows):
        return
    for row in rows:
        row.is_compared = True
    given = {row.answer for row in rows}
    if len(given) == 1 and AcceptanceWish.TALK_FIRST not in given:
        application.acceptance = Acceptance(given.pop().value)
        application.acceptance_settled_at = at
