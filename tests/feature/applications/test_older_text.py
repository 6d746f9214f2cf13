"""An older text that is brought back meets a newer one: both are shown, either can be kept."""

from __future__ import annotations

import html
import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from jobboard.accounts.models import User
from jobboard.applications import service
from jobboard.applications.domain import SectionKind
from jobboard.core.clock import now
from tests.conftest import Browser
from tests.factories.applications import (
    CONTINUITY,
    COVER,
    GOOD_PLAN,
    HANDOVER,
    RISKS,
    actor_of,
)
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
_K = SectionKind
OWN = {"wish": "leave_too", "wish_note": "Mine alone.", "evidence": {}}
TEXTS: dict[SectionKind, tuple[dict[str, Any], dict[str, Any], str]] = {
    _K.PROPOSITION: ({"text": "The older one."}, {"text": "A newer one."}, "The older one."),
    _K.SPLIT_PLAN: (
        {"plan": GOOD_PLAN, "when_it_changes": "A week's notice."},
        {"plan": "bbbbbxaaaa", "when_it_changes": ""},
        "A week's notice.",
    ),
    _K.COVER: (COVER, {}, "One diary secretary"),
    _K.HANDOVER: (HANDOVER, {}, "The week in five lines."),
    _K.RISKS: (RISKS, {"answers": {}}, "written it down"),
    _K.CONTINUITY: ({**CONTINUITY, "conditions": "Turnover falls."}, {}, "Turnover falls."),
    _K.OWN_A: (OWN, {}, "Mine alone."),
    _K.OWN_B: (OWN, {}, "Mine alone."),
    _K.TRACK_RECORD: ({"entry_ids": [], "new_pair": True}, {}, "new pair"),
}


def plain(answer: Any) -> str:
    return html.unescape(answer.text)


@pytest.mark.parametrize("kind", list(SectionKind))
def test_the_older_text_of_every_section_is_still_there_to_be_kept(
    draft: Desk, browser: Browser, kind: SectionKind
) -> None:
    duty = draft.application.role.duties[1]
    leads = ({"leads": {str(duty.id): "a"}}, {"leads": {str(duty.id): "b"}}, "Nadia leads")
    older, newer, shown = TEXTS.get(kind, leads)
    writer = draft.helen if kind is _K.OWN_B else draft.nadia
    kept = _saved(draft, writer, kind, older, now() - timedelta(hours=1))
    newest = _saved(draft, writer, kind, newer, now())
    client = browser(writer)
    met = client.post(draft.at(f"/sections/{kind}/texts/1"), data={"base": "1"})
    assert met.status_code == 409
    assert shown in plain(met)
    action, fields = _form(plain(met))
    undecided = client.post(action, data=fields)
    assert undecided.status_code == 422
    assert shown in plain(undecided)
    assert dict(draft.again().content(kind)) == newest
    action, fields = _form(plain(undecided))
    assert client.post(action, data={**fields, "choice": "theirs"}).status_code == 302
    assert dict(draft.again().content(kind)) == newest
    assert client.post(action, data={**fields, "choice": "mine"}).status_code == 302
    assert dict(draft.again().content(kind)) == kept


def _saved(
    draft: Desk, writer: User, kind: SectionKind, content: dict[str, Any], at: datetime
) -> dict[str, Any]:
    """What stands there after somebody saved it at this instant."""
    application = draft.again()
    number = application.section(kind).number
    service.save_section(actor_of(writer), application, kind, number, content, at)
    return dict(draft.again().content(kind))


def _form(page: str) -> tuple[str, dict[str, list[str]]]:
    """Where the form of both texts posts, and the hidden inputs a browser would send."""
    at = page.index('aria-labelledby="m-choose"')
    action = re.findall(r'action="([^"]+)"', page[:at])[-1]
    fields: dict[str, list[str]] = {}
    form = page[at:].split("</form>")[0]
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form):
        fields.setdefault(name, []).append(value)
    return action, fields
