"""What both letters to a third person say: about whom, on whose behalf, until when."""

from __future__ import annotations

from typing import Any

from jobboard.accounts.naming import display_name, first_name
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.feedback import FeedbackAsk
from jobboard.partnerships.models.referees import RefereeAsk
from jobboard.partnerships.wording import unlinked


def words_of_ask(row: FeedbackAsk | RefereeAsk, pair: Partnership) -> dict[str, Any]:
    """`names` of the two, the `asker`, the `token` of the link and when it `expires_at`."""
    first, second = (unlinked(display_name(person)) for person in pair.people)
    asker = pair.first if row.asked_by_id == pair.first_id else pair.second
    return {
        "names": f"{first} and {second}",
        "asker": unlinked(first_name(asker)),
        "token": row.token(),
        "expires_at": row.expires_at,
    }
